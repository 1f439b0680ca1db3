"""Pieces of a ring: their outlines, and boxes that cover them."""

from math import atan2, cos, hypot, pi, sin, tau
from typing import Final

from exhibit.drawing.items import DrawingPath, DrawingPoint, DrawingRect

_STRIPS: Final = 14
"""Strips in which a ring is cut for touching."""


def turned(angle: float) -> float:
    """An angle between -pi and pi."""
    return (angle + pi) % tau - pi


def sector(centre: DrawingPoint, inner: float, outer: float, angles: tuple[float, float], gap: float) -> DrawingPath:
    """A piece of a ring whose straight sides keep a gap from their rays."""
    start, end = angles
    if end - start > tau - 0.01:
        gap = 0.0
    far, near = gap / outer, gap / inner
    outside = _arc(centre, outer, start + far, end - far)
    inside = _arc(centre, inner, end - near, start + near)
    return ((outside[0][0],), *outside[1:], (inside[0][0],), *inside[1:], (outside[0][0],))


def _arc(centre: DrawingPoint, radius: float, start: float, end: float) -> DrawingPath:
    """An arc as Bézier curves of a quarter turn at most; the first step is its start."""
    count = max(1, round(abs(end - start) / (pi / 4) + 0.5))
    step = (end - start) / count
    reach = 4 / 3 * radius * (sin(step / 4) / cos(step / 4))

    def at(angle: float, ahead: float = 0.0) -> DrawingPoint:
        x = centre[0] + cos(angle) * radius - sin(angle) * ahead
        return x, centre[1] + sin(angle) * radius + cos(angle) * ahead

    steps: list[tuple[DrawingPoint, ...]] = [(at(start),)]
    for number in range(count):
        one, two = start + number * step, start + (number + 1) * step
        steps.append((at(one, reach), at(two, -reach), at(two)))
    return tuple(steps)


def strips(centre: DrawingPoint, radii: tuple[float, float], angles: tuple[float, float]) -> list[DrawingRect]:
    """Boxes that together cover a piece of a ring, none of them reaching out of it; the largest first."""
    cell, found = 2 * radii[1] / _STRIPS, []
    for row in range(_STRIPS):
        top = -radii[1] + row * cell
        start: float | None = None
        for column in range(_STRIPS * 2 + 1):
            left = -radii[1] + column * cell / 2
            corners = [(left + right, top + down) for right in (0, cell / 2) for down in (0, cell)]
            inside = column < _STRIPS * 2 and all(_within(corner, radii, angles) for corner in corners)
            if inside and start is None:
                start = left
            elif not inside and start is not None:
                found.append((centre[0] + start, centre[1] + top, left - start, cell))
                start = None
    return sorted(found, key=lambda box: -box[2])


def _within(point: DrawingPoint, radii: tuple[float, float], angles: tuple[float, float]) -> bool:
    middle, half = sum(angles) / 2, (angles[1] - angles[0]) / 2
    return radii[0] <= hypot(*point) <= radii[1] and abs(turned(atan2(point[1], point[0]) - middle)) <= half
