"""Where things stand at home: nothing lies over anything else, in any window."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.model.state import SCALES
from exhibit.options import Display
from exhibit.theme import theme_for
from exhibit.ui.home.layout import HomeLayout, home_layout, is_upright
from exhibit.ui.widgets.layout import PixelBox
from tests.touch import TOUCH_DISPLAY

TITLE = ("五个地方", "五种做法")


def laid_out(
    width: int, height: int, scale: int = 100, cards: int = 5, *, has_map: bool = True, title: tuple[str, ...] = TITLE
) -> HomeLayout:
    return home_layout((width, height), theme_for("light", scale), title, cards, has_map=has_map)


def parts(layout: HomeLayout) -> list[PixelBox]:
    """Everything that has a size."""
    found = [layout.title.box if layout.title else None, layout.map, layout.head, layout.cards, layout.foot]
    return [box for box in found if box and box.width and box.height]


def overlap(one: PixelBox, other: PixelBox) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return min(across, down) > 2  # boxes are rounded to pixels one by one


@pytest.mark.parametrize(
    ("width", "height", "scale", "arrangement"),
    [
        (1920, 1020, 100, "wide"),
        (1440, 840, 100, "wide"),
        (3840, 2100, 100, "wide"),
        (3840, 2040, 200, "wide"),
        (1080, 1860, 100, "tall"),
        (1080, 1800, 200, "tall"),
        (1440, 780, 200, "small"),
        (1024, 640, 100, "small"),
        (640, 420, 100, "small"),
        (360, 500, 100, "small"),
    ],
)
def test_the_arrangement_follows_the_page(width: int, height: int, scale: int, arrangement: str) -> None:
    assert laid_out(width, height, scale).arrangement == arrangement


def test_a_large_page_has_all_of_it_enlarged() -> None:
    usual, large = laid_out(1920, 1020), laid_out(3840, 2040)
    assert (usual.enlarged, large.enlarged) == (1, 2)
    assert large.cards == PixelBox(*(2 * side for side in usual.cards))


@given(
    width=st.integers(320, 4000),
    height=st.integers(200, 4000),
    scale=st.sampled_from(SCALES),
    cards=st.sampled_from([0, 1, 2, 5, 12, 60, 100_000]),
    has_map=st.booleans(),
    title=st.sampled_from([TITLE, ("三个地方",), ("A title in Latin letters",), ()]),
)
def test_nothing_lies_over_anything_else(
    width: int, height: int, scale: int, cards: int, has_map: bool, title: tuple[str, ...]
) -> None:
    layout = laid_out(width, height, scale, cards, has_map=has_map, title=title)
    boxes = parts(layout)
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    assert all(box.x >= 0 and box.y >= 0 for box in boxes)
    assert all(box.x + box.width <= width + 2 and box.y + box.height <= height + 2 for box in boxes)


@pytest.mark.parametrize("display", [Display(), TOUCH_DISPLAY])
@pytest.mark.parametrize("size", [(1920, 1020), (1080, 1860)])
def test_five_cards_have_room(size: tuple[int, int], display: Display) -> None:
    theme = theme_for("light", 100, display)
    layout = home_layout(size, theme, TITLE, 5, has_map=True)
    assert layout.cards.height / 5 >= display.pixels(20)


def test_few_cards_stand_together() -> None:
    one, five = laid_out(1920, 1020, cards=1), laid_out(1920, 1020, cards=5)
    assert one.head.y > five.head.y
    assert one.foot.y < five.foot.y


def test_cards_stand_in_two_columns_where_there_is_no_map() -> None:
    assert laid_out(1920, 1020, has_map=False).columns == 2
    assert laid_out(1920, 1020, cards=1, has_map=False).columns == 1
    assert laid_out(1920, 1020).columns == 1


@pytest.mark.parametrize(
    ("title", "upright"),
    [
        (TITLE, True),
        (("三个地方",), True),
        (("五个地方", "五种做法", "五篇报道", "五张图"), False),
        (("一个很长很长很长很长的标题",), False),
        (("Five places",), False),
        (("5个地方",), False),
        (("",), False),
    ],
)
def test_a_title_of_a_few_short_lines_stands_upright(title: tuple[str, ...], upright: bool) -> None:
    assert is_upright(title) == upright
