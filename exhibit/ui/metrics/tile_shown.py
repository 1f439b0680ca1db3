"""What one tile shows; no Qt."""

from typing import NamedTuple

from exhibit.model.figure_words import ValueText, value_text
from exhibit.model.metric import Evidence, Metric
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.strings import say
from exhibit.ui.metrics.links import MetricLink, tile_links
from exhibit.ui.widgets.chart import ChartShown, chart_shown
from exhibit.ui.widgets.quotes import ShortQuote, quote


class TileDetailShown(NamedTuple):
    """What only the chosen tile shows: the sentence of a stated figure, or the sum of a computed one, and links."""

    quote: ShortQuote | None
    sum: str
    links: tuple[MetricLink, ...]
    note_label: str
    note: str


class TileShown(NamedTuple):
    """A figure. `foot` is its place if several are listed, its period, and whether it was computed."""

    id: str
    label: str
    value: ValueText
    foot: str
    chart: ChartShown | None
    name: str
    """The label, the value and the foot, for screen readers."""
    description: str
    """The sentence and the captions, for screen readers."""
    detail: TileDetailShown | None = None
    """Only the chosen tile has one."""


def tile_shown(package: Package, state: State, metric: Metric, place: str) -> TileShown:
    """The tile of a figure; `place` is "" if all figures are of one place."""
    script, language = state.script, state.language
    label, value = metric.label.in_(script), value_text(metric, script)
    period = metric.period.in_(script) if metric.period else ""
    computed = say("metrics-is-computed", language) if metric.computed else ""
    chart, evidence = chart_shown(package, state, metric), _evidence(metric, state)
    chosen = metric.id == state.place.metric
    return TileShown(
        id=metric.id,
        label=label,
        value=value,
        foot=" · ".join(part for part in (place, period, computed) if part),
        chart=chart,
        name="，".join(part for part in (label, value.spoken, place, period, computed) if part),
        description=_description(metric, state, evidence, chart),
        detail=_detail_shown(package, state, metric, evidence) if chosen else None,
    )


def _description(metric: Metric, state: State, evidence: Evidence | None, chart: ChartShown | None) -> str:
    parts = [evidence.sentence.in_(state.script)] if evidence else []
    parts += [metric.formula.text.in_(state.script)] if metric.formula else []
    parts += [caption for caption in (chart.value_caption, chart.base_caption) if caption] if chart else []
    return " ".join(parts)


def _detail_shown(package: Package, state: State, metric: Metric, evidence: Evidence | None) -> TileDetailShown:
    return TileDetailShown(
        quote=quote(evidence, state.script) if evidence else None,
        sum=metric.formula.text.in_(state.script) if metric.formula else "",
        links=tuple(tile_links(package, state, metric, evidence)),
        note_label=say("metrics-note", state.language),
        note=metric.note.in_(state.script) if metric.note else "",
    )


def _evidence(metric: Metric, state: State) -> Evidence | None:
    """Its sentence in the edition in view, else in the first edition that has one."""
    return metric.evidence_in(state.place.edition or "") or next(iter(metric.evidence), None)
