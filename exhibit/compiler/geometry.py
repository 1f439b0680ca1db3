"""Makes the map: projects a GeoJSON base or takes a picture as it is, and puts the regions on it."""

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exhibit.compiler.geojson import Points
from exhibit.model.region import Point

LONGER_SIDE: Final = 1000.0
MOST_POINTS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Frame:
    """How positions become map units: x and y from an origin, stretched, y downwards where `up` is the top."""

    left: float
    top: float
    x_scale: float
    y_scale: float
    width: float
    height: float

    def point(self, position: tuple[float, float]) -> Point:
        """A position in map units, to a thousandth."""
        return (
            round((position[0] - self.left) * self.x_scale, 3) + 0.0,
            round((position[1] - self.top) * self.y_scale, 3) + 0.0,
        )

    def holds(self, point: Point) -> bool:
        """Whether a point in map units lies on the map."""
        return -1e-6 <= point[0] <= self.width + 1e-6 and -1e-6 <= point[1] <= self.height + 1e-6


def degrees_frame(rings: Sequence[Points]) -> Frame:
    """Equirectangular, true at the middle latitude: the rings' box with its longer side at 1000."""
    longitudes = [x for ring in rings for x, _ in ring]
    latitudes = [y for ring in rings for _, y in ring]
    left, right, bottom, top = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    shrink = math.cos(math.radians((bottom + top) / 2))
    scale = LONGER_SIDE / (max((right - left) * shrink, top - bottom) or 1)
    return Frame(left, top, scale * shrink, -scale, (right - left) * shrink * scale, (top - bottom) * scale)


def picture_frame(width: float, height: float) -> Frame:
    """A picture's own units, its longer side at 1000."""
    scale = LONGER_SIDE / max(width, height)
    return Frame(0, 0, scale, scale, width * scale, height * scale)


def ring_bytes(points: Sequence[Point]) -> bytes:
    """A line or ring as `Shape.rings` holds it."""
    return struct.pack(">I", len(points)) + b"".join(struct.pack(">dd", *point) for point in points)


def inner_point(rings: Sequence[Sequence[Point]]) -> Point:
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


def simplified(ring: Points, tolerance: float) -> Points:
    """Douglas and Peucker: without the points that lie closer than `tolerance` to the line kept."""
    keep = {0, len(ring) - 1}
    parts = [(0, len(ring) - 1)]
    while parts:
        start, end = parts.pop()
        far, place = 0.0, 0
        for index in range(start + 1, end):
            if (distance := _distance(ring[index], ring[start], ring[end])) > far:
                far, place = distance, index
        if far > tolerance:
            keep.add(place)
            parts += [(start, place), (place, end)]
    return tuple(ring[index] for index in sorted(keep))


def simplified_to(rings: Sequence[Points], most: int = MOST_POINTS) -> list[Points]:
    """The rings with at most about `most` points together."""
    tolerance, result = 0.0005, list(rings)
    while sum(map(len, result)) > most and tolerance < 1:
        result = [simplified(ring, tolerance) for ring in rings]
        tolerance *= 1.6
    return result


def _area(ring: Sequence[Point]) -> float:
    following = [*ring[1:], ring[0]]
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, following, strict=True)) / 2


def _crossings(ring: Sequence[Point], height: float) -> list[float]:
    following = [*ring[1:], ring[0]]
    return [
        x0 + (height - y0) * (x1 - x0) / (y1 - y0)
        for (x0, y0), (x1, y1) in zip(ring, following, strict=True)
        if (y0 > height) != (y1 > height)
    ]


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length)) if length else 0.0
    return math.hypot(point[0] - start[0] - along * dx, point[1] - start[1] - along * dy)
