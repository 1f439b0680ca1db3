"""Places the call-outs of a large map: cards off the land, each with a line to its place; no Qt."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import dist, inf
from typing import Final, NamedTuple

from exhibit.model.region import MapPoint
from exhibit.ui.map.geometry import MapBox, crosses, square_around

_STEPS_IN_CARD: Final = 1.6
"""Places tried in the height of a card."""
_LAND_COST: Final = 0.05
"""What a cell of land under a card costs, where the view's half perimeter away costs 1."""
_CROSSING_COST: Final = 0.4
"""What two lines that cross, or a line under a card, cost in the same measure."""
_ROUNDS: Final = 2
"""How often each card is placed again, now that the others have a place."""


class CalloutRequest(NamedTuple):
    """A card to place; all in pixels."""

    id: str
    home: MapPoint
    """The place it tells of."""
    width: float
    height: float


class CalloutSpace(NamedTuple):
    """Where cards may be, in pixels."""

    view: MapBox
    gap: float
    """Between cards."""
    land: Callable[[MapBox], float]
    """How much land a box covers, in cells."""
    occupied: Sequence[MapBox]
    """What a card may not cover."""


def place_callouts(requests: Sequence[CalloutRequest], space: CalloutSpace) -> dict[str, MapBox] | None:
    """A box for each card, or None where one has no place. Cards leave the land free, and lines do not cross."""
    spots = {size: _spots(*size, space) for size in {(one.width, one.height) for one in requests}}
    ranked = {one.id: _ranked(one, spots[one.width, one.height], space) for one in requests}
    tries = (_arranged(order, ranked, space.gap) for order in (requests, requests[::-1]))
    return min((found for found in tries if found), key=lambda found: found.cost, default=_NOWHERE).boxes


def line_boxes(box: MapBox, home: MapPoint, side: float) -> list[MapBox]:
    """Squares along the line from a place to its card, so that names keep clear of it."""
    x, y = card_end(box, home)
    steps = max(1, round(dist((x, y), home) / side))
    points = ((home[0] + (x - home[0]) * step / steps, home[1] + (y - home[1]) * step / steps) for step in range(steps))
    return [square_around(point, side) for point in points]


def card_end(box: MapBox, home: MapPoint) -> MapPoint:
    """Where the line from a place ends at its card: the middle of the side that faces it."""
    x, y = box.centre
    right, down = home[0] - x, home[1] - y
    if abs(right) * box.height >= abs(down) * box.width:
        return (box.right if right > 0 else box.x), y
    return x, (box.bottom if down > 0 else box.y)


def _spots(width: float, height: float, space: CalloutSpace) -> list[tuple[float, MapBox]]:
    """The places for a card of a size that cover nothing occupied, each with the cost of the land it covers."""
    boxes = _grid(width, height, space.view)
    free = [box for box in boxes if not any(box.overlaps(other) for other in space.occupied)]
    return [(space.land(box.grown(space.gap)) * _LAND_COST, box) for box in free]


def _grid(width: float, height: float, view: MapBox) -> Iterator[MapBox]:
    room_x, room_y = view.width - width, view.height - height
    if room_x < 0 or room_y < 0:
        return
    across, down = (max(1, int(room / height * _STEPS_IN_CARD)) for room in (room_x, room_y))
    for row in range(down + 1):
        for column in range(across + 1):
            yield MapBox(view.x + room_x * column / across, view.y + room_y * row / down, width, height)


def _ranked(
    one: CalloutRequest, spots: Sequence[tuple[float, MapBox]], space: CalloutSpace
) -> list[tuple[float, MapBox]]:
    """The places for a card with their costs, were there no other card; the cheapest first."""
    reach = space.view.width + space.view.height
    return sorted((land + dist(card_end(box, one.home), one.home) / reach, box) for land, box in spots)


class _Arranged(NamedTuple):
    cost: float
    boxes: dict[str, MapBox] | None


_NOWHERE: Final = _Arranged(inf, None)


def _arranged(
    requests: Sequence[CalloutRequest], ranked: Mapping[str, Sequence[tuple[float, MapBox]]], gap: float
) -> _Arranged | None:
    """All cards, each placed after the one before it, and then again beside all others."""
    boxes, costs = dict[str, MapBox](), dict[str, float]()
    homes = {one.id: one.home for one in requests}
    for one in [*requests] * (1 + _ROUNDS):
        others = {name: box for name, box in boxes.items() if name != one.id}
        costs[one.id], box = _best(one.home, ranked[one.id], others, homes, gap)
        if box is None:
            return None
        boxes[one.id] = box
    return _Arranged(sum(costs.values()), boxes)


def _best(
    home: MapPoint,
    ranked: Sequence[tuple[float, MapBox]],
    others: Mapping[str, MapBox],
    homes: Mapping[str, MapPoint],
    gap: float,
) -> tuple[float, MapBox | None]:
    """The cheapest place for a card and its cost: its line crosses as few other lines and cards as possible."""
    lines = [(homes[name], card_end(box, homes[name])) for name, box in others.items()]
    taken = [box.grown(gap) for box in others.values()]
    lowest, found = inf, None
    for cost, box in ranked:
        if cost >= lowest:
            break
        if any(box.overlaps(other) for other in taken):
            continue
        end = card_end(box, home)
        hits = sum(crosses(home, end, other) for other in taken)
        hits += sum(crosses(*line, box) or lines_cross((home, end), line) for line in lines)
        if cost + hits * _CROSSING_COST < lowest:
            lowest, found = cost + hits * _CROSSING_COST, box
    return lowest, found


def lines_cross(one: tuple[MapPoint, MapPoint], other: tuple[MapPoint, MapPoint]) -> bool:
    """Whether two lines cross; lines that only touch do not."""
    return _parts(one, other) and _parts(other, one)


def _parts(line: tuple[MapPoint, MapPoint], points: tuple[MapPoint, MapPoint]) -> bool:
    """Whether two points lie on different sides of a line."""
    (x0, y0), (x1, y1) = line
    sides = [(x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) for x, y in points]
    return sides[0] * sides[1] < 0
