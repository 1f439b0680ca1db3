"""The heights of many rows, estimated until they are measured, and where an arrow key leads; no Qt."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from exhibit.ui.widgets.layout import FocusDirection

RowLines = Sequence[Sequence[int]]
"""The rows that stand side by side, line by line, by their numbers."""


class RowHeights:
    """The heights of lines of rows in pixels, estimated until they are measured."""

    def __init__(self, guesses: Sequence[int]) -> None:
        self._heights = list(guesses)
        self._tops: list[int] = []

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def height(self) -> int:
        """The height of all lines in pixels."""
        return self._ends()[-1]

    def top(self, line: int) -> int:
        """The top of a line in pixels; for the number after the last, the end of the last."""
        return self._ends()[line]

    def at(self, y: int) -> int:
        """The line at a height in pixels, or the nearest line."""
        return max(0, min(bisect_right(self._ends(), y) - 1, len(self) - 1))

    def know(self, line: int, height: int) -> None:
        """Takes the measured height of a line."""
        if self._heights[line] != height:
            self._heights[line] = height
            self._tops = []

    def _ends(self) -> list[int]:
        if not self._tops:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops


def neighbour(lines: RowLines, row: int, way: FocusDirection, stops: Callable[[int], bool]) -> int:
    """The next row in a direction that takes the focus, or the same row at an edge."""
    order = [one for line in lines for one in line if stops(one)]
    if way in ("first", "last"):
        return order[0] if way == "first" else order[-1]
    if way in ("left", "right"):
        at = order.index(row) + (1 if way == "right" else -1)
        return order[max(0, min(at, len(order) - 1))]
    held = [[one for one in line if stops(one)] for line in lines]
    held = [line for line in held if line]
    at = next(number for number, line in enumerate(held) if row in line)
    target = at + (1 if way == "down" else -1)
    if not 0 <= target < len(held):
        return row
    return held[target][min(held[at].index(row), len(held[target]) - 1)]
