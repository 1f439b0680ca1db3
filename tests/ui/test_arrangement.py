"""Where the parts of the window stand."""

from itertools import combinations, product

import pytest

from exhibit.model.state import SCALES, TABS, Location, MiddlePage, PanelTab
from exhibit.ui.window.layout import SIDES, PartBox, SidePart, WindowLayout, window_layout
from tests.pages import PAGES

SIZES = [(1024, 700), (1280, 800), (1440, 900), (1920, 1080), (3840, 2160), (1080, 1920), (2160, 3840), (800, 1280)]


def boxes(found: WindowLayout) -> list[PartBox]:
    parts = (found.bar, found.middle, found.map, found.regions, found.pager, found.panel)
    return [box for box in parts if box is not None]


def overlap(one: PartBox, other: PartBox) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_parts_fill_the_window_without_overlap(width: int, height: int, scale: int) -> None:
    places = [Location(tab=tab, page=page) for tab in TABS for page in PAGES]
    for place, side in product(places, SIDES):
        found = boxes(window_layout(width, height, scale / 100, place, side))
        assert not [pair for pair in combinations(found, 2) if overlap(*pair)]
        assert sum(w * h for _, _, w, h in found) == width * height
        assert all(x >= 0 and y >= 0 and w > 0 and h > 0 for x, y, w, h in found)


@pytest.mark.parametrize(
    ("width", "height", "scale", "kind"),
    [
        (1440, 900, 1.0, "columns"),
        (1024, 700, 1.0, "columns"),
        (1024, 700, 1.25, "pages"),
        (1920, 1080, 2.0, "columns"),
        (1440, 900, 2.0, "pages"),
        (1080, 1920, 1.0, "stacked"),
        (1080, 1920, 2.0, "stacked"),
        (3840, 2160, 2.0, "columns"),
    ],
)
def test_kind_follows_room(width: int, height: int, scale: float, kind: str) -> None:
    assert window_layout(width, height, scale, Location()).kind == kind


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_text_keeps_the_largest_share_beside_the_figures(width: int, height: int, scale: int) -> None:
    found = window_layout(width, height, scale / 100, Location())
    assert found.middle[2] >= width * 0.35
    assert found.middle[3] >= height * 0.3


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_text_and_panel_both_keep_room_with_every_tab(width: int, height: int, tab: PanelTab) -> None:
    found = window_layout(width, height, 1.0, Location(tab=tab), "panel")
    assert found.panel
    assert min(found.panel[2:]) >= 240
    assert min(found.middle[2:]) >= 240
    assert found.strip == (found.kind == "stacked" and tab == "metrics")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_drawing_fills_all_below_the_bar(width: int, height: int) -> None:
    found = window_layout(width, height, 1.0, Location(page="drawing"))
    assert boxes(found) == [found.bar, (0, found.bar[3], width, height - found.bar[3])]


@pytest.mark.parametrize("page", ["glossary", "timeline"])
def test_other_pages_stand_in_the_place_of_the_text(page: MiddlePage) -> None:
    assert window_layout(1440, 900, 1.0, Location(page=page)) == window_layout(1440, 900, 1.0, Location())


def test_the_side_column_shows_one_part_at_a_time() -> None:
    for side in SIDES:
        found = window_layout(1024, 700, 2.0, Location(), side)
        shown = {"map": found.map, "regions": found.regions, "panel": found.panel}
        assert [part for part, box in shown.items() if box] == [side]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_home_fills_the_window_below_the_bar_and_has_the_map_on_it(width: int, height: int, side: SidePart) -> None:
    asked: list[tuple[int, int]] = []

    def home_map(page_width: int, page_height: int) -> PartBox:
        asked.append((page_width, page_height))
        return 10, 20, 300, 400

    found = window_layout(width, height, 1.0, Location(page="home"), side, home_map=home_map)
    bar = found.bar[3]
    assert found.middle == (0, bar, width, height - bar)
    assert asked == [(width, height - bar)]
    assert found.map == (10, bar + 20, 300, 400)
    assert (found.regions, found.pager, found.panel) == (None, None, None)


def test_home_without_a_map_is_alone() -> None:
    found = window_layout(1440, 900, 1.0, Location(page="home"), home_map=lambda width, height: None)
    assert (found.map, found.regions, found.pager, found.panel) == (None, None, None, None)
