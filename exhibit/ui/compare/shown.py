"""What the panel of comparisons shows; no Qt."""

from collections.abc import Sequence
from typing import NamedTuple

from exhibit.model.comparison import Comparison
from exhibit.model.figure_words import ValueText, value_text
from exhibit.model.metric import Metric
from exhibit.model.package import Package
from exhibit.model.state import Anchor, State
from exhibit.strings import say
from exhibit.ui.compare.bars import BarSpan, bar_spans
from exhibit.ui.widgets.choice import ChoiceShown


class ComparisonRowShown(NamedTuple):
    """A figure in a comparison. `foot` is what it counts and when; `topic` is the chosen topic if the figure has it."""

    id: str
    place: str
    value: ValueText
    bar: BarSpan
    expected: bool
    """Whether it was not yet a fact when it was reported; its bar is hollow."""
    topic: str
    foot: str
    here: bool
    """Whether it is of the article in view."""
    faded: bool
    """Whether another topic is chosen."""
    chosen: bool
    anchor: Anchor | None
    """The start of its sentence."""
    name: str
    """For screen readers."""
    description: str


class ComparisonShown(NamedTuple):
    """Rows whose bars have one scale, and what differs between them."""

    id: str
    title: str
    unit: str
    """The unit of the bars, if the values are printed in different units."""
    rows: tuple[ComparisonRowShown, ...]
    caveat: str


class CompareShown(NamedTuple):
    """The whole panel."""

    title: str
    summary: str
    scope_title: str
    scopes: tuple[ChoiceShown, ...]
    remark: str
    """How to read the bars, or that there are no comparisons."""
    comparisons: tuple[ComparisonShown, ...]

    @property
    def chosen(self) -> str | None:
        """The id of the chosen figure, if it is in a comparison."""
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
        title=say("compare", language),
        summary=say("compare-count", language, count=len(shown), where=where),
        scope_title=say("metrics-scope", language),
        scopes=(
            ChoiceShown("here", say("metrics-here", language), not place.everywhere),
            ChoiceShown("everywhere", say("metrics-everywhere", language), place.everywhere),
        ),
        remark=_remark(state, shown, elsewhere=bool(place.article and not place.everywhere and not here)),
        comparisons=shown,
    )


def _remark(state: State, shown: Sequence[ComparisonShown], *, elsewhere: bool) -> str:
    """`elsewhere`: the article in view has no comparison, so those of others are shown."""
    language = state.language
    if not shown:
        return say("compare-none", language)
    parts = [say("compare-none-here", language)] if elsewhere else []
    parts.append(say("compare-scale", language))
    if any(len(row.bar.pieces) > 1 for one in shown for row in one.rows):
        parts.append(say("compare-possible", language))
    if any(row.expected for one in shown for row in one.rows):
        parts.append(say("compare-expected", language))
    return (" " if language == "en" else "").join(parts)


def _comparison_shown(package: Package, state: State, comparison: Comparison) -> ComparisonShown:
    script, language = state.script, state.language
    metrics = [metric for metric in map(package.metric, comparison.metrics) if metric]
    mixed = len({metric.unit.name for metric in metrics}) > 1
    title = comparison.title.in_(script)
    bars = bar_spans([metric.base_interval for metric in metrics])
    rows = (_row_shown(package, state, metric, title, bar) for metric, bar in zip(metrics, bars, strict=True))
    return ComparisonShown(
        id=comparison.id,
        title=title,
        unit=say("compare-unit", language, unit=comparison.unit.in_(script)) if mixed else "",
        rows=tuple(rows),
        caveat=say("compare-caveat", language, text=comparison.caveat.in_(script)),
    )


def _row_shown(package: Package, state: State, metric: Metric, title: str, bar: BarSpan) -> ComparisonRowShown:
    script, place = state.script, state.place
    region = package.region(metric.region)
    where = region.short.in_(script) if region else ""
    value = value_text(metric, script)
    period = metric.period.in_(script) if metric.period else ""
    label, here = metric.label.in_(script), metric.article == place.article
    topic = package.exhibit.topic(metric.topic).label.in_(script) if metric.topic == place.topic else ""
    in_view = say("place-chosen", state.language) if here else ""
    return ComparisonRowShown(
        id=metric.id,
        place=where,
        value=value,
        bar=bar,
        expected="expected" in metric.value.hedges,
        topic=topic,
        foot=" · ".join(part for part in (topic, label, period) if part),
        here=here,
        faded=bool(place.topic) and not topic,
        chosen=metric.id == place.metric,
        anchor=_anchor(metric, place.edition),
        name="，".join(part for part in (where, value.spoken, label, period) if part),
        description=" · ".join(part for part in (title, topic, in_view) if part),
    )


def _anchor(metric: Metric, edition: str | None) -> Anchor | None:
    """The start of its sentence in an edition, else in the first edition that has one."""
    evidence = metric.evidence_in(edition or "") or next(iter(metric.evidence), None)
    return Anchor(evidence.block, evidence.start) if evidence else None
