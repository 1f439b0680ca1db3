"""The bars and squares of a picture are exact."""

import pytest

from exhibit.model.metric import PictureKind
from exhibit.ui.metrics.chart import ChartBar, ChartShown, chart_layout


def bars(kind: PictureKind, value: float, base: float) -> list[tuple[float, float, str]]:
    """Left, width and role of each bar of a picture 100 wide; change's bars from the upper to the lower."""
    return [(round(bar.x, 2), round(bar.width, 2), bar.role) for bar in picture(kind, value, base)]


def picture(kind: PictureKind, value: float, base: float) -> tuple[ChartBar, ...]:
    return chart_layout(ChartShown(kind, value, base, "", ""), 100, 10).bars


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
    squares = picture("part", value, whole)
    assert [square.role for square in squares] == ["value"] * value + ["base"] * (whole - value)
    assert all(square.width == square.height for square in squares)
    assert max(square.x + square.width for square in squares) <= 100
    assert len({(square.x, square.y) for square in squares}) == whole


def test_a_share_beyond_the_whole_passes_its_line() -> None:
    assert chart_layout(ChartShown("percent", 125, 100, "", ""), 100, 10).limit == 80
    assert chart_layout(ChartShown("percent", 100, 100, "", ""), 100, 10).limit is None


def test_nothing_stands_outside_the_picture() -> None:
    for kind in ("part", "percent", "change", "growth"):
        for value in (-1e9, -3, 0, 1e-9, 3, 99.9, 100, 1e12):
            drawn = chart_layout(ChartShown(kind, value, 100, "", ""), 100, 10)
            assert all(bar.x >= 0 and bar.x + bar.width <= 101 for bar in drawn.bars), (kind, value)
            assert all(bar.y + bar.height <= drawn.height for bar in drawn.bars)
