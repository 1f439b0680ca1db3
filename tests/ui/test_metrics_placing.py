"""Where tiles and chips stand, and where an arrow key leads."""

import pytest

from exhibit.ui.metrics.grid import TileRows, columns, neighbour, rows_of
from exhibit.ui.widgets.layout import FocusDirection, flow, scrolled


@pytest.mark.parametrize(
    ("width", "scale", "count"),
    [(200, 1, 1), (300, 1, 2), (340, 1, 2), (680, 1, 3), (3000, 1, 3), (340, 2, 1), (680, 2, 2), (10, 1, 1)],
)
def test_columns(width: int, scale: float, count: int) -> None:
    assert columns(width, scale, 2 * scale) == count


@pytest.mark.parametrize(
    ("count", "across", "wide", "rows"),
    [
        (0, 2, None, []),
        (5, 2, None, [[0, 1], [2, 3], [4]]),
        (5, 2, 0, [[0], [1, 2], [3, 4]]),
        (5, 2, 2, [[0, 1], [2], [3, 4]]),
        (5, 2, 1, [[0, 2], [1], [3, 4]]),
        (5, 2, 4, [[0, 1], [2, 3], [4]]),
        (5, 2, 3, [[0, 1], [2, 4], [3]]),
        (4, 3, 1, [[0, 2, 3], [1]]),
        (3, 1, 1, [[0], [1], [2]]),
        (3, 2, 9, [[0, 1], [2]]),
    ],
)
def test_the_wide_tile_has_a_row_and_leaves_no_hole(count: int, across: int, wide: int | None, rows: TileRows) -> None:
    assert rows_of(range(count), across, wide) == rows


_ROWS = [[0, 2], [1], [3, 4], [5]]


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        (0, "right", 2),
        (2, "right", 1),
        (1, "left", 2),
        (0, "left", 0),
        (5, "right", 5),
        (2, "down", 1),
        (1, "down", 3),
        (4, "down", 5),
        (5, "down", 5),
        (4, "up", 1),
        (0, "up", 0),
        (4, "first", 0),
        (0, "last", 5),
    ],
)
def test_arrow_keys(start: int, way: FocusDirection, end: int) -> None:
    assert neighbour(_ROWS, start, way) == end


@pytest.mark.parametrize(
    ("widths", "spread", "places"),
    [
        ([40, 50], False, [(0, 0), (42, 0)]),
        ([40, 50, 30], False, [(0, 0), (42, 0), (0, 12)]),
        ([40, 50], True, [(0, 0), (50, 0)]),
        ([40, 80], True, [(0, 0), (0, 12)]),
        ([100, 100], False, [(0, 0), (0, 12)]),
        ([], False, []),
    ],
)
def test_flow(widths: list[int], spread: bool, places: list[tuple[int, int]]) -> None:
    boxes = flow([(width, 10) for width in widths], 100, 2, spread=spread)
    assert [(box.x, box.y) for box in boxes] == places


def test_flow_sets_things_of_one_line_on_their_middle() -> None:
    assert [box.y for box in flow([(10, 20), (10, 40)], 100, 2)] == [10, 0]


@pytest.mark.parametrize(
    ("at", "top", "bottom", "then"),
    [(0, 10, 50, 0), (0, 80, 120, 20), (60, 20, 70, 20), (0, 50, 300, 50), (100, 120, 180, 100)],
)
def test_scrolled_no_further_than_needed(at: int, top: int, bottom: int, then: int) -> None:
    assert scrolled(at, 100, top, bottom) == then
