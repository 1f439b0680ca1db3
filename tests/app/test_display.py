"""Lengths and angles on a screen, and what a touch screen makes of sizes."""

import pytest

from exhibit.model.state import SCALES
from exhibit.options import Display
from exhibit.theme import LEAST_TEXT, TOUCH_TARGET, least_text, theme_for

PANELS = {
    "21.5 inch, 1920 x 1080": 0.248,
    "32 inch, 1920 x 1080": 0.369,
    "43 inch, 3840 x 2160": 0.248,
    "55 inch, 3840 x 2160": 0.317,
}
"""Millimetres a pixel."""


@pytest.mark.parametrize(("millimetres", "pixels"), [(20, 81), (0.248, 1), (0.249, 2), (2.48, 10)])
def test_a_length_is_covered_by_whole_pixels(millimetres: float, pixels: int) -> None:
    assert Display(0.248).pixels(millimetres) == pixels


def test_an_angle_grows_with_the_distance() -> None:
    near, far = Display(0.25, 600), Display(0.25, 1200)
    assert near.arc_minutes(22) * 0.25 == pytest.approx(3.84, abs=0.01)
    assert far.arc_minutes(22) == pytest.approx(2 * near.arc_minutes(22))


def test_the_desktop_keeps_the_sizes_of_the_design() -> None:
    theme = theme_for("light", 100)
    assert [theme.px(14), theme.text(14), theme.target(32), theme.mm(20)] == [14, 14, 32, 76]


@pytest.mark.parametrize("pitch", PANELS.values(), ids=PANELS.keys())
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("distance", [400, 600, 900])
def test_on_a_touch_screen_nothing_is_too_small(pitch: float, scale: int, distance: float) -> None:
    display = Display(pitch, distance, touch=True)
    theme = theme_for("light", scale, display)
    assert theme.target(1) * pitch >= TOUCH_TARGET
    assert theme.text(1) >= display.arc_minutes(LEAST_TEXT)
    assert theme.text(1) >= least_text(display)
