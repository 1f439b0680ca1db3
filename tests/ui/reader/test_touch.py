"""On a touch screen the controls of the reader fit a finger, and its texts can be read."""

from collections.abc import Callable

import pytest

from exhibit.model.state import SCALES
from tests.touch import TOUCH_DISPLAY, small_controls, small_fonts
from tests.ui.reader.conftest import OpenPage
from tests.ui.reader.page import ReaderPage

OpenTouchPage = Callable[[int], ReaderPage]


@pytest.fixture
def open_touch_page(open_page: OpenPage) -> OpenTouchPage:
    """Opens a reader on a touch screen, wide enough for the contents, at a text size in per cent."""

    def show(scale: int) -> ReaderPage:
        page = open_page(width=1900, height=1000, display=TOUCH_DISPLAY)
        page.session.rescale(SCALES.index(scale) - SCALES.index(100))
        return page

    return show


@pytest.mark.parametrize("scale", [80, 100, 200])
def test_all_text_is_large_enough(open_touch_page: OpenTouchPage, scale: int) -> None:
    page = open_touch_page(scale)
    assert small_fonts(page.view) == []
    page.scroll(100_000)
    assert small_fonts(page.view) == []


@pytest.mark.parametrize("scale", [80, 100, 200])
def test_the_card_of_a_term_fits_a_finger_and_can_be_read(open_touch_page: OpenTouchPage, scale: int) -> None:
    page = open_touch_page(scale)
    page.session.explain("ticket", page.term_anchor())
    assert page.card
    assert small_controls(page.card) == []
    assert small_fonts(page.card) == []


@pytest.mark.parametrize("scale", [80, 100])
def test_rows_of_the_contents_fit_a_finger(open_touch_page: OpenTouchPage, scale: int) -> None:
    page = open_touch_page(scale)
    assert page.toc.isVisible()
    boxes = [page.toc.visualItemRect(page.toc.item(row)) for row in range(page.toc.count())]
    sides = [side * TOUCH_DISPLAY.mm_per_pixel for box in boxes for side in (box.width(), box.height())]
    assert min(sides) >= 20
