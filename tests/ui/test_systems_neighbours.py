"""Which part of a drawing an arrow key leads to."""

import pytest

from exhibit.ui.systems.neighbours import PartRect, neighbour_spot
from exhibit.ui.widgets.layout import FocusDirection

GRID: list[list[PartRect]] = [
    [(0, 0, 90, 20)],  # a roof over all
    [(0, 30, 25, 60)],
    [(30, 30, 25, 60)],
    [(60, 30, 30, 60)],
    [(0, 100, 40, 20)],  # two feet
    [(45, 100, 45, 20)],
]


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        (0, "down", 2), (0, "up", 0), (1, "right", 2), (2, "right", 3), (3, "right", 3), (3, "left", 2), (1, "left", 1),
        (1, "up", 0), (1, "down", 4), (3, "down", 5), (5, "left", 4), (5, "up", 3), (3, "first", 0), (0, "last", 5),
    ],
)  # fmt: skip
def test_arrow_keys_go_to_the_nearest_part(start: int, way: FocusDirection, end: int) -> None:
    assert neighbour_spot(GRID, (start, 0), way) == (end, 0)


def test_a_part_of_several_boxes_is_left_from_the_one_it_was_reached_at() -> None:
    """Two rows, each under a span of one part."""
    parts: list[list[PartRect]] = [[(0, 0, 90, 10), (0, 40, 90, 10)], [(0, 20, 90, 10)], [(0, 60, 90, 10)]]
    assert [neighbour_spot(parts, start, "down") for start in ((0, 0), (1, 0), (0, 1))] == [(1, 0), (0, 1), (2, 0)]
    assert [neighbour_spot(parts, start, "up") for start in ((2, 0), (0, 1), (1, 0))] == [(0, 1), (1, 0), (0, 0)]


def test_what_is_straight_ahead_comes_before_what_is_nearer_aside() -> None:
    parts: list[list[PartRect]] = [[(0, 0, 10, 10)], [(12, 30, 10, 10)], [(90, 0, 10, 10)]]
    assert neighbour_spot(parts, (0, 0), "right") == (2, 0)
    assert neighbour_spot(parts, (2, 0), "left") == (0, 0)
