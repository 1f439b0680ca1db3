"""Compiles map.yaml: the base as shapes or as a picture, its approval, and each region's spot."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from exhibit.compiler.declared import Located
from exhibit.compiler.geojson import Feature, Layer, Points, read_geojson
from exhibit.compiler.geometry import (
    MOST_POINTS,
    Frame,
    degrees_frame,
    inner_point,
    picture_frame,
    ring_bytes,
    simplified_to,
)
from exhibit.compiler.picture import png_size, svg_size
from exhibit.compiler.problems import Problems, Where
from exhibit.compiler.schema import MapFile, RegionPlace
from exhibit.compiler.sources import read_bytes
from exhibit.compiler.voice import Voice
from exhibit.model.region import Approval, Map, Point, Shape, Spot
from exhibit.model.text import Script, Text

_LAW: Final = "地图管理条例 Art. 15 and 16 want maps for public display to be approved and to carry their number"

_ORDER: Final[tuple[Layer, ...]] = ("outline", "area", "lake", "river", "city")


@dataclass(frozen=True, slots=True)
class Base:
    """A map base: how positions lie on it, its features (GeoJSON) or its picture."""

    frame: Frame
    features: tuple[Feature, ...] = ()
    picture: str | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Atlas:
    """The map, and the files it needs in the package."""

    map: Map
    blobs: Mapping[str, bytes]


def make_atlas(
    folder: Path,
    declared: Located[MapFile],
    regions: Sequence[str],
    script: Script,
    public: bool,
    voice: Voice,
    problems: Problems,
) -> Atlas | None:
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
    approval = Approval(value.approval.number, value.approval.authority, value.approval.producer, value.approval.date)
    shapes = _shapes(base.features, base.frame, voice, Where(value.base, 1))
    made = Map(
        round(base.frame.width, 3), round(base.frame.height, 3), shapes, tuple(spot for spot in spots if spot),
        base.picture, attribution, value.licence, approval, approval.number is None,
    )  # fmt: skip
    return Atlas(made, {base.picture: base.data} if base.picture else {})


def _read_base(folder: Path, declared: Located[MapFile], problems: Problems) -> Base | None:
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
        return Base(picture_frame(*size), (), f"map{ending}", data) if size else None
    problems.error(where, f"`{name}` is neither .geojson nor .svg nor .png; use one of them")
    return None


def _geojson_base(data: bytes, declared: Located[MapFile], problems: Problems) -> Base | None:
    name = declared.value.base
    try:
        features = read_geojson(data.decode("utf-8-sig"), name, problems)
    except UnicodeDecodeError:
        problems.error(Where(name, 1), "the file is not UTF-8; export the map again as GeoJSON")
        return None
    if not features:
        return None
    drawn = [feature for feature in features if feature.layer]
    land = [ring for one in drawn or features if one.layer in ("outline", "area") or not drawn for ring in one.rings]
    frame = degrees_frame(land or [ring for one in drawn for ring in one.rings])
    return Base(frame, features if declared.value.approval.covers == "base" else _lighter(features))


def _lighter(features: tuple[Feature, ...]) -> tuple[Feature, ...]:
    """Simplified only where the map would be slow to draw."""
    drawn = [feature for feature in features if feature.layer and len(feature.rings[0]) > 1]
    rings = [ring for feature in drawn for ring in feature.rings]
    if sum(map(len, rings)) <= MOST_POINTS:
        return features
    lighter = dict(zip(map(id, rings), simplified_to(rings), strict=True))
    return tuple(
        Feature(
            one.layer,
            one.adcode,
            one.name,
            one.name_hant,
            one.label,
            tuple(lighter.get(id(r), r) for r in one.rings),
            one.closed,
        )
        for one in features
    )


def _check_hash(data: bytes, declared: Located[MapFile], problems: Problems) -> None:
    wanted = declared.value.approval.sha256
    if wanted and hashlib.sha256(data).hexdigest() != wanted:
        message = (
            f"{declared.value.base} was changed after approval; put the approved file back, or have this one approved"
        )
        problems.error(declared.where("approval", "sha256"), message)


def _check_approval(declared: Located[MapFile], public: bool, problems: Problems) -> None:
    if public and declared.value.approval.number is None:
        where = declared.where("approval", "number")
        problems.warning(where, f"the map has no approval number and will call itself a schematic (示意图); {_LAW}")


def _spot(key: str, place: RegionPlace, base: Base, declared: Located[MapFile], problems: Problems) -> Spot | None:
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
    return Spot(key, pin, tuple(map(ring_bytes, rings)), place.approximate)


def _pin(place: RegionPlace, feature: Feature | None, rings: Sequence[Sequence[Point]], frame: Frame) -> Point | None:
    if place.pin:
        return frame.point(place.pin)
    if feature and feature.label and not place.area:
        return frame.point(feature.label)
    if rings:
        return inner_point(rings)
    return frame.point(feature.rings[0][0]) if feature else None


def _match(wanted: str | None, features: Sequence[Feature]) -> Feature | None:
    by_code = (feature for feature in features if wanted and feature.adcode == wanted)
    by_name = (feature for feature in features if wanted and feature.name == wanted)
    return next(by_code, None) or next(by_name, None)


def _shapes(features: Sequence[Feature], frame: Frame, voice: Voice, where: Where) -> tuple[Shape, ...]:
    """One shape a feature, layer by layer as they are painted."""
    return tuple(
        Shape(layer, _name(feature, voice, where), tuple(_ring(ring, frame) for ring in feature.rings))
        for layer in _ORDER
        for feature in features
        if feature.layer == layer
    )


def _ring(ring: Points, frame: Frame) -> bytes:
    return ring_bytes(tuple(map(frame.point, ring)))


def _name(feature: Feature, voice: Voice, where: Where) -> Text:
    text = voice.say(feature.name, "hans", where, name=True)
    return Text(text.hans, feature.name_hant) if len(feature.name_hant) == len(text) > 0 else text
