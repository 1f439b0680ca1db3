"""An inset: a cluster of pins enlarged in a frame where the map has room; no Qt."""

from collections.abc import Iterator, Mapping, Sequence
from math import dist, inf
from typing import Final, NamedTuple

from exhibit.model.region import MapPoint
from exhibit.ui.map.clusters import move_apart
from exhibit.ui.map.geometry import MapBox, bounding_box, square_around
from exhibit.ui.map.labels import LabelRequest, PlacedLabel, place_labels

_STEPS: Final = 8
"""Places tried along each edge of the view."""
_UNBOUNDED: Final = MapBox(-1e7, -1e7, 2e7, 2e7)
"""Bounds for labels whose frame is not known yet."""
_PIN_SPREAD: Final = 1.15
"""How much farther apart than needed the pins in an inset are."""
_SPREADS: Final = (1.0, 1.3, 1.7)
"""Further factors that are tried, because wider ones may make a smaller frame."""
_MAX_SHARE: Final = 0.62
"""The share of the view's width and height that a frame takes at most."""
_LAND_COST: Final = 30
"""What covering all land costs, where the view's half perimeter away costs 1."""
_CROSSING_COST: Final = 0.5
"""What a line across one box costs, in the same measure."""


class MapInset(NamedTuple):
    """A point p of the map is drawn at p * scale + origin, inside `frame`; all boxes are in pixels."""

    frame: MapBox
    scale: float
    origin: MapPoint
    ring: MapBox
    """Encloses the cluster on the map itself."""
    pins: Mapping[str, MapPoint]
    labels: Mapping[str, PlacedLabel]

    def moved(self, right: float, down: float) -> "MapInset":
        """The frame and all in it moved; the ring stays."""
        return self._replace(
            frame=self.frame.moved(right, down),
            origin=(self.origin[0] + right, self.origin[1] + down),
            pins={name: (x + right, y + down) for name, (x, y) in self.pins.items()},
            labels={name: one._replace(box=one.box.moved(right, down)) for name, one in self.labels.items()},
        )


class InsetSpace(NamedTuple):
    """Where an inset may be, in pixels."""

    view: MapBox
    pad: float
    """Between the view's edge and a frame, and inside a frame."""
    land: Sequence[MapPoint]
    """Points that are better left uncovered."""
    occupied: Sequence[MapBox]
    """What a frame may not cover."""
    min_distance: float = 0.0
    """Between two pins; a frame encloses a square of this side around each pin."""


def make_inset(cluster: Sequence[LabelRequest], ring: MapBox, min_scale: float, space: InsetSpace) -> MapInset | None:
    """A cluster enlarged until its pins are far enough apart, framed in a free place, or None if there is none.

    `cluster` has its points in map units; `min_scale` is the scale of the map itself.
    """
    distance = space.min_distance * _PIN_SPREAD
    tries = [_enlarged(cluster, ring, min_scale, distance * spread, space) for spread in _SPREADS]
    found = min(tries, key=lambda one: one.frame.width * one.frame.height)
    view = space.view
    if found.frame.width > view.width * _MAX_SHARE or found.frame.height > view.height * _MAX_SHARE:
        return None
    inner = space._replace(view=view.grown(-space.pad), occupied=[*space.occupied, ring])
    place = freest_place(found.frame.width, found.frame.height, inner, ring.centre)
    return found.moved(place.x - found.frame.x, place.y - found.frame.y) if place else None


def freest_place(
    width: float, height: float, space: InsetSpace, near: MapPoint, steps: int = _STEPS
) -> MapBox | None:  # fmt: skip
    """The best place for a box along the view's edges that covers nothing occupied, or None if there is none.

    The best one covers least land, then a line to it from `near` crosses least, then it is the nearest.
    """
    reach = space.view.width + space.view.height
    boxes = _along_edges(width, height, space.view, steps)
    places = sorted((dist(box.centre, near) / reach, box) for box in boxes)
    others = [other for other in space.occupied if not other.contains(near)]
    lowest, found = inf, None
    for cost, box in places:
        if cost >= lowest:
            break
        if any(box.overlaps(other) for other in space.occupied):
            continue
        cost += _covered_share(box, space.land) * _LAND_COST
        if cost < lowest:
            cost += sum(_crosses(near, box.nearest_point(near), other) for other in others) * _CROSSING_COST
        if cost < lowest:
            lowest, found = cost, box
    return found


def _enlarged(
    cluster: Sequence[LabelRequest], ring: MapBox, min_scale: float, distance: float, space: InsetSpace
) -> MapInset:
    """The cluster, its pins a distance apart, in a frame that is not placed yet."""
    room = min(space.view.width, space.view.height) * 0.35
    scale = _scale([one.point for one in cluster], min_scale, distance, room)
    points = move_apart([(one.point[0] * scale, one.point[1] * scale) for one in cluster], distance * 0.98)
    requests = [one._replace(point=point, required=True) for one, point in zip(cluster, points, strict=True)]
    boxes = [square_around(one.point, 2 * one.distance) for one in requests]
    labels = place_labels(requests, boxes, _UNBOUNDED)
    rooms = [square_around(one.point, max(2 * one.distance, space.min_distance)) for one in requests]
    frame = bounding_box([*rooms, *(label.box for label in labels.values())]).grown(space.pad)
    return MapInset(
        frame=frame,
        scale=scale,
        origin=(0.0, 0.0),
        ring=ring,
        pins={one.id: one.point for one in requests},
        labels=labels,
    )


def _scale(points: Sequence[MapPoint], min_scale: float, min_distance: float, room: float) -> float:
    """Pixels per map unit that part the closest pair, as far as the whole cluster then fits the room."""
    pairs = [dist(one, other) for i, one in enumerate(points) for other in points[:i]]
    return max(min_scale, min(min_distance / max(min(pairs), 1e-6), room / max(max(pairs), 1e-6)))


def _covered_share(box: MapBox, land: Sequence[MapPoint]) -> float:
    """The share of the land that a box covers."""
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    return sum(left <= x <= right and top <= y <= bottom for x, y in land) / max(1, len(land))


def _crosses(start: MapPoint, end: MapPoint, box: MapBox) -> bool:
    """Whether a line from one point to another passes through a box."""
    first, last = 0.0, 1.0
    for a, b, low, high in ((start[0], end[0], box.x, box.right), (start[1], end[1], box.y, box.bottom)):
        if a == b:
            if not low < a < high:
                return False
            continue
        enter, leave = sorted(((low - a) / (b - a), (high - a) / (b - a)))
        first, last = max(first, enter), min(last, leave)
    return first < last


def _along_edges(width: float, height: float, view: MapBox, steps: int) -> Iterator[MapBox]:
    room_x, room_y = view.width - width, view.height - height
    if room_x < 0 or room_y < 0:
        return
    for step in range(steps + 1):
        part = step / steps
        yield MapBox(view.x, view.y + part * room_y, width, height)
        yield MapBox(view.x + room_x, view.y + part * room_y, width, height)
        yield MapBox(view.x + part * room_x, view.y, width, height)
        yield MapBox(view.x + part * room_x, view.y + room_y, width, height)
