"""Where pins, labels and insets stand; no window."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.model.region import MapPoint
from exhibit.ui.map.box import MapBox, around
from exhibit.ui.map.clusters import crowds, spread
from exhibit.ui.map.insets import freest
from exhibit.ui.map.labels import LabelRequest, placed
from exhibit.ui.map.layout import MapLayout, PinRequest, PinSizes, laid_out, moved
from exhibit.ui.map.moves import PinDirection, toward
from exhibit.ui.map.viewport import CLOSEST, MapViewport, viewport_on

VIEW = MapBox(0, 0, 300, 400)
SIZES = PinSizes(closest=30, gap=5, dot=6, pad=5)
POINTS = st.tuples(st.floats(10, 290), st.floats(10, 390))


def wanted(id: str, x: float, y: float, must: bool = True) -> LabelRequest:
    return LabelRequest(id, (x, y), 10, 50, 16, must)


def side(one: LabelRequest, box: MapBox) -> str:
    x, y = box.centre[0] - one.point[0], box.centre[1] - one.point[1]
    across = "right" if x > 30 else "left" if x < -30 else ""
    return across or ("below" if y > 0 else "above")


@pytest.mark.parametrize(
    ("x", "y", "in_the_way", "expected"),
    [
        (150, 200, [], "right"),
        (270, 200, [], "left"),
        (150, 200, [MapBox(165, 195, 5, 5)], "left"),
        (150, 200, [MapBox(165, 195, 5, 10), MapBox(130, 195, 5, 10)], "above"),
        (150, 200, [MapBox(165, 195, 5, 10), MapBox(130, 195, 5, 10), MapBox(100, 170, 100, 10)], "below"),
    ],
)
def test_a_label_takes_the_first_free_side(x: float, y: float, in_the_way: list[MapBox], expected: str) -> None:
    one = wanted("a", x, y)
    assert side(one, placed([one], in_the_way, VIEW)["a"].box) == expected


def test_the_first_served_has_the_better_place() -> None:
    first, second = wanted("a", 150, 200), wanted("b", 165, 200)
    labels = placed([first, second], [], VIEW)
    assert labels["a"].box.x == 160
    assert not labels["a"].box.meets(labels["b"].box)


def test_what_need_not_be_named_is_left_out_where_there_is_no_room() -> None:
    wall = [MapBox(0, 0, 300, 400)]
    labels = placed([wanted("city", 150, 200, must=False), wanted("region", 150, 200)], wall, VIEW)
    assert set(labels) == {"region"}


def test_a_label_that_must_be_finds_a_place_apart_with_a_line() -> None:
    label = placed([wanted("a", 150, 200)], [MapBox(80, 170, 140, 60)], VIEW)["a"]
    assert label.leader
    assert not label.box.meets(MapBox(80, 170, 140, 60))


@given(st.lists(POINTS, min_size=1, max_size=12))
def test_labels_stay_in_the_view_and_off_each_other(points: list[MapPoint]) -> None:
    names = [LabelRequest(str(i), point, 6, 30, 10) for i, point in enumerate(points)]
    labels = placed(names, [], VIEW)
    assert len(labels) == len(points)
    assert all(VIEW.grown(0.01).holds(label.box) for label in labels.values())
    assert not [pair for pair in combinations(labels.values(), 2) if pair[0].box.shared(pair[1].box) > 0.01]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([], []),
        ([(0, 0)], []),
        ([(0, 0), (31, 0)], []),
        ([(0, 0), (29, 0)], [(0, 1)]),
        ([(0, 0), (100, 0), (25, 0), (125, 0)], [(0, 2), (1, 3)]),
        ([(0, 0), (25, 0), (50, 0)], [(0, 1, 2)]),
        ([(5, 5), (5, 5)], [(0, 1)]),
    ],
)
def test_crowds(points: list[MapPoint], expected: list[tuple[int, ...]]) -> None:
    assert crowds(points, 30) == expected


@given(st.lists(POINTS, min_size=2, max_size=5))
def test_a_crowd_is_parted(points: list[MapPoint]) -> None:
    found = spread(points, 20)
    assert all(dist(*pair) > 19 for pair in combinations(found, 2))


def two(apart: float, zoom: float = 1.0) -> MapLayout:
    pins = [PinRequest("a", (400.0, 500.0), 10, 45, 16), PinRequest("b", (400.0 + apart, 500.0), 10, 45, 16)]
    lens = viewport_on(300, 400, 1000, 1000, 20)
    return laid_out(pins, [], lens.zoomed(zoom, (150, 200)), SIZES, [], [], "a")


def test_pins_that_crowd_have_an_inset_that_goes_when_zoom_parts_them() -> None:
    near, zoomed = two(40), two(40, zoom=4)
    assert len(near.insets) == 1
    assert not zoomed.insets
    frame = near.insets[0].frame
    pins = [around(pin.at, 20) for pin in near.pins.values()]
    assert all(frame.holds(box) for box in pins)
    assert not pins[0].meets(pins[1])
    assert all(pin.label and frame.holds(pin.label.box) for pin in near.pins.values())
    assert not frame.meets(near.insets[0].ring)


def test_pins_at_one_point_are_told_apart_too() -> None:
    a, b = two(0).pins.values()
    assert dist(a.at, b.at) > 28


def test_a_crowd_without_room_for_an_inset_is_moved_apart() -> None:
    pins = [PinRequest(str(i), (500.0 + i, 500.0), 10, 20, 10) for i in range(7)]
    layout = laid_out(pins, [], viewport_on(300, 400, 1000, 1000, 20), SIZES, [], [])
    assert not layout.insets
    assert all(dist(a.at, b.at) > 28 for a, b in combinations(layout.pins.values(), 2))


def test_a_city_under_a_pin_is_left_out_and_cities_keep_clear_of_names() -> None:
    cities = [
        PinRequest("x", (500.0, 500.0), 3, 24, 12),
        PinRequest("y", (560.0, 500.0), 3, 24, 12),
        PinRequest("z", (200.0, 200.0), 3, 24, 12),
    ]
    layout = laid_out(
        [PinRequest("a", (500.0, 500.0), 10, 45, 16)], cities, viewport_on(300, 400, 1000, 1000, 20), SIZES, [], []
    )
    assert [city.id for city in layout.cities] == ["z"]


def test_a_layout_seen_through_another_lens_moves_pins_and_keeps_frames() -> None:
    lens = viewport_on(300, 400, 1000, 1000, 20)
    layout = laid_out([PinRequest("a", (250.0, 250.0), 10, 45, 16)], [], lens, SIZES, [], [])
    closer = lens.zoomed(2, (0, 0))
    pin = moved(layout, lens, closer).pins["a"]
    assert pin.at == pytest.approx(closer.at((250.0, 250.0)))
    assert two(40).insets[0].frame == moved(two(40), lens, closer).insets[0].frame


@pytest.mark.parametrize(
    ("land", "taken", "expected"),
    [
        ([], [], (0, 0)),
        ([(20, 20)], [], (25, 0)),
        ([], [MapBox(0, 0, 60, 400)], (75, 0)),
        ([], [MapBox(0, 0, 300, 400)], None),
    ],
)
def test_the_freest_place(land: list[MapPoint], taken: list[MapBox], expected: MapPoint | None) -> None:
    found = freest(100, 80, VIEW, land, taken, (0, 0))
    assert (found and (found.x, found.y)) == expected


LENS = viewport_on(300, 400, 800, 1000, 20)


def test_the_whole_map_fits() -> None:
    corners = [LENS.at(point) for point in ((0, 0), (800, 1000))]
    assert all(20 <= x <= 280 and 20 <= y <= 380 for x, y in corners)
    assert LENS.back(LENS.at((123.0, 456.0))) == pytest.approx((123.0, 456.0))


def test_zoom_keeps_what_is_under_the_pointer() -> None:
    before = LENS.back((140, 210))
    assert LENS.zoomed(3, (140, 210)).back((140, 210)) == pytest.approx(before)


@given(st.lists(st.tuples(st.floats(0.3, 4), POINTS), max_size=8))
def test_the_view_never_leaves_the_map(moves: list[tuple[float, MapPoint]]) -> None:
    lens: MapViewport = LENS
    for factor, at in moves:
        lens = lens.zoomed(factor, at).panned(at[0] - 150, at[1] - 200)
        assert 1 <= lens.zoom <= CLOSEST
        x, y = lens.at((0, 0))
        right, bottom = lens.at((800, 1000))
        assert x <= 150 <= right
        assert y <= 200 <= bottom
    assert lens.whole() == LENS


def test_revealing_pans_no_farther_than_needed() -> None:
    lens = LENS.zoomed(4, (0, 0))
    x, y = lens.revealing((700.0, 900.0), 25).at((700.0, 900.0))
    assert (x, y) == pytest.approx((275, 375))
    assert lens.revealing((100.0, 100.0), 0) == lens


PINS = {"centre": (0.0, 0.0), "north": (5.0, -50.0), "east": (60.0, 10.0), "far": (200.0, 0.0), "south": (-3.0, 40.0)}


@pytest.mark.parametrize(
    ("start", "direction", "expected"),
    [
        ("centre", "up", "north"),
        ("centre", "right", "east"),
        ("centre", "down", "south"),
        ("east", "right", "far"),
        ("far", "right", None),
        ("far", "left", "east"),
    ],
)
def test_arrows(start: str, direction: PinDirection, expected: str | None) -> None:
    assert toward(PINS, start, direction) == expected
