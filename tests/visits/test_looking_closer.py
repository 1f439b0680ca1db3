"""Journeys through what the articles describe: systems, comparisons, words, events, themes."""

import pytest
from PySide6.QtCore import Qt

from exhibit.model.state import TABS, MiddlePage, PanelTab, State
from tests.pages import PAGES
from tests.visits.conftest import OpenWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SIZES = [(640, 480), (1024, 700), (1440, 900), (1080, 1920)]


def test_a_part_leads_to_its_figure_and_passage_and_back(visit: OpenWindow) -> None:
    page = visit()
    page.open_tab("systems")
    page.press_control("door门")
    place = page.session.state.place
    assert (place.system, place.part) == ("east-system", "door")
    page.press_control("one-guests书")
    assert page.session.state.place.metric == "east.one-guests"
    assert page.session.state.place.tab == "systems"
    page.press("back")
    assert page.session.state.place == place


def test_a_figure_chosen_in_the_text_shows_its_part_in_an_open_drawing(visit: OpenWindow) -> None:
    page = visit()
    page.open_tab("systems")
    page.press("next-metric")
    assert page.session.state.place.part == "door"


def test_a_drawing_fills_the_window_and_escape_leaves_it(visit: OpenWindow) -> None:
    page = visit()
    page.key(Qt.Key.Key_M, CONTROL)
    assert page.session.state.place.page == "drawing"
    assert [part for part in ("script", "middle", "regions", "panel") if page.sees(part)] == ["script", "middle"]
    page.key(Qt.Key.Key_Escape)
    assert page.sees("regions")
    assert page.focus_is_in("middle")


def test_a_compared_figure_leads_to_its_article_and_the_comparison_stays(visit: OpenWindow) -> None:
    page = visit()
    page.open_tab("compare")
    page.press_control("west门区")
    assert page.reading() == "west的书画展"
    assert page.session.state.place.metric == "west.one-guests"
    assert page.session.state.place.tab == "compare"


def test_a_word_of_the_glossary_leads_into_the_text_and_back(visit: OpenWindow) -> None:
    page = visit()
    page.key(Qt.Key.Key_G, CONTROL)
    page.press_control("门票")
    assert page.session.state.place.term == "ticket"
    page.press_control("west")
    assert page.reading() == "west的书画展"
    assert page.session.state.place.passage is not None
    page.press("back")
    assert (page.session.state.place.page, page.session.state.place.term) == ("glossary", "ticket")


def test_escape_closes_the_open_word_and_then_the_glossary(visit: OpenWindow) -> None:
    page = visit()
    page.key(Qt.Key.Key_G, CONTROL)
    page.press_control("门票")
    page.key(Qt.Key.Key_Escape)
    assert (page.session.state.place.page, page.session.state.place.term) == ("glossary", None)
    assert page.focus_is_in("middle")
    page.key(Qt.Key.Key_Escape)
    assert page.session.state.place.page == "text"


def test_a_word_opened_from_the_text_is_in_sight_in_the_glossary(visit: OpenWindow) -> None:
    page = visit(640, 480, State(scale=200))
    page.session.open_term("ticket")
    page.settle()
    assert page.is_in_sight("门票")


@pytest.mark.parametrize("scale", [80, 100, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(640, 480), (800, 600), (1024, 700), (1080, 1920)])
def test_the_title_is_whole_in_the_bar(visit: OpenWindow, width: int, height: int, scale: int) -> None:
    page = visit(width, height, State(scale=scale))
    assert page.title_has_room()
    assert page.sees("script")


@pytest.mark.parametrize("english", [False, True])
def test_the_switch_of_the_side_has_room_for_its_words(visit: OpenWindow, english: bool) -> None:
    page = visit(640, 480, State(scale=200, english=english))
    assert page.widths_short_of("side-map", "side-regions", "side-panel") == []


def test_an_event_leads_into_the_text_and_back(visit: OpenWindow) -> None:
    page = visit()
    page.key(Qt.Key.Key_Y, CONTROL)
    page.press_control("门票卖完")
    assert page.reading() == "west的书画展"
    assert page.session.state.place.passage == "two-1"
    page.press("back")
    assert page.session.state.place.page == "timeline"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [80, 200])
def test_every_control_of_every_tab_and_page_is_named(visit: OpenWindow, size: tuple[int, int], scale: int) -> None:
    page = visit(*size, State(scale=scale))
    for tab in TABS:
        page.open_tab(tab)
        assert page.unnamed() == [], tab
    for middle in PAGES:
        page.open_page(middle)
        assert page.unnamed() == [], middle


@pytest.mark.parametrize("tab", TABS)
def test_tab_reaches_what_stands_in_each_tab(visit: OpenWindow, tab: PanelTab) -> None:
    page = visit()
    page.open_tab(tab)
    chain = page.focus_chain()
    assert all(name.strip() for name in chain), chain
    assert len(chain) == len(set(chain)), "a control is reached twice or two have one name"
    assert set(page.names_in("panel")) & set(chain)


@pytest.mark.parametrize("middle", PAGES)
def test_tab_reaches_what_stands_in_each_page(visit: OpenWindow, middle: MiddlePage) -> None:
    page = visit()
    page.open_page(middle)
    chain = page.focus_chain()
    assert all(name.strip() for name in chain), chain
    assert page.focus_is_in("middle")


@pytest.mark.parametrize("size", [(1440, 900), (1080, 1920)])
def test_every_tab_and_page_follows_the_script(visit: OpenWindow, size: tuple[int, int]) -> None:
    page = visit(*size)
    for tab in TABS:
        page.open_tab(tab)
        page.press("switch-script")
    for middle in PAGES:
        page.open_page(middle)
        page.press("switch-script")
    switches = len(TABS) + len(PAGES)
    assert page.session.state.script == ("hant" if switches % 2 else "hans")


def test_the_panel_comes_in_sight_when_a_part_is_asked_for(visit: OpenWindow) -> None:
    page = visit(640, 480)
    assert not page.sees("panel")
    page.key(Qt.Key.Key_5, CONTROL)
    assert page.sees("panel")
