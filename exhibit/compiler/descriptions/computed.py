"""Compiles computed figures with their formula written out, and comparisons of figures."""

from collections.abc import Mapping
from fractions import Fraction

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
    measure,
    read_formula,
    rounded,
    written,
)
from exhibit.compiler.descriptions.schema import ComparisonEntry, ComputedEntry
from exhibit.model import metric
from exhibit.model.comparison import Comparison
from exhibit.model.limits import MAX_NUMBER
from exhibit.model.metric import Metric, Qualifier
from exhibit.model.text import Text, same


def compile_computed(
    entries: Mapping[str, LocatedValue[ComputedEntry] | None], context: BuildContext
) -> tuple[Metric, ...]:
    """The computed figures in the editor's order, without those that have mistakes."""
    found = (_computed(key, entry, context) for key, entry in entries.items() if entry)
    return tuple(one for one in found if one)


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
        number, text, exact = _result(formula, figures, measured, entry, context)
    except FormulaError as error:
        context.problems.error(where("formula"), f"the formula of `{key}` cannot be computed: {error}")
        return None
    qualifiers: tuple[Qualifier, ...] = ("exactly",) if exact else ("about",)
    return Metric(
        f"{value.article}.{key}", value.article, article.region, value.topic, label, float(number), qualifiers,
        measured, _period(figures), note, None, (), metric.ComputedFormula(text, tuple(figures), value.decimals),
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
    unit: metric.Unit,
    entry: LocatedValue[ComputedEntry],
    context: BuildContext,
) -> tuple[str, Text, bool]:
    """The number as shown, the formula written out, and whether the number is exact."""
    quantities = {id: MeasuredQuantity(figure.value, figure.unit) for id, figure in figures.items()}
    if not fits(measure(formula, quantities), unit):
        message = f"the formula does not count {entry.value.unit}; correct the unit or the formula"
        context.problems.warning(entry.where("unit"), message)
    result = computed(formula, quantities, unit)
    number = rounded(result, entry.value.decimals)
    exact = result == Fraction(number) and all(figure.qualifiers == ("exactly",) for figure in figures.values())
    if abs(result) * Fraction(repr(unit.factor)) > MAX_NUMBER:
        raise FormulaError(f"its result is larger than {MAX_NUMBER:g}; correct the formula or the unit")
    if result and not float(number):
        raise FormulaError("rounded, nothing is left of it; give more `decimals`")
    sign = same(f" {'=' if exact else '≈'} {number}")
    parts = (written(formula, quantities), sign, unit.name)
    text = Text("".join(part.hans for part in parts), "".join(part.hant for part in parts))
    context.texts.add(text, entry.where("formula"))
    return number, text, exact


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
        elif context.has_figure(id, here) and (base := context.index.figures[id].base) != value.unit:
            message = f"`{id}` counts {base}, the comparison {value.unit}; compare one thing only, or see `units:`"
            context.problems.error(here, message)
        first.setdefault(id, number)
    if len({id.split(".")[0] for id in first}) == 1:
        context.problems.warning(where("metrics"), "all figures are of one article; compare different places")
    title, caveat = context.text(value.title, where("title")), context.text(value.caveat, where("caveat"))
    return Comparison(key, title, caveat, context.text(value.unit, where("unit")), value.metrics)
