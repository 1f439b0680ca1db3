"""What the map shows: its places, its cities, the line with its source; no Qt."""

import struct
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from exhibit.model.package import Package
from exhibit.model.region import ExhibitMap, MapLocation, MapPoint, MapShape, Region
from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.text import Script
from exhibit.strings import say

if TYPE_CHECKING:
    from exhibit.ui.widgets.topics import TopicWords

_JOINED: Final = "\u00a0· "
"""Does not begin a line."""


@dataclass(frozen=True, slots=True)
class MapPlaceShown:
    """A region on the map, or on a tile; `point` is None where the map has no place for it."""

    region: str
    name: str
    label: str
    figures: str
    """How many it has; of the chosen theme, if one is."""
    spoken: str
    note: str
    point: MapPoint | None
    approximate: bool
    chosen: bool
    visited: bool
    number: str = ""
    """How many figures it has of the chosen theme; "" where none is chosen, or for none."""
    faded: bool = False
    """It has nothing of the chosen theme."""


@dataclass(frozen=True, slots=True)
class CityShown:
    """A city point of the base."""

    name: str
    point: MapPoint


@dataclass(frozen=True, slots=True)
class MapLabels:
    """What the map and its buttons are called."""

    map: str
    keys: str
    larger: str
    smaller: str
    whole: str


@dataclass(frozen=True, slots=True)
class MapShown:
    """All that is on screen of the map; without a `map` the places are tiles."""

    map: ExhibitMap | None
    places: tuple[MapPlaceShown, ...]
    cities: tuple[CityShown, ...]
    credit: str
    approval: str
    labels: MapLabels
    script: Script

    @property
    def pins(self) -> tuple[MapPlaceShown, ...]:
        """The places that have a point on the map."""
        return tuple(place for place in self.places if place.point)


class MapData:
    """What the map needs of a package, each thing read once: a package never changes."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._homes: dict[str, str | None] = {}
        self.map = package.map()
        self.regions = tuple(package.regions())

    def region_of(self, article: str) -> str | None:
        """Where an article belongs; None for one that is not in the package."""
        if article not in self._homes:
            found = self.package.article(article)
            self._homes[article] = found.region if found else None
        return self._homes[article]


def map_shown(package: Package, state: State) -> MapShown:
    """What a state shows of a package's map."""
    return shown_from(MapData(package), state)


def shown_from(facts: MapData, state: State) -> MapShown:
    """The same from facts already read."""
    base = facts.map
    seen = {facts.region_of(article) for article in state.visited}
    spots = {spot.region: spot for spot in base.spots} if base else {}
    return MapShown(
        base,
        tuple(_places(facts, spots, seen, state)),
        tuple(_cities(base, state.script)) if base else (),
        _credit(base, state) if base else "",
        _approval(base) if base else "",
        _labels(state.language),
        state.script,
    )


def _places(
    facts: MapData, spots: Mapping[str, MapLocation], seen: Collection[str | None], state: State
) -> Iterator[MapPlaceShown]:
    words = None
    if state.place.theme:
        from exhibit.ui.widgets.topics import topic_words  # only where a theme is chosen

        words = topic_words(facts.package, state)
    for region in facts.regions:
        told = words(region) if words else None
        yield _place(region, spots.get(region.id), region.id in seen, state, told)


def _place(
    region: Region, spot: MapLocation | None, visited: bool, state: State, told: "TopicWords | None"
) -> MapPlaceShown:
    """A region; `told` is what it has of the chosen theme."""
    name, language = region.name.in_(state.script), state.language
    chosen = state.place.region == region.id
    approximate = spot is not None and spot.approximate
    notes = [say("place-chosen", language)] if chosen else [say("place-visited", language)] if visited else []
    if approximate:
        notes.append(say("map-approximate", language, name=name))
    return MapPlaceShown(
        region.id,
        name,
        region.short.in_(state.script),
        told.side if told else say("place-figures", language, count=region.metrics),
        told.spoken if told else _spoken(region, name, language),
        "\n".join(notes),
        spot.pin if spot else None,
        approximate,
        chosen,
        visited,
        told.number if told else "",
        told.faded if told else False,
    )


def _spoken(region: Region, name: str, language: InterfaceLanguage) -> str:
    return say("place-spoken", language, name=name, articles=region.articles, metrics=region.metrics)


def _cities(base: ExhibitMap, script: Script) -> list[CityShown]:
    return [CityShown(shape.name.in_(script), _first_point(shape)) for shape in base.shapes if shape.layer == "city"]


def _first_point(shape: MapShape) -> MapPoint:
    """The first point of the first ring; see Shape.rings for the bytes."""
    x, y = struct.unpack_from(">dd", shape.rings[0], 4)
    return x, y


def _credit(base: ExhibitMap, state: State) -> str:
    number = base.approval.number
    approval = say("map-approval", state.language, number=number) if number else ""
    schematic = say("map-schematic", state.language) if base.schematic else ""
    return _JOINED.join(
        part for part in (approval, schematic, base.attribution.in_(state.script), base.licence) if part
    )


def _approval(base: ExhibitMap) -> str:
    """The rest of the approval, as the hall gave it."""
    approval = base.approval
    return " · ".join(part for part in (approval.authority, approval.producer, approval.date) if part)


@lru_cache(maxsize=3)
def _labels(language: InterfaceLanguage) -> MapLabels:
    return MapLabels(*(say(key, language) for key in ("map", "map-keys", "map-larger", "map-smaller", "map-whole")))
