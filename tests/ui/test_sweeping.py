"""What only points at itself goes when the visitor rests."""

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
def unswept() -> Iterator[None]:
    """Python sweeps nothing by itself; afterwards it does as before."""
    before = gc.get_threshold()
    gc.unfreeze()
    gc.disable()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


def await_sweep(qtbot: QtBot) -> None:
    gone = ref(Ring())
    assert gone()
    qtbot.waitUntil(lambda: gone() is None)


@pytest.mark.usefixtures("unswept")
def test_it_sweeps_at_first_and_after_each_change(qtbot: QtBot, session: Session) -> None:
    IdleCollector(session, session)
    await_sweep(qtbot)
    session.toggle_script()
    await_sweep(qtbot)
    session.search(SearchQuery("画"))
    session.search(SearchQuery("画院"))
    await_sweep(qtbot)


@pytest.mark.usefixtures("unswept")
def test_what_lives_at_the_first_rest_is_not_looked_at_again(qtbot: QtBot, session: Session) -> None:
    IdleCollector(session, session)
    await_sweep(qtbot)
    spared = gc.get_freeze_count()
    assert spared
    session.toggle_script()
    await_sweep(qtbot)
    assert 0 < gc.get_freeze_count() <= spared
