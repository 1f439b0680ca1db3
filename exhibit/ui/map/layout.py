"""Where pins, labels and insets stand in a view at rest; no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import dist
from typing import Final

from exhibit.model.region import Point
from exhibit.ui.map.box import Box, around, hull
from exhibit.ui.map.crowds import crowds, spread
from exhibit.ui.map.insets import Inset, inset
from exhibit.ui.map.labels import Label, Wanted, placed
from exhibit.ui.map.lens import Lens

_MOST_INSETS: Final = 3
_LARGEST_CROWD: Final = 6
"""A crowd of more pins is no longer enlarged in an inset: its pins are only moved apart."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A pin to place, its label's size in pixels."""

    id: str
    point: Point
    radius: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in pixels: what pins need around them."""

    closest: float
    """Two pins closer than this are a crowd."""
    gap: float
    """Between a pin and its label."""
    dot: float
    """Diameter of a city's dot."""
    pad: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A pin in the view: drawn `at`; `home` is its true place, apart from it in an inset or a crowd moved apart."""

    id: str
    at: Point
    home: Point
    label: Label | None
    inset: int | None = None


@dataclass(frozen=True, slots=True)
class City:
    """A city's dot and its name where there is room for it."""

    id: str
    at: Point
    label: Label | None


@dataclass(frozen=True, slots=True)
class Layout:
    """All that stands on the map base."""

    pins: Mapping[str, Placed]
    cities: tuple[City, ...]
    insets: tuple[Inset, ...]


def laid_out(
    pins: Sequence[Pin], cities: Sequence[Pin], lens: Lens, sizes: Sizes, land: Sequence[Point], taken: Sequence[Box],
    first: str | None = None,
) -> Layout:  # fmt: skip
    """Places for everything; the label of pin `first` is served first. `land` is in map units, `taken` in pixels."""
    view = Box(0.0, 0.0, lens.width, lens.height)
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
    found: dict[str, Placed] = {}
    for pin in pins:
        number = enlarged.get(pin.id)
        if number is None:
            found[pin.id] = Placed(pin.id, at[pin.id], home[pin.id], labels.get(pin.id))
        else:
            there = insets[number]
            found[pin.id] = Placed(pin.id, there.pins[pin.id], home[pin.id], there.labels[pin.id], number)
    in_the_way = [*_boxes(near, at, enlarged, insets, taken), *(one.box for one in labels.values())]
    return Layout(found, _cities(cities, lens, sizes, in_the_way, view), tuple(insets))


def moved(layout: Layout, then: Lens, now: Lens) -> Layout:
    """Its pins and rings seen through another lens, until all is laid out anew; frames stay, cities are left out."""
    grown = now.scale / then.scale
    right, down = now.at(then.back((0.0, 0.0)))
    pins = {name: _moved_pin(pin, grown, right, down) for name, pin in layout.pins.items()}
    insets = tuple(_moved_ring(one, grown, right, down) for one in layout.insets)
    return Layout(pins, (), insets)


def _moved_pin(pin: Placed, grown: float, right: float, down: float) -> Placed:
    home = (pin.home[0] * grown + right, pin.home[1] * grown + down)
    if pin.inset is not None:
        return Placed(pin.id, pin.at, home, pin.label, pin.inset)
    x, y = home[0] - pin.home[0], home[1] - pin.home[1]
    label = pin.label and Label(pin.label.id, pin.label.box.moved(x, y), pin.label.leader)
    return Placed(pin.id, (pin.at[0] + x, pin.at[1] + y), home, label)


def _moved_ring(one: Inset, grown: float, right: float, down: float) -> Inset:
    x, y = one.ring.centre
    return replace(one, ring=one.ring.moved(x * grown + right - x, y * grown + down - y))


def _insets(
    groups: Sequence[tuple[Pin, ...]], pins: Sequence[Pin], lens: Lens, sizes: Sizes,
    land: Sequence[Point], taken: Sequence[Box],
) -> list[Inset]:  # fmt: skip
    """Insets for the crowds that fit one; the places of all pins are kept clear of them."""
    if len(groups) > _MOST_INSETS:
        return []
    view = Box(0.0, 0.0, lens.width, lens.height)
    homes = {pin.id: around(lens.at(pin.point), 2 * pin.radius).grown(sizes.gap) for pin in pins}
    shore = [lens.at(point) for point in land]
    apart = sizes.closest * 1.15
    found: list[Inset] = []
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


def _ring(points: Sequence[Point], sizes: Sizes) -> Box:
    """The square around a circle that encloses the points."""
    centre = hull([around(point, 0.0) for point in points]).centre
    return around(centre, 2 * max(dist(centre, point) for point in points) + sizes.closest * 0.6)


def _labels(
    pins: Sequence[Pin], at: Mapping[str, Point], enlarged: Mapping[str, int], insets: Sequence[Inset],
    sizes: Sizes, taken: Sequence[Box], view: Box,
) -> dict[str, Label]:  # fmt: skip
    wanted = [_wanted(pin, at[pin.id], sizes) for pin in pins if pin.id not in enlarged]
    return placed(wanted, _boxes(pins, at, enlarged, insets, taken), view.grown(-2.0))


def _boxes(
    pins: Sequence[Pin], at: Mapping[str, Point], enlarged: Mapping[str, int], insets: Sequence[Inset],
    taken: Sequence[Box],
) -> list[Box]:  # fmt: skip
    """What no label may cover."""
    alone = [around(at[pin.id], 2 * pin.radius) for pin in pins if pin.id not in enlarged]
    return [*taken, *alone, *(one.frame for one in insets), *(one.ring for one in insets)]


def _cities(cities: Sequence[Pin], lens: Lens, sizes: Sizes, in_the_way: Sequence[Box], view: Box) -> tuple[City, ...]:
    """The cities that nothing covers; their dots are kept free of each other's names."""
    seen = [(city, lens.at(city.point)) for city in cities]
    dots = {city.id: around(at, sizes.dot) for city, at in seen}
    seen = [
        (city, at) for city, at in seen
        if view.contains(at) and not any(dots[city.id].meets(box) for box in in_the_way)
    ]  # fmt: skip
    wanted = [Wanted(city.id, at, city.radius + sizes.gap, city.width, city.height, must=False) for city, at in seen]
    labels = placed(wanted, [*in_the_way, *(dots[city.id] for city, _ in seen)], view.grown(-2.0))
    return tuple(City(city.id, at, labels.get(city.id)) for city, at in seen)


def _wanted(pin: Pin, point: Point, sizes: Sizes) -> Wanted:
    return Wanted(pin.id, point, pin.radius + sizes.gap, pin.width, pin.height)
