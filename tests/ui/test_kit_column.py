"""Rows one below the other, guessed and known, and where an arrow key leads among them."""

import pytest

from exhibit.ui.widgets.layout import FocusDirection
from exhibit.ui.widgets.row_heights import RowHeights, neighbour

GRID = [[-1], [0, 1, 2], [3, 4, 5], [6]]
"""Lines of three, below one that the keyboard does not stop at."""


def test_what_is_known_moves_what_stands_below() -> None:
    column = RowHeights([10, 10, 10])
    column.know(1, 25)
    assert ([column.top(line) for line in range(4)], column.height) == ([0, 10, 35, 45], 45)


@pytest.mark.parametrize(("y", "line"), [(-5, 0), (0, 0), (9, 0), (10, 1), (29, 2), (500, 2)])
def test_the_line_at_a_height(y: int, line: int) -> None:
    assert RowHeights([10, 10, 10]).at(y) == line


@pytest.mark.parametrize(
    ("row", "way", "expected"),
    [
        (0, "left", 0), (2, "right", 3), (3, "left", 2), (6, "right", 6),
        (1, "down", 4), (4, "up", 1), (1, "up", 1), (5, "down", 6), (6, "up", 3), (6, "down", 6),
        (4, "first", 0), (0, "last", 6),
    ],
)  # fmt: skip
def test_arrow_keys(row: int, way: FocusDirection, expected: int) -> None:
    assert neighbour(GRID, row, way, lambda one: one >= 0) == expected
