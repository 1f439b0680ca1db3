"""What the map shows: its places, its cities, the line with its source; no Qt."""

import struct
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from exhibit.model.package import Package
from exhibit.model.region import ExhibitMap, MapLocation, MapPoint, MapShape, Region
from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.widgets.topics import TopicWords, topic_words

_SEPARATOR: Final = "\u00a0· "
"""Between parts of the credit; the no-break space keeps the dot from beginning a line."""


class MapPlaceShown(NamedTuple):
    """A region on the map or on a tile."""

    region: str
    name: str
    label: str
    figures: str
    """How many figures it has; of the chosen topic, if there is one."""
    spoken: str
    """What a screen reader says."""
    note: str
    point: MapPoint | None
    """None if the map has no place for it."""
    approximate: bool
    chosen: bool
    visited: bool
    number: str = ""
    """How many figures it has of the chosen topic; "" without a topic and for none."""
    faded: bool = False
    """Whether it has nothing of the chosen topic."""


class CityShown(NamedTuple):
    """A city of the map base."""

    name: str
    point: MapPoint


class MapLabels(NamedTuple):
    """The accessible names of the map and its buttons."""

    map: str
    keys: str
    larger: str
    smaller: str
    whole: str


class MapShown(NamedTuple):
    """All that is on the screen of the map; without a `map` the places are tiles."""

    map: ExhibitMap | None
    places: tuple[MapPlaceShown, ...]
    cities: tuple[CityShown, ...]
    credit: str
    approval: str
    labels: MapLabels

    @property
    def pins(self) -> tuple[MapPlaceShown, ...]:
        """The places that have a point on the map."""
        return tuple(place for place in self.places if place.point)

    @property
    def chosen(self) -> str | None:
        """The region that is chosen."""
        return next((place.region for place in self.places if place.chosen), None)


class MapData:
    """What the map needs of a package, each thing read once, because a package never changes."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._region_of: dict[str, str | None] = {}
        self.map = package.map()
        self.regions = tuple(package.regions())

    def region_of(self, article: str) -> str | None:
        """The region of an article; None for one that is not in the package."""
        if article not in self._region_of:
            found = self.package.article(article)
            self._region_of[article] = found.region if found else None
        return self._region_of[article]


def map_shown(package: Package, state: State) -> MapShown:
    """What a state shows of a package's map."""
    return shown_from(MapData(package), state)


def shown_from(data: MapData, state: State) -> MapShown:
    """What a state shows, from data that are kept between states."""
    base = data.map
    visited = {data.region_of(article) for article in state.visited}
    locations = {location.region: location for location in base.spots} if base else {}
    return MapShown(
        map=base,
        places=tuple(_places(data, locations, visited, state)),
        cities=tuple(_cities(base, state.script)) if base else (),
        credit=_credit(base, state) if base else "",
        approval=_approval(base) if base else "",
        labels=_labels(state.language),
    )


def _places(
    data: MapData, locations: Mapping[str, MapLocation], visited: Collection[str | None], state: State
) -> Iterator[MapPlaceShown]:
    words = topic_words(data.package, state) if state.place.topic else None
    for region in data.regions:
        yield _place(region, locations.get(region.id), region.id in visited, state, words(region) if words else None)


def _place(
    region: Region, location: MapLocation | None, visited: bool, state: State, topic: TopicWords | None
) -> MapPlaceShown:
    """A region; `topic` is what it has of the chosen topic."""
    name, language = region.name.in_(state.script), state.language
    chosen = state.place.region == region.id
    approximate = location is not None and location.approximate
    notes = [say("place-chosen", language)] if chosen else [say("place-visited", language)] if visited else []
    if approximate:
        notes.append(say("map-approximate", language, name=name))
    return MapPlaceShown(
        region=region.id,
        name=name,
        label=region.short.in_(state.script),
        figures=topic.side if topic else say("place-figures", language, count=region.metrics),
        spoken=topic.spoken if topic else _spoken(region, name, language),
        note="\n".join(notes),
        point=location.pin if location else None,
        approximate=approximate,
        chosen=chosen,
        visited=visited,
        number=topic.number if topic else "",
        faded=topic.faded if topic else False,
    )


def _spoken(region: Region, name: str, language: InterfaceLanguage) -> str:
    return say("place-spoken", language, name=name, articles=region.articles, metrics=region.metrics)


def _cities(base: ExhibitMap, script: Script) -> list[CityShown]:
    return [CityShown(shape.name.in_(script), _first_point(shape)) for shape in base.shapes if shape.layer == "city"]


def _first_point(shape: MapShape) -> MapPoint:
    """The first point of the first ring; MapShape says how the bytes are laid out."""
    x, y = struct.unpack_from(">dd", shape.rings[0], 4)
    return x, y


def _credit(base: ExhibitMap, state: State) -> str:
    """Approval number, whether it is a schematic, source and licence."""
    number = base.approval.number
    approval = say("map-approval", state.language, number=number) if number else ""
    schematic = say("map-schematic", state.language) if base.schematic else ""
    return _SEPARATOR.join(
        part for part in (approval, schematic, base.attribution.in_(state.script), base.licence) if part
    )


def _approval(base: ExhibitMap) -> str:
    """The rest of the approval, as the hall wrote it."""
    approval = base.approval
    return " · ".join(part for part in (approval.authority, approval.producer, approval.date) if part)


@lru_cache(maxsize=3)
def _labels(language: InterfaceLanguage) -> MapLabels:
    return MapLabels(*(say(key, language) for key in ("map", "map-keys", "map-larger", "map-smaller", "map-whole")))
