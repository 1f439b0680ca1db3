"""Compiles computed figures with their formula written out, and comparisons of figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import isinf
from typing import Final

from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.content_index import IndexedFigure
from exhibit.compiler.context import BuildContext
from exhibit.compiler.descriptions.formula import (
    FormulaError,
    FormulaTree,
    MeasuredQuantity,
    computed,
    figures_in,
    fits,
    joined,
    measure,
    read_formula,
    rounded,
    written,
)
from exhibit.compiler.descriptions.intervals import ExactInterval
from exhibit.compiler.descriptions.schema import ComparisonEntry, ComputedEntry
from exhibit.figures.kinds import HEDGES, FigureKind, Hedge
from exhibit.model.comparison import Comparison
from exhibit.model.figure_words import figure_text
from exhibit.model.limits import MAX_FIGURES, MAX_NUMBER
from exhibit.model.metric import ComputedFormula, FigureValue, Metric, Unit
from exhibit.model.text import SCRIPTS, Text, same

_SIGNS: Final[dict[Hedge, str]] = {
    "over": ">",
    "at-least": "≥",
    "under": "<",
    "at-most": "≤",
    "about": "≈",
    "expected": "≈",
}


def compile_computed(
    entries: Mapping[str, LocatedValue[ComputedEntry] | None], context: BuildContext
) -> tuple[Metric, ...]:
    """The computed figures in the editor's order, without those that have mistakes."""
    _check_counts(entries, context)
    found = (_computed(key, entry, context) for key, entry in entries.items() if entry)
    return tuple(one for one in found if one)


def _check_counts(entries: Mapping[str, LocatedValue[ComputedEntry] | None], context: BuildContext) -> None:
    """Reports the first figure of an article beyond the limit."""
    counts = Counter[str]()
    for entry in filter(None, entries.values()):
        article = entry.value.article
        counts[article] += 1
        if counts[article] == MAX_FIGURES + 1:
            message = f"more than {MAX_FIGURES} figures are computed for `{article}`; delete some"
            context.problems.error(entry.where("article"), message)


def compile_comparisons(
    entries: Mapping[str, LocatedValue[ComparisonEntry] | None], context: BuildContext
) -> tuple[Comparison, ...]:
    """The comparisons in the editor's order."""
    return tuple(_comparison(key, entry, context) for key, entry in entries.items() if entry)


def _computed(key: str, entry: LocatedValue[ComputedEntry], context: BuildContext) -> Metric | None:
    value, where = entry.value, entry.where
    article = context.described_article(value.article, where("article"))
    context.check_topic(value.topic, where("topic"))
    label, unit = context.text(value.label, where("label")), context.text(value.unit, where("unit"))
    note = context.optional_text(value.note, where("note"))
    if f"{value.article}.{key}" in context.index.declared:
        context.problems.error(where(), f"metrics/{value.article}.yaml has a figure `{key}` already; rename this one")
    try:
        formula = read_formula(value.formula)
        if article is None or article.region is None or not _has_figures(formula, entry, context):
            return None
        figures = {id: context.index.figures[id] for id in figures_in(formula)}
        measured = context.rules.unit(unit, context.texts, where("unit"))
        found, text = _result(formula, figures, measured, entry, context)
    except FormulaError as error:
        context.problems.error(where("formula"), f"the formula of `{key}` cannot be computed: {error}")
        return None
    return Metric(
        f"{value.article}.{key}", value.article, article.region, value.topic, label, found,
        measured, _period(figures), note, None, (), ComputedFormula(text, tuple(figures), value.decimals),
    )  # fmt: skip


def _has_figures(formula: FormulaTree, entry: LocatedValue[ComputedEntry], context: BuildContext) -> bool:
    ids = list(figures_in(formula))
    if not ids:
        raise FormulaError("it names no figure; write at least one as ARTICLE.ID")
    usable = [
        context.has_figure(id, entry.where("formula")) for id in ids
    ]  # a list, so that each unusable one is reported
    return all(usable)


def _result(
    formula: FormulaTree,
    figures: Mapping[str, IndexedFigure],
    unit: Unit,
    entry: LocatedValue[ComputedEntry],
    context: BuildContext,
) -> tuple[FigureValue, Text]:
    """The value as shown, and the formula written out."""
    quantities = {id: MeasuredQuantity(figure.value, figure.unit) for id, figure in figures.items()}
    result = computed(formula, quantities, unit)
    if not fits(measure(formula, quantities), unit):
        message = f"the formula does not count {entry.value.unit}; correct the unit or the formula"
        context.problems.warning(entry.where("unit"), message)
    if _largest(result) * Fraction(repr(unit.factor)) > MAX_NUMBER:
        raise FormulaError(f"its result is larger than {MAX_NUMBER:g}; correct the formula or the unit")
    value = computed_value(result, [figure.value for figure in figures.values()], entry.value.decimals)
    if value.low is value.high is None:
        raise FormulaError("its figures leave both ends open; nothing is known of the result")
    if any(result) and not any((value.low, value.high)):
        raise FormulaError("rounded, nothing is left of it; give more `decimals`")
    text = joined(written(formula, quantities), same(f" {_sign(value)} "), _bare(value, unit))
    context.texts.add(text, entry.where("formula"))
    return value, text


def _largest(result: ExactInterval) -> Fraction:
    """The size of the end that is farther from zero; an open end has none."""
    return max((abs(Fraction(end)) for end in result if not isinf(end)), default=Fraction(0))


def _bare(value: FigureValue, unit: Unit) -> Text:
    """The ends of a result with their unit."""
    ends = [end for end in (value.low, value.high) if end is not None]
    bare = FigureValue("range", ends[0], ends[-1])
    return Text(*(figure_text(bare, unit.name, script).words.replace(" ", "") for script in SCRIPTS))


def computed_value(result: ExactInterval, values: Sequence[FigureValue], decimals: int) -> FigureValue:
    """What a result is shown as: a bound makes a bound, and what is only about, or expected, stays so."""
    told = {hedge for value in values for hedge in value.hedges}
    below, above = _told_ends(result)
    if below is not None and below == above:
        number = rounded(below, decimals)
        loose = number != below or not {"about", "nearly"}.isdisjoint(told)
        return _with_hedges("quantity", number, number, told & {"expected"} | ({"about"} if loose else set()))
    low = None if below is None else rounded(below, decimals, "down")
    high = None if above is None else rounded(above, decimals, "up")
    kept: set[Hedge] = told & {"expected", "about", "nearly"}
    if low is not None and high is not None:
        return _with_hedges("range", low, high, kept)
    strict = not {"over", "under"}.isdisjoint(told)
    bound: Hedge = ("over" if strict else "at-least") if high is None else ("under" if strict else "at-most")
    return _with_hedges("quantity", low, high, {*kept, bound})


def _told_ends(result: ExactInterval) -> tuple[Fraction | None, Fraction | None]:
    """The ends that say something: that an amount is above nothing is not worth saying."""
    below, above = (None if isinf(end) else Fraction(end) for end in result)
    if below == above:
        return below, above
    return (None if below == 0 and above else below), (None if above == 0 and below else above)


def _with_hedges(kind: FigureKind, low: Fraction | None, high: Fraction | None, hedges: set[Hedge]) -> FigureValue:
    said = {"about" if hedge == "nearly" else hedge for hedge in hedges}
    below, above = (None if end is None else float(end) for end in (low, high))
    return FigureValue(kind, below, above, tuple(hedge for hedge in HEDGES if hedge in said))


def _sign(value: FigureValue) -> str:
    """What stands between a sum and its result."""
    return next((sign for hedge, sign in _SIGNS.items() if hedge in value.hedges), "=")


def _period(figures: Mapping[str, IndexedFigure]) -> Text | None:
    """The period that all figures have in common, or None."""
    periods = {figure.period for figure in figures.values()}
    return periods.pop() if len(periods) == 1 else None


def _comparison(key: str, entry: LocatedValue[ComparisonEntry], context: BuildContext) -> Comparison:
    value, where = entry.value, entry.where
    first: dict[str, int] = {}
    for number, id in enumerate(value.metrics):
        here = where("metrics", number)
        if id in first:
            context.problems.error(here, f"`{id}` is compared with itself; delete one")
        elif context.has_figure(id, here) and (message := _incomparable(id, context.index.figures[id], value.unit)):
            context.problems.error(here, message)
        first.setdefault(id, number)
    if len({id.split(".")[0] for id in first}) == 1:
        context.problems.warning(where("metrics"), "all figures are of one article; compare different places")
    title, caveat = context.text(value.title, where("title")), context.text(value.caveat, where("caveat"))
    return Comparison(key, title, caveat, context.text(value.unit, where("unit")), value.metrics)


def _incomparable(id: str, figure: IndexedFigure, unit: str) -> str | None:
    """Why a figure cannot be compared in a unit."""
    if not figure.value.is_amount:
        return f"`{id}` is a {figure.value.kind} and no amount; compare amounts only"
    if figure.base != unit:
        base = figure.base or "no unit"
        return f"`{id}` counts {base}, the comparison {unit}; compare one thing only, or see `units:`"
    return None
