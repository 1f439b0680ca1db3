"""Sectors of a ring: their outlines, and boxes that cover them."""

from math import atan2, cos, hypot, pi, sin, tau
from typing import Final

from exhibit.drawing.items import DrawingPath, DrawingPoint, DrawingRect

_ROWS: Final = 14
"""Rows in which a ring is cut into boxes."""
BOX_LOSS: Final = 4 / _ROWS
"""How much thinner the boxes of a sector can be than the sector, in the outer radius: a row at both rims."""


def normal_angle(angle: float) -> float:
    """The same angle between -pi and pi."""
    return (angle + pi) % tau - pi


def sector(centre: DrawingPoint, inner: float, outer: float, angles: tuple[float, float], gap: float) -> DrawingPath:
    """The outline of a sector between two radii and two angles; `gap` is left free along its straight sides."""
    start, end = angles
    if end - start > tau - 0.01:
        gap = 0.0
    far, near = gap / outer, gap / inner
    outside = _arc(centre, outer, start + far, end - far)
    inside = _arc(centre, inner, end - near, start + near)
    return ((outside[0][0],), *outside[1:], (inside[0][0],), *inside[1:], (outside[0][0],))


def _arc(centre: DrawingPoint, radius: float, start: float, end: float) -> DrawingPath:
    """An arc as Bézier curves of an eighth of a turn or less; the first step is its start."""
    count = max(1, round(abs(end - start) / (pi / 4) + 0.5))
    step = (end - start) / count
    reach = 4 / 3 * radius * (sin(step / 4) / cos(step / 4))

    def at(angle: float, ahead: float = 0.0) -> DrawingPoint:
        x = centre[0] + cos(angle) * radius - sin(angle) * ahead
        return x, centre[1] + sin(angle) * radius + cos(angle) * ahead

    steps: list[tuple[DrawingPoint, ...]] = [(at(start),)]
    for number in range(count):
        begin, finish = start + number * step, start + (number + 1) * step
        steps.append((at(begin, reach), at(finish, -reach), at(finish)))
    return tuple(steps)


def covering_boxes(centre: DrawingPoint, radii: tuple[float, float], angles: tuple[float, float]) -> list[DrawingRect]:
    """Boxes that together cover a sector and stay inside it, the widest first."""
    cell, boxes = 2 * radii[1] / _ROWS, []
    for row in range(_ROWS):
        top = -radii[1] + row * cell
        start: float | None = None
        for column in range(_ROWS * 2 + 1):
            left = -radii[1] + column * cell / 2
            corners = [(left + right, top + down) for right in (0, cell / 2) for down in (0, cell)]
            inside = column < _ROWS * 2 and all(_is_within(corner, radii, angles) for corner in corners)
            if inside and start is None:
                start = left
            elif not inside and start is not None:
                boxes.append((centre[0] + start, centre[1] + top, left - start, cell))
                start = None
    return sorted(boxes, key=lambda box: -box[2])


def _is_within(point: DrawingPoint, radii: tuple[float, float], angles: tuple[float, float]) -> bool:
    middle, half = sum(angles) / 2, (angles[1] - angles[0]) / 2
    return radii[0] <= hypot(*point) <= radii[1] and abs(normal_angle(atan2(point[1], point[0]) - middle)) <= half
