"""Random events on the real window: a short run finds no failure, and the judgement of a long one."""

from pathlib import Path
from typing import Any

import pytest

from tools.monkey import MonkeyError, event_failures, event_row, main, run_events, switch_failures
from tools.monkey_events import KINDS, event_kind

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen:configfile=tools/monkey_screen.json"}
SAMPLE = {"heap": 100.0, "qt_objects": 900, "python_objects": 9, "files": 14, "threads": 2}
RESULT: dict[str, Any] = {
    "events": 100, "exceptions": 0, "messages": 0, "closed": 0, "failures": [], "first_time": 4.0, "last_time": 4.0,
    "worst": 90.0, "samples": [SAMPLE, SAMPLE],
}  # fmt: skip
SWITCHES: dict[str, Any] = {
    "kind": "script", "number": 80, "first_time": 4.0, "last_time": 4.0, "kib": 0.0, "qt_objects": 0,
}  # fmt: skip


def test_three_thousand_events_raise_nothing_and_leave_nothing_open(sample: Path) -> None:
    result = run_events(sample, seed=1, events=3_000, surroundings=OFFSCREEN)
    assert (result["failures"], result["exceptions"], result["messages"]) == ([], 0, 0)
    first, last = result["samples"][0], result["samples"][-1]
    assert (last["files"], last["threads"]) == (first["files"], first["threads"])


def test_a_process_that_ends_names_the_event(tmp_path: Path) -> None:
    with pytest.raises(MonkeyError, match="ended with 1; the last was the start"):
        run_events(tmp_path / "nothing.exhibit", seed=1, events=10, surroundings=OFFSCREEN)


def test_a_number_of_a_seed_is_always_the_same_event() -> None:
    names = [event_kind(7, number)[0].name for number in range(2_000)]
    assert names == [event_kind(7, number)[0].name for number in range(2_000)]
    assert set(names) == {kind.name for kind in KINDS}
    assert names != [event_kind(8, number)[0].name for number in range(2_000)]


@pytest.mark.parametrize(("changed", "said"), [
    ({}, []),
    ({"failures": ["event 3 (key): Qt: no"]}, ["event 3 (key): Qt: no"]),
    ({"samples": [SAMPLE, SAMPLE | {"heap": 102.1}]}, ["the live heap grew from 100.0 to 102.1 MB"]),
    ({"samples": [SAMPLE, SAMPLE | {"heap": 101.9}]}, []),
    ({"samples": [SAMPLE, SAMPLE | {"qt_objects": 901}]}, ["qt_objects grew from 900 to 901"]),
    ({"samples": [SAMPLE, SAMPLE | {"files": 15}]}, ["files grew from 14 to 15"]),
    ({"last_time": 5.5}, ["an event took 4.0 ms at first, 5.5 ms at last"]),
])  # fmt: skip
def test_what_fails_a_run(changed: dict[str, Any], said: list[str]) -> None:
    assert event_failures(RESULT | changed) == said


@pytest.mark.parametrize(("changed", "said"), [
    ({}, []),
    ({"last_time": 9.0}, ["switch of script: 4.0 ms at first, 9.0 ms at last"]),
    ({"kib": 3.3}, ["switch of script: 3.30 KiB stay behind each time"]),
    ({"qt_objects": 2}, ["switch of script: 2 objects stay behind"]),
])  # fmt: skip
def test_what_fails_a_switch(changed: dict[str, Any], said: list[str]) -> None:
    assert switch_failures(SWITCHES | changed) == said


def test_a_row_tells_first_and_last() -> None:
    row = event_row("offscreen", RESULT | {"samples": [SAMPLE, SAMPLE | {"files": 15}]})
    assert row[:2] == ("offscreen", "100")
    assert "14 -> 15" in row


def test_a_package_that_is_none_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--package", str(tmp_path / "none.exhibit"), "--platforms", "offscreen", "--events", "1"]
    assert main(words) == 1
    assert "monkey_run ended with" in capsys.readouterr().err
