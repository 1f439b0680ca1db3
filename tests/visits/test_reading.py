"""Journeys through the window: everything chosen in one place is shown chosen in the others."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from exhibit.model.state import SCALES, State
from tests.visits.conftest import OpenWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SIZES = [(1024, 700), (1440, 900), (1080, 1920)]


def test_a_visit_begins_with_the_first_article(visit: OpenWindow) -> None:
    page = visit()
    assert page.reading() == "east的书画展"
    assert len(page.rows()) == 3
    assert len(page.tiles()) == 5  # one of them computed


def test_a_place_chosen_on_the_map_opens_its_article(visit: OpenWindow) -> None:
    page = visit()
    page.press_pin("west")
    assert page.reading() == "west的书画展"
    assert page.session.state.place.region == "west"


def test_a_place_chosen_in_the_list_opens_its_article(visit: OpenWindow) -> None:
    page = visit()
    page.press_row(1)
    assert page.reading() == "west的书画展"


def test_a_tile_lights_its_sentence_and_back_returns(visit: OpenWindow) -> None:
    page = visit()
    page.press_tile("east.two-guests")
    assert page.chosen_tile() == "east.two-guests"
    assert page.session.state.place.metric == "east.two-guests"
    page.press("back")
    assert page.session.state.place.metric is None
    assert page.chosen_tile() is None


def test_the_script_switch_keeps_the_place_and_the_figure(visit: OpenWindow) -> None:
    page = visit()
    page.scroll(400)
    page.press_tile("east.two-sum")
    before = page.top()
    page.press_script("hant")
    assert page.reading() == "east的書畫展"
    assert page.top() == before
    assert page.chosen_tile() == "east.two-sum"
    page.press_script("hans")
    assert page.reading() == "east的书画展"
    assert page.top() == before


def test_back_returns_to_the_line(visit: OpenWindow) -> None:
    page = visit()
    page.scroll(500)
    line = page.top()
    assert line is not None
    page.press_pin("west")
    assert page.top() != line
    page.press("back")
    assert page.reading() == "east的书画展"
    assert page.top() == line


def test_copying_appends_the_source(visit: OpenWindow) -> None:
    page = visit()
    page.press("select-all")
    page.press("copy")
    copied = QGuiApplication.clipboard().text()
    assert "赵孟𫖯" in copied
    assert "书画上街" in copied.splitlines()[-1]


def test_a_selection_survives_the_script_switch(visit: OpenWindow) -> None:
    page = visit()
    page.drag_over_text(QPoint(120, 420), QPoint(420, 420))
    page.press("copy")
    hans = QGuiApplication.clipboard().text()
    page.press_script("hant")
    page.press("copy")
    hant = QGuiApplication.clipboard().text()
    assert hans != hant
    assert len(hans.splitlines()[0]) == len(hant.splitlines()[0]) > 1


@pytest.mark.parametrize("size", SIZES)
def test_every_control_is_named(visit: OpenWindow, size: tuple[int, int]) -> None:
    page = visit(*size)
    controls = list(page.accessible_controls())
    assert len(controls) > 8
    assert [role for role, name in controls if not name.strip()] == []


@pytest.mark.parametrize("english", [False, True])
def test_tab_reaches_bar_map_list_text_and_figures(visit: OpenWindow, *, english: bool) -> None:
    page = visit(state=State(english=english))
    chain = page.focus_chain()
    assert all(name.strip() for name in chain), chain
    assert page.reading() in chain
    assert len(chain) == len(set(chain)), "a control is reached twice or two have one name"


@pytest.mark.parametrize(
    ("key", "modifier", "change"),
    [
        (Qt.Key.Key_T, CONTROL, lambda state: state.script == "hant"),
        (Qt.Key.Key_D, CONTROL, lambda state: state.appearance == "dark"),
        (Qt.Key.Key_L, CONTROL, lambda state: state.english),
        (Qt.Key.Key_Minus, CONTROL, lambda state: state.scale < 100),
        (Qt.Key.Key_Equal, CONTROL, lambda state: state.scale > 100),
        (Qt.Key.Key_Down, CONTROL, lambda state: state.place.metric == "east.one-guests"),
        (Qt.Key.Key_Up, CONTROL, lambda state: state.place.metric == "east.two-sum"),
        (Qt.Key.Key_PageDown, CONTROL, lambda state: state.place.region == "west"),
        (Qt.Key.Key_PageUp, CONTROL, lambda state: state.place.region == "gate"),
    ],
)
def test_commands_have_keys(visit: OpenWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, change: object) -> None:
    page = visit()
    page.window.activateWindow()
    page.key(key, modifier)
    assert callable(change)
    assert change(page.session.state)


def test_the_sheet_of_keys_opens_and_closes(visit: OpenWindow) -> None:
    page = visit()
    page.press("help")
    assert page.sees("help-sheet")
    page.close_sheet()
    assert not page.sees("help-sheet")


def test_a_narrow_window_turns_to_the_figure_chosen_in_the_text(visit: OpenWindow) -> None:
    page = visit(1024, 700, State(scale=200))
    assert page.sees("map")
    assert not page.sees("metrics")
    page.session.choose_metric("east.one-sum")
    page.settle()
    assert page.sees("metrics")
    assert page.chosen_tile() == "east.one-sum"


def test_portrait_shows_map_list_text_and_strip(visit: OpenWindow) -> None:
    page = visit(1080, 1920)
    assert [name for name in ("map", "regions", "text", "metric-strip") if not page.sees(name)] == []
    assert not page.sees("metrics")


def test_resizing_through_all_sizes_keeps_the_place(visit: OpenWindow) -> None:
    page = visit()
    page.scroll(500)
    block = page.top()
    assert block is not None
    for width, height in [*SIZES, (3840, 2160), (640, 480), (1440, 900)]:
        page.window.resize(width, height)
    found = page.top()
    assert found is not None
    assert found.block == block.block


def test_the_bar_keeps_title_and_script_when_the_text_grows(visit: OpenWindow) -> None:
    page = visit(1024, 700)
    for _ in SCALES:
        page.press("larger")
    assert page.session.state.scale == SCALES[-1]
    assert page.widths_short_of("title", "hans", "hant", "size", "more") == []
