"""The log: private files in the state folder, a limit on what repeats, and no harm from a disk that takes nothing."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from exhibit.app.exceptions import ExceptionReporter
from exhibit.app.logs import LOG, RepeatLimit, start_logging


@pytest.fixture(autouse=True)
def _log_as_it_was() -> Iterator[None]:
    handlers, propagates = LOG.handlers, LOG.propagate
    yield
    for handler in LOG.handlers:
        handler.close()
    LOG.handlers, LOG.propagate = handlers, propagates


def record(line: int = 1) -> logging.LogRecord:
    return logging.LogRecord("exhibit", logging.ERROR, "view.py", line, "it failed", (), None)


def test_the_log_is_a_private_file_of_the_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    start_logging()
    LOG.error("something failed")
    log = tmp_path / "exhibit" / "exhibit.log"
    assert "something failed" in log.read_text(encoding="utf-8")
    assert {path.stat().st_mode & 0o077 for path in (log, log.parent)} == {0}


def test_a_disk_that_takes_nothing_leaves_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "exhibit").write_text("a file where the folder would be", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    start_logging()
    LOG.error("something failed")
    assert "something failed" in capsys.readouterr().err


def test_a_hundred_records_of_one_place_in_a_minute_are_five() -> None:
    limit = RepeatLimit(now=lambda: 7.0)
    assert [limit.filter(record()) for _ in range(100)].count(True) == 5


def test_other_places_are_not_held_back() -> None:
    limit = RepeatLimit(now=lambda: 7.0)
    for _ in range(100):
        limit.filter(record(1))
    assert limit.filter(record(2))


def test_after_a_minute_the_next_record_says_how_many_were_held_back() -> None:
    seconds = [0.0]
    limit = RepeatLimit(now=lambda: seconds[0])
    for _ in range(100):
        limit.filter(record())
    seconds[0] = 60.0
    later = record()
    assert limit.filter(later)
    assert later.msg == "it failed (and 95 more like it before)"


def test_exceptions_of_one_place_are_one_whoever_logs_them() -> None:
    limit = RepeatLimit(now=lambda: 7.0)
    let_through = 0
    for line in range(20):
        try:
            raise ZeroDivisionError
        except ZeroDivisionError as error:
            one = record(line)
            one.exc_info = (type(error), error, error.__traceback__)
            let_through += limit.filter(one)
    assert let_through == 5


def test_a_hundred_exceptions_a_minute_do_not_fill_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    start_logging()
    reporter = ExceptionReporter(lambda error: None)
    for number in range(100):
        try:
            raise ZeroDivisionError(number)
        except ZeroDivisionError as error:
            reporter.report(type(error), error, error.__traceback__)
    log = (tmp_path / "exhibit" / "exhibit.log").read_text(encoding="utf-8")
    assert log.count("Traceback (most recent call last)") == 5
    assert log.count("in test_a_hundred_exceptions_a_minute_do_not_fill_the_log") == 5
    assert reporter.count == 100
