"""The bars and squares of a chart are exact."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.model.metric import PictureKind, ValueInterval
from exhibit.ui.metrics.chart import ChartBar, ChartShown, chart_layout


def bars(kind: PictureKind, value: float, base: float) -> list[tuple[float, float, str]]:
    """Left, width and role of each bar of a chart 100 pixels wide, from the upper to the lower."""
    return [(round(bar.x, 2), round(bar.width, 2), bar.role) for bar in chart_bars(kind, value, base)]


def chart_bars(kind: PictureKind, value: float, base: float) -> tuple[ChartBar, ...]:
    return chart_layout(shown(kind, value, base), 100, 10).bars


def shown(kind: PictureKind, value: float, base: float) -> ChartShown:
    """A chart of exact values."""
    return ChartShown(kind, ValueInterval(value, value), ValueInterval(base, base), "", "")


@pytest.mark.parametrize(
    ("kind", "value", "base", "expected"),
    [
        ("part", 55, 220, [(0, 100, "base"), (0, 25, "value")]),
        ("part", 1.5, 3, [(0, 100, "base"), (0, 50, "value")]),
        ("part", 0, 200, [(0, 100, "base")]),
        ("part", 0.001, 200, [(0, 100, "base"), (0, 1, "value")]),
        ("part", -4, 200, [(0, 100, "base")]),
        ("part", 0.5, 0, [(0, 100, "value")]),
        ("part", 0.0, 0.0, []),
        ("percent", 37.5, 100, [(0, 100, "base"), (0, 37.5, "value")]),
        ("percent", 125, 100, [(0, 80, "base"), (0, 100, "value")]),
        ("percent", -10, 100, [(0, 100, "base")]),
        ("change", 50, 100, [(0, 100, "base"), (0, 50, "value")]),
        ("change", 200, 100, [(0, 50, "base"), (0, 100, "value")]),
        ("change", 0, 0, [(0, 0, "base"), (0, 0, "value")]),
        ("change", -50, 50, [(50, 50, "base"), (0, 50, "value")]),
        ("change", -50, -100, [(0, 100, "base"), (50, 50, "value")]),
        ("growth", 25, 100, [(0, 80, "base"), (80, 20, "value")]),
        ("growth", 300, 100, [(0, 25, "base"), (25, 75, "value")]),
        ("growth", 0, 100, [(0, 100, "base")]),
        ("growth", 0.01, 100, [(0, 99.99, "base"), (99, 1, "value")]),
        ("growth", -20, 100, [(0, 80, "base"), (80, 20, "lost")]),
        ("growth", -150, 100, [(0, 100, "lost")]),
    ],
)
def test_bars(kind: PictureKind, value: float, base: float, expected: list[tuple[float, float, str]]) -> None:
    assert bars(kind, value, base) == expected


@pytest.mark.parametrize(("value", "whole"), [(15, 19), (0, 7), (30, 30), (3, 4)])
def test_few_things_are_counted_out(value: int, whole: int) -> None:
    squares = chart_bars("part", value, whole)
    assert [square.role for square in squares] == ["value"] * value + ["base"] * (whole - value)
    assert all(square.width == square.height for square in squares)
    assert max(square.x + square.width for square in squares) <= 100
    assert len({(square.x, square.y) for square in squares}) == whole


def test_a_share_beyond_the_whole_passes_its_line() -> None:
    assert chart_layout(shown("percent", 125, 100), 100, 10).limit == 80
    assert chart_layout(shown("percent", 100, 100), 100, 10).limit is None


@pytest.mark.parametrize(
    ("kind", "value", "base", "expected"),
    [
        ("range", (3, 5), None, [(0, 60, "value"), (60, 40, "possible")]),
        ("range", (-8, -2), None, [(75, 25, "value"), (0, 75, "possible")]),
        ("percent", (10, 15), (100, 100), [(0, 100, "base"), (0, 10, "value"), (10, 5, "possible")]),
        ("percent", (0, 3), (100, 100), [(0, 100, "base"), (0, 3, "possible")]),
        ("percent", (50, None), (100, 100), [(0, 100, "base"), (0, 50, "value"), (50, 8, "open")]),
        ("growth", (10, 25), None, [(0, 80, "base"), (80, 8, "value"), (88, 12, "possible")]),
        ("growth", (-20, -10), None, [(0, 80, "base"), (90, 10, "lost"), (80, 10, "possible")]),
        ("growth", (None, -20), None, [(0, 72, "base"), (80, 20, "lost"), (72, 8, "open")]),
        ("growth", (-25, 25), None, [(0, 60, "base"), (60, 40, "possible")]),
        ("change", (30, 40), (50, 50), [(0, 100, "base"), (0, 60, "value"), (60, 20, "possible")]),
    ],
)
def test_an_end_that_is_not_sure_is_drawn_apart(
    kind: PictureKind,
    value: tuple[float | None, float | None],
    base: tuple[float, float] | None,
    expected: list[tuple[float, float, str]],
) -> None:
    chart = ChartShown(kind, ValueInterval(*value), ValueInterval(*(base or (100, 100))), "", "")
    bars = chart_layout(chart, 100, 10).bars
    assert [(round(bar.x, 2), round(bar.width, 2), bar.role) for bar in bars] == expected


@pytest.mark.parametrize(("first", "last", "count"), [(1, 1, 10), (3, 3, 10), (1, 3, 10), (12, 12, 12)])
def test_a_rank_is_a_place_among_places(first: int, last: int, count: int) -> None:
    bars = chart_layout(ChartShown("rank", ValueInterval(first, last), ValueInterval(100, 100), "", ""), 100, 10).bars
    assert len(bars) == count
    assert [number for number, bar in enumerate(bars, 1) if bar.role == "value"] == [*range(first, last + 1)]


@given(
    kind=st.sampled_from(get_args(PictureKind)),
    value=st.tuples(*[st.floats(-1e12, 1e12)] * 2).map(sorted),
    open_end=st.sampled_from([None, 0, 1]),
    base=st.floats(-1e12, 1e12) | st.integers(0, 40).map(float),
    width=st.floats(20, 2000),
)
def test_nothing_is_outside_the_chart(
    kind: PictureKind, value: list[float], open_end: int | None, base: float, width: float
) -> None:
    ends = [None if number == open_end else end for number, end in enumerate(value)]
    chart = ChartShown(kind, ValueInterval(*ends), ValueInterval(base, base), "", "")
    laid_out = chart_layout(chart, width, 10)
    slack = 1 + 1e-9 * width  # the bar of a small value is a pixel long even if it has less room
    assert all(bar.x >= -slack and bar.x + bar.width <= width + slack for bar in laid_out.bars)
    assert all(bar.y >= 0 and bar.y + bar.height <= laid_out.height + 1e-9 for bar in laid_out.bars)
