"""The strip above the on-screen keyboard: names that complete what is typed, and what a tap on one does."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exhibit.model.search import SearchQuery
from exhibit.model.state import SCALES
from exhibit.session import Session
from exhibit.ui.search.completion_strip import CompletionButton, CompletionStrip
from exhibit.ui.search.search_client import SearchClient
from tests.touch import TOUCH_DISPLAY, small_controls, small_fonts, touch_session

STRIP_HEIGHT = TOUCH_DISPLAY.pixels(20)


def strip_on(qtbot: QtBot, session: Session) -> CompletionStrip:
    session.home()
    client = SearchClient(session, session)
    client.complete_all_kinds(True)
    made = CompletionStrip(session, client, None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(made)
    made.resize(1000, STRIP_HEIGHT)
    made.show()
    return made


def visible(strip: CompletionStrip) -> list[CompletionButton]:
    return [button for button in strip.findChildren(CompletionButton) if button.isVisible()]


def test_names_lead_there(qtbot: QtBot, session: Session) -> None:
    strip = strip_on(qtbot, session)
    session.search(SearchQuery("gmq"))
    qtbot.waitUntil(lambda: bool(visible(strip)))
    first = visible(strip)[0]
    assert first.objectName() == "completion-0"
    assert "国门区" in first.accessibleName()
    with qtbot.waitSignal(strip.chosen):
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert session.state.place.page == "text"


def test_names_have_room_beside_each_other(qtbot: QtBot, session: Session) -> None:
    strip = strip_on(qtbot, session)
    session.search(SearchQuery("g"))
    qtbot.waitUntil(lambda: len(visible(strip)) > 2)
    boxes = [button.geometry() for button in visible(strip)]
    assert all(one.right() < other.left() for one, other in pairwise(boxes))
    assert all(strip.rect().contains(box) for box in boxes)
    many = len(boxes)
    strip.resize(boxes[0].width() + 10, STRIP_HEIGHT)
    assert len(visible(strip)) < many


def test_an_answer_that_came_while_it_was_hidden_is_shown(qtbot: QtBot, session: Session) -> None:
    strip = strip_on(qtbot, session)
    strip.hide()
    session.search(SearchQuery("gmq"))
    qtbot.waitUntil(lambda: bool(session.findChildren(SearchClient)[0].progress.results))
    assert strip.shown.names == ()
    strip.show()
    qtbot.waitUntil(lambda: bool(visible(strip)))


@pytest.mark.parametrize("scale", SCALES)
def test_names_suit_fingers_on_a_touch_screen(qtbot: QtBot, session: Session, scale: int) -> None:
    touch = touch_session(session, scale)
    touch.setParent(session)  # its client is closed with it
    strip = strip_on(qtbot, touch)
    assert small_fonts(strip) == []  # the hint
    touch.search(SearchQuery("gmq"))
    qtbot.waitUntil(lambda: bool(visible(strip)))
    assert small_controls(strip) == []
    assert small_fonts(strip) == []
