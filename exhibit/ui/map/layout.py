"""Where pins, labels and insets stand in a view at rest; no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import dist
from typing import Final

from exhibit.model.region import MapPoint
from exhibit.ui.map.box import MapBox, around, hull
from exhibit.ui.map.clusters import crowds, spread
from exhibit.ui.map.insets import MapInset, inset
from exhibit.ui.map.labels import LabelRequest, PlacedLabel, placed
from exhibit.ui.map.viewport import MapViewport

_MOST_INSETS: Final = 3
_LARGEST_CROWD: Final = 6
"""A crowd of more pins is no longer enlarged in an inset: its pins are only moved apart."""


@dataclass(frozen=True, slots=True)
class PinRequest:
    """A pin to place, its label's size in pixels."""

    id: str
    point: MapPoint
    radius: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PinSizes:
    """Sizes in pixels: what pins need around them."""

    closest: float
    """Two pins closer than this are a crowd."""
    gap: float
    """Between a pin and its label."""
    dot: float
    """Diameter of a city's dot."""
    pad: float


@dataclass(frozen=True, slots=True)
class PlacedPin:
    """A pin in the view: drawn `at`; `home` is its true place, apart from it in an inset or a crowd moved apart."""

    id: str
    at: MapPoint
    home: MapPoint
    label: PlacedLabel | None
    inset: int | None = None


@dataclass(frozen=True, slots=True)
class PlacedCity:
    """A city's dot and its name where there is room for it."""

    id: str
    at: MapPoint
    label: PlacedLabel | None


@dataclass(frozen=True, slots=True)
class MapLayout:
    """All that stands on the map base."""

    pins: Mapping[str, PlacedPin]
    cities: tuple[PlacedCity, ...]
    insets: tuple[MapInset, ...]


def laid_out(
    pins: Sequence[PinRequest], cities: Sequence[PinRequest], lens: MapViewport, sizes: PinSizes, land: Sequence[MapPoint], taken: Sequence[MapBox],
    first: str | None = None,
) -> MapLayout:  # fmt: skip
    """Places for everything; the label of pin `first` is served first. `land` is in map units, `taken` in pixels."""
    view = MapBox(0.0, 0.0, lens.width, lens.height)
    home = {pin.id: lens.at(pin.point) for pin in pins}
    near = [pin for pin in pins if view.grown(pin.radius).contains(home[pin.id])]
    groups = [tuple(near[i] for i in group) for group in crowds([home[pin.id] for pin in near], sizes.closest)]
    insets = _insets(groups, near, lens, sizes, land, taken)
    enlarged = {name: number for number, one in enumerate(insets) for name in one.pins}
    at = dict(home)
    for group in groups:
        if group[0].id not in enlarged:
            at |= zip([pin.id for pin in group], spread([home[pin.id] for pin in group], sizes.closest), strict=True)
    labels = _labels(sorted(near, key=lambda pin: pin.id != first), at, enlarged, insets, sizes, taken, view)
    found: dict[str, PlacedPin] = {}
    for pin in pins:
        number = enlarged.get(pin.id)
        if number is None:
            found[pin.id] = PlacedPin(pin.id, at[pin.id], home[pin.id], labels.get(pin.id))
        else:
            there = insets[number]
            found[pin.id] = PlacedPin(pin.id, there.pins[pin.id], home[pin.id], there.labels[pin.id], number)
    in_the_way = [*_boxes(near, at, enlarged, insets, taken), *(one.box for one in labels.values())]
    return MapLayout(found, _cities(cities, lens, sizes, in_the_way, view), tuple(insets))


def moved(layout: MapLayout, then: MapViewport, now: MapViewport) -> MapLayout:
    """Its pins and rings seen through another lens, until all is laid out anew; frames stay, cities are left out."""
    grown = now.scale / then.scale
    right, down = now.at(then.back((0.0, 0.0)))
    pins = {name: _moved_pin(pin, grown, right, down) for name, pin in layout.pins.items()}
    insets = tuple(_moved_ring(one, grown, right, down) for one in layout.insets)
    return MapLayout(pins, (), insets)


def _moved_pin(pin: PlacedPin, grown: float, right: float, down: float) -> PlacedPin:
    home = (pin.home[0] * grown + right, pin.home[1] * grown + down)
    if pin.inset is not None:
        return PlacedPin(pin.id, pin.at, home, pin.label, pin.inset)
    x, y = home[0] - pin.home[0], home[1] - pin.home[1]
    label = pin.label and PlacedLabel(pin.label.id, pin.label.box.moved(x, y), pin.label.leader)
    return PlacedPin(pin.id, (pin.at[0] + x, pin.at[1] + y), home, label)


def _moved_ring(one: MapInset, grown: float, right: float, down: float) -> MapInset:
    x, y = one.ring.centre
    return replace(one, ring=one.ring.moved(x * grown + right - x, y * grown + down - y))


def _insets(
    groups: Sequence[tuple[PinRequest, ...]], pins: Sequence[PinRequest], lens: MapViewport, sizes: PinSizes,
    land: Sequence[MapPoint], taken: Sequence[MapBox],
) -> list[MapInset]:  # fmt: skip
    """Insets for the crowds that fit one; the places of all pins are kept clear of them."""
    if len(groups) > _MOST_INSETS:
        return []
    view = MapBox(0.0, 0.0, lens.width, lens.height)
    homes = {pin.id: around(lens.at(pin.point), 2 * pin.radius).grown(sizes.gap) for pin in pins}
    shore = [lens.at(point) for point in land]
    apart = sizes.closest * 1.15
    found: list[MapInset] = []
    for group in groups:
        if len(group) > _LARGEST_CROWD:
            continue
        crowd = [_wanted(pin, pin.point, sizes) for pin in group]
        ring = _ring([lens.at(pin.point) for pin in group], sizes)
        kept = [*taken, *homes.values(), *(box for one in found for box in (one.frame, one.ring))]
        one = inset(crowd, lens.scale, ring, apart, view, sizes.pad, shore, kept)
        if one:
            found.append(one)
    return found


def _ring(points: Sequence[MapPoint], sizes: PinSizes) -> MapBox:
    """The square around a circle that encloses the points."""
    centre = hull([around(point, 0.0) for point in points]).centre
    return around(centre, 2 * max(dist(centre, point) for point in points) + sizes.closest * 0.6)


def _labels(
    pins: Sequence[PinRequest], at: Mapping[str, MapPoint], enlarged: Mapping[str, int], insets: Sequence[MapInset],
    sizes: PinSizes, taken: Sequence[MapBox], view: MapBox,
) -> dict[str, PlacedLabel]:  # fmt: skip
    wanted = [_wanted(pin, at[pin.id], sizes) for pin in pins if pin.id not in enlarged]
    return placed(wanted, _boxes(pins, at, enlarged, insets, taken), view.grown(-2.0))


def _boxes(
    pins: Sequence[PinRequest], at: Mapping[str, MapPoint], enlarged: Mapping[str, int], insets: Sequence[MapInset],
    taken: Sequence[MapBox],
) -> list[MapBox]:  # fmt: skip
    """What no label may cover."""
    alone = [around(at[pin.id], 2 * pin.radius) for pin in pins if pin.id not in enlarged]
    return [*taken, *alone, *(one.frame for one in insets), *(one.ring for one in insets)]


def _cities(
    cities: Sequence[PinRequest], lens: MapViewport, sizes: PinSizes, in_the_way: Sequence[MapBox], view: MapBox
) -> tuple[PlacedCity, ...]:
    """The cities that nothing covers; their dots are kept free of each other's names."""
    seen = [(city, lens.at(city.point)) for city in cities]
    dots = {city.id: around(at, sizes.dot) for city, at in seen}
    seen = [
        (city, at) for city, at in seen
        if view.contains(at) and not any(dots[city.id].meets(box) for box in in_the_way)
    ]  # fmt: skip
    wanted = [
        LabelRequest(city.id, at, city.radius + sizes.gap, city.width, city.height, must=False) for city, at in seen
    ]
    labels = placed(wanted, [*in_the_way, *(dots[city.id] for city, _ in seen)], view.grown(-2.0))
    return tuple(PlacedCity(city.id, at, labels.get(city.id)) for city, at in seen)


def _wanted(pin: PinRequest, point: MapPoint, sizes: PinSizes) -> LabelRequest:
    return LabelRequest(pin.id, point, pin.radius + sizes.gap, pin.width, pin.height)
