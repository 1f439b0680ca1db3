"""Where pins, labels and insets are; no window."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.model.region import MapPoint
from exhibit.ui.map.clusters import find_clusters, move_apart
from exhibit.ui.map.geometry import MapBox, PinDirection, nearest_in_direction, square_around
from exhibit.ui.map.insets import InsetSpace, freest_place
from exhibit.ui.map.labels import LabelRequest, place_labels
from exhibit.ui.map.layout import MapLayout, PinRequest, PinSizes, layout_at_rest, layout_in_motion
from exhibit.ui.map.viewport import MAX_ZOOM, MapViewport, whole_viewport

VIEW = MapBox(0, 0, 300, 400)
SIZES = PinSizes(min_distance=30, gap=5, dot=6, pad=5)
POINTS = st.tuples(st.floats(10, 290), st.floats(10, 390))


def label(id: str, x: float, y: float, required: bool = True) -> LabelRequest:
    return LabelRequest(id, (x, y), 10, 50, 16, required)


def side(one: LabelRequest, box: MapBox) -> str:
    x, y = box.centre[0] - one.point[0], box.centre[1] - one.point[1]
    across = "right" if x > 30 else "left" if x < -30 else ""
    return across or ("below" if y > 0 else "above")


@pytest.mark.parametrize(
    ("x", "y", "occupied", "expected"),
    [
        (150, 200, [], "right"),
        (270, 200, [], "left"),
        (150, 200, [MapBox(165, 195, 5, 5)], "left"),
        (150, 200, [MapBox(165, 195, 5, 10), MapBox(130, 195, 5, 10)], "above"),
        (150, 200, [MapBox(165, 195, 5, 10), MapBox(130, 195, 5, 10), MapBox(100, 170, 100, 10)], "below"),
    ],
)
def test_a_label_takes_the_first_free_side(x: float, y: float, occupied: list[MapBox], expected: str) -> None:
    one = label("a", x, y)
    assert side(one, place_labels([one], occupied, VIEW)["a"].box) == expected


def test_the_first_label_has_the_better_place() -> None:
    first, second = label("a", 150, 200), label("b", 165, 200)
    labels = place_labels([first, second], [], VIEW)
    assert labels["a"].box.x == 160
    assert not labels["a"].box.overlaps(labels["b"].box)


def test_a_label_that_is_not_required_is_left_out_without_room() -> None:
    wall = [MapBox(0, 0, 300, 400)]
    labels = place_labels([label("city", 150, 200, required=False), label("region", 150, 200)], wall, VIEW)
    assert set(labels) == {"region"}


def test_a_required_label_is_placed_apart_with_a_leader() -> None:
    found = place_labels([label("a", 150, 200)], [MapBox(80, 170, 140, 60)], VIEW)["a"]
    assert found.leader
    assert not found.box.overlaps(MapBox(80, 170, 140, 60))


@given(st.lists(POINTS, min_size=1, max_size=12))
def test_labels_stay_in_the_view_and_off_each_other(points: list[MapPoint]) -> None:
    names = [LabelRequest(str(i), point, 6, 30, 10) for i, point in enumerate(points)]
    labels = place_labels(names, [], VIEW)
    assert len(labels) == len(points)
    assert all(VIEW.grown(0.01).encloses(label.box) for label in labels.values())
    assert not [pair for pair in combinations(labels.values(), 2) if pair[0].box.overlap_area(pair[1].box) > 0.01]


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
def test_clusters_are_found(points: list[MapPoint], expected: list[tuple[int, ...]]) -> None:
    assert find_clusters(points, 30) == expected


@given(st.lists(POINTS, min_size=2, max_size=5))
def test_a_cluster_is_moved_apart(points: list[MapPoint]) -> None:
    found = move_apart(points, 20)
    assert all(dist(*pair) > 19 for pair in combinations(found, 2))


def two(apart: float, zoom: float = 1.0) -> MapLayout:
    pins = [PinRequest("a", (400.0, 500.0), 10, 45, 16), PinRequest("b", (400.0 + apart, 500.0), 10, 45, 16)]
    viewport = whole_viewport(300, 400, 1000, 1000, 20)
    return layout_at_rest(pins, [], viewport.zoomed(zoom, (150, 200)), SIZES, first="a")


def test_a_cluster_has_an_inset_until_zoom_parts_it() -> None:
    near, zoomed = two(40), two(40, zoom=4)
    assert len(near.insets) == 1
    assert not zoomed.insets
    frame = near.insets[0].frame
    pins = [square_around(pin.at, 20) for pin in near.pins.values()]
    assert all(frame.encloses(box) for box in pins)
    assert not pins[0].overlaps(pins[1])
    assert all(pin.label and frame.encloses(pin.label.box) for pin in near.pins.values())
    assert not frame.overlaps(near.insets[0].ring)


def test_pins_at_one_point_are_told_apart_too() -> None:
    a, b = two(0).pins.values()
    assert dist(a.at, b.at) > 28


def test_a_cluster_without_room_for_an_inset_is_moved_apart() -> None:
    pins = [PinRequest(str(i), (500.0 + i, 500.0), 10, 20, 10) for i in range(7)]
    layout = layout_at_rest(pins, [], whole_viewport(300, 400, 1000, 1000, 20), SIZES)
    assert not layout.insets
    assert all(dist(a.at, b.at) > 28 for a, b in combinations(layout.pins.values(), 2))


def test_a_city_under_a_pin_is_left_out_and_cities_keep_clear_of_names() -> None:
    cities = [
        PinRequest("x", (500.0, 500.0), 3, 24, 12),
        PinRequest("y", (560.0, 500.0), 3, 24, 12),
        PinRequest("z", (200.0, 200.0), 3, 24, 12),
    ]
    pins = [PinRequest("a", (500.0, 500.0), 10, 45, 16)]
    layout = layout_at_rest(pins, cities, whole_viewport(300, 400, 1000, 1000, 20), SIZES)
    assert [city.id for city in layout.cities] == ["z"]


def test_a_layout_seen_through_another_viewport_moves_pins_and_keeps_frames() -> None:
    viewport = whole_viewport(300, 400, 1000, 1000, 20)
    layout = layout_at_rest([PinRequest("a", (250.0, 250.0), 10, 45, 16)], [], viewport, SIZES)
    closer = viewport.zoomed(2, (0, 0))
    pin = layout_in_motion(layout, viewport, closer).pins["a"]
    assert pin.at == pytest.approx(closer.to_view((250.0, 250.0)))
    assert two(40).insets[0].frame == layout_in_motion(two(40), viewport, closer).insets[0].frame


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
    found = freest_place(100, 80, InsetSpace(VIEW, 0, land, taken), (0, 0))
    assert (found and (found.x, found.y)) == expected


WHOLE = whole_viewport(300, 400, 800, 1000, 20)


def test_the_whole_map_fits() -> None:
    corners = [WHOLE.to_view(point) for point in ((0, 0), (800, 1000))]
    assert all(20 <= x <= 280 and 20 <= y <= 380 for x, y in corners)
    assert WHOLE.to_map(WHOLE.to_view((123.0, 456.0))) == pytest.approx((123.0, 456.0))


def test_zoom_keeps_what_is_under_the_pointer() -> None:
    before = WHOLE.to_map((140, 210))
    assert WHOLE.zoomed(3, (140, 210)).to_map((140, 210)) == pytest.approx(before)


@given(st.lists(st.tuples(st.floats(0.3, 4), POINTS), max_size=8))
def test_the_view_never_leaves_the_map(moves: list[tuple[float, MapPoint]]) -> None:
    viewport: MapViewport = WHOLE
    for factor, at in moves:
        viewport = viewport.zoomed(factor, at).panned(at[0] - 150, at[1] - 200)
        assert 1 <= viewport.zoom <= MAX_ZOOM
        x, y = viewport.to_view((0, 0))
        right, bottom = viewport.to_view((800, 1000))
        assert x <= 150 <= right
        assert y <= 200 <= bottom
    assert viewport.whole() == WHOLE


def test_revealing_pans_no_farther_than_needed() -> None:
    viewport = WHOLE.zoomed(4, (0, 0))
    x, y = viewport.revealing((700.0, 900.0), 25).to_view((700.0, 900.0))
    assert (x, y) == pytest.approx((275, 375))
    assert viewport.revealing((100.0, 100.0), 0) == viewport


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
    assert nearest_in_direction(PINS, start, direction) == expected
