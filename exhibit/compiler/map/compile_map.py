"""Compiles map.yaml: the base as shapes or as a picture, its approval, and the place of each region."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from exhibit.compiler.content.files import read_bytes
from exhibit.compiler.content.schema import MapFile, RegionPlace
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.context import BuildContext
from exhibit.compiler.map.geojson import LonLatPoints, MapFeature, MapLayer, read_geojson
from exhibit.compiler.map.geometry import (
    SIMPLIFIED_POINTS,
    MapProjection,
    degrees_frame,
    inner_point,
    kilometres_of,
    map_points,
    picture_frame,
    ring_bytes,
    simplified_to,
)
from exhibit.compiler.map.picture import PictureSize, picture_size
from exhibit.compiler.map.relief import compile_relief
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.model.limits import (
    MAX_MAP_CITIES,
    MAX_MAP_LOCATIONS,
    MAX_MAP_POINTS,
    MAX_MAP_RINGS,
    MAX_MAP_SIDE,
)
from exhibit.model.region import ExhibitMap, MapApproval, MapLocation, MapPoint, MapShape
from exhibit.model.text import Text

_LAW: Final = "地图管理条例 Art. 15 and 16 want maps for public display to be approved and to carry their number"

_ORDER: Final[tuple[MapLayer, ...]] = ("outline", "area", "lake", "river", "city")


class MapBaseSource(NamedTuple):
    """A map base: its projection, and its features (GeoJSON) or its picture."""

    frame: MapProjection
    features: tuple[MapFeature, ...] = ()
    picture: str | None = None
    data: bytes = b""


class CompiledMap(NamedTuple):
    """The map, and the files that it needs in the package, by name."""

    map: ExhibitMap
    blobs: Mapping[str, bytes]


def compile_map(declared: LocatedValue[MapFile], context: BuildContext) -> CompiledMap | None:
    """The map, or None if it has no usable base."""
    value, problems = declared.value, context.problems
    base = _read_base(context.files.folder, declared, problems)
    _check_approval(declared, context)
    _check_regions(declared, context)
    if base is None or not _check_area(base, declared, problems):
        return None
    known = context.shared.regions or value.regions
    spots = [_spot(key, value.regions[key], base, declared, problems) for key in known if key in value.regions]
    granted = value.approval
    relief = compile_relief(context.files.folder, declared, base.frame, base.picture is not None, problems)
    compiled = ExhibitMap(
        width=round(base.frame.width, 3),
        height=round(base.frame.height, 3),
        shapes=_shapes(base.features, base.frame, context.texts, ProblemPlace(value.base, 1)),
        spots=tuple(spot for spot in spots if spot),
        picture=base.picture,
        attribution=context.text(value.attribution, declared.where("attribution")),
        licence=value.licence,
        approval=MapApproval(granted.number, granted.authority, granted.producer, granted.date),
        schematic=granted.number is None,
        relief=relief.relief if relief else None,
        kilometres=None if base.picture else kilometres_of(base.frame),
    )
    _check_size(compiled, declared, problems)
    picture = {base.picture: base.data} if base.picture else {}
    return CompiledMap(compiled, picture | dict(relief.blobs if relief else {}))


def _check_area(base: MapBaseSource, declared: LocatedValue[MapFile], problems: ProblemList) -> bool:
    if not base.frame.has_area():
        size = f"{base.frame.width:.4g} by {base.frame.height:.4g} of {MAX_MAP_SIDE:.0f} units"
        advice = "use a base with an outline that is wide and high"
        problems.error(declared.where("base"), f"the base {declared.value.base} is flat ({size}); {advice}")
    return base.frame.has_area()


def _check_size(map: ExhibitMap, declared: LocatedValue[MapFile], problems: ProblemList) -> None:
    rings = [ring for shape in map.shapes for ring in shape.rings] + [ring for spot in map.spots for ring in spot.rings]
    points = sum(map_points(ring) for ring in rings)
    cities = sum(shape.layer == "city" for shape in map.shapes)
    for count, limit, what in (
        (points, MAX_MAP_POINTS, "points, the areas of regions among them"),
        (len(rings), MAX_MAP_RINGS, "lines and rings, the areas of regions among them"),
        (cities, MAX_MAP_CITIES, "cities"),
        (len(map.spots), MAX_MAP_LOCATIONS, "regions"),
    ):
        if count > limit:
            problems.error(declared.where("base"), f"the map has {count:,} {what}, more than {limit:,}; simplify it")


def _check_regions(declared: LocatedValue[MapFile], context: BuildContext) -> None:
    """Reports places of regions that do not exist."""
    for key in declared.value.regions:
        if context.shared.regions and key not in context.shared.regions:
            message = f"regions.yaml has no region `{key}`; correct the id or delete it here"
            context.problems.error(declared.where("regions", key), message)


def _read_base(folder: Path, declared: LocatedValue[MapFile], problems: ProblemList) -> MapBaseSource | None:
    where, name = declared.where("base"), declared.value.base
    data = read_bytes(folder, name, where, problems)
    if data is None:
        return None
    _check_hash(data, declared, problems)
    ending = Path(name).suffix.lower()
    if ending in (".json", ".geojson"):
        return _geojson_base(data, declared, problems)
    if ending in (".svg", ".png"):
        size = _picture_size(data, name, where, problems)
        return MapBaseSource(picture_frame(*size), (), f"map{ending}", data) if size else None
    problems.error(where, f"`{name}` is neither .geojson nor .svg nor .png; use one of them")
    return None


def _picture_size(data: bytes, name: str, where: ProblemPlace, problems: ProblemList) -> PictureSize | None:
    if name.lower().endswith(".svg"):
        return picture_size(data, "SVG", where, problems, name)
    return picture_size(data, "PNG", where, problems)


def _geojson_base(data: bytes, declared: LocatedValue[MapFile], problems: ProblemList) -> MapBaseSource | None:
    name = declared.value.base
    try:
        features = read_geojson(data.decode("utf-8-sig"), name, problems)
    except UnicodeDecodeError:
        problems.error(ProblemPlace(name, 1), "the file is not UTF-8; export the map again as GeoJSON")
        return None
    if not features:
        return None
    drawn = [feature for feature in features if feature.layer]
    land = [ring for one in drawn or features if one.layer in ("outline", "area") or not drawn for ring in one.rings]
    frame = degrees_frame(land or [ring for one in drawn for ring in one.rings])
    return MapBaseSource(frame, features if declared.value.approval.covers == "base" else _simplified(features))


def _simplified(features: tuple[MapFeature, ...]) -> tuple[MapFeature, ...]:
    """The features, simplified if the map would be slow to draw."""
    drawn = [feature for feature in features if feature.layer and len(feature.rings[0]) > 1]
    rings = [ring for feature in drawn for ring in feature.rings]
    if sum(map(len, rings)) <= SIMPLIFIED_POINTS:
        return features
    simplified = dict(zip(map(id, rings), simplified_to(rings), strict=True))
    return tuple(
        MapFeature(
            one.layer,
            one.adcode,
            one.name,
            one.name_hant,
            one.label,
            tuple(simplified.get(id(r), r) for r in one.rings),
            one.closed,
        )
        for one in features
    )


def _check_hash(data: bytes, declared: LocatedValue[MapFile], problems: ProblemList) -> None:
    wanted = declared.value.approval.sha256
    if wanted and hashlib.sha256(data).hexdigest() != wanted:
        message = (
            f"{declared.value.base} was changed after approval; put the approved file back, or have this one approved"
        )
        problems.error(declared.where("approval", "sha256"), message)


def _check_approval(declared: LocatedValue[MapFile], context: BuildContext) -> None:
    exhibit = context.shared.exhibit
    if exhibit and exhibit.value.public_display and declared.value.approval.number is None:
        where = declared.where("approval", "number")
        context.problems.warning(
            where, f"the map has no approval number and will call itself a schematic (示意图); {_LAW}"
        )


def _spot(
    key: str, place: RegionPlace, base: MapBaseSource, declared: LocatedValue[MapFile], problems: ProblemList
) -> MapLocation | None:
    where = declared.where("regions", key)
    feature = _match(place.feature, base.features)
    if place.feature is not None and feature is None:
        problems.error(where, f"the base has no feature `{place.feature}`; correct it, or give a pin")
        return None
    borders = (place.area,) if place.area else feature.rings if feature and feature.closed else ()
    rings = [tuple(map(base.frame.point, ring)) for ring in borders]
    pin = _pin(place, feature, rings, base.frame)
    if pin is None:
        problems.error(where, f"the region `{key}` has neither pin nor feature nor area; give one of them")
        return None
    if not all(base.frame.holds(point) for point in (pin, *(point for ring in rings for point in ring))):
        problems.warning(
            where, f"the region `{key}` lies outside the map base; check its position (longitude comes first)"
        )
    return MapLocation(key, pin, tuple(map(ring_bytes, rings)), place.approximate)


def _pin(
    place: RegionPlace, feature: MapFeature | None, rings: Sequence[Sequence[MapPoint]], frame: MapProjection
) -> MapPoint | None:
    if place.pin:
        return frame.point(place.pin)
    if feature and feature.label and not place.area:
        return frame.point(feature.label)
    if rings:
        return inner_point(rings)
    return frame.point(feature.rings[0][0]) if feature else None


def _match(wanted: str | None, features: Sequence[MapFeature]) -> MapFeature | None:
    by_code = (feature for feature in features if wanted and feature.adcode == wanted)
    by_name = (feature for feature in features if wanted and feature.name == wanted)
    return next(by_code, None) or next(by_name, None)


def _shapes(
    features: Sequence[MapFeature], frame: MapProjection, texts: TextConverter, where: ProblemPlace
) -> tuple[MapShape, ...]:
    """A shape for each feature, in the order in which the layers are painted."""
    return tuple(
        MapShape(layer, _name(feature, texts, where), tuple(_ring(ring, frame) for ring in feature.rings))
        for layer in _ORDER
        for feature in features
        if feature.layer == layer
    )


def _ring(ring: LonLatPoints, frame: MapProjection) -> bytes:
    return ring_bytes(tuple(map(frame.point, ring)))


def _name(feature: MapFeature, texts: TextConverter, where: ProblemPlace) -> Text:
    text = texts.convert(feature.name, "hans", where, name=True)
    return Text(text.hans, feature.name_hant) if len(feature.name_hant) == len(text) > 0 else text
