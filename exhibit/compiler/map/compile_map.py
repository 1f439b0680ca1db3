"""Compiles map.yaml: the base as shapes or as a picture, its approval, and each region's spot."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from exhibit.compiler.content.files import read_bytes
from exhibit.compiler.content.schema import MapFile, RegionPlace
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.map.geojson import LonLatPoints, MapFeature, MapLayer, read_geojson
from exhibit.compiler.map.geometry import (
    MOST_POINTS,
    MapProjection,
    degrees_frame,
    find_seam,
    inner_point,
    kilometres_of,
    past_seam,
    picture_frame,
    ring_bytes,
    simplified_to,
)
from exhibit.compiler.map.picture import png_size, svg_size
from exhibit.compiler.map.relief import compile_relief
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.model.region import ExhibitMap, MapApproval, MapLocation, MapPoint, MapShape
from exhibit.model.text import Script, Text

_LAW: Final = "地图管理条例 Art. 15 and 16 want maps for public display to be approved and to carry their number"

_ORDER: Final[tuple[MapLayer, ...]] = ("outline", "area", "lake", "river", "city")


class MapBaseSource(NamedTuple):
    """A map base: how positions lie on it, its features (GeoJSON) or its picture."""

    frame: MapProjection
    features: tuple[MapFeature, ...] = ()
    picture: str | None = None
    data: bytes = b""


class CompiledMap(NamedTuple):
    """The map, and the files it needs in the package."""

    map: ExhibitMap
    blobs: Mapping[str, bytes]


def compile_map(
    folder: Path,
    declared: LocatedValue[MapFile],
    regions: Sequence[str],
    script: Script,
    public: bool,
    voice: TextConverter,
    problems: ProblemList,
) -> CompiledMap | None:
    """The map, or None where it has no usable base."""
    value = declared.value
    base = _read_base(folder, declared, problems)
    _check_approval(declared, public, problems)
    for key in value.regions.keys() - set(regions):
        problems.error(
            declared.where("regions", key), f"regions.yaml has no region `{key}`; correct the id or delete it here"
        )
    if base is None:
        return None
    places = [(key, value.regions[key]) for key in regions if key in value.regions]
    spots = [_spot(key, place, base, declared, problems) for key, place in places]
    attribution = voice.say(value.attribution, script, declared.where("attribution"))
    approval = MapApproval(
        value.approval.number, value.approval.authority, value.approval.producer, value.approval.date
    )
    shapes = _shapes(base.features, base.frame, voice, ProblemPlace(value.base, 1))
    relief = compile_relief(folder, declared, base.frame, base.picture is not None, problems)
    made = ExhibitMap(
        round(base.frame.width, 3), round(base.frame.height, 3), shapes, tuple(spot for spot in spots if spot),
        base.picture, attribution, value.licence, approval, approval.number is None,
        relief.relief if relief else None, None if base.picture else kilometres_of(base.frame),
    )  # fmt: skip
    blobs = {base.picture: base.data} if base.picture else {}
    return CompiledMap(made, blobs | dict(relief.blobs if relief else {}))


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
        size = svg_size(data, name, problems) if ending == ".svg" else png_size(data, where, problems)
        return MapBaseSource(picture_frame(*size), (), f"map{ending}", data) if size else None
    problems.error(where, f"`{name}` is neither .geojson nor .svg nor .png; use one of them")
    return None


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
    land = [one for one in drawn if one.layer in ("outline", "area")] or drawn or list(features)
    seam = find_seam(_rings(land))
    frame = degrees_frame(_rings(_past_seam(land, seam)), seam)
    whole = tuple(_past_seam(features, seam))
    return MapBaseSource(frame, whole if declared.value.approval.covers == "base" else _lighter(whole))


def _rings(features: Iterable[MapFeature]) -> list[LonLatPoints]:
    return [ring for one in features for ring in one.rings]


def _past_seam(features: Iterable[MapFeature], seam: float) -> Iterator[MapFeature]:
    for one in features:
        yield one._replace(rings=tuple(tuple(past_seam(point, seam) for point in ring) for ring in one.rings))


def _lighter(features: tuple[MapFeature, ...]) -> tuple[MapFeature, ...]:
    """Simplified only where the map would be slow to draw."""
    drawn = [feature for feature in features if feature.layer and len(feature.rings[0]) > 1]
    rings = _rings(drawn)
    if sum(map(len, rings)) <= MOST_POINTS:
        return features
    lighter = dict(zip(map(id, rings), simplified_to(rings), strict=True))
    return tuple(one._replace(rings=tuple(lighter.get(id(ring), ring) for ring in one.rings)) for one in features)


def _check_hash(data: bytes, declared: LocatedValue[MapFile], problems: ProblemList) -> None:
    wanted = declared.value.approval.sha256
    if wanted and hashlib.sha256(data).hexdigest() != wanted:
        message = (
            f"{declared.value.base} was changed after approval; put the approved file back, or have this one approved"
        )
        problems.error(declared.where("approval", "sha256"), message)


def _check_approval(declared: LocatedValue[MapFile], public: bool, problems: ProblemList) -> None:
    if public and declared.value.approval.number is None:
        where = declared.where("approval", "number")
        problems.warning(where, f"the map has no approval number and will call itself a schematic (示意图); {_LAW}")


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
    features: Sequence[MapFeature], frame: MapProjection, voice: TextConverter, where: ProblemPlace
) -> tuple[MapShape, ...]:
    """One shape a feature, layer by layer as they are painted."""
    return tuple(
        MapShape(layer, _name(feature, voice, where), tuple(_ring(ring, frame) for ring in feature.rings))
        for layer in _ORDER
        for feature in features
        if feature.layer == layer
    )


def _ring(ring: LonLatPoints, frame: MapProjection) -> bytes:
    return ring_bytes(tuple(map(frame.point, ring)))


def _name(feature: MapFeature, voice: TextConverter, where: ProblemPlace) -> Text:
    text = voice.say(feature.name, "hans", where, name=True)
    return Text(text.hans, feature.name_hant) if len(feature.name_hant) == len(text) > 0 else text
