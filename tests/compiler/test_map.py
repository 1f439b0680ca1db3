"""The map: projection, features, pictures."""

import struct
from pathlib import Path

import pytest

from exhibit.compiler.compile import compile_content
from exhibit.compiler.map.geometry import degrees_frame, inner_point, picture_frame, ring_bytes, simplified_to
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


def test_an_outline_across_180_degrees_stays_in_one_piece() -> None:
    frame = degrees_frame([((177.0, -18.0), (178.5, -16.0), (-179.5, -18.5), (177.0, -18.0))])
    points = [frame.point(one) for one in ((177, -16), (-179.5, -16), (-179.9, -17))]
    assert [point[0] for point in points] == [0, 1000, pytest.approx(885.714)]
    assert all(map(frame.holds, points))


@pytest.mark.parametrize("longitudes", [(-180.0, 180.0), (-100.0, 100.0), (-10.0, 5.0), (100.0, 120.0)])
def test_other_outlines_begin_at_their_western_end(longitudes: tuple[float, float]) -> None:
    west, east = longitudes
    frame = degrees_frame([((west, 0.0), (0.5 * (west + east), 1.0), (east, 0.0))])
    assert frame.point((west, 0))[0] == 0
    assert not frame.crosses_180


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


def test_a_large_map_is_simplified() -> None:
    rings = [tuple((0.001 * i, 0.01 * (i * 7919 % 101)) for i in range(20_000)) for _ in range(3)]
    assert 9_000 < sum(map(len, simplified_to(rings))) <= 10_000


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
