"""What the panel of comparisons shows; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from exhibit.model.comparison import Comparison
from exhibit.model.metric import Metric
from exhibit.model.package import Package
from exhibit.model.state import Anchor, State
from exhibit.strings import say
from exhibit.ui.compare.bars import BarSpan, bar_spans
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.values import ValueText, value_text


@dataclass(frozen=True, slots=True)
class RowShown:
    """A figure in a comparison; `foot` is what it counts and when, `theme` the chosen theme if it is the figure's."""

    id: str
    place: str
    value: ValueText
    bar: BarSpan
    expected: bool
    """Not a fact when it was reported; its bar is hollow."""
    theme: str
    foot: str
    here: bool
    """Whether it is of the article in view."""
    faded: bool
    """Another theme is chosen."""
    chosen: bool
    anchor: Anchor | None
    """Where its sentence begins."""
    name: str
    """For who hears the row."""
    description: str


@dataclass(frozen=True, slots=True)
class ComparisonShown:
    """Rows whose bars share one scale, and what differs between them."""

    id: str
    title: str
    unit: str
    """Said where the values are printed in different units."""
    rows: tuple[RowShown, ...]
    caveat: str


@dataclass(frozen=True, slots=True)
class CompareShown:
    """The whole panel."""

    title: str
    summary: str
    scope_title: str
    scopes: tuple[ChoiceShown, ...]
    remark: str
    """How to read the bars; or that there is nothing to read."""
    comparisons: tuple[ComparisonShown, ...]

    @property
    def chosen(self) -> str | None:
        """The chosen figure, if it is in a comparison."""
        return next((row.id for one in self.comparisons for row in one.rows if row.chosen), None)


def compare_shown(package: Package, state: State) -> CompareShown:
    """The comparisons in which the article in view has a figure, or all."""
    place, language = state.place, state.language
    here = () if place.everywhere or not place.article else package.comparisons(place.article)
    listed = here or package.comparisons()
    shown = tuple(_comparison_shown(package, state, one) for one in listed)
    region = package.region(place.region) if here and place.region else None
    where = region.short.in_(state.script) if region else say("metrics-everywhere", language)
    return CompareShown(
        say("compare", language),
        say("compare-count", language, count=len(shown), where=where),
        say("metrics-scope", language),
        (
            ChoiceShown("here", say("metrics-here", language), not place.everywhere),
            ChoiceShown("everywhere", say("metrics-everywhere", language), place.everywhere),
        ),
        _remark(state, shown, elsewhere=bool(place.article and not place.everywhere and not here)),
        shown,
    )


def _remark(state: State, shown: Sequence[ComparisonShown], *, elsewhere: bool) -> str:
    language = state.language
    if not shown:
        return say("compare-none", language)
    parts = [say("compare-none-here", language)] if elsewhere else []
    parts.append(say("compare-scale", language))
    if any(row.expected for one in shown for row in one.rows):
        parts.append(say("compare-expected", language))
    return (" " if language == "en" else "").join(parts)


def _comparison_shown(package: Package, state: State, comparison: Comparison) -> ComparisonShown:
    script, language = state.script, state.language
    metrics = [metric for metric in map(package.metric, comparison.metrics) if metric]
    mixed = len({metric.unit.name for metric in metrics}) > 1
    title = comparison.title.in_(script)
    bars = bar_spans([metric.base_value for metric in metrics])
    return ComparisonShown(
        comparison.id,
        title,
        say("compare-unit", language, unit=comparison.unit.in_(script)) if mixed else "",
        tuple(_row_shown(package, state, metric, title, bar) for metric, bar in zip(metrics, bars, strict=True)),
        say("compare-caveat", language, text=comparison.caveat.in_(script)),
    )


def _row_shown(package: Package, state: State, metric: Metric, title: str, bar: BarSpan) -> RowShown:
    script, place = state.script, state.place
    region = package.region(metric.region)
    where = region.short.in_(script) if region else ""
    value = value_text(metric, script)
    period = metric.period.in_(script) if metric.period else ""
    label, here = metric.label.in_(script), metric.article == place.article
    theme = package.exhibit.theme(metric.theme).label.in_(script) if metric.theme == place.theme else ""
    in_view = say("place-chosen", state.language) if here else ""
    return RowShown(
        metric.id,
        where,
        value,
        bar,
        "expected" in metric.qualifiers,
        theme,
        " · ".join(part for part in (theme, label, period) if part),
        here,
        bool(place.theme) and not theme,
        metric.id == place.metric,
        _anchor(metric, place.edition),
        "，".join(part for part in (where, value.words, label, period) if part),
        " · ".join(part for part in (title, theme, in_view) if part),
    )


def _anchor(metric: Metric, edition: str | None) -> Anchor | None:
    evidence = metric.evidence_in(edition or "") or next(iter(metric.evidence), None)
    return Anchor(evidence.block, evidence.start) if evidence else None
