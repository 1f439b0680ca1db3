"""An inset: a crowd of pins enlarged in a frame where the map has room; no Qt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import dist, inf
from typing import Final

from exhibit.model.region import MapPoint
from exhibit.ui.map.box import MapBox, around, hull
from exhibit.ui.map.clusters import spread
from exhibit.ui.map.labels import LabelRequest, PlacedLabel, placed

_STEPS: Final = 8
"""Places tried along each edge of the view."""
_ENDLESS: Final = MapBox(-1e7, -1e7, 2e7, 2e7)
_TRIED: Final = (1.0, 1.3, 1.7)
"""How much farther apart than needed the pins may stand, where that makes for a smaller frame."""
_MOST: Final = 0.62
"""Of the view's width or height, what a frame may take at most."""


@dataclass(frozen=True, slots=True)
class MapInset:
    """A point p of the map is drawn at p * scale + origin, inside `frame`; `ring` encloses the crowd it enlarges."""

    frame: MapBox
    scale: float
    origin: MapPoint
    ring: MapBox
    pins: Mapping[str, MapPoint]
    labels: Mapping[str, PlacedLabel]

    def moved(self, right: float, down: float) -> "MapInset":
        """The frame and all in it moved; the ring stays."""
        return replace(
            self,
            frame=self.frame.moved(right, down),
            origin=(self.origin[0] + right, self.origin[1] + down),
            pins={name: (x + right, y + down) for name, (x, y) in self.pins.items()},
            labels={name: replace(one, box=one.box.moved(right, down)) for name, one in self.labels.items()},
        )


def inset(
    crowd: Sequence[LabelRequest], least: float, ring: MapBox, apart: float, view: MapBox, pad: float,
    land: Sequence[MapPoint], taken: Sequence[MapBox],
) -> MapInset | None:  # fmt: skip
    """A crowd enlarged until its pins are `apart`, framed in a free place of the view, or None where there is none.

    `crowd` has its points in map units; `least` is the map's own scale; `land` are points better left in sight.
    """
    tries = [_enlarged(crowd, least, ring, apart * more, view, pad) for more in _TRIED]
    found = min(tries, key=lambda one: one.frame.width * one.frame.height)
    if found.frame.width > view.width * _MOST or found.frame.height > view.height * _MOST:
        return None
    spot = freest(found.frame.width, found.frame.height, view.grown(-pad), land, [*taken, ring], ring.centre)
    return found.moved(spot.x - found.frame.x, spot.y - found.frame.y) if spot else None


def freest(
    width: float, height: float, view: MapBox, land: Sequence[MapPoint], taken: Sequence[MapBox], near: MapPoint,
    steps: int = _STEPS,
) -> MapBox | None:  # fmt: skip
    """Of the places along the view's edges that cover nothing taken, the one that covers least land, to which
    a line from `near` crosses least, then the nearest."""
    far = view.width + view.height
    places = sorted((dist(box.centre, near) / far, box) for box in _along_edges(width, height, view, steps))
    others = [other for other in taken if not other.contains(near)]
    best, found = inf, None
    for cost, box in places:
        if cost >= best:
            break
        if any(box.meets(other) for other in taken):
            continue
        cost += _covered(box, land) * 30
        if cost < best:
            cost += sum(_crosses(near, box.nearest(near), other) for other in others) * 0.5
        if cost < best:
            best, found = cost, box
    return found


def _enlarged(
    crowd: Sequence[LabelRequest], least: float, ring: MapBox, apart: float, view: MapBox, pad: float
) -> MapInset:
    scale = _scale([one.point for one in crowd], least, apart, min(view.width, view.height) * 0.35)
    points = spread([(one.point[0] * scale, one.point[1] * scale) for one in crowd], apart * 0.98)
    wanted = [LabelRequest(one.id, at, one.clear, one.width, one.height) for one, at in zip(crowd, points, strict=True)]
    boxes = [around(one.point, 2 * one.clear) for one in wanted]
    labels = placed(wanted, boxes, _ENDLESS)
    frame = hull([*boxes, *(label.box for label in labels.values())]).grown(pad)
    return MapInset(frame, scale, (0.0, 0.0), ring, {one.id: one.point for one in wanted}, labels)


def _scale(points: Sequence[MapPoint], least: float, apart: float, room: float) -> float:
    """Pixels a map unit that part the closest pair, as far as the whole crowd then fits the room."""
    pairs = [dist(one, other) for i, one in enumerate(points) for other in points[:i]]
    return max(least, min(apart / max(min(pairs), 1e-6), room / max(max(pairs), 1e-6)))


def _covered(box: MapBox, land: Sequence[MapPoint]) -> float:
    """What part of the land a box hides."""
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
