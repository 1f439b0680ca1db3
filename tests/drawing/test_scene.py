"""What a drawing shows: names, nodes and units, and where the boxes of the parts are."""

from collections.abc import Sequence

from exhibit.drawing.items import DrawingRect, TextItem
from exhibit.drawing.scene import DrawingScene, PartTarget
from tests.drawing.shapes import SHAPES, drawn, pairs, system


def texts(scene: DrawingScene) -> Sequence[str]:
    return [item.text for item in scene.items if isinstance(item, TextItem)]


def touched(scene: DrawingScene, x: float, y: float) -> PartTarget | None:
    """The part under a point."""
    held = ((target, box) for target in scene.targets for box in target.boxes)
    return next((target for target, (left, top, w, h) in held if left <= x < left + w and top <= y < top + h), None)


def test_ends_of_one_name_are_one_node() -> None:
    scene = drawn(system(pairs("甲乙", "乙丙"), {}))
    assert sorted(text for text in texts(scene) if len(text) == 1) == ["丙", "乙", "甲"]


def test_ends_of_a_web_are_one_node_each() -> None:
    scene = drawn(system(SHAPES["everyone with everyone"], {}))
    assert sorted(text for text in texts(scene) if len(text) == 1) == ["丁", "丙", "乙", "甲"]


def test_a_node_of_one_pair_leads_to_it_a_node_of_two_to_none() -> None:
    scene = drawn(system(pairs("甲乙", "乙丙"), {}))
    found = {text: touched(scene, *middle(scene, text)) for text in ("甲", "乙", "丙")}
    assert {text: target.part if target else None for text, target in found.items()} == {
        "甲": "p0",
        "乙": None,
        "丙": "p1",
    }


def test_a_pair_says_what_joins_its_ends() -> None:
    scene = drawn(system(pairs("甲乙"), {}))
    assert "同记一本账" in texts(scene)


def test_a_level_says_how_many_units_it_has() -> None:
    scene = drawn(system(SHAPES["levels"], {}, units=True))
    assert "703 个（全区）" in texts(scene)


def test_a_level_without_units_says_nothing() -> None:
    assert not [text for text in texts(drawn(system(SHAPES["levels"], {}))) if "703" in text]


def test_touching_a_level_beside_the_next_one_finds_it() -> None:
    scene = drawn(system(SHAPES["levels"], {}))
    inner = max(boxes_of(scene, "d"), key=lambda box: box[2])
    found = touched(scene, inner[0] - 2, inner[1] + inner[3] / 2)
    assert found
    assert found.part == "c"


def test_neighbours_with_one_cap_carry_it_together() -> None:
    scene = drawn(system(SHAPES["pillars"], {}))
    cap = boxes_of(scene, "x")[0]
    a, b, c = (boxes_of(scene, id)[0] for id in "abc")
    assert cap[0] <= a[0]
    assert cap[0] + cap[2] >= b[0] + b[2]
    assert cap[0] + cap[2] <= c[0]


def test_the_roof_is_above_the_columns_and_the_feet_are_below() -> None:
    scene = drawn(system(SHAPES["pillars"], {}, "w"))
    tops = [boxes_of(scene, id)[0][1] for id in ("w", "r", "x", "a", "e")]
    assert tops == sorted(tops)


def test_columns_that_do_not_fit_side_by_side_stand_in_storeys() -> None:
    scene = drawn(system(SHAPES["twelve pillars"], {}), 260, 800)
    assert boxes_of(scene, "a")[0][1] < boxes_of(scene, "l")[0][1]


def test_the_ring_is_beside_the_bands_in_a_wide_box_and_above_them_in_a_tall_one() -> None:
    one = system(SHAPES["bodies"], {}, "w")
    wide, tall = drawn(one, 1200, 600), drawn(one, 600, 1200)
    assert boxes_of(wide, "w")[0][0] < boxes_of(wide, "f")[0][0]
    assert boxes_of(tall, "w")[0][1] < boxes_of(tall, "f")[0][1]


def test_type_grows_with_the_box() -> None:
    one = system(SHAPES["pillars"], {}, "w")
    small, large = (
        max(item.size for item in drawn(one, *box).items if isinstance(item, TextItem))
        for box in ((345, 520), (1920, 1020))
    )
    assert large > 2 * small


def test_a_scene_that_does_not_fit_is_higher_than_the_box() -> None:
    scene = drawn(system(SHAPES["twelve pillars"], {}, "w"), 260, 100)
    assert scene.height > 100


def boxes_of(scene: DrawingScene, part: str) -> tuple[DrawingRect, ...]:
    return next(target.boxes for target in scene.targets if target.part == part)


def middle(scene: DrawingScene, text: str) -> tuple[float, float]:
    x, y, width, height = next(item.box for item in scene.items if isinstance(item, TextItem) and item.text == text)
    return x + width / 2, y + height / 2
