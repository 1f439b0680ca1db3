"""Computed figures: intervals are computed as intervals, a bound makes a bound."""

from collections.abc import Mapping
from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.compiler.descriptions.computed import computed_value
from exhibit.compiler.descriptions.formula import FormulaError, MeasuredQuantity, computed, figures_in, read_formula
from exhibit.compiler.descriptions.intervals import ExactInterval
from exhibit.model.figure_words import figure_text
from exhibit.model.metric import FigureValue, Unit
from exhibit.model.text import same
from tests.samples import valued

COUNT = Unit(same("个"), same("个"), 1.0)
FIGURES: Mapping[str, FigureValue] = {
    "a.four": valued(4), "a.ten": valued(10), "a.over": valued(130, "over"), "a.least": valued(20, "at-least"),
    "a.most": valued(5, "at-most"), "a.under": valued(8, "under"), "a.about": valued(6, "about"), "a.near": valued(50, "nearly"),
    "a.plan": valued(19, "expected"), "a.range": FigureValue("range", 3, 5), "a.total": valued(7, "cumulative"),
    "a.wide": FigureValue("range", -1, 1), "a.rank": FigureValue("rank", 1, 1), "a.ratio": FigureValue("ratio", 1, 3),
    "a.fall": FigureValue("change", 3.5, 3.5, (), "down"), "a.half": FigureValue("fraction", 0.5, 0.5),
}  # fmt: skip


def shown(formula: str, decimals: int = 1) -> str:
    """What a formula over counts is shown as."""
    tree = read_formula(formula)
    result = computed(tree, {id: MeasuredQuantity(value, COUNT) for id, value in FIGURES.items()}, COUNT)
    value = computed_value(result, [FIGURES[id] for id in figures_in(tree)], decimals)
    return figure_text(value, same(""), "hans").words


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("a.four + a.ten", "14"),
        ("a.four / a.ten", "0.4"),
        ("a.ten / a.four / 3", "约 0.8"),
        ("a.four / a.over", "不到 0.1"),
        ("a.over + a.four", "超 134"),
        ("a.least * 2", "40 以上"),
        ("a.least + a.over", "超 150"),
        ("a.most + a.four", "4～9"),
        ("a.most * 2", "不超过 10"),
        ("a.under * a.ten", "不到 80"),
        ("a.ten / a.most", "2 以上"),
        ("a.ten - a.over", "不到 −120"),
        ("a.about * 2", "约 12"),
        ("a.near / 2", "约 25"),
        ("a.plan / 19", "预计 1"),
        ("a.range * 2", "6～10"),
        ("a.range / 2", "1.5～2.5"),
        ("a.ten / a.range", "2～3.4"),
        ("a.ten - a.range", "5～7"),
        ("a.range * a.range", "9～25"),
        ("a.wide * a.ten", "±10"),
        ("a.total + 1", "8"),
        ("a.fall + 1", "4.5"),
        ("a.half * a.ten", "5"),
    ],
)
def test_a_result_keeps_the_bounds_of_its_figures(formula: str, words: str) -> None:
    assert shown(formula) == words


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("a.rank + 1", "is a rank and no amount"),
        ("a.ten / a.ratio", "is a ratio and no amount"),
        ("a.ten / a.wide", "divides by zero, or by what may be zero"),
        ("a.ten / (a.four - a.four)", "divides by zero"),
    ],
)
def test_what_cannot_be_computed(formula: str, message: str) -> None:
    with pytest.raises(FormulaError, match=message):
        shown(formula)


ENDS = st.fractions(-50, 50, max_denominator=9)


@given(st.lists(ENDS, min_size=4, max_size=4), st.sampled_from(["plus", "minus", "times", "over"]), st.data())
def test_every_result_of_numbers_within_lies_within(ends: list[Fraction], operation: str, data: st.DataObject) -> None:
    one, two = ExactInterval(*sorted(ends[:2])), ExactInterval(*sorted(ends[2:]))
    within = [
        data.draw(st.fractions(Fraction(some.low), Fraction(some.high), max_denominator=90)) for some in (one, two)
    ]
    try:
        found = getattr(one, operation)(two)
    except ZeroDivisionError:
        assert two.low <= 0 <= two.high
        return
    if operation == "over" and not within[1]:
        return
    first, second = within
    exact = {"plus": first + second, "minus": first - second, "times": first * second}.get(operation)
    assert found.low <= (first / second if exact is None else exact) <= found.high


@pytest.mark.parametrize(
    ("one", "two", "quotient"),
    [
        (
            ExactInterval(Fraction(4), Fraction(4)),
            ExactInterval(Fraction(2), inf),
            ExactInterval(Fraction(0), Fraction(2)),
        ),
        (
            ExactInterval(Fraction(4), Fraction(4)),
            ExactInterval(Fraction(0), Fraction(2)),
            ExactInterval(Fraction(2), inf),
        ),
        (ExactInterval(Fraction(4), inf), ExactInterval(Fraction(2), inf), ExactInterval(Fraction(0), inf)),
    ],
)
def test_open_ends_stay_open(one: ExactInterval, two: ExactInterval, quotient: ExactInterval) -> None:
    assert one.over(two) == quotient
