"""Formulas: read, computed exactly, with their units; what is refused is in tests/sources."""

from fractions import Fraction

import pytest

from exhibit.compiler.descriptions.formula import (
    FormulaError,
    MeasuredQuantity,
    computed,
    figures_in,
    fits,
    measure,
    read_formula,
    rounded,
    written,
)
from exhibit.model.metric import Unit, exactly
from exhibit.model.text import Text, same


def unit(name: str, base: str | None = None, factor: float = 1.0) -> Unit:
    return Unit(same(name), same(base or name), factor)


YUAN, MANY, PERCENT = unit("元"), unit("万元", "元", 10_000), unit("%")
QUANTITIES = {
    "a.rent": MeasuredQuantity(exactly(93.28), MANY),
    "a.before": MeasuredQuantity(exactly(80), MANY),
    "a.large": MeasuredQuantity(exactly(1.03), unit("亿元", "元", 100_000_000)),
    "a.shops": MeasuredQuantity(exactly(130), Unit(Text("个", "個"), Text("个", "個"), 1.0)),
    "a.rate": MeasuredQuantity(exactly(120.22), PERCENT),
    "a.none": MeasuredQuantity(exactly(0), unit("个")),
}


@pytest.mark.parametrize(("formula", "result", "shown", "text"), [
    ("a.rent - a.before", MANY, "13.28", "93.28万元 − 80万元"),
    ("a.rent-a.before", MANY, None, ""),
    ("a.rent / a.shops", YUAN, "7175.38", "93.28万元 ÷ 130个"),
    ("a.large / a.rent", unit("倍"), "110.42", "1.03亿元 ÷ 93.28万元"),
    ("a.before / a.rent", PERCENT, "85.76", "80万元 ÷ 93.28万元"),
    ("a.rent / a.rate", MANY, "77.59", "93.28万元 ÷ 120.22%"),
    ("a.rent / (100% + a.rate)", MANY, "42.36", "93.28万元 ÷ (100% + 120.22%)"),
    ("(a.rent + a.before) / (a.shops + a.shops)", YUAN, "6664.62", "(93.28万元 + 80万元) ÷ (130个 + 130个)"),
    ("a.rent - (a.before - a.before)", MANY, "93.28", "93.28万元 − (80万元 − 80万元)"),
    ("a.rent - a.before + a.before", MANY, "93.28", "93.28万元 − 80万元 + 80万元"),
    ("2 * (3 * a.rent)", MANY, "559.68", "2 × 3 × 93.28万元"),
    ("1.5*((a.shops))", unit("个"), "195.00", "1.5 × 130个"),
    ("a.rent / a.before - 100%", PERCENT, "16.60", "93.28万元 ÷ 80万元 − 100%"),
])  # fmt: skip
def test_computed_and_written_out(formula: str, result: Unit, shown: str | None, text: str) -> None:
    if shown is None:  # a minus without blanks belongs to the id
        with pytest.raises(FormulaError, match="has no place there"):
            read_formula(formula)
        return
    found = read_formula(formula)
    low, high = computed(found, QUANTITIES, result)
    assert low == high
    assert rounded(Fraction(low), 2) == Fraction(shown)
    assert written(found, QUANTITIES).hans == text
    measure(found, QUANTITIES)


def test_a_sum_is_written_in_both_scripts() -> None:
    assert written(read_formula("a.rent / a.shops"), QUANTITIES) == Text("93.28万元 ÷ 130个", "93.28万元 ÷ 130個")


def test_figures_are_named_in_the_order_of_the_sum() -> None:
    assert list(figures_in(read_formula("(a.b + 2) / c.d-e * a.b"))) == ["a.b", "c.d-e", "a.b"]


@pytest.mark.parametrize(("value", "decimals", "nearest", "down", "up"), [
    ("1/2", 0, "1", "0", "1"), ("-1/2", 0, "-1", "-1", "0"), ("1/3", 2, "0.33", "0.33", "0.34"), ("2/3", 0, "1", "0", "1"),
    ("5/1000", 2, "0.01", "0", "0.01"), ("1/1000", 2, "0", "0", "0.01"), ("-1/1000", 2, "0", "-0.01", "0"), ("100", 2, "100", "100", "100"),
    ("115/100", 1, "1.2", "1.1", "1.2"),
])  # fmt: skip
def test_halves_go_away_from_zero_and_bounds_away_from_the_rest(
    value: str, decimals: int, nearest: str, down: str, up: str
) -> None:
    assert rounded(Fraction(value), decimals) == Fraction(nearest)
    assert rounded(Fraction(value), decimals, "down") == Fraction(down)
    assert rounded(Fraction(value), decimals, "up") == Fraction(up)


@pytest.mark.parametrize("text", ["a.rent / a.none", "1 / (2 - 2)", "a.rent / (a.shops * 0)"])
def test_zero_divides_nothing(text: str) -> None:
    with pytest.raises(FormulaError, match="divides by zero"):
        computed(read_formula(text), QUANTITIES, MANY)


@pytest.mark.parametrize(
    "text", ["a.rent + a.shops", "a.rent - 1", "a.shops / a.rent + a.rent / a.shops", "a.rate + a.rent"]
)
def test_different_things_do_not_add_up(text: str) -> None:
    with pytest.raises(FormulaError, match="add only what counts the same"):
        measure(read_formula(text), QUANTITIES)


@pytest.mark.parametrize(("text", "result", "fitting"), [
    ("a.rent / a.shops", YUAN, True), ("a.rent / a.shops", unit("亩"), False), ("a.rent / a.shops", PERCENT, False),
    ("a.before / a.rent", PERCENT, True), ("a.rent", PERCENT, False), ("a.rate + a.rate", PERCENT, True),
    ("a.shops * a.before / a.rent", PERCENT, True), ("a.shops / a.shops", unit("个"), True),
])  # fmt: skip
def test_a_result_counts_what_its_unit_says(text: str, result: Unit, fitting: bool) -> None:
    if text.startswith("a.shops / a.shops"):
        result = QUANTITIES["a.shops"].unit
    assert fits(measure(read_formula(text), QUANTITIES), result) is fitting


@pytest.mark.parametrize(
    "text",
    ["", "()", "*", "1 2", "a.b.c", "a..b", "A.b + 1", "(" * 1000 + "1" + ")" * 1000, "1)", "١ + 1", "1 +", "-1"],
)
def test_no_formula(text: str) -> None:
    with pytest.raises(FormulaError):
        read_formula(text)
