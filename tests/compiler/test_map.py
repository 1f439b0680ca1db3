"""The map: projection, features, pictures."""

import json
import math
import struct
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.compiler.compile import compile_content
from exhibit.compiler.map.geometry import (
    degrees_frame,
    find_seam,
    inner_point,
    kilometres_of,
    past_seam,
    picture_frame,
    ring_bytes,
    simplified_to,
)
from exhibit.model.region import ExhibitMap
from tests.compiler.folders import SOURCES, lay


def _map(folder: Path) -> tuple[ExhibitMap, dict[str, bytes]]:
    contents = compile_content(folder).contents
    assert contents
    assert contents.map
    return contents.map, dict(contents.blobs)


def test_the_longer_side_is_1000_and_y_goes_down() -> None:
    frame = degrees_frame([((115.0, 27.0), (117.0, 30.0))])
    assert frame.height == 1000
    assert round(frame.width, 2) == 585.88  # 2 degrees x cos(28.5) of 3 degrees
    assert frame.point((115, 30)) == (0, 0)
    assert frame.point((117, 27)) == (585.878, 1000)
    assert not frame.holds(frame.point((114.9, 28)))


def test_a_picture_has_its_own_units() -> None:
    assert picture_frame(200, 100).point((50, 100)) == (250, 500)


def test_ring_bytes() -> None:
    assert ring_bytes([(1.0, 2.0)]) == struct.pack(">Idd", 1, 1, 2)


def test_a_point_inside_a_horseshoe() -> None:
    assert inner_point([[(0, 0), (10, 0), (10, 10), (7, 10), (7, 2), (3, 2), (3, 10), (0, 10)]])[0] in (1.5, 8.5)


def test_the_points_that_matter_least_go_first() -> None:
    ring = ((0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (2.0, 2.0))
    assert simplified_to([ring], 3) == [((0.0, 0.0), (2.0, 0.0), (2.0, 2.0))]
    assert simplified_to([ring], 4) == [ring]


def test_a_large_map_is_made_lighter() -> None:
    rings = [tuple((0.001 * i, 0.01 * (i * 7919 % 101)) for i in range(20_000)) for _ in range(3)]
    assert 9_000 < sum(map(len, simplified_to(rings))) <= 10_000


@pytest.mark.parametrize(
    ("longitudes", "seam"),
    [
        ([], None),
        ([115, 117], None),
        ([-170, 10], None),
        ([177, 178.5, -179.8, -179.5], -1.25),
        ([170, 180, -180, -170], 0),
        ([-180, -60, 60, 180], None),
    ],
)
def test_a_map_across_180_degrees_has_a_seam_elsewhere(longitudes: list[float], seam: float | None) -> None:
    found = find_seam([tuple((x, 0.0) for x in longitudes)])
    assert found == (-math.inf if seam is None else pytest.approx(seam))


@given(st.floats(-180, 179.9), st.lists(st.floats(0, 150), min_size=2, max_size=9))
def test_wherever_a_map_lies_it_is_as_wide_as_it_is(west: float, steps: list[float]) -> None:
    ring = tuple(((west + step + 180) % 360 - 180, 0.0 if i else 1.0) for i, step in enumerate(steps))
    seam = find_seam([ring])
    longitudes = [x for x, _ in (past_seam(point, seam) for point in ring)]
    assert max(longitudes) - min(longitudes) <= max(steps) - min(steps) + 1e-6


def test_an_outline_across_180_degrees_is_drawn_in_one_piece(tmp_path: Path) -> None:
    folder = lay("svg-is-fine", tmp_path / "content")
    ring = [[177, -18], [178.5, -16.2], [-179.8, -16.5], [-179.5, -18.5], [178, -19], [177, -18]]
    feature = {
        "type": "Feature", "properties": {"layer": "outline", "name": "岛"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }  # fmt: skip
    base = json.dumps({"type": "FeatureCollection", "features": [feature]})
    (folder / "map" / "base.geojson").write_text(base, "utf-8")
    (folder / "map.yaml").write_text(
        "base: map/base.geojson\nattribution: 自绘\nlicence: CC0-1.0\n"
        "regions:\n  riverside: {pin: [178, -17.5]}\n  hillside: {pin: [-179.9, -17]}\n",
        "utf-8",
    )
    made, _ = _map(folder)
    assert (made.width, made.height) == (1000, 839.286)
    (outline,) = made.shapes
    points = list(struct.iter_unpack(">dd", outline.rings[0][4:]))
    assert all(abs(x1 - x0) < 750 for (x0, _), (x1, _) in pairwise(points))
    west, east = (spot.pin[0] for spot in made.spots)
    assert 0 < west < east < 1000


def test_relief_lies_on_the_map(tmp_path: Path) -> None:
    made, blobs = _map(lay("relief-is-fine", tmp_path / "content"))
    assert made.relief
    assert (made.relief.light, made.relief.dark) == ("relief-light.jpg", "relief-dark.png")
    assert set(blobs) == {"relief-light.jpg", "relief-dark.png"}
    frame = degrees_frame([((115.0, 27.0), (117.0, 30.0))])
    assert (made.relief.x, made.relief.y) == frame.point((114, 31))
    assert made.relief.x + made.relief.width == pytest.approx(frame.point((118, 26))[0], abs=0.002)
    assert made.relief.y + made.relief.height == pytest.approx(frame.point((118, 26))[1], abs=0.002)


@pytest.mark.parametrize(("south", "north", "expected"), [(27, 30, 0.3336), (10, 30, 2.224), (0, 40, None)])
def test_a_scale_is_known_of_a_map_that_is_not_too_high(south: float, north: float, expected: float | None) -> None:
    frame = degrees_frame([((115.0, south), (115.1, north))])
    assert kilometres_of(frame) == expected


def test_geojson_base(tmp_path: Path) -> None:
    made, blobs = _map(SOURCES / "good")
    assert (made.width, made.height, made.picture, made.schematic, blobs) == (585.878, 1000, None, True, {})
    assert [(shape.layer, shape.name.hant) for shape in made.shapes] == [("outline", "省"), ("area", "山市")]
    assert [(spot.region, len(spot.rings)) for spot in made.spots] == [("riverside", 0), ("hillside", 1)]


def test_picture_base(tmp_path: Path) -> None:
    made, blobs = _map(lay("svg-is-fine", tmp_path / "content"))
    assert (made.width, made.height, made.picture, made.shapes) == (1000, 500, "map.svg", ())
    assert blobs["map.svg"].startswith(b"<svg")
    assert made.spots[0].pin == (100, 150)
    assert made.spots[1].rings == (ring_bytes([(500, 50), (750, 50), (750, 300)]),)


@pytest.mark.parametrize("layer", ["county", ""])
def test_other_layers_are_not_drawn_but_matched(tmp_path: Path, layer: str) -> None:
    folder = lay("svg-is-fine", tmp_path / "content")
    text = (SOURCES / "good" / "map" / "base.geojson").read_text("utf-8").replace("prefecture", layer)
    (folder / "map" / "base.geojson").write_text(text, "utf-8")
    (folder / "map.yaml").write_text((SOURCES / "good" / "map.yaml").read_text("utf-8"), "utf-8")
    made, _ = _map(folder)
    assert [shape.layer for shape in made.shapes] == ["outline"]
    assert len(made.spots[1].rings) == 1
