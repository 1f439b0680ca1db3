"""Bodies in a ring around what they make together."""

from dataclasses import dataclass
from functools import cached_property
from math import atan2, cos, hypot, inf, pi, sin, tau
from typing import Final

from exhibit.drawing.arcs import sector, strips, turned
from exhibit.drawing.items import DrawingPoint, DrawingRect, PlateItem, ShapeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle

_MOST_LINES: Final = 4
_HUB: Final = 0.36
"""The radius of the inner rim, in that of the outer one, where there is room."""
_SHARES: Final = (2.0, 1.8, 1.6, 1.4, 1.2)
"""Sizes of type that names may have in a ring with more room than it needs."""


@dataclass(frozen=True, slots=True)
class _RingWords:
    """A name in lines, and the room it takes."""

    lines: tuple[str, ...]
    width: float
    height: float

    def corners(self, at: DrawingPoint) -> list[DrawingPoint]:
        """Of its box, around a point."""
        return [(at[0] + side * self.width / 2, at[1] + up * self.height / 2) for side in (-1, 1) for up in (-1, 1)]

    def reach(self, at: DrawingPoint) -> float:
        """How far from the middle of the ring its farthest corner is."""
        return max(hypot(*corner) for corner in self.corners(at))


@dataclass(frozen=True)
class BodyRing:
    """Pieces of a ring, one for each body, held together by clasps; in the middle, what they act as."""

    hand: LayoutContext
    bodies: tuple[str, ...]
    whole: str | None

    def tall(self, width: float) -> float:
        least = 2 * self._plan.radius
        return least if least <= width else inf

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        radius = min(width, height) / 2
        growth = radius / self._plan.radius  # larger type needs a larger ring, nearly as much
        plans = (_RingPlan.of(self, share) for share in _SHARES if share < growth * 1.15)
        plan = next((plan for plan in plans if plan.radius <= radius), self._plan)
        plan.put((x + width / 2, y + height / 2), radius, sheet)

    @cached_property
    def _plan(self) -> "_RingPlan":
        return _RingPlan.of(self, 1.0)


@dataclass(frozen=True, slots=True)
class _RingPlan:
    """A ring in a size of type: the words of the hub and of each piece, and the least size of it all."""

    ring: BodyRing
    type: TypeStyle
    hub_type: TypeStyle
    hub: _RingWords | None
    inner: float
    """The least radius of the inner rim."""
    words: tuple[_RingWords, ...]
    away: tuple[float, ...]
    """How far from the middle the words stand in a ring of least size."""
    radius: float

    @staticmethod
    def of(ring: BodyRing, share: float) -> "_RingPlan":
        """The smallest ring in a type so much of the usual."""
        hand, type = ring.hand, ring.hand.type(share)
        hub_type = hand.type(share * 1.25, colour="paper")
        hub = _smallest(hand, ring.whole, hub_type) if ring.whole else None
        inner = (hypot(hub.width, hub.height) / 2 if hub else 0) + hand.em(0.75)
        found = [_best(ring, number, type, inner) for number in range(len(ring.bodies))]
        radius = max(words.reach(_at(ring, number, away)) for number, (words, away) in enumerate(found))
        words, away = tuple(words for words, _ in found), tuple(away for _, away in found)
        return _RingPlan(ring, type, hub_type, hub, inner, words, away, radius + hand.em(0.5))

    def put(self, centre: DrawingPoint, radius: float, sheet: DrawingSheet) -> None:
        """Draws it, as large as is said."""
        growth = radius / self.radius
        inner = self._inner(radius, growth)
        for number in range(len(self.words)):
            self._piece(number, centre, (inner, radius), growth, sheet)
        self._clasps(centre, (inner + radius) / 2, sheet)
        if self.hub and self.ring.whole:
            self._middle(self.ring.whole, self.hub, centre, inner - self.ring.hand.em(0.35), sheet)

    def _piece(
        self, number: int, centre: DrawingPoint, radii: tuple[float, float], growth: float, sheet: DrawingSheet
    ) -> None:
        ring, hand, part = self.ring, self.ring.hand, self.ring.bodies[number]
        angles, parts = _angles(ring, number), (part,)
        sheet.add(ShapeItem(sector(centre, *radii, angles, _gap(hand)), "gold:16", "gold", hand.thin, parts))
        words, (x, y) = self._standing(number, radii, growth)
        box = centre[0] + x - words.width / 2, centre[1] + y - words.height / 2, words.width, words.height
        sheet.write(words.lines, self.type, box, parts)
        sheet.touch(part, [box, *strips(centre, radii, angles)])

    def _inner(self, radius: float, growth: float) -> float:
        """The radius of the inner rim: a good one, where every name then stands half way between the rims."""
        good = max(self.inner * growth, radius * _HUB)
        fits = all(self._half_way(number, (good, radius)) for number in range(len(self.words)))
        return good if fits else self.inner * growth

    def _standing(self, number: int, radii: tuple[float, float], growth: float) -> tuple[_RingWords, DrawingPoint]:
        """Half way between the rims; else as planned."""
        words = self._half_way(number, radii)
        away = sum(radii) / 2 if words else self.away[number] * growth
        return words or self.words[number], _at(self.ring, number, away)

    def _half_way(self, number: int, radii: tuple[float, float]) -> _RingWords | None:
        """A name in as few lines as fit there."""
        ring, at = self.ring, _at(self.ring, number, sum(radii) / 2)
        for words in _tries(ring.hand, ring.bodies[number], self.type):
            reach = words.reach(at) + ring.hand.em(0.5)
            if reach <= radii[1] and _clear(ring, number, words.corners(at), radii[0]):
                return words
        return None

    def _clasps(self, centre: DrawingPoint, away: float, sheet: DrawingSheet) -> None:
        """What holds neighbours together."""
        half = self.ring.hand.em(0.34)
        for number in range(len(self.words) if len(self.words) > 1 else 0):
            angle = _angles(self.ring, number)[0]
            x, y = centre[0] + cos(angle) * away, centre[1] + sin(angle) * away
            box = x - half, y - half, 2 * half, 2 * half
            sheet.add(PlateItem(box, half, "gold", "paper", self.ring.hand.thin * 2))

    def _middle(self, part: str, words: _RingWords, centre: DrawingPoint, radius: float, sheet: DrawingSheet) -> None:
        disc = centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius
        sheet.add(PlateItem(disc, radius, "ink", parts=(part,)))
        box = centre[0] - words.width / 2, centre[1] - words.height / 2, words.width, words.height
        sheet.write(words.lines, self.hub_type, box, (part,))
        sheet.touch(part, [box, *strips(centre, (0.0, radius), (-pi, pi))])


def _tries(hand: LayoutContext, part: str, type: TypeStyle) -> list[_RingWords]:
    """A name in one line, in two, and so on."""
    name = hand.name(part)
    whole = hand.width(name, type)
    broken = (hand.lines(name, type, whole / count + 1) for count in range(1, _MOST_LINES + 1))
    return [
        _RingWords(lines, max(hand.width(line, type) for line in lines), len(lines) * type.height)
        for lines in dict.fromkeys(broken)
    ]


def _smallest(hand: LayoutContext, part: str, type: TypeStyle) -> _RingWords:
    """The lines that a circle holds best."""
    return min(_tries(hand, part, type), key=lambda words: hypot(words.width, words.height))


def _best(ring: BodyRing, number: int, type: TypeStyle, inner: float) -> tuple[_RingWords, float]:
    """The lines that need the smallest ring, and how far out they stand."""
    found = [(words, _away(ring, number, words, inner)) for words in _tries(ring.hand, ring.bodies[number], type)]
    return min(found, key=lambda one: one[0].reach(_at(ring, number, one[1])))


def _away(ring: BodyRing, number: int, words: _RingWords, inner: float) -> float:
    """How far out words must stand, to be clear of the hub and of the neighbours."""
    low, away = 0.0, ring.hand.em(60)
    for _ in range(14):
        tried = (low + away) / 2
        if _clear(ring, number, words.corners(_at(ring, number, tried)), inner):
            away = tried
        else:
            low = tried
    return away


def _clear(ring: BodyRing, number: int, corners: list[DrawingPoint], inner: float) -> bool:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    nearest = hypot(max(min(xs), -max(xs), 0.0), max(min(ys), -max(ys), 0.0))
    if nearest < inner + ring.hand.em(0.3):
        return False
    if len(ring.bodies) == 1:
        return True
    start, end = _angles(ring, number)
    middle, half, air = (start + end) / 2, (end - start) / 2, _gap(ring.hand) + ring.hand.em(0.4)
    away = [(half - abs(turned(atan2(y, x) - middle)), hypot(x, y)) for x, y in corners]
    return all(angle > 0 and far * sin(min(angle, pi / 2)) > air for angle, far in away)


def _angles(ring: BodyRing, number: int) -> tuple[float, float]:
    """Where a piece begins and ends. The first of four begins at the left, else the first is on top; on clockwise."""
    step = tau / len(ring.bodies)
    first = -pi if len(ring.bodies) % 4 == 0 else -pi / 2 - step / 2
    return first + number * step, first + (number + 1) * step


def _at(ring: BodyRing, number: int, away: float) -> DrawingPoint:
    """A point in the middle of a piece."""
    middle = sum(_angles(ring, number)) / 2
    return cos(middle) * away, sin(middle) * away


def _gap(hand: LayoutContext) -> float:
    """Half of what is between two pieces."""
    return hand.em(0.14)
