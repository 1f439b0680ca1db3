"""The find bar: what it shows, where its buttons lead, and when its holder shows it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.state import SCALES
from exhibit.session import Session
from exhibit.ui.apply_theme import apply_theme
from exhibit.ui.search.find_bar import FindBar
from tests.touch import TOUCH_DISPLAY, small_controls, small_fonts, touch_session


def bar_on(qtbot: QtBot, session: Session) -> FindBar:
    """A find bar as the window shows it, on a text with matches."""
    session.home()
    session.find("书画")
    made = FindBar(session, None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(made)
    apply_theme(made, session.theme, session.state.script)
    made.resize(*made.box((0, 0, 1080, 400))[2:])
    made.show()
    return made


@pytest.fixture
def bar(qtbot: QtBot, session: Session) -> FindBar:
    return bar_on(qtbot, session)


def position(bar: FindBar) -> str:
    label = bar.findChild(QLabel, "find-count")
    assert label is not None
    return label.text()


def press(bar: FindBar, name: str) -> None:
    button = bar.findChild(QToolButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_buttons_lead_from_place_to_place(bar: FindBar) -> None:
    positions = [position(bar)]
    for button in ("find-next", "find-previous", "find-previous"):
        press(bar, button)
        positions.append(position(bar))
    assert positions == ["1 / 25", "2 / 25", "1 / 25", "25 / 25"]


def test_closing_ends_the_highlights_and_leads_to_the_text(qtbot: QtBot, bar: FindBar, session: Session) -> None:
    with qtbot.waitSignal(bar.left):
        press(bar, "find-close")
    assert session.state.place.find is None
    assert not bar.wanted


def test_a_text_without_places_disables_the_way_to_them(bar: FindBar, session: Session) -> None:
    session.find("没有的")
    button = bar.findChild(QToolButton, "find-next")
    assert button is not None
    assert not button.isEnabled()
    assert position(bar) == "没有"


def test_it_catches_up_when_it_is_shown_again(bar: FindBar, session: Session) -> None:
    bar.hide()
    session.find("国体之书")
    session.set_english(True)
    bar.show()
    line = bar.findChild(QLineEdit, "find")
    assert line is not None
    assert line.text() == "国体之书"
    assert line.accessibleName() == "Find in this article"


def test_it_is_wanted_over_the_text_alone(bar: FindBar, session: Session) -> None:
    assert bar.wanted
    session.show_page("timeline")
    assert not bar.wanted


def test_its_box_is_within_a_narrow_window(bar: FindBar) -> None:
    left, top, width, height = bar.box((300, 60, 200, 400))
    assert left >= 0
    assert (left + width <= 500, top >= 60, height > 0) == (True, True, True)


@pytest.mark.parametrize("scale", SCALES)
def test_controls_suit_fingers_on_a_touch_screen(qtbot: QtBot, session: Session, scale: int) -> None:
    bar = bar_on(qtbot, touch_session(session, scale))
    controls: list[QWidget] = [*bar.findChildren(QToolButton), *bar.findChildren(QLineEdit)]
    assert len(controls) == 4
    assert small_controls(bar) == []
    assert min(control.height() for control in controls) >= TOUCH_DISPLAY.pixels(20)
    assert all(bar.rect().contains(control.geometry()) for control in controls)
    assert small_fonts(bar) == []
