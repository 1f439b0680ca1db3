"""Whatever an editor writes, a drawing stands in its box, can be read and pressed, and nothing covers anything else."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exhibit.drawing.items import DrawingRect, TextItem
from exhibit.drawing.scene import DrawingScene
from exhibit.drawing.sheet import SMALLEST_TYPE
from exhibit.model.system import (
    CompositionShape,
    LevelField,
    LevelsShape,
    PairsShape,
    PillarColumn,
    PillarsShape,
    StepCycle,
    System,
    SystemPair,
    SystemShape,
    drawn_parts,
)
from exhibit.model.text import same
from exhibit.theme import Theme, least_text, theme_for
from tests.drawing.shapes import DESKTOP, SHAPES, drawn, system
from tests.touch import TOUCH_DISPLAY

BOXES = {
    "the panel": (345, 520, DESKTOP),
    "a narrow panel": (260, 300, DESKTOP),
    "a window": (900, 500, DESKTOP),
    "a large screen": (1920, 1020, DESKTOP),
    "an upright screen": (1080, 1860, DESKTOP),
    "a wide strip with small text": (3000, 500, theme_for("light", 80)),
    "a narrow panel with large text": (300, 400, theme_for("light", 200)),
    "a screen with large text": (1440, 840, theme_for("light", 200)),
    "the panel of a kiosk": (520, 780, theme_for("light", 100, TOUCH_DISPLAY)),
    "a kiosk with small text": (1920, 1080, theme_for("light", 80, TOUCH_DISPLAY)),
}
LONG = "一个名字写得很长，长得谁也没有想到（真的）ABC"
NAMES = st.one_of(st.just(LONG), st.text("一二三四五，（）“”、A1 ", min_size=1, max_size=14).filter(str.strip))
THEMES = st.builds(
    lambda scale, touch: theme_for("light", scale, TOUCH_DISPLAY) if touch else theme_for("light", scale),
    st.sampled_from([80, 100, 110, 150, 200]),
    st.booleans(),
)


def ids(letter: str, most: int, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.integers(least, most).map(lambda count: tuple(f"{letter}{number}" for number in range(count)))


def pair(number: int, ends: tuple[str, str]) -> SystemPair:
    return SystemPair(f"p{number}", (same(ends[0]), same(ends[1])), same("同记一本账"))


def columns(count: int, under_one_cap: int) -> tuple[PillarColumn, ...]:
    """Columns of which `under_one_cap` neighbours share a cap; without caps for 0."""
    caps = [f"k{number // under_one_cap}" if under_one_cap else None for number in range(count)]
    return tuple(PillarColumn(f"c{number}", cap) for number, cap in enumerate(caps))


@st.composite
def fields(draw: st.DrawFn) -> tuple[LevelField, ...]:
    counts = draw(st.lists(st.integers(0, 4), max_size=4))
    return tuple(
        LevelField(f"f{number}", same("一"), tuple(f"h{number}.{one}" for one in range(count)))
        for number, count in enumerate(counts)
    )


@st.composite
def level_shapes(draw: st.DrawFn) -> LevelsShape:
    found = draw(fields())
    levels = draw(ids("l", 6, 0 if found else 1))
    within = draw(st.sampled_from([None, *(field.part for field in found)]))
    return LevelsShape("levels", levels, within, found)


ENDS = st.lists(
    st.tuples(st.sampled_from("甲乙丙丁戊己"), st.sampled_from("甲乙丙丁戊己")).filter(lambda ends: ends[0] < ends[1]),
    min_size=1,
    max_size=8,
    unique=True,
)
CYCLES = st.builds(StepCycle, st.sampled_from([None, "o"]), ids("s", 8, 1), st.booleans())
ANY_SHAPE: st.SearchStrategy[SystemShape] = st.one_of(
    ENDS.map(lambda ends: PairsShape("pairs", tuple(pair(number, two) for number, two in enumerate(ends)))),
    level_shapes(),
    st.builds(
        CompositionShape, st.just("composition"), ids("b", 12, 1), st.none() | CYCLES, ids("f", 4), ids("c", 4)
    ),
    st.builds(
        PillarsShape, st.just("pillars"), ids("e", 4), st.builds(columns, st.integers(1, 12), st.integers(0, 5)),
        ids("r", 6),
    ),
)  # fmt: skip


@st.composite
def systems(draw: st.DrawFn, shapes: st.SearchStrategy[SystemShape] = ANY_SHAPE) -> System:
    shape = draw(shapes)
    names = {id: draw(NAMES) for id in (*dict.fromkeys(drawn_parts(shape)), "w")} if draw(st.booleans()) else {}
    return system(shape, names, draw(st.sampled_from([None, "w"])), draw(st.booleans()))


@pytest.mark.parametrize("name", BOXES)
@settings(max_examples=40)
@given(one=systems())
def test_any_system_keeps_the_rules_in(name: str, one: System) -> None:
    width, height, theme = BOXES[name]
    keeps_the_rules(one, drawn(one, width, height, theme), theme)


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=12)
@given(data=st.data(), width=st.integers(260, 3000), height=st.integers(200, 2200), theme=THEMES)
def test_any_box_suits_the_shape(name: str, data: st.DataObject, width: int, height: int, theme: Theme) -> None:
    one = data.draw(systems(st.just(SHAPES[name])))
    scene = drawn(one, width, height, theme)
    assert (scene.width, scene.height >= height - 0.01) == (width, True)
    keeps_the_rules(one, scene, theme)


@settings(max_examples=40)
@given(one=systems(), width=st.integers(1, 200), theme=THEMES)
def test_a_box_without_room_gives_a_high_drawing(one: System, width: int, theme: Theme) -> None:
    assert 30 <= drawn(one, width, 30, theme).height < 1_000_000


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=12)
@given(
    data=st.data(), width=st.integers(400, 2000), height=st.integers(400, 2200), scale=st.sampled_from([80, 100, 150])
)
def test_on_a_kiosk_every_part_is_20_mm_wide_and_high_and_every_text_can_be_read(
    name: str, data: st.DataObject, width: int, height: int, scale: int
) -> None:
    theme = theme_for("light", scale, TOUCH_DISPLAY)
    scene = drawn(data.draw(systems(st.just(SHAPES[name]))), width, height, theme)
    small = [
        target.part for target in scene.targets if min(extent(target.boxes)) * TOUCH_DISPLAY.mm_per_pixel < 20 - 0.01
    ]
    assert small == []
    assert min(item.size for item in scene.items if isinstance(item, TextItem)) >= least_text(TOUCH_DISPLAY)


def test_every_part_is_high_enough_for_a_mouse() -> None:
    for shape in SHAPES.values():
        scene = drawn(system(shape, {}, "w"), 345, 520)
        assert [target for target in scene.targets if extent(target.boxes)[1] < 31] == []


def keeps_the_rules(one: System, scene: DrawingScene, theme: Theme) -> None:
    """Parts in order, boxes and texts on the sheet, none over another's, every name whole and readable."""
    assert [target.part for target in scene.targets] == [part.id for part in one.parts]
    page = (0.0, 0.0, scene.width, scene.height)
    boxes = [(target.part, box) for target in scene.targets for box in target.boxes]
    lines = [item for item in scene.items if isinstance(item, TextItem)]
    assert not [(part, box) for part, box in boxes if not inside(box, page)]
    assert all(box[2] > 0 and box[3] > 0 for _, box in boxes)
    assert not [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if one != other and overlap(a, b)]
    assert not [line for line in lines if not inside(line.box, page)]
    assert not [line for line in lines if len(line.text) * line.size > line.box[2] + 0.5]
    assert all(line.size >= theme.text(SMALLEST_TYPE) for line in lines)
    written = [inked(line) for line in lines]
    assert not [
        (lines[a].text, lines[b].text) for a, b in combinations(range(len(lines)), 2) if overlap(written[a], written[b])
    ]
    for line in lines:
        others = [box for part, box in boxes if part not in line.parts]
        assert not [(line.text, box) for box in others if overlap(inked(line), box)]
    texts = {
        part.id: "".join("".join(line.text for line in lines if part.id in line.parts).split()) for part in one.parts
    }
    assert all("".join(part.name.hans.split()) in texts[part.id] for part in one.parts)


def inked(line: TextItem) -> DrawingRect:
    """The box of the letters of a line."""
    x, y, width, height = line.box
    spare = width - len(line.text) * line.size
    left = x + {"left": 0.0, "middle": 0.5, "right": 1.0}[line.align] * spare
    return left, y + (height - line.size) / 2, len(line.text) * line.size, line.size


def inside(box: DrawingRect, other: DrawingRect) -> bool:
    x, y, width, height = box
    return x >= -0.5 and y >= -0.5 and x + width <= other[2] + 0.5 and y + height <= other[3] + 0.5


def overlap(one: DrawingRect, other: DrawingRect) -> bool:
    return all(
        one[axis] + one[axis + 2] > other[axis] + 0.5 and other[axis] + other[axis + 2] > one[axis] + 0.5
        for axis in (0, 1)
    )


def extent(boxes: Sequence[DrawingRect]) -> tuple[float, float]:
    """The width and height of all boxes of a part together."""
    width = max(x + width for x, _, width, _ in boxes) - min(x for x, *_ in boxes)
    height = max(y + height for _, y, _, height in boxes) - min(y for _, y, *_ in boxes)
    return width, height
