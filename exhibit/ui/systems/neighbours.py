"""Which part of a drawing an arrow key leads to, from the boxes of the parts; no Qt."""

from collections.abc import Sequence

from exhibit.ui.widgets.layout import FocusDirection

PartRect = tuple[float, float, float, float]
"""Left, top, width and height in pixels."""
PartSpot = tuple[int, int]
"""The number of a part, and the number of one of its boxes."""


def neighbour_spot(parts: Sequence[Sequence[PartRect]], start: PartSpot, direction: FocusDirection) -> PartSpot:
    """The nearest box of another part in a direction, or `start` if there is none.

    `parts` holds the boxes of each part. Home and End lead to the first part and the last.
    """
    if direction in ("first", "last"):
        return (0 if direction == "first" else len(parts) - 1), 0
    here = parts[start[0]][start[1]]
    found = [
        (distance, (index, number))
        for index, boxes in enumerate(parts)
        for number, box in enumerate(boxes)
        if index != start[0] and (distance := _distance(here, box, direction)) is not None
    ]
    return min(found)[1] if found else start


def _distance(start: PartRect, box: PartRect, direction: FocusDirection) -> tuple[int, float] | None:
    """How far a box is in a direction, straight ahead before aside; None if it does not lie there."""
    if direction in ("up", "down"):
        start, box = _turned(start), _turned(box)
    if direction in ("left", "up"):
        start, box = _mirrored(start), _mirrored(box)
    if box[0] - start[0] <= 1:
        return None
    gap = max(box[0] - start[0] - start[2], 0.0)
    aside = max(box[1] - start[1] - start[3], start[1] - box[1] - box[3], 0.0)
    askew = abs(box[1] + box[3] / 2 - start[1] - start[3] / 2)
    beyond = box[0] - start[0] - start[2] > -2
    rank = 0 if beyond and not aside else 1 if beyond else 2
    return rank, gap + 3 * aside + askew / 10


def _turned(box: PartRect) -> PartRect:
    return box[1], box[0], box[3], box[2]


def _mirrored(box: PartRect) -> PartRect:
    return -box[0] - box[2], box[1], box[2], box[3]
