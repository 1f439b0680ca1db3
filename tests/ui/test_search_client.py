"""Searching in the background: outdated queries are dropped, errors are told, and the thread ends when it is closed."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exhibit.model.search import KINDS, SearchQuery
from exhibit.model.state import State
from exhibit.package.format import PackageError
from exhibit.session import Session
from exhibit.ui.search.search_client import SearchClient
from tests.ui.slow_package import SearchGate, SlowPackage


@pytest.fixture
def gate() -> SearchGate:
    return SearchGate()


@pytest.fixture
def slow(sample: Path, qapp: QApplication, gate: SearchGate) -> Iterator[Session]:
    """A session on a package that waits for the gate."""
    package = SlowPackage(sample, gate)
    made = Session(package, State(), deferred=False)
    made.home()
    yield made
    package.close()


@pytest.fixture
def client(slow: Session, gate: SearchGate) -> Iterator[SearchClient]:
    made = SearchClient(slow, slow)
    yield made
    gate.open()
    made.close()


def search_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "search"]


def test_outdated_queries_are_neither_searched_nor_shown(
    qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate
) -> None:
    shown: list[SearchQuery | None] = []
    client.answered.connect(lambda: shown.append(client.progress.query) if client.progress.is_visible else None)
    slow.search(SearchQuery("书"))
    qtbot.waitUntil(lambda: gate.searched == ["书"])
    for text in ("书画", "书画在", "长街"):
        slow.search(SearchQuery(text))
    gate.may_search.set()
    qtbot.waitUntil(lambda: client.progress.is_whole)
    assert set(shown) == {SearchQuery("长街")}
    assert gate.searched == ["书", "长街"]
    assert client.progress.results is not None
    assert client.progress.results.query == SearchQuery("长街")


def test_one_thread_answers_all(qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate) -> None:
    gate.may_search.set()
    for text in ("书", "书画"):
        slow.search(SearchQuery(text))
        qtbot.waitUntil(lambda: client.progress.is_whole)
    assert len(gate.threads) == 1


def test_a_warm_up_is_not_shown(qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate) -> None:
    gate.may_search.set()
    shown: list[SearchQuery | None] = []
    client.answered.connect(lambda: shown.append(client.progress.results.query if client.progress.results else None))
    client.warm_up()
    qtbot.waitUntil(lambda: len(gate.searched) == 1)
    slow.search(SearchQuery("书画"))
    qtbot.waitUntil(lambda: client.progress.is_whole)
    assert set(shown) == {SearchQuery("书画")}


def test_a_package_that_fails_during_the_warm_up_fails_again_for_the_first_search(
    qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate
) -> None:
    gate.fails = True
    client.warm_up()
    qtbot.waitUntil(lambda: gate.failures == 1)
    QApplication.processEvents()
    with qtbot.captureExceptions() as raised:
        slow.search(SearchQuery("书画"))
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is PackageError


def test_after_an_error_the_next_query_is_answered(
    qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate
) -> None:
    gate.fails = True
    with qtbot.captureExceptions() as raised:
        slow.search(SearchQuery("书画"))
        qtbot.waitUntil(lambda: bool(raised))
    gate.fails = False
    gate.open()
    slow.search(SearchQuery("长街"))
    qtbot.waitUntil(lambda: client.progress.is_whole)


def test_an_error_in_a_slot_reaches_the_handler_and_the_search_goes_on(
    qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate
) -> None:
    def fail() -> None:
        raise ValueError("in a slot")

    client.answered.connect(fail)
    gate.open()
    with qtbot.captureExceptions() as raised:
        slow.search(SearchQuery("书画"))
        qtbot.waitUntil(lambda: client.progress.stage == "counted")
    assert {kind for kind, _, _ in raised} == {ValueError}


def test_outdated_queries_are_not_counted(qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate) -> None:
    gate.may_search.set()
    slow.search(SearchQuery("书画"))
    qtbot.waitUntil(lambda: gate.counted == ["书画"])
    slow.search(SearchQuery("长街"))
    gate.may_count.set()
    qtbot.waitUntil(lambda: client.progress.stage == "counted")
    assert gate.counted.count("书画") == 1
    assert client.progress.results is not None
    assert client.progress.results.query == SearchQuery("长街")


def test_the_way_back_goes_on_counting(qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate) -> None:
    gate.may_search.set()
    slow.search(SearchQuery("长街"))
    qtbot.waitUntil(lambda: gate.counted == ["长街"])
    slow.show_page("text")
    before = client.progress.stage
    gate.may_count.set()
    slow.back()
    qtbot.waitUntil(lambda: client.progress.stage == "counted")
    assert before == "whole"
    slow.search(SearchQuery("书画"))
    qtbot.waitUntil(lambda: client.progress.is_whole)
    slow.search(SearchQuery("长街"))
    assert client.progress.stage == "counted"


def test_other_completions_leave_the_hits(qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate) -> None:
    gate.open()
    slow.search(SearchQuery("gmq"))
    qtbot.waitUntil(lambda: client.progress.stage == "counted")
    before = client.progress.results
    client.complete_all_kinds(True)
    assert client.progress.is_whole
    qtbot.waitUntil(lambda: client.progress.stage == "counted" and client.progress.results != before)
    after = client.progress.results
    assert before is not None
    assert after is not None
    assert after.groups == before.groups
    assert {one.kind for one in before.completions} <= {"text"}
    assert {one.kind for one in after.completions} & set(KINDS) - {"text"}


def test_close_ends_the_thread_and_its_connection(
    qtbot: QtBot, slow: Session, client: SearchClient, gate: SearchGate
) -> None:
    slow.search(SearchQuery("书画"))
    qtbot.waitUntil(lambda: gate.searched == ["书画"])
    assert len(search_threads()) == 1
    gate.open()
    client.close()
    assert search_threads() == []
    assert set(gate.closed) == gate.threads
    client.close()
    slow.search(SearchQuery("长街"))
    assert search_threads() == []


def test_a_client_that_nobody_asked_has_no_thread(slow: Session, client: SearchClient) -> None:
    assert search_threads() == []
    client.close()
