"""The geometry of maps: projections to map units, simpler lines, points inside areas."""

import heapq
import math
import struct
from collections.abc import Sequence
from typing import Final, NamedTuple

from exhibit.compiler.map.geojson import LonLatPoints
from exhibit.model.limits import MAX_MAP_SIDE, MIN_MAP_SIDE
from exhibit.model.region import MapPoint

SIMPLIFIED_POINTS: Final = 10_000
"""Points that a simplified base has at most."""
_MIN_DEGREES: Final = 1e-6
"""Degrees of the longer side of a base, about 10 cm; a smaller one is a point."""


class MapProjection(NamedTuple):
    """Converts positions to map units: offset from the top left corner, scaled, y downwards."""

    left: float
    top: float
    x_scale: float
    y_scale: float
    width: float
    height: float
    crosses_180: bool = False
    """True if the map goes across 180° east: longitudes below 0 then count as 180 to 360."""

    def point(self, position: tuple[float, float]) -> MapPoint:
        """A position in map units, to a thousandth."""
        x = _eastward(position[0]) if self.crosses_180 else position[0]
        return (
            round((x - self.left) * self.x_scale, 3) + 0.0,
            round((position[1] - self.top) * self.y_scale, 3) + 0.0,
        )

    def has_area(self) -> bool:
        """True if the map is wide and high enough to be drawn."""
        return min(self.width, self.height) >= MIN_MAP_SIDE

    def holds(self, point: MapPoint) -> bool:
        """True if a point in map units lies on the map."""
        return -1e-6 <= point[0] <= self.width + 1e-6 and -1e-6 <= point[1] <= self.height + 1e-6


def degrees_frame(rings: Sequence[LonLatPoints]) -> MapProjection:
    """The equirectangular projection, true at the middle latitude, of the rings' bounding box."""
    longitudes = [x for ring in rings for x, _ in ring]
    latitudes = [y for ring in rings for _, y in ring]
    eastward = list(map(_eastward, longitudes))
    crosses_180 = max(eastward) - min(eastward) < 180 < max(longitudes) - min(longitudes)
    if crosses_180:
        longitudes = eastward
    left, right, bottom, top = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    shrink = math.cos(math.radians((bottom + top) / 2))
    scale = MAX_MAP_SIDE / max((right - left) * shrink, top - bottom, _MIN_DEGREES)
    width, height = (right - left) * shrink * scale, (top - bottom) * scale
    return MapProjection(left, top, scale * shrink, -scale, width, height, crosses_180)


def _eastward(longitude: float) -> float:
    """A longitude from 0 to 360."""
    return longitude + 360 if longitude < 0 else longitude


def picture_frame(width: float, height: float) -> MapProjection:
    """The projection of a picture's own units."""
    scale = MAX_MAP_SIDE / max(width, height)
    return MapProjection(0, 0, scale, scale, width * scale, height * scale)


def ring_bytes(points: Sequence[MapPoint]) -> bytes:
    """A line or ring as `MapShape.rings` holds it."""
    return struct.pack(">I", len(points)) + b"".join(struct.pack(">dd", *point) for point in points)


def map_points(ring: bytes) -> int:
    """The number of points of a line or ring that `ring_bytes` made."""
    return int(struct.unpack_from(">I", ring)[0])


def inner_point(rings: Sequence[Sequence[MapPoint]]) -> MapPoint:
    """A point inside the largest ring: the middle of its widest part at half its height."""
    ring = max(rings, key=lambda one: abs(_area(one)))
    if len(ring) < 3:
        return ring[0]
    ys = [y for _, y in ring]
    height = (min(ys) + max(ys)) / 2 + 1e-9
    crossings = sorted(_crossings(ring, height))
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    if not stretches:
        return ring[0]
    start, end = max(stretches, key=lambda one: one[1] - one[0])
    return (round((start + end) / 2, 3), round(height, 3))


def simplified_to(rings: Sequence[LonLatPoints], limit: int = SIMPLIFIED_POINTS) -> list[LonLatPoints]:
    """The rings with at most `limit` points together, simplified by the method of Visvalingam and Whyatt."""
    weights = [_weights(ring) for ring in rings]
    ranked = sorted((weight for one in weights for weight in one), reverse=True)
    if len(ranked) <= limit:
        return list(rings)
    smallest = ranked[limit]
    return [
        tuple(point for point, weight in zip(ring, one, strict=True) if weight > smallest)
        for ring, one in zip(rings, weights, strict=True)
    ]


def _weights(ring: LonLatPoints) -> list[float]:
    """The weight of each point: the area of its triangle when it is removed; infinite for the ends."""
    last = len(ring) - 1
    before, behind = list(range(-1, last)), list(range(1, last + 2))
    weights = [math.inf] * len(ring)
    waiting = [(_triangle(ring, place - 1, place, place + 1), place) for place in range(1, last)]
    current = {place: area for area, place in waiting}
    heapq.heapify(waiting)
    largest = 0.0
    while waiting:
        area, place = heapq.heappop(waiting)
        if current.get(place) != area:
            continue
        largest = weights[place] = max(largest, area)
        del current[place]
        left, right = before[place], behind[place]
        behind[left], before[right] = right, left
        for one in (left, right):
            if one in current:
                current[one] = _triangle(ring, before[one], one, behind[one])
                heapq.heappush(waiting, (current[one], one))
    return weights


def _triangle(ring: LonLatPoints, start: int, middle: int, end: int) -> float:
    (x0, y0), (x1, y1), (x2, y2) = ring[start], ring[middle], ring[end]
    return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2


def _area(ring: Sequence[MapPoint]) -> float:
    following = [*ring[1:], ring[0]]
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, following, strict=True)) / 2


def _crossings(ring: Sequence[MapPoint], height: float) -> list[float]:
    following = [*ring[1:], ring[0]]
    return [
        x0 + (height - y0) * (x1 - x0) / (y1 - y0)
        for (x0, y0), (x1, y1) in zip(ring, following, strict=True)
        if (y0 > height) != (y1 > height)
    ]
