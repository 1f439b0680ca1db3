"""Where call-outs, names of waters and the scale bar of a large map are; no window."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.model.region import MapPoint
from exhibit.ui.map.callouts import CalloutRequest, CalloutSpace, card_end, line_boxes, lines_cross, place_callouts
from exhibit.ui.map.furniture import scale_bar
from exhibit.ui.map.geometry import MapBox, crosses
from exhibit.ui.map.land import LandMask
from exhibit.ui.map.layout import CardSizes, MapGround, MapLayout, PinRequest, PinSizes, layout_at_rest
from exhibit.ui.map.viewport import whole_viewport
from exhibit.ui.map.waters import WaterRequest, area_middle, place_waters

VIEW = MapBox(0, 0, 800, 700)
LAND = MapBox(250, 100, 300, 500)
HOMES = st.tuples(st.floats(260, 540), st.floats(110, 590))


def space(*occupied: MapBox) -> CalloutSpace:
    return CalloutSpace(VIEW, 8, lambda box: box.overlap_area(LAND) / 400, occupied)


def requests(*homes: MapPoint) -> list[CalloutRequest]:
    return [CalloutRequest(str(i), home, 130, 54) for i, home in enumerate(homes)]


@given(st.lists(HOMES, min_size=1, max_size=8))
def test_call_outs_stay_in_the_view_off_each_other_and_off_the_land(homes: list[MapPoint]) -> None:
    boxes = place_callouts(requests(*homes), space(MapBox(0, 600, 200, 100)))
    assert boxes
    assert len(boxes) == len(homes)
    assert all(VIEW.encloses(box) and not box.overlaps(LAND) for box in boxes.values())
    assert not any(box.overlaps(MapBox(0, 600, 200, 100)) for box in boxes.values())
    assert not [pair for pair in combinations(boxes.values(), 2) if pair[0].overlaps(pair[1])]


@pytest.mark.parametrize(
    "homes",
    [
        [(300, 200), (300, 300), (300, 400)],
        [(300, 400), (300, 300), (300, 200)],
        [(500, 150), (510, 160), (300, 500)],
        [(400, 300), (402, 302)],
    ],
)
def test_lines_cross_neither_each_other_nor_a_card(homes: list[MapPoint]) -> None:
    boxes = place_callouts(requests(*homes), space())
    assert boxes
    lines = {name: (homes[int(name)], card_end(box, homes[int(name)])) for name, box in boxes.items()}
    assert not [pair for pair in combinations(lines.values(), 2) if lines_cross(*pair)]
    assert not [1 for a, line in lines.items() for b, box in boxes.items() if a != b and crosses(*line, box)]


def test_a_call_out_is_on_the_side_of_its_place() -> None:
    boxes = place_callouts(requests((270, 350), (530, 350)), space())
    assert boxes
    assert boxes["0"].right <= LAND.x
    assert boxes["1"].x >= LAND.right


def test_without_room_for_all_there_are_none() -> None:
    assert place_callouts(requests((400, 300)), space(VIEW)) is None
    assert place_callouts([CalloutRequest("a", (400, 300), 900, 54)], space()) is None


@pytest.mark.parametrize(
    ("home", "expected"),
    [((500, 120), (200, 120)), ((0, 125), (100, 120)), ((150, 500), (150, 140)), ((150, 0), (150, 100))],
)
def test_a_line_ends_in_the_middle_of_the_side_that_faces_its_place(home: MapPoint, expected: MapPoint) -> None:
    assert card_end(MapBox(100, 100, 100, 40), home) == expected


def test_squares_cover_a_line() -> None:
    box, home = MapBox(100, 100, 100, 40), (500.0, 320.0)
    end, squares = card_end(box, home), line_boxes(box, home, 12)
    along = [(home[0] + (end[0] - home[0]) * i / 99, home[1] + (end[1] - home[1]) * i / 99) for i in range(90)]
    assert all(any(square.contains(point) for square in squares) for point in along)


def large(count: int, side: float = 800) -> MapLayout:
    sizes = PinSizes(30, 5, 8, 5, CardSizes(54, 7, 40))
    pins = [PinRequest(str(i), (300.0 + 80 * (i % 5), 300.0 + 60 * (i // 5)), 12, 70, 20) for i in range(count)]
    cities = [PinRequest(f"c{i}", (350.0 + 60 * i, 700.0), 4, 40, 16) for i in range(4)]
    mask = LandMask([[True] * 10] * 10, 1000, 1000)
    return layout_at_rest(
        pins, cities, whole_viewport(side, 700, 1000, 1000, 40), sizes, ground=MapGround(covered=mask.covered)
    )


def test_on_call_outs_pins_and_labels_stand_on_their_cards() -> None:
    layout = large(5)
    for pin in layout.pins.values():
        assert pin.card
        assert pin.label
        assert pin.card.contains(pin.at)
        assert pin.card.encloses(pin.label.box)
        assert pin.label.box.x > pin.at[0]
    lines = [box for pin in layout.pins.values() if pin.card for box in line_boxes(pin.card, pin.home, 16)]
    names = [city.label.box for city in layout.cities if city.label]
    assert names
    assert not [1 for name in names for box in lines if name.overlaps(box)]


@pytest.mark.parametrize(("count", "side"), [(15, 800), (5, 140)])
def test_without_room_for_call_outs_there_are_labels(count: int, side: float) -> None:
    layout = large(count, side)
    assert all(pin.card is None for pin in layout.pins.values())
    assert any(pin.label for pin in layout.pins.values())


@pytest.mark.parametrize(
    ("corners", "expected"),
    [
        (((0, 0), (100, 100)), 4),
        (((0, 0), (50, 100)), 2),
        (((60, 0), (100, 40)), 1),
        (((50, 50), (50, 50)), 0),
        (((-500, -500), (-10, -10)), 0),
        (((-500, 0), (1000, 100)), 4),
    ],
)
def test_a_mask_counts_the_land_a_box_touches(corners: tuple[MapPoint, MapPoint], expected: int) -> None:
    assert LandMask([[True, True], [True, True]], 100, 100).covered(*corners) == expected
    assert LandMask([[False, False], [False, False]], 100, 100).covered(*corners) == 0


SOUTH = [(200.0, 50.0), (210.0, 200.0), (190.0, 350.0), (200.0, 500.0)]
EAST = [(50.0, 200.0), (300.0, 210.0), (600.0, 200.0)]


def river(line: list[MapPoint], upright: bool = True) -> WaterRequest:
    return WaterRequest("river", "river", line, (45, 18), (18, 45) if upright else None, 5)


@pytest.mark.parametrize(
    ("line", "can_stand", "upright"), [(SOUTH, True, True), (SOUTH, False, False), (EAST, True, False)]
)
def test_a_name_runs_with_its_river_and_beside_it(line: list[MapPoint], can_stand: bool, upright: bool) -> None:
    (name,) = place_waters([river(line, can_stand)], [], VIEW)
    assert name.upright == upright
    assert (name.box.width, name.box.height) == ((18, 45) if upright else (45, 18))
    assert not any(name.box.contains(point) for point in line)
    assert min(dist(name.box.centre, point) for point in line) < 120


def test_a_name_yields() -> None:
    assert place_waters([river(SOUTH)], [VIEW], VIEW) == ()
    assert place_waters([river([(200.0, 50.0), (200.0, 90.0)])], [], VIEW) == ()


@given(st.lists(st.lists(HOMES, min_size=3, max_size=6), min_size=1, max_size=5))
def test_names_of_waters_stay_in_the_view_and_off_each_other(lines: list[list[MapPoint]]) -> None:
    names = place_waters([river(line)._replace(id=str(i)) for i, line in enumerate(lines)], [LAND.grown(-120)], VIEW)
    boxes = [one.box for one in names]
    assert all(VIEW.encloses(box) and not box.overlaps(LAND.grown(-120)) for box in boxes)
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_the_name_of_a_lake_is_on_it() -> None:
    shore = [(100.0, 100.0), (300.0, 100.0), (300.0, 200.0), (100.0, 200.0)]
    (name,) = place_waters([WaterRequest("lake", "lake", shore, (60, 20), None, 5)], [], VIEW)
    assert name.box.centre == (200, 150)
    assert area_middle([(1.0, 2.0), (1.0, 2.0)]) == (1, 2)


@pytest.mark.parametrize(
    ("per_pixel", "longest", "expected"),
    [(1, 100, (100, 100)), (1, 99, (50, 50)), (0.5, 130, (50, 100)), (0.6, 130, (50, 83.333)), (12, 150, (1000, 83.333)), (0.004, 150, (0.5, 125))],
)  # fmt: skip
def test_a_scale_bar_is_a_round_number(per_pixel: float, longest: float, expected: tuple[float, float]) -> None:
    assert tuple(scale_bar(per_pixel, longest)) == pytest.approx(expected, abs=0.001)
