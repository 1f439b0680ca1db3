"""Where pins, labels and insets are in a view at rest; no Qt."""

from collections.abc import Mapping, Sequence
from math import dist
from typing import Final, NamedTuple

from exhibit.model.region import MapPoint
from exhibit.ui.map.clusters import find_clusters, move_apart
from exhibit.ui.map.geometry import MapBox, bounding_box, square_around
from exhibit.ui.map.insets import InsetSpace, MapInset, make_inset
from exhibit.ui.map.labels import LabelRequest, PlacedLabel, place_labels
from exhibit.ui.map.viewport import MapViewport

_MAX_INSETS: Final = 3
"""With more clusters than this none has an inset; their pins are only moved apart."""
_MAX_INSET_PINS: Final = 6
"""A cluster of more pins than this has no inset; its pins are only moved apart."""
_EDGE_GAP: Final = 2.0
"""Pixels between the view's edge and a label."""


class PinRequest(NamedTuple):
    """A pin or a city to place; `point` in map units, the rest in pixels."""

    id: str
    point: MapPoint
    radius: float
    width: float
    """Of its label."""
    height: float
    """Of its label."""


class PinSizes(NamedTuple):
    """Sizes that all pins share, in pixels."""

    min_distance: float
    """Two pins closer than this are a cluster; each pin has so much room in an inset."""
    gap: float
    """Between a pin and its label."""
    dot: float
    """Diameter of a city's dot."""
    pad: float
    """Between a frame and what is in it or beside it."""


class PlacedPin(NamedTuple):
    """A pin in the view, in pixels; in an inset or a cluster it is drawn apart from its true place."""

    id: str
    at: MapPoint
    """Where it is drawn."""
    home: MapPoint
    """Its true place."""
    label: PlacedLabel | None
    inset: int | None = None
    """The number of the inset it is in."""


class PlacedCity(NamedTuple):
    """A city's dot in pixels, and its name if there is room for it."""

    id: str
    at: MapPoint
    label: PlacedLabel | None


class MapLayout(NamedTuple):
    """All that is on the map base."""

    pins: Mapping[str, PlacedPin]
    cities: tuple[PlacedCity, ...]
    insets: tuple[MapInset, ...]


def layout_at_rest(
    pins: Sequence[PinRequest],
    cities: Sequence[PinRequest],
    viewport: MapViewport,
    sizes: PinSizes,
    *,
    land: Sequence[MapPoint] = (),
    occupied: Sequence[MapBox] = (),
    first: str | None = None,
) -> MapLayout:
    """Places for all pins and cities; the label of pin `first` is placed before the others.

    `land` are points in map units that insets leave uncovered if they can; nothing covers `occupied` (pixels).
    """
    return _LayoutAtRest(pins, viewport, sizes, land, occupied, first).layout(cities)


class _LayoutAtRest:
    """The steps of laying out: clusters, insets, labels of pins, cities."""

    def __init__(
        self,
        pins: Sequence[PinRequest],
        viewport: MapViewport,
        sizes: PinSizes,
        land: Sequence[MapPoint],
        occupied: Sequence[MapBox],
        first: str | None,
    ) -> None:
        self._pins, self._viewport, self._sizes, self._occupied = pins, viewport, sizes, occupied
        self._view = MapBox(0.0, 0.0, viewport.width, viewport.height)
        self._homes = {pin.id: viewport.to_view(pin.point) for pin in pins}
        self._visible = [pin for pin in pins if self._view.grown(pin.radius).contains(self._homes[pin.id])]
        clusters = self._clusters()
        self._insets = self._make_insets(clusters, [viewport.to_view(point) for point in land])
        self._inset_of = {name: number for number, one in enumerate(self._insets) for name in one.pins}
        self._at = self._homes | self._moved_apart(clusters)
        self._labels = self._place_labels(first)

    def layout(self, cities: Sequence[PinRequest]) -> MapLayout:
        """The layout with as many of the cities as have room."""
        pins = {pin.id: self._placed(pin) for pin in self._pins}
        covered = [*self._covered(), *(one.box for one in self._labels.values())]
        return MapLayout(pins, self._place_cities(cities, covered), tuple(self._insets))

    def _clusters(self) -> list[tuple[PinRequest, ...]]:
        homes = [self._homes[pin.id] for pin in self._visible]
        return [tuple(self._visible[i] for i in group) for group in find_clusters(homes, self._sizes.min_distance)]

    def _make_insets(self, clusters: Sequence[tuple[PinRequest, ...]], land: Sequence[MapPoint]) -> list[MapInset]:
        """Insets for the clusters that fit one; they leave the places of all pins free."""
        if len(clusters) > _MAX_INSETS:
            return []
        sizes, found = self._sizes, list[MapInset]()
        homes = [square_around(self._homes[pin.id], 2 * pin.radius).grown(sizes.gap) for pin in self._visible]
        for cluster in clusters:
            if len(cluster) > _MAX_INSET_PINS:
                continue
            requests = [_label_request(pin, pin.point, sizes) for pin in cluster]
            ring = _ring([self._homes[pin.id] for pin in cluster], sizes)
            frames = [box for one in found for box in (one.frame, one.ring)]
            space = InsetSpace(
                view=self._view,
                pad=sizes.pad,
                land=land,
                occupied=[*self._occupied, *homes, *frames],
                min_distance=sizes.min_distance,
            )
            inset = make_inset(requests, ring, self._viewport.scale, space)
            if inset:
                found.append(inset)
        return found

    def _moved_apart(self, clusters: Sequence[tuple[PinRequest, ...]]) -> dict[str, MapPoint]:
        """Where the pins of clusters without an inset are drawn."""
        moved: dict[str, MapPoint] = {}
        for cluster in clusters:
            if cluster[0].id not in self._inset_of:
                points = move_apart([self._homes[pin.id] for pin in cluster], self._sizes.min_distance)
                moved |= zip([pin.id for pin in cluster], points, strict=True)
        return moved

    def _place_labels(self, first: str | None) -> dict[str, PlacedLabel]:
        """Labels of the pins outside of insets."""
        ordered = sorted(self._visible, key=lambda pin: pin.id != first)
        requests = [
            _label_request(pin, self._at[pin.id], self._sizes) for pin in ordered if pin.id not in self._inset_of
        ]
        return place_labels(requests, self._covered(), self._view.grown(-_EDGE_GAP))

    def _covered(self) -> list[MapBox]:
        """What no label may cover."""
        alone = [
            square_around(self._at[pin.id], 2 * pin.radius) for pin in self._visible if pin.id not in self._inset_of
        ]
        frames, rings = [one.frame for one in self._insets], [one.ring for one in self._insets]
        return [*self._occupied, *alone, *frames, *rings]

    def _placed(self, pin: PinRequest) -> PlacedPin:
        number, home = self._inset_of.get(pin.id), self._homes[pin.id]
        if number is None:
            return PlacedPin(pin.id, self._at[pin.id], home, self._labels.get(pin.id))
        inset = self._insets[number]
        return PlacedPin(pin.id, inset.pins[pin.id], home, inset.labels[pin.id], number)

    def _place_cities(self, cities: Sequence[PinRequest], covered: Sequence[MapBox]) -> tuple[PlacedCity, ...]:
        """The cities that nothing covers; no name covers the dot of another city."""
        sizes, points = self._sizes, {city.id: self._viewport.to_view(city.point) for city in cities}
        dots = {id: square_around(point, sizes.dot) for id, point in points.items()}
        free = [
            city
            for city in cities
            if self._view.contains(points[city.id]) and not any(dots[city.id].overlaps(box) for box in covered)
        ]
        requests = [_label_request(city, points[city.id], sizes)._replace(required=False) for city in free]
        taken = [*covered, *(dots[city.id] for city in free)]
        labels = place_labels(requests, taken, self._view.grown(-_EDGE_GAP))
        return tuple(PlacedCity(city.id, points[city.id], labels.get(city.id)) for city in free)


def layout_in_motion(layout: MapLayout, before: MapViewport, now: MapViewport) -> MapLayout:
    """A layout at rest seen through another viewport: pins and rings move, frames stay, cities are left out."""
    factor = now.scale / before.scale
    right, down = now.to_view(before.to_map((0.0, 0.0)))
    pins = {name: _moved_pin(pin, factor, right, down) for name, pin in layout.pins.items()}
    insets = tuple(_moved_ring(one, factor, right, down) for one in layout.insets)
    return MapLayout(pins, (), insets)


def _moved_pin(pin: PlacedPin, factor: float, right: float, down: float) -> PlacedPin:
    home = (pin.home[0] * factor + right, pin.home[1] * factor + down)
    if pin.inset is not None:
        return PlacedPin(pin.id, pin.at, home, pin.label, pin.inset)
    x, y = home[0] - pin.home[0], home[1] - pin.home[1]
    label = pin.label and PlacedLabel(pin.label.id, pin.label.box.moved(x, y), pin.label.leader)
    return PlacedPin(pin.id, (pin.at[0] + x, pin.at[1] + y), home, label)


def _moved_ring(one: MapInset, factor: float, right: float, down: float) -> MapInset:
    x, y = one.ring.centre
    return one._replace(ring=one.ring.moved(x * factor + right - x, y * factor + down - y))


def _ring(points: Sequence[MapPoint], sizes: PinSizes) -> MapBox:
    """The square around a circle that encloses the points."""
    centre = bounding_box([square_around(point, 0.0) for point in points]).centre
    return square_around(centre, 2 * max(dist(centre, point) for point in points) + sizes.min_distance * 0.6)


def _label_request(pin: PinRequest, point: MapPoint, sizes: PinSizes) -> LabelRequest:
    return LabelRequest(
        id=pin.id, point=point, distance=pin.radius + sizes.gap, width=pin.width, height=pin.height
    )  # fmt: skip
