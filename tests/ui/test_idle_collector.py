"""Garbage in cycles goes when the window is idle, and never before."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from pytestqt.qtbot import QtBot

from exhibit.model.search import SearchQuery
from exhibit.session import Session
from exhibit.ui.idle_collector import IdleCollector


class Ring:
    """Points at itself."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def no_collection() -> Iterator[None]:
    """Nothing is frozen, before and afterwards."""
    gc.unfreeze()
    yield
    gc.unfreeze()


def await_collection(qtbot: QtBot) -> None:
    gone = ref(Ring())
    assert gone()
    qtbot.waitUntil(lambda: gone() is None)


@pytest.mark.usefixtures("no_collection")
def test_it_collects_at_first_and_after_each_change(qtbot: QtBot, session: Session) -> None:
    IdleCollector(session, session)
    await_collection(qtbot)
    session.toggle_script()
    await_collection(qtbot)
    session.search(SearchQuery("画"))
    session.search(SearchQuery("画院"))
    await_collection(qtbot)


@pytest.mark.usefixtures("no_collection")
def test_what_lives_at_the_first_rest_is_not_looked_at_again(qtbot: QtBot, session: Session) -> None:
    IdleCollector(session, session)
    await_collection(qtbot)
    spared = gc.get_freeze_count()
    assert spared
    session.toggle_script()
    await_collection(qtbot)
    assert 0 < gc.get_freeze_count() <= spared


@pytest.mark.usefixtures("no_collection")
def test_python_collects_nothing_by_itself(qtbot: QtBot, session: Session) -> None:
    IdleCollector(session, session)
    assert not gc.isenabled()
