"""Finds a place for each label: none covers another, a pin or anything else that is in the way; no Qt."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Final, NamedTuple

from exhibit.model.region import MapPoint
from exhibit.ui.map.box import MapBox, hull

_SIDES: Final = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Right, left, above, below, then the corners: the order in which they are tried."""
_RINGS: Final = 14
_DIRECTIONS: Final = 16


class LabelRequest(NamedTuple):
    """A label to place: `point` is what it names, `clear` how far from there it begins."""

    id: str
    point: MapPoint
    clear: float
    width: float
    height: float
    must: bool = True
    """Placed in any case, with a leader line at need; otherwise left out where there is no room."""


class PlacedLabel(NamedTuple):
    """Where a label stands; with `leader`, it stands apart and a line leads to it."""

    id: str
    box: MapBox
    leader: bool = False


def placed(wanted: Sequence[LabelRequest], in_the_way: Sequence[MapBox], bounds: MapBox) -> dict[str, PlacedLabel]:
    """Places for labels, the first served first, by id; those left out are missing."""
    taken = list(in_the_way)
    found: dict[str, PlacedLabel] = {}
    for one in wanted:
        label = _beside(one, taken, bounds) or (_apart(one, taken, bounds) if one.must else None)
        if label:
            found[one.id] = label
            taken.append(label.box)
    return found


def _beside(one: LabelRequest, taken: Sequence[MapBox], bounds: MapBox) -> PlacedLabel | None:
    boxes = (_side(one, *side) for side in _SIDES)
    return next((PlacedLabel(one.id, box) for box in boxes if _is_free(box, taken, bounds)), None)


def _side(one: LabelRequest, right: int, down: int) -> MapBox:
    clear = one.clear if 0 in (right, down) else one.clear * 0.75
    x = one.point[0] + right * clear + (right - 1) * one.width / 2
    y = one.point[1] + down * clear + (down - 1) * one.height / 2
    return MapBox(x, y, one.width, one.height)


def _apart(one: LabelRequest, taken: Sequence[MapBox], bounds: MapBox) -> PlacedLabel:
    """The nearest free place around, else the one that covers least."""
    boxes = [_inside(box, bounds) for box in _around(one)]
    reach = hull(boxes)
    near = [box for box in taken if box.meets(reach)]  # with a hundred pins, looking at all of them takes seconds
    free = next((box for box in boxes if _is_free(box, near, bounds)), None)
    return PlacedLabel(one.id, free or min(boxes, key=lambda box: _covered(box, near)), leader=True)


def _covered(box: MapBox, others: Sequence[MapBox]) -> float:
    """The area of other boxes that a box covers."""
    return sum(box.shared(other) for other in others if box.meets(other))


def _around(one: LabelRequest) -> Iterator[MapBox]:
    for ring in range(1, _RINGS + 1):
        for step in range(_DIRECTIONS):
            angle = 2 * pi * step / _DIRECTIONS
            reach = one.clear + ring * one.height * 0.8
            x = one.point[0] + cos(angle) * (reach + one.width / 2)
            y = one.point[1] + sin(angle) * (reach + one.height / 2)
            yield MapBox(x - one.width / 2, y - one.height / 2, one.width, one.height)


def _inside(box: MapBox, bounds: MapBox) -> MapBox:
    x = max(bounds.x, min(box.x, bounds.right - box.width))
    y = max(bounds.y, min(box.y, bounds.bottom - box.height))
    return MapBox(x, y, box.width, box.height)


def _is_free(box: MapBox, taken: Sequence[MapBox], bounds: MapBox) -> bool:
    return bounds.holds(box) and not any(box.meets(other) for other in taken)
