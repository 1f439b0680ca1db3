"""Places the names of rivers and lakes along their lines, letter by letter; no Qt."""

from collections.abc import Iterator, Sequence
from math import dist
from typing import Final, Literal, NamedTuple

from exhibit.model.region import MapPoint
from exhibit.ui.map.geometry import MapBox

_PLACES: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Where along a river its name is tried, as shares of its length."""
_AROUND: Final = ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0))
"""Places tried around the middle of a lake, in half sizes of the name."""
_LEAST_LENGTH: Final = 2.5
"""How much longer than its name a river must be to be named."""


class WaterRequest(NamedTuple):
    """A name to place; all in pixels."""

    id: str
    kind: Literal["river", "lake"]
    line: Sequence[MapPoint]
    """The river from end to end, or the shore of the lake."""
    level: tuple[float, float]
    """Width and height of the name in a level line."""
    upright: tuple[float, float] | None
    """Of the name with its letters one below the other; None for letters that are not set so."""
    gap: float
    """Between a river and its name."""


class PlacedWater(NamedTuple):
    """Where the name of a river or lake is."""

    id: str
    box: MapBox
    upright: bool


def place_waters(
    requests: Sequence[WaterRequest], occupied: Sequence[MapBox], bounds: MapBox
) -> tuple[PlacedWater, ...]:
    """Places for the names that have room; none covers another, or what is occupied."""
    taken, found = list(occupied), list[PlacedWater]()
    for one in requests:
        places = _on_lake(one) if one.kind == "lake" else _along_river(one)
        free = (
            place
            for place in places
            if bounds.encloses(place.box) and not any(place.box.overlaps(other) for other in taken)
        )
        if place := next(free, None):
            found.append(place)
            taken.append(place.box)
    return tuple(found)


def _on_lake(one: WaterRequest) -> Iterator[PlacedWater]:
    x, y = area_middle(one.line)
    width, height = one.level
    for right, down in _AROUND:
        box = MapBox(x + (right - 1) * width / 2, y + (down - 1) * height / 2, width, height)
        yield PlacedWater(one.id, box, False)


def _along_river(one: WaterRequest) -> Iterator[PlacedWater]:
    """Beside the river: below one another where it runs down the map, else in a line."""
    lengths = [dist(start, end) for start, end in zip(one.line, one.line[1:], strict=False)]
    if sum(lengths) < _LEAST_LENGTH * max(one.level):
        return
    reach = max(one.level) / 2
    for share in _PLACES:
        along = share * sum(lengths)
        before, at, behind = (_point_along(one.line, lengths, along + step) for step in (-reach, 0.0, reach))
        steep = abs(behind[1] - before[1]) > abs(behind[0] - before[0])
        upright = steep and one.upright is not None
        width, height = one.upright if upright and one.upright else one.level
        for side in (1, -1):
            x = at[0] + side * (one.gap + width / 2) if steep else at[0]
            y = at[1] if steep else at[1] - side * (one.gap + height / 2)
            box = MapBox(x - width / 2, y - height / 2, width, height)
            if not any(box.contains(point) for point in one.line):
                yield PlacedWater(one.id, box, upright)


def _point_along(line: Sequence[MapPoint], lengths: Sequence[float], distance: float) -> MapPoint:
    """The point of a line at a distance from its beginning, at most at its end."""
    left = max(0.0, distance)
    for (x0, y0), (x1, y1), length in zip(line, line[1:], lengths, strict=False):
        if left <= length and length:
            return x0 + (x1 - x0) * left / length, y0 + (y1 - y0) * left / length
        left -= length
    return line[-1]


def area_middle(ring: Sequence[MapPoint]) -> MapPoint:
    """The centre of gravity of an area; of a ring without an area, its first point."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        part = x0 * y1 - x1 * y0
        area, x, y = area + part, x + (x0 + x1) * part, y + (y0 + y1) * part
    return (x / (3 * area), y / (3 * area)) if area else ring[0]
