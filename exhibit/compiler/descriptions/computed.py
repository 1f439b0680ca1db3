"""Makes what is made of figures: computed figures with their sum, and comparisons side by side."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import isinf
from typing import Final

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
    setting.check_topic(value.topic, where("topic"))
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
        found, text = _sum(formula, facts, measured, entry, setting)
    except FormulaError as error:
        setting.problems.error(where("formula"), f"the formula of `{key}` cannot be computed: {error}")
        return None
    return Metric(
        f"{value.article}.{key}", value.article, told.region, value.topic, label, found,
        measured, _period(facts), note, None, (), ComputedFormula(text, tuple(facts), value.decimals),
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
    unit: Unit,
    entry: LocatedValue[ComputedEntry],
    setting: DescriptionContext,
) -> tuple[FigureValue, Text]:
    """The value as shown, and the sum written out."""
    quantities = {id: MeasuredQuantity(fact.value, fact.unit) for id, fact in facts.items()}
    result = computed(formula, quantities, unit)
    if not fits(measure(formula, quantities), unit):
        message = f"the formula does not count {entry.value.unit}; correct the unit or the formula"
        setting.problems.warning(entry.where("unit"), message)
    value = computed_value(result, [fact.value for fact in facts.values()], entry.value.decimals)
    if value.low is value.high is None:
        raise FormulaError("its figures leave both ends open; nothing is known of the result")
    if any(result) and not any((value.low, value.high)):
        raise FormulaError("rounded, nothing is left of it; give more `decimals`")
    ends = [end for end in (value.low, value.high) if end is not None]
    bare = FigureValue("range", ends[0], ends[-1])
    said = (figure_text(bare, unit.name, script).words.replace(" ", "") for script in SCRIPTS)
    text = joined(written(formula, quantities), same(f" {_sign(value)} "), Text(*said))
    setting.voice.keep(text, entry.where("formula"))
    return value, text


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
        elif setting.has_figure(id, here) and (message := _incomparable(id, setting.tally.facts[id], value.unit)):
            setting.problems.error(here, message)
        first.setdefault(id, number)
    if len({id.split(".")[0] for id in first}) == 1:
        setting.problems.warning(where("metrics"), "all figures are of one article; compare different places")
    title, caveat = setting.say(value.title, where("title")), setting.say(value.caveat, where("caveat"))
    return Comparison(key, title, caveat, setting.say(value.unit, where("unit")), value.metrics)


def _incomparable(id: str, fact: MetricFacts, unit: str) -> str | None:
    """Why a figure cannot be compared in a unit."""
    if not fact.value.is_amount:
        return f"`{id}` is a {fact.value.kind} and no amount; compare amounts only"
    if fact.base != unit:
        return f"`{id}` counts {fact.base or 'no unit'}, the comparison {unit}; compare one thing only, or see `units:`"
    return None
