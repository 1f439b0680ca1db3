"""Journeys that begin with a few letters or a phrase and end at a place, and back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exhibit.model.state import State
from tests.visits.conftest import OpenWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SIZES = [(640, 480), (1024, 700), (1440, 900), (1080, 1920)]


def test_three_letters_and_enter_lead_to_a_place(visit: OpenWindow) -> None:
    page = visit()
    page.search("gmq")
    assert page.sees("search-page")
    page.key(Qt.Key.Key_Return)
    place = page.session.state.place
    assert (place.page, place.region) == ("text", "east")
    assert page.sees("text")
    assert page.window.focusWidget() is page.window.reader.focusProxy()


def test_a_phrase_in_either_script_leads_to_its_highlighted_sentence(visit: OpenWindow) -> None:
    page = visit(state=State(script="hant"))
    page.search("门票93.28万元")
    page.press_found("收門票93.28万元")
    assert page.reading()
    assert page.find_position() == "1 / 24"
    page.key(Qt.Key.Key_F3)
    assert page.find_position() == "2 / 24"
    page.key(Qt.Key.Key_F3, SHIFT)
    page.key(Qt.Key.Key_F3, SHIFT)
    assert page.find_position() == "24 / 24"
    at = page.session.state.place.find_at
    page.press_script("hans")
    assert page.find_position() == "24 / 24"
    assert page.session.state.place.find_at == at


def test_back_returns_to_the_results_as_they_were(visit: OpenWindow) -> None:
    page = visit()
    page.search("书画")
    rows = page.found()
    page.press_found("收门票")
    assert page.sees("text")
    page.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    page.await_found()
    assert page.sees("search-page")
    assert page.found() == rows
    page.press("back")
    assert page.sees("text")
    assert page.find_position() == ""


def test_all_hits_are_counted_and_nothing_jumps(visit: OpenWindow) -> None:
    page = visit(1024, 700)
    page.search("书画")
    page.scroll_found(120)
    stood = page.current_found()
    page.await_counted()
    assert [row for row in page.found() if row.endswith("+")] == []
    assert page.current_found() == stood
    assert page.sees("search")
    page.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    page.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [row for row in page.found() if row.endswith("+")] == []


def test_a_completion_leads_to_the_highlighted_name(visit: OpenWindow) -> None:
    page = visit()
    page.press("keyboard")
    for key in "djdcz":
        page.touch_key(key)
    rows = page.found()
    assert "东街的长账" in page.completions()
    page.touch_completion(page.completions().index("东街的长账"))
    assert page.session.state.place.page == "text"
    assert page.find_position() == "1 / 1"
    page.press_script("hant")
    assert page.find_position() == "1 / 1"
    page.press_script("hans")
    page.press("back")
    page.await_found()
    assert page.found() == rows


def test_a_press_on_a_scrolled_list_goes_to_the_pressed_row(visit: OpenWindow) -> None:
    page = visit(640, 480)
    page.search("书画")
    page.scroll_found(120)
    stood = page.press_found_at(80)
    assert page.session.state.place.page != "search"
    page.press("back")
    page.await_found()
    assert page.current_found() == stood


def test_escape_clears_the_field_and_leads_back_to_the_text(visit: OpenWindow) -> None:
    page = visit()
    page.search("书画")
    page.key(Qt.Key.Key_Escape)
    assert page.sees("search-page")
    page.key(Qt.Key.Key_Escape)
    assert not page.sees("search-page")
    assert page.window.focusWidget() is page.window.reader.focusProxy()


def test_a_query_without_hits_suggests_others(visit: OpenWindow) -> None:
    page = visit()
    page.search("书画船")
    page.press_found("字少一些")
    assert page.session.state.place.query is not None
    assert page.session.state.place.query.text == "书画"
    assert "收门票" in "".join(page.found())


def test_find_in_the_article_by_keys_alone(visit: OpenWindow) -> None:
    page = visit()
    page.key(Qt.Key.Key_F, CONTROL)
    page.type("国体之书")
    assert page.find_position() == "1 / 24"
    page.key(Qt.Key.Key_Return)
    assert page.find_position() == "2 / 24"
    page.key(Qt.Key.Key_Return, SHIFT)
    assert page.find_position() == "1 / 24"
    page.key(Qt.Key.Key_Escape)
    assert page.find_position() == ""
    assert page.session.state.place.find is None
    assert page.window.focusWidget() is page.window.reader.focusProxy()


def test_escape_in_the_text_ends_the_highlights(visit: OpenWindow) -> None:
    page = visit()
    page.search("国体之书")
    page.press_found("国体之书")
    assert page.find_position()
    page.key(Qt.Key.Key_Escape)
    assert page.find_position() == ""


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_fingers_need_no_input_method(visit: OpenWindow, width: int, height: int) -> None:
    page = visit(width, height)
    page.press("keyboard")
    assert page.sees("keyboard")
    for key in "gmq":
        page.touch_key(key)
    assert page.sees("search-page")
    assert "国门区" in page.completions()[0]
    page.touch_key("delete")
    assert page.session.state.place.query is not None
    assert page.session.state.place.query.text == "gm"
    page.touch_key("q")
    page.touch_completion(0)
    assert page.session.state.place.page == "text"
    assert not page.sees("keyboard")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1080, 1920)])
def test_rows_are_as_high_as_the_keys_beside_the_keyboard(visit: OpenWindow, width: int, height: int) -> None:
    page = visit(width, height)
    page.search("书画")
    mouse_height = min(page.heights_of_found())
    page.press("keyboard")
    assert min(page.heights_of_found()) >= 76 > mouse_height
    assert all(height >= 76 for height in page.heights_of("filter-region", "key-done"))
    page.touch_key("done")
    assert min(page.heights_of_found()) == mouse_height


def test_a_command_for_a_part_hides_the_keyboard(visit: OpenWindow) -> None:
    page = visit()
    page.press("keyboard")
    page.press("to-map")
    assert not page.sees("keyboard")
    assert page.focus_is_in("map")


def test_a_touch_on_the_field_opens_the_keyboard_and_a_click_does_not(visit: OpenWindow) -> None:
    page = visit()
    page.click_field()
    assert not page.sees("keyboard")
    page.touch_field()
    assert page.sees("keyboard")
    page.touch_key("done")
    assert not page.sees("keyboard")


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("scale", [100, 200])
def test_the_field_is_visible_at_every_size(visit: OpenWindow, width: int, height: int, scale: int) -> None:
    page = visit(width, height, State(scale=scale))
    page.search("书画")
    assert page.sees("search")
    assert page.sees("results")
    assert page.found()


@pytest.mark.parametrize("text", ["\"'()*:^{}[]", "NEAR(a b)", "a" * 10_000, "书" * 10_000, "\u0301", "%_", "𫖯"])
def test_hostile_queries_find_something_or_nothing(visit: OpenWindow, text: str) -> None:
    page = visit()
    page.search(text)
    assert page.found()


def test_every_control_of_the_search_has_a_name(visit: OpenWindow) -> None:
    page = visit()
    page.press("keyboard")
    page.search("书画船")
    assert [role for role, name in page.accessible_controls() if not name] == []


def test_the_page_is_made_when_the_field_gets_the_focus(qtbot: QtBot, visit: OpenWindow) -> None:
    page = visit()
    page.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.is_ready_to_search)
    assert page.session.state.place.page == "text"
    assert not page.sees("search-page")
    assert page.found() == []
