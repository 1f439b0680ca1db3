"""Maps that cannot be drawn, or not quickly."""

import math

import pytest

from exhibit.model.limits import MAX_MAP_CITIES, MAX_MAP_POINTS, MAX_MAP_RINGS
from exhibit.model.region import ExhibitMap, MapLocation, MapRelief, MapShape
from exhibit.model.text import same
from exhibit.package.map_faults import map_faults
from tests.samples import polygon, sample_map

LINE = polygon([(0, 0), (9, 9)])


def shapes(layer: str, *rings: bytes) -> tuple[MapShape, ...]:
    return tuple(MapShape(layer, same("a"), (ring,)) for ring in rings)  # type: ignore[arg-type]  # a layer


def test_the_sample_is_sound() -> None:
    assert list(map_faults(sample_map())) == []


@pytest.mark.parametrize("side", [0.0, -1.0, 0.9, 1000.1, math.inf, math.nan])
def test_both_sides_must_have_a_size(side: float) -> None:
    assert list(map_faults(sample_map()._replace(width=side)))
    assert list(map_faults(sample_map()._replace(height=side)))


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e300, -100_001.0])
def test_points_are_near_the_map(value: float) -> None:
    far = polygon([(1, 1), (2, value)])
    drawn = sample_map()
    assert list(map_faults(drawn._replace(shapes=shapes("river", far)))) == ["a line of the map leads far off it"]
    assert list(map_faults(drawn._replace(spots=(MapLocation("east", (1, 1), (far,)),)))) == [
        "a line of the map leads far off it"
    ]
    assert list(map_faults(drawn._replace(spots=(MapLocation("east", (value, 1)),)))) == ["a pin is far off the map"]


@pytest.mark.parametrize(("field", "value"), [
    ("width", 0.0), ("height", -1.0), ("width", math.inf), ("height", math.nan), ("x", math.nan), ("y", 1e300),
])  # fmt: skip
def test_the_relief_has_a_box(field: str, value: float) -> None:
    relief = MapRelief("light.jpg", None, 0.0, 0.0, 800.0, 1000.0)
    assert list(map_faults(sample_map()._replace(relief=relief))) == []
    spoilt = relief._replace(**{field: value})  # type: ignore[arg-type]  # numbers
    assert list(map_faults(sample_map()._replace(relief=spoilt))) == ["the relief of the map has no size"]


@pytest.mark.parametrize("ring", [b"", b"\0\0", bytes(4), LINE[:-1], LINE + b"\0", b"\xff" * 4])
def test_a_line_has_the_points_that_it_counts(ring: bytes) -> None:
    assert list(map_faults(sample_map()._replace(shapes=shapes("lake", ring)))) == ["a line of the map is no line"]


@pytest.mark.parametrize(("drawn", "is_sound"), [
    (shapes("outline", *[LINE] * MAX_MAP_RINGS), True),
    (shapes("outline", *[LINE] * (MAX_MAP_RINGS + 1)), False),
    (shapes("river", polygon([(1, 1)] * MAX_MAP_POINTS)), True),
    (shapes("river", polygon([(1, 1)] * (MAX_MAP_POINTS + 1))), False),
    (shapes("city", *[LINE] * MAX_MAP_CITIES), True),
    (shapes("city", *[LINE] * (MAX_MAP_CITIES + 1)), False),
])  # fmt: skip
def test_the_limit_is_accepted_and_one_more_is_not(drawn: tuple[MapShape, ...], is_sound: bool) -> None:
    base: ExhibitMap = sample_map()._replace(shapes=drawn, spots=())
    assert (list(map_faults(base)) == []) is is_sound
