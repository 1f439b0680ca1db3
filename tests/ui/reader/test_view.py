"""The reader shows texts of any length at any size."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from exhibit.model.article import Block
from exhibit.model.text import same
from tests.ui.reader.conftest import OpenPage
from tests.ui.reader.page import ReaderPage, package_of


@pytest.mark.parametrize(
    ("length", "width", "scale"),
    [(None, 200, 200), (None, 2400, 80), (0, 640, 80), (1, 200, 200), (400, 200, 200), (20_000, 640, 200)],
)
def test_any_text_at_any_size(open_page: OpenPage, tmp_path: Path, length: int | None, width: int, scale: int) -> None:
    blocks = (
        []
        if length is None
        else [Block("only", "paragraph", "", same("字𫖯，1" * (length // 4) + "字" * (length % 4)))]
    )
    page = open_page(package_of(tmp_path / "any.exhibit", *blocks), width=width)
    page.session.rescale(-2 if scale == 80 else 5)
    assert page.session.state.scale == scale
    page.key(Qt.Key.Key_End)
    page.view.select_all()
    page.key(Qt.Key.Key_Tab)
    page.session.toggle_script()
    assert page.view.grab().width() == width
    assert not page.toc.isVisible()


def test_commands_act_on_the_article_in_view_while_another_page_hides_the_text(page: ReaderPage) -> None:
    page.view.hide()
    page.session.open_article("west")
    page.view.step_passage(1)
    place = page.session.state.place
    assert (place.article, place.passage) == ("west", "one")


def test_the_ring_shows_where_the_focus_is(page: ReaderPage) -> None:
    page.toc.setFocus()
    page.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert page.text.ring
    page.key(Qt.Key.Key_Tab)
    assert not page.text.ring
    assert page.text.marks.focused == page.first_figure()
