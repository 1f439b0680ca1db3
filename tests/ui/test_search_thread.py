"""The thread of the search: of the questions that wait only the last is answered."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from exhibit.model.search import SearchQuery
from exhibit.session import Session
from exhibit.ui.search.results import PackageCache, SearchResults
from exhibit.ui.search.search_thread import ResultSignal, SearchWorker

Question = Callable[[PackageCache], Iterable[SearchResults]]


@pytest.fixture
def signal() -> ResultSignal:
    return ResultSignal()


@pytest.fixture
def worker(session: Session, signal: ResultSignal) -> Iterator[SearchWorker]:
    made = SearchWorker(session.package, signal)
    yield made
    made.close()


def question(name: str, answered: list[str]) -> Question:
    def answer(cache: PackageCache) -> Iterator[SearchResults]:
        answered.append(name)
        yield SearchResults(SearchQuery(name), (), (), (), ())

    return answer


def test_a_delayed_question_gives_way_to_the_next(qtbot: QtBot, worker: SearchWorker) -> None:
    answered: list[str] = []
    worker.ask(question("first", answered), delay=60)
    worker.ask(question("next", answered))
    qtbot.waitUntil(lambda: answered == ["next"])


def test_a_delay_can_be_ended(qtbot: QtBot, worker: SearchWorker) -> None:
    answered: list[str] = []
    worker.ask(question("only", answered), delay=60)

    def is_answered() -> bool:
        worker.wake()
        return answered == ["only"]

    qtbot.waitUntil(is_answered)


def test_close_does_not_wait_for_a_delay(worker: SearchWorker) -> None:
    answered: list[str] = []
    worker.ask(question("delayed", answered), delay=60)
    worker.close()
    worker.ask(question("late", answered))
    assert answered == []


def test_an_error_of_a_question_arrives_and_the_thread_goes_on(
    qtbot: QtBot, worker: SearchWorker, signal: ResultSignal
) -> None:
    arrived: list[object] = []
    signal.arrived.connect(arrived.append)

    def fail(cache: PackageCache) -> Iterable[SearchResults]:
        raise ValueError("damaged")

    worker.ask(fail)
    qtbot.waitUntil(lambda: len(arrived) == 1)
    worker.ask(question("next", []))
    qtbot.waitUntil(lambda: len(arrived) == 2)
    assert [type(one) for one in arrived] == [ValueError, SearchResults]
