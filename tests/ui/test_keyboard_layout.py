"""Boxes of the on-screen keyboard, and repeated taps."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from exhibit.model.state import SCALES
from exhibit.options import Display
from exhibit.theme import theme_for
from exhibit.ui.keyboard.layout import ROWS, KeyboardLayout, RepeatFilter, keyboard_layout
from tests.touch import TOUCH_DISPLAY

DESKTOP = Display()
MIN_KEY = 48
"""Pixels of 96 to the inch below which no key shrinks while the window has room."""


def laid_out(width: int, height: int, display: Display = DESKTOP, scale: int = 100) -> KeyboardLayout:
    return keyboard_layout(width, height, theme_for("light", scale, display), header=True)


def areas(layout: KeyboardLayout) -> list[QRect]:
    assert layout.header is not None
    return [QRect(*layout.header), *(QRect(*box) for _, box in layout.keys)]


@given(
    st.integers(640, 4000), st.integers(480, 3000), st.sampled_from((DESKTOP, TOUCH_DISPLAY)), st.sampled_from(SCALES)
)
def test_boxes_are_within_the_window_and_do_not_overlap(width: int, height: int, display: Display, scale: int) -> None:
    layout = laid_out(width, height, display, scale)
    whole = QRect(0, 0, width, layout.height)
    boxes = areas(layout)
    assert all(whole.contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert all(box.height() == layout.side <= box.width() for box in boxes)


@given(st.integers(640, 4000), st.integers(480, 3000), st.sampled_from(SCALES))
def test_a_desktop_keyboard_is_low_unless_its_keys_are_smallest(width: int, height: int, scale: int) -> None:
    layout = laid_out(width, height, scale=scale)
    assert layout.side >= MIN_KEY
    assert layout.height <= height / 2 or layout.side == MIN_KEY


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(
    ("width", "height", "display", "side"),
    [
        (1440, 1000, DESKTOP, 76),
        (1080, 1920, DESKTOP, 76),
        (1080, 1920, TOUCH_DISPLAY, 81),
        (1366, 768, TOUCH_DISPLAY, 81),
        (1024, 700, DESKTOP, 60),  # half of the window's height
        (640, 480, DESKTOP, 48),  # the smallest keys
        (640, 900, TOUCH_DISPLAY, 55),  # the window's width
    ],
)
def test_keys_measure_20_mm_where_there_is_room_at_any_text_size(
    width: int, height: int, display: Display, side: int, scale: int
) -> None:
    assert laid_out(width, height, display, scale).side == side


def test_a_keyboard_without_a_header_is_one_row_lower() -> None:
    theme = theme_for("light", 100)
    alone, headed = (keyboard_layout(1080, 1920, theme, header=header) for header in (False, True))
    assert alone.header is None
    row = headed.height - alone.height
    assert row > headed.side
    assert [box.y + row for _, box in alone.keys] == [box.y for _, box in headed.keys]


def test_there_is_a_key_for_every_letter_and_digit() -> None:
    typed = [key.text for row in ROWS for key in row if key.act == "type"]
    assert sorted(typed) == sorted("abcdefghijklmnopqrstuvwxyz0123456789")
    assert {key.act for row in ROWS for key in row} == {"type", "delete", "clear", "done"}
    assert {sum(key.units for key in row) for row in ROWS} == {10}


def test_a_trembling_finger_types_once() -> None:
    repeats = RepeatFilter(250)
    taps = [("a", 0), ("a", 100), ("a", 340), ("b", 350), ("a", 360), ("a", 700)]
    assert [repeats.counts(key, now) for key, now in taps] == [True, False, False, True, True, True]
    assert RepeatFilter(0).counts("a", 0)
