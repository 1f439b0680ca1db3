"""Makes what is made of figures: computed figures with their sum, and comparisons side by side."""

from collections.abc import Mapping
from fractions import Fraction

from exhibit.compiler.checks import MetricFacts
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.descriptions.context import DescriptionContext
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
from exhibit.model.metric import Metric, Qualifier
from exhibit.model.text import Text, same


def make_computed(
    entries: Mapping[str, LocatedValue[ComputedEntry] | None], setting: DescriptionContext
) -> tuple[Metric, ...]:
    """The computed figures in the editor's order, without those that have mistakes."""
    found = (_computed(key, entry, setting) for key, entry in entries.items() if entry)
    return tuple(one for one in found if one)


def make_comparisons(
    entries: Mapping[str, LocatedValue[ComparisonEntry] | None], setting: DescriptionContext
) -> tuple[Comparison, ...]:
    """The comparisons in the editor's order."""
    return tuple(_comparison(key, entry, setting) for key, entry in entries.items() if entry)


def _computed(key: str, entry: LocatedValue[ComputedEntry], setting: DescriptionContext) -> Metric | None:
    value, where = entry.value, entry.where
    told = setting.article(value.article, where("article"))
    setting.check_theme(value.theme, where("theme"))
    label, unit = setting.say(value.label, where("label")), setting.say(value.unit, where("unit"))
    note = setting.say_if(value.note, where("note"))
    if f"{value.article}.{key}" in setting.tally.declared:
        setting.problems.error(where(), f"metrics/{value.article}.yaml has a figure `{key}` already; rename this one")
    try:
        formula = read_formula(value.formula)
        if told is None or told.region is None or not _has_figures(formula, entry, setting):
            return None
        facts = {id: setting.tally.facts[id] for id in figures_in(formula)}
        measured = setting.vocabulary.unit(unit, setting.voice, where("unit"))
        number, text, exact = _sum(formula, facts, measured, entry, setting)
    except FormulaError as error:
        setting.problems.error(where("formula"), f"the formula of `{key}` cannot be computed: {error}")
        return None
    qualifiers: tuple[Qualifier, ...] = ("exactly",) if exact else ("about",)
    return Metric(
        f"{value.article}.{key}", value.article, told.region, value.theme, label, float(number), qualifiers,
        measured, _period(facts), note, None, (), metric.ComputedFormula(text, tuple(facts), value.decimals),
    )  # fmt: skip


def _has_figures(formula: FormulaTree, entry: LocatedValue[ComputedEntry], setting: DescriptionContext) -> bool:
    ids = list(figures_in(formula))
    if not ids:
        raise FormulaError("it names no figure; write at least one as ARTICLE.ID")
    usable = [setting.has_figure(id, entry.where("formula")) for id in ids]  # each that is not is named
    return all(usable)


def _sum(
    formula: FormulaTree,
    facts: Mapping[str, MetricFacts],
    unit: metric.Unit,
    entry: LocatedValue[ComputedEntry],
    setting: DescriptionContext,
) -> tuple[str, Text, bool]:
    """The number as shown, the sum written out, and whether it is exact."""
    quantities = {id: MeasuredQuantity(fact.value, fact.unit) for id, fact in facts.items()}
    if not fits(measure(formula, quantities), unit):
        message = f"the formula does not count {entry.value.unit}; correct the unit or the formula"
        setting.problems.warning(entry.where("unit"), message)
    result = computed(formula, quantities, unit)
    number = rounded(result, entry.value.decimals)
    exact = result == Fraction(number) and all(fact.qualifiers == ("exactly",) for fact in facts.values())
    if result and not float(number):
        raise FormulaError("rounded, nothing is left of it; give more `decimals`")
    sign = same(f" {'=' if exact else '≈'} {number}")
    parts = (written(formula, quantities), sign, unit.name)
    text = Text("".join(part.hans for part in parts), "".join(part.hant for part in parts))
    setting.voice.keep(text, entry.where("formula"))
    return number, text, exact


def _period(facts: Mapping[str, MetricFacts]) -> Text | None:
    """The period of all its figures, where they have one in common."""
    periods = {fact.period for fact in facts.values()}
    return periods.pop() if len(periods) == 1 else None


def _comparison(key: str, entry: LocatedValue[ComparisonEntry], setting: DescriptionContext) -> Comparison:
    value, where = entry.value, entry.where
    first: dict[str, int] = {}
    for number, id in enumerate(value.metrics):
        here = where("metrics", number)
        if id in first:
            setting.problems.error(here, f"`{id}` is compared with itself; delete one")
        elif setting.has_figure(id, here) and (base := setting.tally.facts[id].base) != value.unit:
            message = f"`{id}` counts {base}, the comparison {value.unit}; compare one thing only, or see `units:`"
            setting.problems.error(here, message)
        first.setdefault(id, number)
    if len({id.split(".")[0] for id in first}) == 1:
        setting.problems.warning(where("metrics"), "all figures are of one article; compare different places")
    title, caveat = setting.say(value.title, where("title")), setting.say(value.caveat, where("caveat"))
    return Comparison(key, title, caveat, setting.say(value.unit, where("unit")), value.metrics)
