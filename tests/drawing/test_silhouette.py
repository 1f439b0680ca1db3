"""Silhouettes: each shape keeps the number of its parts, and stays in its box."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.drawing.silhouette import (
    SILHOUETTE_HEIGHT,
    SILHOUETTE_WIDTH,
    SilhouetteDisc,
    SilhouetteItem,
    SilhouettePolygon,
    silhouette,
)
from exhibit.model.system import (
    CompositionShape,
    LevelsShape,
    PairsShape,
    PillarColumn,
    PillarsShape,
    SystemPair,
    SystemShape,
)
from exhibit.model.text import same


def pairs(count: int) -> PairsShape:
    return PairsShape("pairs", tuple(SystemPair(str(at), (same("a"), same("b")), same("c")) for at in range(count)))


def levels(count: int) -> LevelsShape:
    return LevelsShape("levels", tuple(map(str, range(count))), None, ())


def bodies(count: int) -> CompositionShape:
    return CompositionShape("composition", tuple(map(str, range(count))), None, (), ())


def pillars(count: int, caps: int = 1, feet: int = 1, roof: int = 1) -> PillarsShape:
    columns = tuple(PillarColumn(str(at), f"cap{at % caps}") for at in range(count))
    return PillarsShape(
        "pillars", tuple(f"f{at}" for at in range(feet)), columns, tuple(f"r{at}" for at in range(roof))
    )


def polygons(items: tuple[SilhouetteItem, ...], fill: str) -> list[SilhouettePolygon]:
    return [one for one in items if isinstance(one, SilhouettePolygon) and one.fill == fill]


def edges(item: SilhouetteItem) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    if isinstance(item, SilhouetteDisc):
        return item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius
    xs, ys = zip(*item.points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


COUNTS = st.integers(1, 40)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_silhouette_stays_in_its_box(count: int, caps: int, feet: int, roof: int) -> None:
    for drawing in (pairs(count), levels(count), bodies(count), pillars(count, caps, feet, roof)):
        for item in silhouette(drawing):
            left, top, right, bottom = edges(item)
            assert left >= 0
            assert top >= 0
            assert right <= SILHOUETTE_WIDTH
            assert bottom <= SILHOUETTE_HEIGHT


@pytest.mark.parametrize("count", range(1, 13))
def test_a_pair_is_a_disc_and_a_ring(count: int) -> None:
    discs = [one for one in silhouette(pairs(count)) if isinstance(one, SilhouetteDisc) and one.fill == "ink"]
    assert [bool(disc.line) for disc in discs] == [False, True] * count


@pytest.mark.parametrize("count", range(2, 13))
def test_each_level_is_smaller_than_the_one_around_it(count: int) -> None:
    boxes = [edges(one) for one in silhouette(levels(count)) if one.fill != "card"]
    assert len(boxes) == count
    assert all(outer[0] < inner[0] and outer[2] > inner[2] for outer, inner in pairwise(boxes))


@pytest.mark.parametrize("count", range(1, 13))
def test_each_body_is_a_piece_of_the_ring(count: int) -> None:
    assert len(polygons(silhouette(bodies(count)), "ink")) == count


@pytest.mark.parametrize(
    ("drawing", "ink", "gold", "accent"),
    [
        (pillars(5, caps=5, feet=4, roof=1), 1 + 5 + 5, 1 + 4, 0),
        (pillars(8, caps=2, feet=1, roof=6), 1 + 8 + 1, 6 + 4, 4),
        (pillars(3, caps=1, feet=0, roof=0), 1 + 3 + 3 + 1, 1, 0),
    ],
)
def test_a_temple_has_its_columns_caps_feet_and_roof(drawing: SystemShape, ink: int, gold: int, accent: int) -> None:
    items = silhouette(drawing)
    assert [len(polygons(items, fill)) for fill in ("ink", "gold", "accent")] == [ink, gold, accent]


def test_a_drawing_without_parts_has_a_silhouette() -> None:
    assert silhouette(pairs(0)) == ()
    assert silhouette(levels(0)) == ()
