"""A place the exhibit tells of, and the map it lies on."""

from typing import Annotated, Literal, NamedTuple

from exhibit.model.limits import MAX_ARTICLES, MAX_COUNT, MAX_MAP_RINGS, MAX_REGIONS
from exhibit.model.text import TitleText

MapPoint = tuple[float, float]
"""x to the right, y downwards, in map units: the map's longer side is 1000."""

MapRings = Annotated[tuple[bytes, ...], MAX_MAP_RINGS]
"""Lines or rings, each the bytes that `QDataStream >> QPolygonF` reads: a big-endian uint32 count, then that many pairs
of big-endian float64 (map units)."""


class Region(NamedTuple):
    """A place; `articles` and `metrics` are how many the package holds of it."""

    id: str
    name: TitleText
    short: TitleText
    articles: Annotated[int, MAX_ARTICLES]
    metrics: Annotated[int, MAX_COUNT]


class MapShape(NamedTuple):
    """Something drawn under the pins."""

    layer: Literal["outline", "area", "lake", "river", "city"]
    name: TitleText
    rings: MapRings


class MapLocation(NamedTuple):
    """Where a region is on the map: a pin and, where its border is known, the rings of its area."""

    region: str
    pin: MapPoint
    rings: MapRings = ()
    approximate: bool = False


class MapApproval(NamedTuple):
    """The review of a map for public display, as the hall filled it in; texts are shown verbatim."""

    number: str | None
    authority: str | None
    producer: str | None
    date: str | None


class ExhibitMap(NamedTuple):
    """The map base and what stands on it.

    `picture` names a blob of the package (an SVG or PNG shown untouched) where the base is one;
    otherwise `shapes` is the base. `width` and `height` are in map units.
    """

    width: float
    height: float
    shapes: Annotated[tuple[MapShape, ...], MAX_MAP_RINGS]
    spots: Annotated[tuple[MapLocation, ...], MAX_REGIONS]
    picture: str | None
    attribution: TitleText
    licence: str
    approval: MapApproval
    schematic: bool
    """True where the map must call itself a schematic: no approval number."""
