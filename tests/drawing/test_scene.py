"""The drawings of systems: whatever an editor writes stands in the box, readable, nothing on top of anything else."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exhibit.drawing.items import DrawingRect, TextItem
from exhibit.drawing.scene import DrawingScene, PartTarget
from exhibit.drawing.text_lines import broken
from exhibit.model.system import System, drawn_parts
from tests.drawing.shapes import SHAPES, drawn, pairs, system

BOXES = [
    (345, 520, 1.0),
    (260, 300, 1.0),
    (900, 500, 1.0),
    (1920, 1020, 1.0),
    (1080, 1860, 1.0),
    (3000, 500, 0.8),
    (300, 400, 2.0),
    (1440, 840, 2.0),
]
LONG = "一个名字写得很长，长得谁也没有想到（真的）ABC"


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("whole", [None, "w"])
def test_every_shape_keeps_the_rules_in_every_box(name: str, box: tuple[int, int, float], whole: str | None) -> None:
    width, height, scale = box
    one = system(SHAPES[name], {}, whole, units=True)
    keeps_the_rules(one, drawn(one, width, height, scale), box)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("box", BOXES)
def test_names_longer_than_they_should_be(name: str, box: tuple[int, int, float]) -> None:
    width, height, scale = box
    ids = dict.fromkeys(drawn_parts(SHAPES[name]))
    one = system(SHAPES[name], dict.fromkeys((*ids, "w"), LONG), "w", units=True)
    keeps_the_rules(one, drawn(one, width, height, scale), box)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("width", [1, 40, 90])
@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_a_box_with_no_room_for_anything_is_drawn_in_too(name: str, width: int, scale: float) -> None:
    one = system(SHAPES[name], dict.fromkeys(drawn_parts(SHAPES[name]), LONG), "w", units=True)
    assert drawn(one, width, 30, scale).height < 1_000_000


NAMES = st.text("一二三四五，（）“”、A1 ", min_size=1, max_size=14).filter(str.strip)


@settings(max_examples=60)
@given(
    name=st.sampled_from(sorted(SHAPES)),
    names=st.lists(NAMES, min_size=12, max_size=12),
    width=st.integers(260, 3000),
    height=st.integers(200, 2200),
    scale=st.sampled_from([0.8, 1.0, 1.5, 2.0]),
)
def test_any_names_in_any_box(name: str, names: list[str], width: int, height: int, scale: float) -> None:
    ids = dict.fromkeys(drawn_parts(SHAPES[name]))
    one = system(SHAPES[name], dict(zip(ids, names, strict=False)), "w")
    keeps_the_rules(one, drawn(one, width, height, scale), (width, height, scale))


def keeps_the_rules(one: System, scene: DrawingScene, box: tuple[float, float, float]) -> None:
    width, height, scale = box
    assert scene.width == width
    assert scene.height >= height - 0.01
    assert [target.part for target in scene.targets] == [part.id for part in one.parts]
    page = (0.0, 0.0, scene.width, scene.height)
    boxes = [(target.part, box) for target in scene.targets for box in target.boxes]
    lines = [item for item in scene.items if isinstance(item, TextItem)]
    assert not [(part, box) for part, box in boxes if not inside(box, page)]
    assert all(box[2] > 0 and box[3] > 0 for _, box in boxes)
    assert not [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if one != other and overlap(a, b)]
    assert not [line for line in lines if not inside(line.box, page)]
    assert not [line for line in lines if len(line.text) * line.size > line.box[2] + 0.5]
    assert all(line.size >= 11 * scale for line in lines)
    written = [inked(line) for line in lines]
    assert not [
        (lines[a].text, lines[b].text) for a, b in combinations(range(len(lines)), 2) if overlap(written[a], written[b])
    ]
    for line in lines:
        others = [box for part, box in boxes if part not in line.parts]
        assert not [(line.text, box) for box in others if overlap(inked(line), box)]
    said = {
        part: "".join(line.text for line in lines if part in line.parts) for part in (part.id for part in one.parts)
    }
    assert all("".join(part.name.hans.split()) in "".join(said[part.id].split()) for part in one.parts)


def inked(line: TextItem) -> DrawingRect:
    """Where its letters are."""
    x, y, width, height = line.box
    wide = len(line.text) * line.size
    left = x + {"left": 0.0, "middle": 0.5, "right": 1.0}[line.align] * (width - wide)
    return left, y + (height - line.size) / 2, wide, line.size


def inside(box: DrawingRect, other: DrawingRect) -> bool:
    x, y, width, height = box
    return x >= -0.5 and y >= -0.5 and x + width <= other[2] + 0.5 and y + height <= other[3] + 0.5


def overlap(one: DrawingRect, other: DrawingRect) -> bool:
    return all(
        one[axis] + one[axis + 2] > other[axis] + 0.5 and other[axis] + other[axis + 2] > one[axis] + 0.5
        for axis in (0, 1)
    )


def texts(scene: DrawingScene) -> Sequence[str]:
    return [item.text for item in scene.items if isinstance(item, TextItem)]


def touched(scene: DrawingScene, x: float, y: float) -> PartTarget | None:
    """What is under a point."""
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


def test_what_joins_two_ends_stands_under_the_name() -> None:
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
    [cap] = boxes_of(scene, "x")
    a, b, c = (boxes_of(scene, id)[0] for id in "abc")
    assert cap[0] <= a[0]
    assert cap[0] + cap[2] >= b[0] + b[2]
    assert cap[0] + cap[2] <= c[0]


def test_the_roof_is_above_the_columns_and_the_feet_are_below() -> None:
    scene = drawn(system(SHAPES["pillars"], {}, "w"))
    tops = [boxes_of(scene, id)[0][1] for id in ("w", "r", "x", "a", "e")]
    assert tops == sorted(tops)


def test_columns_that_have_no_room_beside_each_other_stand_in_storeys() -> None:
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


def test_where_there_is_no_room_the_scene_is_higher_than_the_box() -> None:
    scene = drawn(system(SHAPES["twelve pillars"], {}, "w"), 260, 100)
    assert scene.height > 100


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("党建质量全面过硬", 80, ("党建质量全面过硬",)),
        ("党建质量全面过硬", 60, ("党建质量", "全面过硬")),
        ("属地乡镇（场）", 50, ("属地乡镇", "（场）")),
        ("一二三，四五", 40, ("一二三，", "四五")),
        ("一二三，四五", 30, ("一二", "三，", "四五")),
        ("用ABC1234说", 70, ("用", "ABC1234", "说")),
        ("ABCDEF", 30, ("ABC", "DEF")),
        ("一", 5, ("一",)),
        ("一二 三四", 20, ("一二", "三四")),
        (" 一二三 ", 30, ("一二三",)),
    ],
)
def test_lines_are_even_and_keep_punctuation_where_it_belongs(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert broken(text, width, lambda stretch: len(stretch) * 10) == lines


def boxes_of(scene: DrawingScene, part: str) -> tuple[DrawingRect, ...]:
    return next(target.boxes for target in scene.targets if target.part == part)


def middle(scene: DrawingScene, text: str) -> tuple[float, float]:
    x, y, width, height = next(item.box for item in scene.items if isinstance(item, TextItem) and item.text == text)
    return x + width / 2, y + height / 2


def test_every_target_is_high_enough_to_touch() -> None:
    for drawing in SHAPES.values():
        scene = drawn(system(drawing, {}, "w"), 345, 520)
        assert [target for target in scene.targets if high(target.boxes) < 31] == []


def high(boxes: Sequence[DrawingRect]) -> float:
    return max(y + height for _, y, _, height in boxes) - min(y for _, y, _, _ in boxes)
