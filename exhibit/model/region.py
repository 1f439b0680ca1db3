"""A region of the exhibit, and the map."""

from typing import Annotated, Literal, NamedTuple

from exhibit.model.limits import MAX_ARTICLES, MAX_COUNT, MAX_MAP_LOCATIONS, MAX_MAP_RINGS
from exhibit.model.text import TitleText

MapPoint = tuple[float, float]
"""x to the right, y downwards, in map units: the map's longer side is 1000."""

MapRings = Annotated[tuple[bytes, ...], MAX_MAP_RINGS]
"""Lines or rings, each the bytes that `QDataStream >> QPolygonF` reads: a big-endian uint32 count, then that many pairs
of big-endian float64 (map units)."""


class Region(NamedTuple):
    """A region; `articles` and `metrics` are how many articles and figures the package has of it."""

    id: str
    name: TitleText
    short: TitleText
    articles: Annotated[int, MAX_ARTICLES]
    metrics: Annotated[int, MAX_COUNT]


class MapShape(NamedTuple):
    """Something that is drawn under the pins."""

    layer: Literal["outline", "area", "lake", "river", "city"]
    name: TitleText
    rings: MapRings


class MapLocation(NamedTuple):
    """Where a region is on the map: its pin and, if its border is known, the rings of its area."""

    region: str
    pin: MapPoint
    rings: MapRings = ()
    approximate: bool = False


class MapApproval(NamedTuple):
    """The official approval of a map for public display. The texts are shown as they are."""

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
    """The base of the map and the regions on it.

    The base is `shapes`, or the file `picture` of the package (an SVG or PNG, shown as it is). `width` and `height`
    are in map units.
    """

    width: float
    height: float
    shapes: Annotated[tuple[MapShape, ...], MAX_MAP_RINGS]
    spots: Annotated[tuple[MapLocation, ...], MAX_MAP_LOCATIONS]
    picture: str | None
    attribution: TitleText
    licence: str
    approval: MapApproval
    schematic: bool
    """Whether the map must be called a schematic, because it has no approval number."""
    relief: MapRelief | None = None
    """Drawn on the land of the shapes."""
    kilometres: float | None = None
    """The length of a map unit, where it is much the same all over the map and north is at the top."""
