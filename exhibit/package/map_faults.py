"""Judges a package's map before anything of it is drawn."""

import struct
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from exhibit.model.limits import MAX_MAP_CITIES, MAX_MAP_POINTS, MAX_MAP_RINGS, MAX_MAP_SIDE, MIN_MAP_SIDE
from exhibit.model.region import ExhibitMap, MapRelief

_MAX_COORDINATE: Final = 100 * MAX_MAP_SIDE
"""Map units; a line may leave the map, but not so far that drawing it takes long."""
_COUNT_SIZE: Final = 4
_POINT_SIZE: Final = 16


def map_faults(base: ExhibitMap) -> Iterator[str]:
    """What makes a map impossible or slow to draw."""
    if not all(MIN_MAP_SIDE <= side <= MAX_MAP_SIDE for side in (base.width, base.height)):
        yield f"the map is {base.width:g} x {base.height:g} map units"
    if not all(map(_is_near, chain.from_iterable(spot.pin for spot in base.spots))):
        yield "a pin is far off the map"
    if sum(shape.layer == "city" for shape in base.shapes) > MAX_MAP_CITIES:
        yield f"the map has more than {MAX_MAP_CITIES} cities"
    if base.relief and not _is_box(base.relief):
        yield "the relief of the map has no size"
    rings = list(chain.from_iterable([*(one.rings for one in base.shapes), *(one.rings for one in base.spots)]))
    if len(rings) > MAX_MAP_RINGS or sum(map(len, rings)) > MAX_MAP_POINTS * _POINT_SIZE + len(rings) * _COUNT_SIZE:
        yield f"the map has more than {MAX_MAP_RINGS} lines or {MAX_MAP_POINTS} points"
    else:
        yield from _ring_faults(rings)


def _is_box(relief: MapRelief) -> bool:
    sides = all(MIN_MAP_SIDE <= side <= _MAX_COORDINATE for side in (relief.width, relief.height))
    return sides and _is_near(relief.x) and _is_near(relief.y)


def _ring_faults(rings: Iterable[bytes]) -> Iterator[str]:
    for ring in rings:
        count = int.from_bytes(ring[:_COUNT_SIZE], "big")
        if count < 1 or len(ring) != _COUNT_SIZE + _POINT_SIZE * count:
            yield "a line of the map is no line"
        elif not all(map(_is_near, struct.unpack(f">{2 * count}d", ring[_COUNT_SIZE:]))):
            yield "a line of the map leads far off it"


def _is_near(value: float) -> bool:
    return abs(value) <= _MAX_COORDINATE  # false for what is no number, too
