"""Where pins, call-outs, labels and insets are in a view at rest; no Qt."""

from collections.abc import Callable, Mapping, Sequence
from math import dist
from typing import Final, NamedTuple

from exhibit.model.region import MapPoint
from exhibit.ui.map.callouts import CalloutRequest, CalloutSpace, line_boxes, place_callouts
from exhibit.ui.map.clusters import find_clusters, find_crowds, middle_of, move_apart
from exhibit.ui.map.geometry import MapBox, bounding_box, moved_inside, square_around
from exhibit.ui.map.insets import InsetSpace, MapInset, make_inset
from exhibit.ui.map.labels import LabelRequest, PlacedLabel, place_labels
from exhibit.ui.map.viewport import MapViewport
from exhibit.ui.map.waters import PlacedWater, WaterRequest, place_waters

_MAX_INSETS: Final = 3
"""With more clusters than this none has an inset."""
_MAX_INSET_PINS: Final = 6
"""A cluster of more pins than this has no inset."""
_FEW: Final = 12
"""With more pins than this there are crowds instead of insets, and labels yield but for that of the first pin."""
_MAX_CALLOUTS: Final = 14
"""With more pins than this there are no call-outs."""
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


class CardSizes(NamedTuple):
    """Sizes of call-outs, in pixels."""

    height: float
    pad: float
    """Between a card's edge and what is on it."""
    disc: float
    """Diameter of the pin on a card with its rings."""


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
    card: CardSizes | None = None
    """None where the view has no room for call-outs."""


class MapGround(NamedTuple):
    """What pins are laid out on."""

    land: Sequence[MapPoint] = ()
    """Points, in map units, that insets leave uncovered if they can."""
    covered: Callable[[MapPoint, MapPoint], int] = lambda _left_top, _right_bottom: 0
    """How many cells of land a box touches, from its corners in map units."""
    occupied: Sequence[MapBox] = ()
    """What nothing covers, in pixels."""


class PlacedPin(NamedTuple):
    """A pin in the view, in pixels; in an inset, a crowd or on a card it is drawn apart from its true place."""

    id: str
    at: MapPoint
    """Where it is drawn."""
    home: MapPoint
    """Its true place."""
    label: PlacedLabel | None
    inset: int | None = None
    """The number of the inset it is in."""
    crowd: int | None = None
    """The number of the crowd it is in; it is not drawn itself."""
    card: MapBox | None = None
    """Its call-out."""


class PlacedCity(NamedTuple):
    """A city's dot in pixels, and its name if there is room for it."""

    id: str
    at: MapPoint
    label: PlacedLabel | None


class PlacedCrowd(NamedTuple):
    """Pins that have no room side by side: a disc with their number is drawn for them."""

    pins: tuple[str, ...]
    at: MapPoint


class MapLayout(NamedTuple):
    """All that is on the map base."""

    pins: Mapping[str, PlacedPin]
    cities: tuple[PlacedCity, ...] = ()
    insets: tuple[MapInset, ...] = ()
    crowds: tuple[PlacedCrowd, ...] = ()
    waters: tuple[PlacedWater, ...] = ()


def layout_at_rest(
    pins: Sequence[PinRequest],
    cities: Sequence[PinRequest],
    viewport: MapViewport,
    sizes: PinSizes,
    *,
    waters: Sequence[WaterRequest] = (),
    ground: MapGround = MapGround(),  # noqa: B008  # a value
    first: str | None = None,
) -> MapLayout:
    """Places for all pins, and for the waters and cities that have room.

    The label of pin `first` is placed before the others, and no crowd swallows it.
    """
    return _LayoutAtRest(pins, viewport, sizes, ground, first).layout(cities, waters)


class _LayoutAtRest:
    """The steps of laying out: call-outs, or else clusters, insets and crowds; labels of pins, waters, cities."""

    def __init__(
        self,
        pins: Sequence[PinRequest],
        viewport: MapViewport,
        sizes: PinSizes,
        ground: MapGround,
        first: str | None,
    ) -> None:
        self._pins, self._viewport, self._sizes, self._ground = pins, viewport, sizes, ground
        self._first = first
        self._view = MapBox(0.0, 0.0, viewport.width, viewport.height)
        self._homes = {pin.id: viewport.to_view(pin.point) for pin in pins}
        self._visible = [pin for pin in pins if self._view.grown(pin.radius).contains(self._homes[pin.id])]
        self._cards = self._place_cards()
        clusters = [] if self._cards else self._clusters()
        self._insets = self._make_insets(clusters)
        self._inset_of = {name: number for number, one in enumerate(self._insets) for name in one.pins}
        self._crowds, moved = self._part([one for one in clusters if one[0].id not in self._inset_of])
        self._crowd_of = {name: number for number, one in enumerate(self._crowds) for name in one.pins}
        self._at = self._homes | moved
        self._labels = self._place_labels()

    def layout(self, cities: Sequence[PinRequest], waters: Sequence[WaterRequest]) -> MapLayout:
        """The layout with as many of the waters and cities as have room."""
        pins = {pin.id: self._placed(pin) for pin in self._pins}
        covered = [*self._covered(), *(one.box for one in self._labels.values())]
        bounds = self._view.grown(-_EDGE_GAP)
        dots = [square_around(self._viewport.to_view(city.point), self._sizes.dot) for city in cities]
        named = place_waters(waters, [*covered, *dots], bounds)
        placed = self._place_cities(cities, [*covered, *(one.box for one in named)])
        return MapLayout(pins, placed, tuple(self._insets), tuple(self._crowds), named)

    def _place_cards(self) -> dict[str, MapBox]:
        """The call-outs; none where they are not wanted or have no room."""
        sizes = self._sizes.card
        if sizes is None or not self._viewport.is_whole or len(self._pins) > _MAX_CALLOUTS:
            return {}
        rest = sizes.disc + 3 * sizes.pad
        cards = [CalloutRequest(pin.id, self._homes[pin.id], pin.width + rest, sizes.height) for pin in self._pins]
        view = self._view.grown(-self._sizes.pad)
        return place_callouts(cards, CalloutSpace(view, sizes.pad, self._land_under, self._ground.occupied)) or {}

    def _land_under(self, box: MapBox) -> float:
        to_map = self._viewport.to_map
        return self._ground.covered(to_map((box.x, box.y)), to_map((box.right, box.bottom)))

    def _clusters(self) -> list[tuple[PinRequest, ...]]:
        homes = [self._homes[pin.id] for pin in self._visible]
        return [tuple(self._visible[i] for i in group) for group in find_clusters(homes, self._sizes.min_distance)]

    def _make_insets(self, clusters: Sequence[tuple[PinRequest, ...]]) -> list[MapInset]:
        """Insets for the clusters that fit one; they leave the places of all pins free."""
        if len(clusters) > _MAX_INSETS or len(self._pins) > _FEW:
            return []
        sizes, found = self._sizes, list[MapInset]()
        land = [self._viewport.to_view(point) for point in self._ground.land]
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
                occupied=[*self._ground.occupied, *homes, *frames],
                min_distance=sizes.min_distance,
            )
            inset = make_inset(requests, ring, self._viewport.scale, space)
            if inset:
                found.append(inset)
        return found

    def _part(self, clusters: Sequence[tuple[PinRequest, ...]]) -> tuple[list[PlacedCrowd], dict[str, MapPoint]]:
        """Crowds for the pins of clusters without an inset, and where pins and crowds are drawn.

        Few pins, and pins of one place where the map can be enlarged no more, are moved apart instead.
        """
        if not clusters:
            return [], {}
        groups = [group for cluster in clusters for group in self._groups(cluster)]
        middles = [middle_of([self._homes[name] for name in group]) for group in groups]
        still = [self._homes[pin.id] for pin in self._visible if pin.id not in {n for g in groups for n in g}]
        spread = move_apart([*middles, *still], self._sizes.min_distance)[: len(groups)]
        room = self._view.grown(-self._sizes.min_distance / 2)
        places = [moved_inside(square_around(at, 0.0), room).centre for at in spread]
        crowds = [PlacedCrowd(group, at) for group, at in zip(groups, places, strict=True) if len(group) > 1]
        return crowds, {name: at for group, at in zip(groups, places, strict=True) for name in group}

    def _groups(self, cluster: tuple[PinRequest, ...]) -> list[tuple[str, ...]]:
        """The ids of a cluster's pins; those in one group are a crowd. The first pin is alone, and so are few."""
        if self._viewport.zoom >= self._viewport.max_zoom or len(self._pins) <= _FEW:
            return [(pin.id,) for pin in cluster]
        others = [pin.id for pin in cluster if pin.id != self._first]
        groups = find_crowds([self._homes[name] for name in others], self._sizes.min_distance)
        alone = [(pin.id,) for pin in cluster if pin.id == self._first]
        return [*alone, *(tuple(others[i] for i in group) for group in groups)]

    def _place_labels(self) -> dict[str, PlacedLabel]:
        """Labels of the pins outside of insets and crowds; on cards they stand beside their pins."""
        if self._cards:
            return {pin.id: PlacedLabel(pin.id, self._on_card(pin)) for pin in self._pins}
        alone = [pin for pin in self._visible if pin.id not in self._inset_of and pin.id not in self._crowd_of]
        few = len(self._pins) <= _FEW
        requests = [
            _label_request(pin, self._at[pin.id], self._sizes)._replace(required=few or pin.id == self._first)
            for pin in sorted(alone, key=lambda pin: pin.id != self._first)
        ]
        return place_labels(requests, self._covered(), self._view.grown(-_EDGE_GAP))

    def _on_card(self, pin: PinRequest) -> MapBox:
        box, sizes = self._cards[pin.id], self._sizes.card
        assert sizes
        x = box.x + 2 * sizes.pad + sizes.disc
        return MapBox(x, box.y + (box.height - pin.height) / 2, pin.width, pin.height)

    def _covered(self) -> list[MapBox]:
        """What no label may cover."""
        if self._cards:
            homes = [square_around(self._homes[pin.id], 3 * self._sizes.dot) for pin in self._pins]
            lines = [
                box
                for name, card in self._cards.items()
                for box in line_boxes(card, self._homes[name], 2 * self._sizes.dot)
            ]
            return [*self._ground.occupied, *homes, *self._cards.values(), *lines]
        alone = [
            square_around(self._at[pin.id], 2 * pin.radius) for pin in self._visible if pin.id not in self._inset_of
        ]
        frames, rings = [one.frame for one in self._insets], [one.ring for one in self._insets]
        return [*self._ground.occupied, *alone, *frames, *rings]

    def _placed(self, pin: PinRequest) -> PlacedPin:
        number, home = self._inset_of.get(pin.id), self._homes[pin.id]
        if number is not None:
            inset = self._insets[number]
            return PlacedPin(pin.id, inset.pins[pin.id], home, inset.labels[pin.id], number)
        label, card, sizes = self._labels.get(pin.id), self._cards.get(pin.id), self._sizes.card
        if card and sizes:
            at = (card.x + sizes.pad + sizes.disc / 2, card.centre[1])
            return PlacedPin(pin.id, at, home, label, card=card)
        return PlacedPin(pin.id, self._at[pin.id], home, label, crowd=self._crowd_of.get(pin.id))

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
    """A layout at rest seen through another viewport: pins, rings and crowds move, frames and cards stay.

    Cities and waters are left out.
    """
    factor = now.scale / before.scale
    right, down = now.to_view(before.to_map((0.0, 0.0)))
    pins = {name: _moved_pin(pin, factor, right, down) for name, pin in layout.pins.items()}
    insets = tuple(_moved_ring(one, factor, right, down) for one in layout.insets)
    crowds = tuple(one._replace(at=(one.at[0] * factor + right, one.at[1] * factor + down)) for one in layout.crowds)
    return MapLayout(pins, insets=insets, crowds=crowds)


def _moved_pin(pin: PlacedPin, factor: float, right: float, down: float) -> PlacedPin:
    home = (pin.home[0] * factor + right, pin.home[1] * factor + down)
    if pin.inset is not None or pin.card is not None:
        return pin._replace(home=home)
    x, y = home[0] - pin.home[0], home[1] - pin.home[1]
    label = pin.label and PlacedLabel(pin.label.id, pin.label.box.moved(x, y), pin.label.leader)
    return pin._replace(at=(pin.at[0] + x, pin.at[1] + y), home=home, label=label)


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
