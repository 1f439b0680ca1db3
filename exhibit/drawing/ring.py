"""Bodies as the sectors of a ring around what they act as together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import atan2, cos, hypot, inf, pi, sin, tau
from typing import Final, NamedTuple

from exhibit.drawing.arcs import BOX_LOSS, covering_boxes, normal_angle, sector
from exhibit.drawing.items import DrawingPoint, DrawingRect, PlateItem, ShapeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle

_MAX_LINES: Final = 4
"""Lines of a name, at most."""
_HUB_SHARE: Final = 0.36
"""A good radius of the inner rim, in the radius of the outer rim."""
_NAME_SHARES: Final = (2.0, 1.8, 1.6, 1.4, 1.2)
"""Sizes that names may have in a ring with more room than it needs, in the size of type."""
_GROWTH_LEEWAY: Final = 1.15
"""How much more than the ring the type may grow; larger type needs a ring that is nearly as much larger."""
_MIN_SIZE: Final = 12
"""Design pixels of the thickness of a sector and of the hub; without fingers their names need more anyway."""
_FARTHEST: Final = 60
"""The farthest that a name can be from the middle, in the size of type."""
_SEARCH_STEPS: Final = 14


class _NameLines(NamedTuple):
    """A name in lines, and their width and height in pixels."""

    lines: tuple[str, ...]
    width: float
    height: float

    def corners(self, middle: DrawingPoint) -> list[DrawingPoint]:
        """The corners of the lines around a middle."""
        x, y = middle
        return [(x + side * self.width / 2, y + down * self.height / 2) for side in (-1, 1) for down in (-1, 1)]

    def reach(self, middle: DrawingPoint) -> float:
        """The distance of the farthest corner from the middle of the ring."""
        return max(hypot(*corner) for corner in self.corners(middle))


@dataclass(frozen=True)
class BodyRing:
    """A sector for each body, with clasps between them, and in the middle what they act as."""

    context: LayoutContext
    bodies: tuple[str, ...]
    whole: str | None

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        diameter = 2 * self._plan.radius
        return diameter if diameter <= width else inf

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        radius = min(width, height) / 2
        growth = radius / self._plan.radius
        plans = (_RingPlan.of(self, share) for share in _NAME_SHARES if share < growth * _GROWTH_LEEWAY)
        plan = next((plan for plan in plans if plan.radius <= radius), self._plan)
        plan.draw((x + width / 2, y + height / 2), radius, sheet)

    def angles(self, number: int) -> tuple[float, float]:
        """Where a sector begins and ends, clockwise.

        The first sector is on top. If their number is a multiple of four, the first begins at the left.
        """
        step = tau / len(self.bodies)
        first = -pi if len(self.bodies) % 4 == 0 else -pi / 2 - step / 2
        return first + number * step, first + (number + 1) * step

    def point_at(self, number: int, distance: float) -> DrawingPoint:
        """The point in the middle of a sector at a distance from the middle of the ring."""
        middle = sum(self.angles(number)) / 2
        return cos(middle) * distance, sin(middle) * distance

    @property
    def half_gap(self) -> float:
        """Half of the gap between two sectors, in pixels."""
        return self.context.em(0.14)

    @cached_property
    def _plan(self) -> "_RingPlan":
        return _RingPlan.of(self, 1.0)


class _RingPlan(NamedTuple):
    """The smallest ring in a size of type: the names in lines, and how large it must be."""

    ring: BodyRing
    style: TypeStyle
    hub_style: TypeStyle
    hub: _NameLines | None
    inner: float
    """The radius of the inner rim."""
    names: tuple[_NameLines, ...]
    distances: tuple[float, ...]
    """The distance of each name from the middle of the ring."""
    radius: float

    @staticmethod
    def of(ring: BodyRing, share: float) -> "_RingPlan":
        """The smallest ring whose type is a share of the usual one, and whose sectors can be pressed."""
        context, style = ring.context, ring.context.style(share)
        hub_style = context.style(share * 1.25, colour="paper")
        hub = _roundest(context, ring.whole, hub_style) if ring.whole else None
        inner = (_hub_radius(context, hub) if hub else context.em(0.4)) + context.em(0.35)
        placed = [_best_placed(ring, number, style, inner) for number in range(len(ring.bodies))]
        reach = max(name.reach(ring.point_at(number, away)) for number, (name, away) in enumerate(placed))
        return _RingPlan(
            ring=ring,
            style=style,
            hub_style=hub_style,
            hub=hub,
            inner=inner,
            names=tuple(name for name, _ in placed),
            distances=tuple(away for _, away in placed),
            radius=max(reach + context.em(0.5), _pressable_radius(ring, inner)),
        )

    def draw(self, centre: DrawingPoint, radius: float, sheet: DrawingSheet) -> None:
        """Draws the ring with an outer radius that is at least its own."""
        growth = radius / self.radius
        inner = self._inner(radius, growth)
        for number in range(len(self.names)):
            self._draw_sector(number, centre, (inner, radius), growth, sheet)
        self._draw_clasps(centre, (inner + radius) / 2, sheet)
        if self.hub and self.ring.whole:
            self._draw_hub(self.ring.whole, self.hub, centre, inner - self.ring.context.em(0.35), sheet)

    def _draw_sector(
        self, number: int, centre: DrawingPoint, radii: tuple[float, float], growth: float, sheet: DrawingSheet
    ) -> None:
        ring, border = self.ring, self.ring.context.line_width
        angles, parts = ring.angles(number), (ring.bodies[number],)
        path = sector(centre, *radii, angles, ring.half_gap)
        sheet.add(ShapeItem(path, fill="gold:16", border="gold", border_width=border, parts=parts))
        name, (x, y) = self._placed(number, radii, growth)
        box = centre[0] + x - name.width / 2, centre[1] + y - name.height / 2, name.width, name.height
        sheet.write(name.lines, self.style, box, parts)
        sheet.add_target(ring.bodies[number], box, *covering_boxes(centre, radii, angles))

    def _inner(self, radius: float, growth: float) -> float:
        """The inner radius: a good one if every name then fits half-way between the rims, else the planned one."""
        good = max(self.inner * growth, radius * _HUB_SHARE)
        fits = radius * (1 - BOX_LOSS) >= good + self.ring.context.theme.target(_MIN_SIZE) and all(
            self._half_way(number, (good, radius)) for number in range(len(self.names))
        )
        return good if fits else self.inner * growth

    def _placed(self, number: int, radii: tuple[float, float], growth: float) -> tuple[_NameLines, DrawingPoint]:
        """A name half-way between the rims if it fits there, else as planned; and its middle."""
        name = self._half_way(number, radii)
        distance = sum(radii) / 2 if name else self.distances[number] * growth
        return name or self.names[number], self.ring.point_at(number, distance)

    def _half_way(self, number: int, radii: tuple[float, float]) -> _NameLines | None:
        """A name in the fewest lines that fit half-way between the rims, None if none fit."""
        ring, middle = self.ring, self.ring.point_at(number, sum(radii) / 2)
        for name in _line_breaks(ring.context, ring.bodies[number], self.style):
            reach = name.reach(middle) + ring.context.em(0.5)
            if reach <= radii[1] and _is_clear(ring, number, name.corners(middle), radii[0]):
                return name
        return None

    def _draw_clasps(self, centre: DrawingPoint, distance: float, sheet: DrawingSheet) -> None:
        """Draws the clasps between neighbours."""
        radius = self.ring.context.em(0.34)
        for number in range(len(self.names) if len(self.names) > 1 else 0):
            angle = self.ring.angles(number)[0]
            x, y = centre[0] + cos(angle) * distance, centre[1] + sin(angle) * distance
            box = x - radius, y - radius, 2 * radius, 2 * radius
            border = self.ring.context.line_width * 2
            sheet.add(PlateItem(box, radius, fill="gold", border="paper", border_width=border))

    def _draw_hub(self, part: str, name: _NameLines, centre: DrawingPoint, radius: float, sheet: DrawingSheet) -> None:
        disc = centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius
        sheet.add(PlateItem(disc, radius, "ink", parts=(part,)))
        box = centre[0] - name.width / 2, centre[1] - name.height / 2, name.width, name.height
        sheet.write(name.lines, self.hub_style, box, (part,))
        sheet.add_target(part, box, *covering_boxes(centre, (0.0, radius), (-pi, pi)))


def _line_breaks(context: LayoutContext, part: str, style: TypeStyle) -> list[_NameLines]:
    """A name in one line, in two, and so on."""
    name = context.name(part)
    whole = context.width(name, style)
    broken = (context.lines(name, style, whole / count + 1) for count in range(1, _MAX_LINES + 1))
    return [
        _NameLines(lines, max(context.width(line, style) for line in lines), len(lines) * style.height)
        for lines in dict.fromkeys(broken)
    ]


def _roundest(context: LayoutContext, part: str, style: TypeStyle) -> _NameLines:
    """The lines that need the smallest circle."""
    return min(_line_breaks(context, part, style), key=lambda name: hypot(name.width, name.height))


def _hub_radius(context: LayoutContext, name: _NameLines) -> float:
    """The radius of the disc around a name, whose boxes can be pressed."""
    return max(
        hypot(name.width, name.height) / 2 + context.em(0.4), context.theme.target(_MIN_SIZE) / 2 / (1 - BOX_LOSS / 2)
    )


def _best_placed(ring: BodyRing, number: int, style: TypeStyle, inner: float) -> tuple[_NameLines, float]:
    """The lines that need the smallest ring, and their distance from its middle."""
    names = _line_breaks(ring.context, ring.bodies[number], style)
    placed = [(name, _distance_out(ring, number, name, inner)) for name in names]
    return min(placed, key=lambda one: one[0].reach(ring.point_at(number, one[1])))


def _distance_out(ring: BodyRing, number: int, name: _NameLines, inner: float) -> float:
    """The distance from the middle at which a name is clear of the hub and of the neighbours."""
    low, high = 0.0, ring.context.em(_FARTHEST)
    for _ in range(_SEARCH_STEPS):
        middle = (low + high) / 2
        if _is_clear(ring, number, name.corners(ring.point_at(number, middle)), inner):
            high = middle
        else:
            low = middle
    return high


def _is_clear(ring: BodyRing, number: int, corners: Sequence[DrawingPoint], inner: float) -> bool:
    """Whether a box, given by its corners, keeps away from the inner rim and from the sides of its sector."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    nearest = hypot(max(min(xs), -max(xs), 0.0), max(min(ys), -max(ys), 0.0))
    if nearest < inner + ring.context.em(0.3):
        return False
    if len(ring.bodies) == 1:
        return True
    start, end = ring.angles(number)
    middle, half, margin = (start + end) / 2, (end - start) / 2, ring.half_gap + ring.context.em(0.4)
    polar = [(half - abs(normal_angle(atan2(y, x) - middle)), hypot(x, y)) for x, y in corners]
    return all(angle > 0 and distance * sin(min(angle, pi / 2)) > margin for angle, distance in polar)


def _pressable_radius(ring: BodyRing, inner: float) -> float:
    """The outer radius from which on the boxes of a sector are as thick as a target, and the sector as wide."""
    target, count = ring.context.theme.target(_MIN_SIZE), len(ring.bodies)
    thick = (inner + target) / (1 - BOX_LOSS)
    return thick if count < 3 else max(thick, target / sin(pi / count) - inner)
