"""How text is set: columns, spaces, line ends, ordinals."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exhibit.model.article import Mark
from exhibit.model.state import SCALES
from exhibit.model.text import Script
from exhibit.options import Display
from exhibit.theme import Theme, theme_for
from exhibit.ui.reader.typography import (
    ReaderColumns,
    StyledSpan,
    columns,
    gaps,
    line_end,
    may_break,
    may_squeeze,
    ordinal,
    reading_minutes,
    run_at,
    spaces,
    spans,
    text_em,
)
from tests.touch import TOUCH_DISPLAY


@pytest.mark.parametrize(
    ("text", "before_gap"),
    [
        ("第一日来了120余人", "了0"),
        ("2022年6月23日", "2年6月3"),
        ("收93.28万元", "收8"),
        ("完成120.22%的投资", "成%"),
        ("叫“S+”的办法", ""),
        ("叫S+的办法", "叫+"),
        ("没有数字，也没有字母。", ""),
        ("𫖯2幅", "𫖯2"),
        ("", ""),
    ],
)
def test_a_small_space_is_put_where_han_meets_latin(text: str, before_gap: str) -> None:
    assert "".join(text[position] for position in gaps(text)) == before_gap


@pytest.mark.parametrize(
    ("text", "script", "narrowed"),
    [
        ("“强区”，又", "hans", [3]),
        ("「強區」，又", "hant", [3]),
        ("要接，“地气”", "hans", [2]),
        ("要接，「地氣」", "hant", []),
        ("好，人", "hans", []),
    ],
)
def test_crowded_punctuation_gives_up_its_empty_half(text: str, script: Script, narrowed: list[int]) -> None:
    assert [position for position, space in spaces(text, script).items() if space < 0] == narrowed


def test_spans_lie_side_by_side() -> None:
    mark = Mark(3, 7, "metric", "a.b")
    assert spans("来了约120人。", [mark], "hans") == [
        StyledSpan(2, 3, False, 0.2),
        StyledSpan(3, 5, True, 0.0),
        StyledSpan(5, 6, True, 0.2),
        StyledSpan(6, 7, True, 0.0),
    ]


@pytest.mark.parametrize(
    ("text", "position", "may"),
    [
        ("好人", 1, True),
        ("好，", 1, False),
        ("好，人", 2, True),
        ("说“好", 1, True),
        ("说“好", 2, False),
        ("12", 1, False),
        ("93.28", 2, False),
        ("收93", 1, True),
        ("50%", 2, False),
        ("……", 1, False),
        ("好——", 1, True),
        ("——", 1, False),
    ],
)
def test_lines_break_where_they_may(text: str, position: int, may: bool) -> None:
    assert may_break(text, position) is may


@pytest.mark.parametrize(
    ("text", "most", "end"),
    [
        ("一二三四五", 3, 3),
        ("一二三，五", 3, 2),
        ("一二“四五", 3, 2),
        ("一1234五", 3, 1),
        ("1" * 60, 30, 30),
        ("一二", 5, 2),
    ],
)
def test_a_line_ends_at_the_last_good_break(text: str, most: int, end: int) -> None:
    assert line_end(text, 0, most) == end


@pytest.mark.parametrize(
    ("text", "last", "script", "may"),
    [
        ("好，人", 1, "hans", True),
        ("好，人", 1, "hant", False),
        ("好」人", 1, "hant", True),
        ("好。”", 1, "hans", False),
        ("好。", 1, "hans", True),
        ("好人", 1, "hans", False),
    ],
)
def test_a_line_may_end_in_half_a_mark(text: str, last: int, script: Script, may: bool) -> None:
    assert may_squeeze(text, last, script) is may


THEMES = [theme_for("light", scale, display) for scale in SCALES for display in (Display(), TOUCH_DISPLAY)]


@given(st.integers(1, 3840), st.sampled_from(THEMES))
@example(1, THEMES[0])  # no room for a character
@example(809, theme_for("light", 100))  # just too narrow for the contents
@example(810, theme_for("light", 100))
@example(3840, THEMES[-1])
def test_columns_fit_and_lines_are_never_too_long(width: int, theme: Theme) -> None:
    em = text_em(theme)
    found = columns(width, theme)
    assert 1 <= found.text / em <= 36.5
    if width >= 4 * em:
        assert found.left >= 0
        assert found.left + found.text <= width
    if found.contents:
        assert found.text / em >= 32
        assert found.contents_left > found.left + found.text
        assert found.contents_left + found.contents <= width


def test_contents_have_room_beside_wide_text_only() -> None:
    theme = theme_for("light", 100)
    assert columns(810, theme) == ReaderColumns(16, 617, 653, 140)
    assert columns(749, theme).contents == 0
    assert columns(749, theme).text / text_em(theme) >= 32


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")]
)
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


@pytest.mark.parametrize(("length", "time"), [(0, 1), (100, 1), (700, 2), (2800, 7)])
def test_reading_takes_a_minute_for_400_characters(length: int, time: int) -> None:
    assert reading_minutes(length) == time


@pytest.mark.parametrize(
    ("text", "position", "run"),
    [
        ("收门票93.28万元。", 4, "93.28"),
        ("收门票93.28万元。", 8, "万元"),
        ("长街的人，都说", 1, "长街的人"),
        ("长街的人，都说", 4, "，"),
        ("好。", 2, ""),
        ("是93.", 3, "."),
    ],
)
def test_a_double_click_takes_a_run(text: str, position: int, run: str) -> None:
    start, end = run_at(text, position)
    assert text[start:end] == run
