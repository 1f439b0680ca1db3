"""The page keeps the line at the top where it is, whatever changes."""

from pathlib import Path

import pytest

from exhibit.model.article import Block
from exhibit.model.state import Anchor
from exhibit.model.text import same
from tests.ui.reader.conftest import OpenPage
from tests.ui.reader.page import ReaderPage, package_of


def test_scrolling_reports_the_line_at_the_top(page: ReaderPage) -> None:
    assert page.top() is None
    page.scroll(500)
    anchor, height = page.height_at_top()
    assert anchor.block.startswith("one-")
    assert abs(height - page.view.theme.px(12)) <= page.layout.at(5).face.line / 2
    page.scroll(-500)
    assert page.top() is None


@pytest.mark.parametrize("pixels", [0, 333, 901, 100_000])
def test_the_script_switch_keeps_the_same_character_at_the_same_height(page: ReaderPage, pixels: int) -> None:
    page.scroll(pixels)
    anchor = page.top() or Anchor("one")
    before = page.height_of(anchor.block, anchor.offset)
    for script in ("hant", "hans", "hant"):
        page.session.toggle_script()
        assert page.layout.shown.script == script
        assert page.height_of(anchor.block, anchor.offset) == before
        assert page.top() == (anchor if pixels else None)


def test_resizing_and_larger_text_keep_the_line_and_come_back_without_drift(page: ReaderPage) -> None:
    page.scroll(901)
    anchor, before = page.height_at_top()
    for width in (700, 500, 320, 640):
        page.view.resize(width, 600)
        assert page.height_of(anchor.block, anchor.offset) == before
    for step in (1, 1, -1, -1):
        page.session.rescale(step)
        assert page.height_of(anchor.block, anchor.offset) == before
    page.view.resize(1020, 600)
    assert page.height_at_top() == (anchor, before)


def test_corrected_heights_move_nothing_in_sight(open_page: OpenPage, tmp_path: Path) -> None:
    blocks = [Block(f"b{n}", "paragraph", "", same("abc def，" * (n % 7 + 1) * 9)) for n in range(300)]
    page = open_page(package_of(tmp_path / "many.exhibit", *blocks))
    page.session.read_to(Anchor("b200"))
    for _ in range(60):
        anchor, before = page.height_at_top()
        page.scroll(-90)
        assert page.height_of(anchor.block, anchor.offset) == before + 90


def test_a_shorter_script_leaves_room_below_the_end_rather_than_moving_the_line(
    open_page: OpenPage, tmp_path: Path
) -> None:
    first = open_page()
    first.session.rescale(5)
    setting = first.layout.setting
    fitting = setting.width // setting.faces["paragraph"].em - 2
    text = "字" * fitting + "，"  # at 200 % the comma may take half its width, in simplified characters only
    blocks = [Block(f"b{n}", "paragraph", "", same(text)) for n in range(40)]
    page = open_page(package_of(tmp_path / "commas", *blocks))
    page.session.rescale(5)
    page.session.toggle_script()
    page.scroll(100_000)
    anchor, before = page.height_at_top()
    height = page.layout.height
    page.session.toggle_script()
    assert page.layout.height < height
    assert page.height_of(anchor.block, anchor.offset) == before
