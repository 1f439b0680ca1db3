"""Where the parts of the window stand."""

from itertools import combinations

import pytest

from exhibit.model.state import SCALES
from exhibit.ui.window.arrangement import PAGES, Arrangement, Box, arrangement

SIZES = [(1024, 700), (1280, 800), (1440, 900), (1920, 1080), (3840, 2160), (1080, 1920), (2160, 3840), (800, 1280)]


def boxes(found: Arrangement) -> list[Box]:
    parts = (found.bar, found.reader, found.map, found.regions, found.pager, found.panel, found.strip)
    return [box for box in parts if box is not None]


def overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_parts_fill_the_window_without_overlap(width: int, height: int, scale: int) -> None:
    for page in PAGES:
        found = boxes(arrangement(width, height, scale / 100, page))
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
    assert arrangement(width, height, scale).kind == kind


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_reader_keeps_the_largest_share(width: int, height: int, scale: int) -> None:
    found = arrangement(width, height, scale / 100)
    assert found.reader[2] >= width * 0.35
    assert found.reader[3] >= height * 0.3


def test_pages_show_one_part_at_a_time() -> None:
    for page in PAGES:
        found = arrangement(1024, 700, 2.0, page)
        shown = {"map": found.map, "regions": found.regions, "metrics": found.panel}
        assert [part for part, box in shown.items() if box] == [page]
