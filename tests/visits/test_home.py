"""Journeys from home to a sentence and back, in at most three touches, by mouse, keys and one finger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.ui.home.card import HeroButton, HomeCard
from tests.pages import WindowPage
from tests.visits.conftest import OpenWindow

HOME = State().at_home()
ALT = Qt.KeyboardModifier.AltModifier
SIZES = [(640, 480), (1024, 700), (1440, 900), (1080, 1920)]


def card(page: WindowPage, article: str) -> HomeCard:
    found = [one for one in page.window.findChildren(HomeCard) if one.isVisible() and one.card]
    return next(one for one in found if one.card and one.card.article == article)


def is_at_the_sentence(page: WindowPage) -> bool:
    """Whether the text is shown, its figure chosen and the sentence of the figure in sight."""
    place = page.session.state.place
    return (place.page, place.metric, page.chosen_tile()) == ("text", "east.one-guests", "east.one-guests")


@pytest.mark.parametrize("size", SIZES)
def test_a_visit_begins_at_home_with_the_map(visit: OpenWindow, size: tuple[int, int]) -> None:
    page = visit(*size, HOME)
    assert [part for part in ("home-page", "map", "text", "regions", "panel", "pager") if page.sees(part)] == [
        "home-page",
        "map",
    ]
    assert page.focus_is_in("home-page")
    assert page.unnamed() == []


def test_by_mouse_from_home_to_a_sentence_and_home(visit: OpenWindow) -> None:
    page = visit(state=HOME)
    QTest.mouseClick(card(page, "east").hero, Qt.MouseButton.LeftButton)
    page.settle()
    assert is_at_the_sentence(page)
    page.press("home")
    assert page.sees("home-page")
    assert page.session.state.place.metric is None


def test_by_keys_from_home_to_a_sentence_and_home(visit: OpenWindow) -> None:
    page = visit(state=HOME)
    page.key(Qt.Key.Key_Tab)
    assert isinstance(page.window.focusWidget(), HomeCard)
    page.key(Qt.Key.Key_Right)
    assert isinstance(page.window.focusWidget(), HeroButton)
    page.key(Qt.Key.Key_Return)
    assert is_at_the_sentence(page)
    page.key(Qt.Key.Key_Home, ALT)
    assert page.sees("home-page")
    assert page.focus_is_in("home-page")


@pytest.mark.parametrize("size", [(1440, 900), (1080, 1920)])
def test_by_one_finger_from_home_to_a_sentence_and_home(visit: OpenWindow, size: tuple[int, int]) -> None:
    page = visit(*size, HOME)
    screen = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    tap(page, card(page, "east").hero, screen)
    assert is_at_the_sentence(page)
    page.press("home")
    assert page.sees("home-page")


def tap(page: WindowPage, widget: QWidget, screen: QPointingDevice) -> None:
    """A finger on the middle of a widget, and off again."""
    middle = widget.mapTo(page.window, widget.rect().center())
    QTest.touchEvent(page.window, screen).press(0, middle, page.window).commit()
    QTest.touchEvent(page.window, screen).release(0, middle, page.window).commit()
    page.settle()


def test_a_card_opens_the_article_at_its_top_and_back_leads_home(visit: OpenWindow) -> None:
    page = visit(state=HOME)
    QTest.mouseClick(card(page, "west"), Qt.MouseButton.LeftButton)
    page.settle()
    assert page.reading() == "west的书画展"
    assert page.top() is None
    page.press("back")
    assert page.sees("home-page")


def test_a_pin_opens_the_article_of_its_place(visit: OpenWindow) -> None:
    page = visit(state=HOME)
    page.press_pin("west")
    assert page.reading() == "west的书画展"
    assert page.sees("panel")


def test_the_reading_goes_on_at_the_line_where_it_was(visit: OpenWindow) -> None:
    page = visit()
    page.press_pin("west")
    page.scroll(500)
    line = page.top()
    assert line is not None
    page.press("home")
    page.press_control("接着读")
    assert (page.reading(), page.top()) == ("west的书画展", line)


@pytest.mark.parametrize(
    ("command", "part"),
    [("to-list", "regions"), ("to-metrics", "panel"), ("to-reader", "home-page"), ("to-map", "map")],
)
def test_a_command_for_a_part_finds_it_from_home(visit: OpenWindow, command: str, part: str) -> None:
    page = visit(state=HOME)
    page.press(command)
    assert page.sees(part)
    assert page.focus_is_in(part)


def test_map_and_cards_light_each_other_through_the_window(visit: OpenWindow) -> None:
    page = visit(state=HOME)
    told: list[str] = []
    page.window.middle.pointed.connect(told.append)
    card(page, "west").setFocus(Qt.FocusReason.TabFocusReason)
    assert told[-1] == "west"
    page.window.middle.highlight("east")
    assert card(page, "east").lit
    assert not card(page, "west").lit


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", SIZES)
def test_home_follows_the_script_and_the_text_size(visit: OpenWindow, size: tuple[int, int], scale: int) -> None:
    page = visit(*size, State(scale=scale).at_home())
    page.press("switch-script")
    assert any("書畫上街" in name for name in page.names_in("home-page"))
    assert page.unnamed() == []
