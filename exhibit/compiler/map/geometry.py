"""Makes the map: projects a GeoJSON base or takes a picture as it is, and puts the regions on it."""

import heapq
import math
import struct
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from exhibit.compiler.map.geojson import LonLatPoints
from exhibit.model.region import MapPoint

LONGER_SIDE: Final = 1000.0
MOST_POINTS: Final = 10_000
_HALF_TURN: Final = 180.0
_DEGREE_KM: Final = 111.2
"""Kilometres of a degree of latitude on a sphere of the Earth's volume."""
_TRUE_DEGREES: Final = 20.0
"""The height of a map in degrees up to which one scale is true enough for all of it."""


class MapProjection(NamedTuple):
    """How positions become map units: x and y from an origin, stretched, y downwards."""

    left: float
    top: float
    x_scale: float
    y_scale: float
    width: float
    height: float
    seam: float = -math.inf
    """Longitudes west of it lie east of the rest, a turn on."""

    def point(self, position: tuple[float, float]) -> MapPoint:
        """A position in map units, to a thousandth."""
        x, y = past_seam(position, self.seam)
        return round((x - self.left) * self.x_scale, 3) + 0.0, round((y - self.top) * self.y_scale, 3) + 0.0

    def holds(self, point: MapPoint) -> bool:
        """Whether a point in map units lies on the map."""
        return -1e-6 <= point[0] <= self.width + 1e-6 and -1e-6 <= point[1] <= self.height + 1e-6


def find_seam(rings: Sequence[LonLatPoints]) -> float:
    """The longitude at which a map may begin so that nothing on it is cut at 180 degrees.

    It is the middle of the widest stretch of longitudes without a point, where the map is less than half a turn wide
    with that seam and would be more than half a turn wide without.
    """
    longitudes = sorted({x for ring in rings for x, _ in ring})
    if not longitudes or longitudes[-1] - longitudes[0] <= _HALF_TURN:
        return -math.inf
    gap, west = max((east - west, west) for west, east in pairwise(longitudes))
    return west + gap / 2 if gap > _HALF_TURN else -math.inf


def past_seam(position: tuple[float, float], seam: float) -> tuple[float, float]:
    """A position whose longitude is a turn larger where it lies west of the seam."""
    return (position[0] + 2 * _HALF_TURN, position[1]) if position[0] < seam else position


def kilometres_of(frame: MapProjection) -> float | None:
    """The length of a map unit, or None where the map is so high that it differs much between its ends."""
    return round(_DEGREE_KM / -frame.y_scale, 6) if frame.height / -frame.y_scale <= _TRUE_DEGREES else None


def degrees_frame(rings: Sequence[LonLatPoints], seam: float = -math.inf) -> MapProjection:
    """Equirectangular, true at the middle latitude: the rings' box with its longer side at 1000.

    The rings are past the seam already.
    """
    longitudes = [x for ring in rings for x, _ in ring]
    latitudes = [y for ring in rings for _, y in ring]
    left, right, bottom, top = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    shrink = math.cos(math.radians((bottom + top) / 2))
    scale = LONGER_SIDE / (max((right - left) * shrink, top - bottom) or 1)
    width, height = (right - left) * shrink * scale, (top - bottom) * scale
    return MapProjection(left, top, scale * shrink, -scale, width, height, seam)


def picture_frame(width: float, height: float) -> MapProjection:
    """A picture's own units, its longer side at 1000."""
    scale = LONGER_SIDE / max(width, height)
    return MapProjection(0, 0, scale, scale, width * scale, height * scale)


def ring_bytes(points: Sequence[MapPoint]) -> bytes:
    """A line or ring as `Shape.rings` holds it."""
    return struct.pack(">I", len(points)) + b"".join(struct.pack(">dd", *point) for point in points)


def inner_point(rings: Sequence[Sequence[MapPoint]]) -> MapPoint:
    """A point inside the largest ring: the middle of its widest stretch at the height of its centre."""
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


def simplified_to(rings: Sequence[LonLatPoints], most: int = MOST_POINTS) -> list[LonLatPoints]:
    """The rings with about `most` points together: those that matter least go first (Visvalingam and Whyatt)."""
    weights = [_weights(ring) for ring in rings]
    ranked = sorted((weight for one in weights for weight in one), reverse=True)
    if len(ranked) <= most:
        return list(rings)
    least = ranked[most]
    return [
        tuple(point for point, weight in zip(ring, one, strict=True) if weight > least)
        for ring, one in zip(rings, weights, strict=True)
    ]


def _weights(ring: LonLatPoints) -> list[float]:
    """How much each point matters: the triangle it spans when its turn to go has come; the ends never go."""
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
