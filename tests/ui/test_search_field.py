"""The search field: what is typed becomes a query, and keys lead to other parts."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from exhibit.model.search import SearchQuery
from exhibit.model.state import SCALES
from exhibit.session import Session
from exhibit.ui.search.field import SearchField
from tests.touch import TOUCH_DISPLAY, small_controls, touch_session


def middle(session: Session) -> str:
    return session.state.place.page


@pytest.fixture
def field(qtbot: QtBot, session: Session) -> SearchField:
    session.home()
    made = SearchField(session, None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_each_key_is_a_query(field: SearchField, session: Session) -> None:
    QTest.keyClicks(field, "gm")
    assert middle(session) == "search"
    assert session.state.place.query == SearchQuery("gm")
    session.back()
    assert middle(session) == "text"


def test_nothing_is_searched_while_an_input_method_composes(field: SearchField, session: Session) -> None:
    QTest.keyClicks(field, "a")
    field.selectAll()
    QApplication.sendEvent(field, QInputMethodEvent("shu", []))
    QApplication.sendEvent(field, QInputMethodEvent("shu hua", []))
    assert session.state.place.query == SearchQuery("a")
    done = QInputMethodEvent("", [])
    done.setCommitString("书画")
    QApplication.sendEvent(field, done)
    assert session.state.place.query == SearchQuery("书画")


def test_a_composition_that_loses_the_keyboard_is_over(field: SearchField, session: Session) -> None:
    QApplication.sendEvent(field, QInputMethodEvent("shu", []))
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn))
    assert session.state.place.query is None
    QTest.keyClicks(field, "gm")
    assert session.state.place.query == SearchQuery("gm")


def test_escape_clears_then_leaves(qtbot: QtBot, field: SearchField, session: Session) -> None:
    QTest.keyClicks(field, "gm")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert middle(session) == "search"
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert middle(session) == "text"


def test_the_field_follows_the_session(field: SearchField, session: Session) -> None:
    session.search(SearchQuery("书画"))
    assert field.text() == "书画"
    session.home()
    assert field.text() == ""


def test_a_text_from_elsewhere_waits_for_the_end_of_a_composition(field: SearchField, session: Session) -> None:
    QTest.keyClicks(field, "a")
    QApplication.sendEvent(field, QInputMethodEvent("shu", []))
    session.search(SearchQuery("书画"))
    assert field.text() == "a"
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    assert field.text() == "书画"
    assert session.state.place.query == SearchQuery("书画")


def test_labels_follow_the_language(field: SearchField, session: Session) -> None:
    session.set_english(True)
    assert field.accessibleName() == "Search"


@pytest.mark.parametrize("scale", SCALES)
def test_the_field_suits_fingers_on_a_touch_screen(qtbot: QtBot, session: Session, scale: int) -> None:
    touch = touch_session(session, scale)
    field = SearchField(touch, None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(field)
    field.resize(field.minimumSizeHint())
    field.show()
    keys = field.findChild(QToolButton, "keys")
    assert keys is not None
    assert small_controls(field) == []
    assert min(field.width(), field.height()) >= TOUCH_DISPLAY.pixels(20)
    assert field.rect().contains(keys.geometry())
