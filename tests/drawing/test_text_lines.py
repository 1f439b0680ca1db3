"""Lines of text in a drawing: even, with punctuation where it belongs."""

import pytest

from exhibit.drawing.text_lines import break_lines


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
    assert break_lines(text, width, lambda stretch: len(stretch) * 10) == lines
