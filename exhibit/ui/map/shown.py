"""What the map shows: its places, its cities, the line with its source; no Qt."""

import struct
from dataclasses import dataclass
from functools import lru_cache

from exhibit.model.package import Package
from exhibit.model.region import Map, Point, Region, Shape, Spot
from exhibit.model.state import Language, State
from exhibit.model.text import Script
from exhibit.strings import say


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A region on the map, or on a tile; `point` is None where the map has no place for it."""

    region: str
    name: str
    label: str
    figures: str
    spoken: str
    note: str
    point: Point | None
    approximate: bool
    chosen: bool
    visited: bool


@dataclass(frozen=True, slots=True)
class CityShown:
    """A city point of the base."""

    name: str
    point: Point


@dataclass(frozen=True, slots=True)
class Labels:
    """What the map and its buttons are called."""

    map: str
    keys: str
    larger: str
    smaller: str
    whole: str


@dataclass(frozen=True, slots=True)
class MapShown:
    """All that is on screen of the map; without a `map` the places are tiles."""

    map: Map | None
    places: tuple[PlaceShown, ...]
    cities: tuple[CityShown, ...]
    credit: str
    approval: str
    labels: Labels
    script: Script

    @property
    def pins(self) -> tuple[PlaceShown, ...]:
        """The places that have a point on the map."""
        return tuple(place for place in self.places if place.point)


def map_shown(package: Package, state: State) -> MapShown:
    """What a state shows of a package's map."""
    base = _map(package)
    seen = {_region_of(package, article) for article in state.visited}
    spots = {spot.region: spot for spot in base.spots} if base else {}
    return MapShown(
        base,
        tuple(_place(region, spots.get(region.id), region.id in seen, state) for region in _regions(package)),
        tuple(_cities(base, state.script)) if base else (),
        _credit(base, state) if base else "",
        _approval(base) if base else "",
        _labels(state.language),
        state.script,
    )


@lru_cache(maxsize=4)
def _map(package: Package) -> Map | None:
    return package.map()


@lru_cache(maxsize=4)
def _regions(package: Package) -> tuple[Region, ...]:
    return tuple(package.regions())


@lru_cache(maxsize=1024)
def _region_of(package: Package, article: str) -> str | None:
    found = package.article(article)
    return found.region if found else None


def _place(region: Region, spot: Spot | None, visited: bool, state: State) -> PlaceShown:
    name = region.name.in_(state.script)
    chosen = state.place.region == region.id
    approximate = spot is not None and spot.approximate
    language = state.language
    notes = [say("place-chosen", language)] if chosen else [say("place-visited", language)] if visited else []
    if approximate:
        notes.append(say("map-approximate", language, name=name))
    return PlaceShown(
        region.id,
        name,
        region.short.in_(state.script),
        say("place-figures", language, count=region.metrics),
        say("place-spoken", language, name=name, articles=region.articles, metrics=region.metrics),
        "\n".join(notes),
        spot.pin if spot else None,
        approximate,
        chosen,
        visited,
    )


def _cities(base: Map, script: Script) -> list[CityShown]:
    return [CityShown(shape.name.in_(script), _first_point(shape)) for shape in base.shapes if shape.layer == "city"]


def _first_point(shape: Shape) -> Point:
    """The first point of the first ring; see Shape.rings for the bytes."""
    x, y = struct.unpack_from(">dd", shape.rings[0], 4)
    return x, y


def _credit(base: Map, state: State) -> str:
    number = base.approval.number
    parts = [base.attribution.in_(state.script), base.licence]
    if number:
        parts.append(say("map-approval", state.language, number=number))
    if base.schematic:
        parts.append(say("map-schematic", state.language))
    return " · ".join(part for part in parts if part)


def _approval(base: Map) -> str:
    """The rest of the approval, as the hall gave it."""
    approval = base.approval
    return " · ".join(part for part in (approval.authority, approval.producer, approval.date) if part)


@lru_cache(maxsize=3)
def _labels(language: Language) -> Labels:
    return Labels(*(say(key, language) for key in ("map", "map-keys", "map-larger", "map-smaller", "map-whole")))
