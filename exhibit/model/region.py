"""A place the exhibit tells of, and the map it lies on."""

from typing import Literal, NamedTuple

from exhibit.model.text import Text

MapPoint = tuple[float, float]
"""x to the right, y downwards, in map units: the map's longer side is 1000."""


class Region(NamedTuple):
    """A place; `articles` and `metrics` are how many the package holds of it."""

    id: str
    name: Text
    short: Text
    articles: int
    metrics: int


class MapShape(NamedTuple):
    """Something drawn under the pins.

    `rings` holds for each line or ring the bytes `QDataStream >> QPolygonF` reads:
    a big-endian uint32 count, then that many pairs of big-endian float64 (map units).
    """

    layer: Literal["outline", "area", "lake", "river", "city"]
    name: Text
    rings: tuple[bytes, ...]


class MapLocation(NamedTuple):
    """Where a region is on the map: a pin and, where its border is known, the rings of its area."""

    region: str
    pin: MapPoint
    rings: tuple[bytes, ...] = ()
    approximate: bool = False


class MapApproval(NamedTuple):
    """The review of a map for public display, as the hall filled it in; texts are shown verbatim."""

    number: str | None
    authority: str | None
    producer: str | None
    date: str | None


class MapRelief(NamedTuple):
    """Pictures of the land, blobs of the package, and the box they fill, in map units."""

    light: str
    dark: str | None
    """For dark ground; without it the land is flat there."""
    x: float
    y: float
    width: float
    height: float


class ExhibitMap(NamedTuple):
    """The map base and what stands on it.

    `picture` names a blob of the package (an SVG or PNG shown untouched) where the base is one;
    otherwise `shapes` is the base. `width` and `height` are in map units.
    """

    width: float
    height: float
    shapes: tuple[MapShape, ...]
    spots: tuple[MapLocation, ...]
    picture: str | None
    attribution: Text
    licence: str
    approval: MapApproval
    schematic: bool
    """True where the map must call itself a schematic: no approval number."""
    relief: MapRelief | None = None
    """Drawn on the land of the shapes."""
    kilometres: float | None = None
    """The length of a map unit, where it is much the same all over the map and north is at the top."""
