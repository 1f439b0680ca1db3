"""The silhouette of a drawing: its shape and the number of its parts, without words."""

import math
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from exhibit.model.system import CompositionShape, LevelsShape, PairsShape, PillarsShape, SystemShape

SilhouetteFill = Literal["ink", "gold", "accent", "soft", "edge", "card"]
"""Names of colours of the theme."""
SilhouettePoint = tuple[float, float]

SILHOUETTE_WIDTH: Final = 150.0
SILHOUETTE_HEIGHT: Final = 104.0
"""The units of the box that every silhouette stands in."""
_MOST: Final = 12
"""Parts of one kind that can be told apart at this size; more are not drawn."""
_ARC_STEPS: Final = 12
"""Points of each edge of a ring's piece."""


class SilhouettePolygon(NamedTuple):
    """A filled polygon."""

    points: tuple[SilhouettePoint, ...]
    fill: SilhouetteFill


class SilhouetteDisc(NamedTuple):
    """A disc, or a ring whose line is `line` thick."""

    x: float
    y: float
    radius: float
    fill: SilhouetteFill
    line: float = 0.0


SilhouetteItem = SilhouettePolygon | SilhouetteDisc


def silhouette(drawing: SystemShape) -> tuple[SilhouetteItem, ...]:
    """The silhouette of a drawing, from the back to the front."""
    match drawing:
        case PairsShape():
            return tuple(_pairs(len(drawing.pairs[:_MOST])))
        case LevelsShape():
            return tuple(_levels(len(drawing.levels[:_MOST])))
        case CompositionShape():
            return tuple(_composition(len(drawing.bodies[:_MOST])))
        case PillarsShape():
            return tuple(_pillars(drawing))


def _box(x: float, y: float, width: float, height: float, fill: SilhouetteFill) -> SilhouettePolygon:
    right, bottom = x + width, y + height
    return SilhouettePolygon(((x, y), (right, y), (right, bottom), (x, bottom)), fill)


def _row(count: int, left: float, right: float, gap: float) -> Iterator[tuple[float, float]]:
    """Left edge and width of each of so many boxes side by side."""
    width = (right - left - gap * (count - 1)) / max(1, count)
    for number in range(count):
        yield left + number * (width + gap), width


def _pairs(count: int) -> Iterator[SilhouetteItem]:
    """Two ends and what joins them, two pairs in a line; one that is over stands in the middle."""
    lines = _pair_lines(count)
    pitch = SILHOUETTE_HEIGHT / max(1, len(lines))
    radius = min(11.0, pitch * 0.36)
    for number, across in enumerate(lines):
        y = pitch * (number + 0.5)
        for x in (75.0,) if across == 1 else (38.0, 112.0):
            near, line = radius * 1.8, radius * 0.36
            yield _box(x - near, y - line / 2, 2 * near, line, "gold")
            yield SilhouetteDisc(x, y, radius * 0.45, "gold")
            yield SilhouetteDisc(x - near, y, radius, "ink")
            yield SilhouetteDisc(x + near, y, radius, "ink", line)


def _pair_lines(count: int) -> list[int]:
    """How many pairs stand in each line."""
    if count <= 3:
        return [1] * count
    lines = [2] * (count // 2)
    if count % 2:
        lines.insert(len(lines) // 2, 1)
    return lines


def _levels(count: int) -> Iterator[SilhouetteItem]:
    """Boxes in each other on one ground, the innermost in gold; each is lighter than the one around it."""
    fills: Sequence[SilhouetteFill] = ("ink", "soft", "edge")
    for number in range(count):
        share = 1 - 0.76 * number / max(1, count - 1)
        width, height = 140 * share, 100 * share
        fill: SilhouetteFill = "gold" if number and number == count - 1 else fills[number % len(fills)]
        if number:
            yield _box(75 - width / 2 - 2, 100 - height, width + 4, height + 2, "card")
        yield _box(75 - width / 2, 102 - height, width, height, fill)


def _composition(count: int) -> Iterator[SilhouetteItem]:
    """A ring of as many pieces as bodies, around what they do together."""
    for number in range(count):
        start, end = (math.radians((number + edge) * 360 / count) for edge in (0.0, 1.0))
        gap = math.radians(4) if count > 1 else 0.0
        outer = _arc(50, start + gap, end - gap)
        inner = _arc(24, end - 2 * gap, start + 2 * gap)
        yield SilhouettePolygon((*outer, *inner), "ink")
    yield SilhouetteDisc(75, 52, 17, "gold")


def _arc(radius: float, start: float, end: float) -> list[SilhouettePoint]:
    angles = (start + (end - start) * step / _ARC_STEPS for step in range(_ARC_STEPS + 1))
    return [(75 + radius * math.cos(angle), 52 + radius * math.sin(angle)) for angle in angles]


def _pillars(drawing: PillarsShape) -> Iterator[SilhouetteItem]:
    """A roof on its beam, columns with their caps, and their feet."""
    yield SilhouettePolygon(_ROOF, "ink")
    for x, width in _row(max(1, len(drawing.roof[:_MOST])), 12, 138, 1.8):
        yield _box(x, 36, width, 8, "gold")
    caps = list(dict.fromkeys(column.cap for column in drawing.columns))
    for number, (x, width) in enumerate(_row(len(drawing.columns[:_MOST]), 12, 138, 0)):
        middle, wide = x + width / 2, min(12.0, width * 0.52)
        cap = _cap_fill(caps.index(drawing.columns[number].cap), len(caps), len(drawing.columns))
        yield SilhouettePolygon(_cap(middle, width), cap)
        yield _box(middle - wide / 2, 56, wide, 33, "ink")
    feet = len(drawing.feet[:_MOST])
    for x, width in _row(max(1, feet), 8, 142, 2):
        yield _box(x, 91, width, 9, "gold" if feet > 1 else "ink")


def _cap(middle: float, width: float) -> tuple[SilhouettePoint, ...]:
    top, foot = width * 0.42, width * 0.30
    return (middle - top, 47), (middle + top, 47), (middle + foot, 54), (middle - foot, 54)


def _cap_fill(kind: int, kinds: int, columns: int) -> SilhouetteFill:
    """Caps that several columns share are told apart by colour."""
    if not 1 < kinds < columns:
        return "ink"
    return "accent" if kind == 0 else "gold"


_ROOF: Final[tuple[SilhouettePoint, ...]] = (
    (56, 6), (94, 6), (94.5, 9), (93, 11), (102, 16.5), (114, 21), (127, 25), (140, 28), (144, 29.5), (145, 33),
    (5, 33), (6, 29.5), (10, 28), (23, 25), (36, 21), (48, 16.5), (57, 11), (55.5, 9),
)  # fmt: skip
"""A hipped roof with a short ridge."""
