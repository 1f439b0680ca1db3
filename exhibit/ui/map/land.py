"""Which parts of a map are land, cell by cell; no Qt."""

from collections.abc import Sequence
from math import ceil, floor

from exhibit.model.region import MapPoint


class LandMask:
    """A grid of cells over a map. How much land a box covers is read from four sums, whatever its size."""

    def __init__(self, rows: Sequence[Sequence[bool]], width: float, height: float) -> None:
        """`rows` are the cells from the top; `width` and `height` are those of the map, in map units."""
        self._down, self._across = len(rows), len(rows[0])
        self._x_scale, self._y_scale = self._across / width, self._down / height
        self._sums = _sums(rows)

    def covered(self, left_top: MapPoint, right_bottom: MapPoint) -> int:
        """How many cells of land a box touches; its corners are in map units and may be outside the map."""
        left = min(self._across, max(0, floor(left_top[0] * self._x_scale)))
        top = min(self._down, max(0, floor(left_top[1] * self._y_scale)))
        right = max(left, min(self._across, ceil(right_bottom[0] * self._x_scale)))
        bottom = max(top, min(self._down, ceil(right_bottom[1] * self._y_scale)))
        sums = self._sums
        return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]


def _sums(rows: Sequence[Sequence[bool]]) -> list[list[int]]:
    """At [y][x]: how many cells of land are above y and left of x."""
    sums = [[0] * (len(rows[0]) + 1)]
    for row in rows:
        here, total = [0], 0
        for above, cell in zip(sums[-1][1:], row, strict=True):
            total += cell
            here.append(above + total)
        sums.append(here)
    return sums
