"""Reads a GeoJSON map base: its features by layer, as lines and rings of longitude and latitude."""

import json
from collections.abc import Sequence
from typing import Any, Final, Literal, NamedTuple, get_args

from exhibit.compiler.content.forbidden_characters import without_forbidden
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.limits import MAX_LINE

MapLayer = Literal["outline", "area", "lake", "river", "city"]
LonLatPoints = tuple[tuple[float, float], ...]

_LAYERS: Final[dict[str, MapLayer]] = {
    **{layer: layer for layer in get_args(MapLayer)},
    "province": "outline", "prefecture": "area", "place": "city",
}  # fmt: skip
_MAX_POINTS: Final = 100_000
"""Points that a base may have before it is simplified, which takes two seconds for so many."""
_MAX_DIGITS: Final = 20
_DEPTHS: Final = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}


class _NotGeoError(ValueError):
    """The file is no map in GeoJSON; str() says why."""


class MapFeature(NamedTuple):
    """A feature; `layer` is None if its layer is not drawn, but a region may still refer to it."""

    layer: MapLayer | None
    adcode: str
    name: str
    name_hant: str
    label: tuple[float, float] | None
    rings: tuple[LonLatPoints, ...]
    closed: bool


def read_geojson(text: str, file: str, problems: ProblemList) -> tuple[MapFeature, ...]:
    """All features; none, with a problem, if the file is not GeoJSON in degrees."""
    try:
        data = json.loads(text, parse_int=_whole_number)
        if not isinstance(data, dict) or not isinstance(data.get("features"), list):
            raise _NotGeoError("it is no FeatureCollection")
        features = tuple(_feature(one) for one in data["features"])
        points = sum(len(ring) for feature in features for ring in feature.rings)
        if not points:
            raise _NotGeoError("it has no features")
        if points > _MAX_POINTS:
            problems.error(
                ProblemPlace(file, 1), f"the map has {points:,} points, more than {_MAX_POINTS:,}; simplify it first"
            )
            return ()
        return tuple(_with_clean_names(feature, file, problems) for feature in features)
    except json.JSONDecodeError as error:
        problems.error(
            ProblemPlace(file, error.lineno), f"this is not JSON: {error.msg}; export the map again as GeoJSON"
        )
    except RecursionError:
        problems.error(
            ProblemPlace(file, 1), "this is not GeoJSON: it is nested too deep; export the map again as GeoJSON"
        )
    except (_NotGeoError, ValueError) as error:
        problems.error(
            ProblemPlace(file, 1), f"this is not GeoJSON: {error}; export the map again as GeoJSON in degrees"
        )
    return ()


def _whole_number(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise _NotGeoError(f"it has a number of {len(digits):,} digits")
    return int(digits)


def _feature(data: Any) -> MapFeature:
    properties = data.get("properties") if isinstance(data, dict) else None
    geometry = data.get("geometry") if isinstance(data, dict) else None
    if not isinstance(properties, dict) or not isinstance(geometry, dict):
        raise _NotGeoError("a feature lacks properties or geometry")
    kind = str(geometry.get("type"))
    if kind not in _DEPTHS:
        raise _NotGeoError(f"a feature is a {kind[:40]}")
    label = properties.get("label")
    return MapFeature(
        _LAYERS.get(str(properties.get("layer"))),
        _word(properties, "adcode"),
        _word(properties, "name"),
        _word(properties, "name_hant"),
        _position(label) if label is not None else None,
        tuple(_lines(geometry.get("coordinates"), _DEPTHS[kind])),
        "Polygon" in kind,
    )


def _with_clean_names(feature: MapFeature, file: str, problems: ProblemList) -> MapFeature:
    """The feature with names that can be shown: JSON can hide any character in an escape."""
    for name in (feature.name, feature.name_hant):
        if len(name) > MAX_LINE:
            problems.error(
                ProblemPlace(file, 1), f"the name `{name[:20]}...` is longer than {MAX_LINE} characters; shorten it"
            )
    return feature._replace(
        name=without_forbidden(feature.name[:MAX_LINE], file, problems),
        name_hant=without_forbidden(feature.name_hant[:MAX_LINE], file, problems),
    )


def _word(properties: dict[str, Any], key: str) -> str:
    value = properties.get(key)
    return "" if value is None else " ".join(str(value).split())


def _lines(data: Any, depth: int) -> list[LonLatPoints]:
    if depth == 0:
        return [(_position(data),)]
    if not isinstance(data, list):
        raise _NotGeoError("coordinates are missing")
    if depth == 1:
        return [tuple(_position(one) for one in data)] if data else []
    return [line for one in data for line in _lines(one, depth - 1)]


def _position(data: Any) -> tuple[float, float]:
    if isinstance(data, Sequence) and len(data) >= 2 and all(type(one) in (int, float) for one in data[:2]):
        longitude, latitude = float(data[0]), float(data[1])
        if -180 <= longitude <= 180 and -90 <= latitude <= 90:
            return (longitude, latitude)
    raise _NotGeoError(f"{str(data)[:60]} is no position of longitude and latitude")
