"""What one tile says; no Qt."""

from collections.abc import Iterator
from typing import NamedTuple

from exhibit.model.links import PartId, part_of
from exhibit.model.metric import ComputedFormula, Evidence, Metric
from exhibit.model.package import Package
from exhibit.model.state import Anchor, State
from exhibit.strings import say
from exhibit.ui.metrics.chart import ChartShown
from exhibit.ui.widgets.quotes import ShortQuote, quote, whereabouts
from exhibit.ui.widgets.values import ValueText, value_text


class LinkShown(NamedTuple):
    """A way from the chosen tile: to its sentence, to a figure it was computed of, or to a part of a system."""

    label: str
    where: str
    metric: str = ""
    part: PartId | None = None
    anchor: Anchor | None = None


class TileDetailShown(NamedTuple):
    """A figure that an article states has a quote, one that was computed has a sum."""

    quote: ShortQuote | None
    sum: str
    ways: tuple[LinkShown, ...]
    """Into the text, or to the figures of the sum; and to the part of a system."""
    note_label: str
    note: str


class TileShown(NamedTuple):
    """A figure; `foot` is its place (where several are listed), its period, and whether it was computed."""

    id: str
    label: str
    value: ValueText
    foot: str
    picture: ChartShown | None
    name: str
    """For who hears the tile."""
    description: str
    open: TileDetailShown | None = None


def tile_shown(package: Package, state: State, metric: Metric, place: str) -> TileShown:
    """The tile of a figure; `place` is "" where all are of one place."""
    script, language = state.script, state.language
    label, value = metric.label.in_(script), value_text(metric, script)
    period = metric.period.in_(script) if metric.period else ""
    computed = say("metrics-is-computed", language) if metric.computed else ""
    picture = _picture_shown(package, state, metric)
    evidence = _evidence(metric, state)
    said = [evidence.sentence.in_(script)] if evidence else []
    said += [metric.formula.text.in_(script)] if metric.formula else []
    return TileShown(
        metric.id,
        label,
        value,
        " · ".join(part for part in (place, period, computed) if part),
        picture,
        "，".join(part for part in (label, value.words, place, period, computed) if part),
        " ".join(said + ([picture.value_caption, picture.base_caption] if picture else [])),
        tile_detail_shown(package, state, metric, evidence) if metric.id == state.place.metric else None,
    )


def _evidence(metric: Metric, state: State) -> Evidence | None:
    """Its sentence in the edition in view, else in the first that has one."""
    return metric.evidence_in(state.place.edition or "") or next(iter(metric.evidence), None)


def _picture_shown(package: Package, state: State, metric: Metric) -> ChartShown | None:
    picture = metric.picture
    if picture is None:
        return None
    said = value_text(metric, state.script)
    if picture.kind == "growth":
        signed = said.words if metric.value < 0 else f"+{said.words}"
        return ChartShown("growth", metric.value, 100, signed, say("metrics-base", state.language))
    if picture.kind == "percent":
        return ChartShown("percent", metric.value, 100, said.words, "100%")
    other = package.metric(picture.other) if picture.other else None
    base = other.base_value if other else (picture.other_value or 0) * metric.unit.factor
    named = other.label if other else picture.other_label
    other_said = value_text(other, state.script).words if other else ""
    return ChartShown(
        picture.kind,
        metric.base_value,
        base,
        f"{metric.label.in_(state.script)} {said.words}",
        f"{named.in_(state.script) if named else ''} {other_said}".strip(),
    )


def tile_detail_shown(package: Package, state: State, metric: Metric, evidence: Evidence | None) -> TileDetailShown:
    """The chosen tile of a figure; `evidence` is its sentence."""
    formula = metric.formula
    return TileDetailShown(
        quote(evidence, state.script) if evidence else None,
        formula.text.in_(state.script) if formula else "",
        (
            *_to_text(package, state, metric, evidence),
            *_to_figures(package, state, formula),
            *_to_part(package, state, metric),
        ),
        say("metrics-note", state.language),
        metric.note.in_(state.script) if metric.note else "",
    )


def _to_text(package: Package, state: State, metric: Metric, evidence: Evidence | None) -> Iterator[LinkShown]:
    article = package.article(metric.article)
    if evidence and article:
        where = whereabouts(evidence, article, package.body(article.id, evidence.edition), state.language)
        anchor = Anchor(evidence.block, evidence.start)
        yield LinkShown(say("metrics-to-text", state.language), where, anchor=anchor)


def _to_figures(package: Package, state: State, formula: ComputedFormula | None) -> Iterator[LinkShown]:
    for metric in map(package.metric, dict.fromkeys(formula.metrics if formula else ())):
        if metric:
            yield LinkShown(metric.label.in_(state.script), value_text(metric, state.script).words, metric=metric.id)


def _to_part(package: Package, state: State, metric: Metric) -> Iterator[LinkShown]:
    found = part_of(package, metric, state.place.edition or "", state.place)
    system = package.system(found[0]) if found else None
    part = system.part(found[1]) if found and system else None
    if part:
        yield LinkShown(say("metrics-to-part", state.language, part=part.name.in_(state.script)), "", part=found)
