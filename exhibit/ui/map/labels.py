"""Finds a place for each label where it covers no other label, no pin and nothing else; no Qt."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Final, NamedTuple

from exhibit.model.region import MapPoint
from exhibit.ui.map.geometry import MapBox

_SIDES: Final = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Right, left, above, below, then the corners: the order in which they are tried."""
_RINGS: Final = 14
"""Circles around a point on which a place apart is tried."""
_DIRECTIONS: Final = 16
"""Places tried on each circle."""


class LabelRequest(NamedTuple):
    """A label to place; lengths in pixels."""

    id: str
    point: MapPoint
    """What the label names."""
    distance: float
    """How far from the point the label begins."""
    width: float
    height: float
    required: bool = True
    """Placed in any case, with a leader line if needed; otherwise left out where there is no room."""


class PlacedLabel(NamedTuple):
    """Where a label is; with `leader`, it is apart from its point and a line leads to it."""

    id: str
    box: MapBox
    leader: bool = False


def place_labels(
    requests: Sequence[LabelRequest], occupied: Sequence[MapBox], bounds: MapBox
) -> dict[str, PlacedLabel]:
    """Places for labels by id, in the order of the requests; labels without room are missing."""
    taken = list(occupied)
    found: dict[str, PlacedLabel] = {}
    for one in requests:
        label = _beside(one, taken, bounds) or (_apart(one, taken, bounds) if one.required else None)
        if label:
            found[one.id] = label
            taken.append(label.box)
    return found


def _beside(one: LabelRequest, taken: Sequence[MapBox], bounds: MapBox) -> PlacedLabel | None:
    boxes = (_side(one, *side) for side in _SIDES)
    return next((PlacedLabel(one.id, box) for box in boxes if _is_free(box, taken, bounds)), None)


def _side(one: LabelRequest, right: int, down: int) -> MapBox:
    distance = one.distance if 0 in (right, down) else one.distance * 0.75
    x = one.point[0] + right * distance + (right - 1) * one.width / 2
    y = one.point[1] + down * distance + (down - 1) * one.height / 2
    return MapBox(x, y, one.width, one.height)


def _apart(one: LabelRequest, taken: Sequence[MapBox], bounds: MapBox) -> PlacedLabel:
    """The nearest free place around the point, else the one that covers least."""
    boxes = [_moved_inside(box, bounds) for box in _boxes_around(one)]
    free = next((box for box in boxes if _is_free(box, taken, bounds)), None)
    return PlacedLabel(
        one.id, free or min(boxes, key=lambda box: sum(box.overlap_area(other) for other in taken)), leader=True
    )


def _boxes_around(one: LabelRequest) -> Iterator[MapBox]:
    for ring in range(1, _RINGS + 1):
        for step in range(_DIRECTIONS):
            angle = 2 * pi * step / _DIRECTIONS
            reach = one.distance + ring * one.height * 0.8
            x = one.point[0] + cos(angle) * (reach + one.width / 2)
            y = one.point[1] + sin(angle) * (reach + one.height / 2)
            yield MapBox(x - one.width / 2, y - one.height / 2, one.width, one.height)


def _moved_inside(box: MapBox, bounds: MapBox) -> MapBox:
    x = max(bounds.x, min(box.x, bounds.right - box.width))
    y = max(bounds.y, min(box.y, bounds.bottom - box.height))
    return MapBox(x, y, box.width, box.height)


def _is_free(box: MapBox, taken: Sequence[MapBox], bounds: MapBox) -> bool:
    return bounds.encloses(box) and not any(box.overlaps(other) for other in taken)
