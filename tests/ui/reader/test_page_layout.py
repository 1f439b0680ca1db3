"""The passages of a page: their places, and what is at a point."""

from pathlib import Path

from exhibit.model.article import Block, Mark
from exhibit.model.text import same
from exhibit.ui.reader.page_layout import PageLayout
from tests.ui.reader.conftest import OpenPage
from tests.ui.reader.page import package_of


def test_a_point_is_on_the_figure_where_a_term_reaches_over_it(open_page: OpenPage, tmp_path: Path) -> None:
    marks = (Mark(0, 6, "term", "ticket"), Mark(2, 4, "metric", "east.one-guests"))
    page = open_page(package_of(tmp_path / "marks", Block("only", "paragraph", "", same("一二三四五六七"), marks)))
    index = page.layout.shown.index("only")
    assert index is not None
    passage, y = page.layout.at(index), page.layout.line_span((index, 0))[0] + 1
    found = [page.layout.mark_at(passage.x(0, offset) + 1, y) for offset in range(7)]
    assert found == [(index, 0)] * 2 + [(index, 1)] * 2 + [(index, 0)] * 2 + [None]
    assert page.layout.mark_at(passage.x(0, 0) - 5, y) is None
    assert page.layout.mark_at(passage.x(0, 0) + 1, y - 3) is None


def test_a_passage_that_begins_at_the_top_keeps_its_top(open_page: OpenPage, tmp_path: Path) -> None:
    blocks = [Block(f"b{n}", "paragraph", "", same("abc def，" * 30)) for n in range(100)]
    page = open_page(package_of(tmp_path / "latin", *blocks))
    layout = PageLayout(page.layout.shown, page.layout.setting)
    top, estimate = layout.top(50), layout.top(51) - layout.top(50)
    assert layout.lay_out(top, 300) == top == layout.top(50)
    assert layout.top(51) - top != estimate
    assert [layout.is_laid_out(index) for index in (49, 50)] == [False, True]
