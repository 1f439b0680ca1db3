"""What only the chosen tile shows: its sentence or its sum, the ways from it, its note; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from exhibit.model.links import PartId, part_of
from exhibit.model.metric import ComputedFormula, Evidence, Metric
from exhibit.model.package import Package
from exhibit.model.state import Anchor, State
from exhibit.strings import say
from exhibit.ui.widgets.quotes import ShortQuote, quote, whereabouts
from exhibit.ui.widgets.values import value_text


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A way from the chosen tile: to its sentence, to a figure it was computed of, or to a part of a system."""

    label: str
    where: str
    metric: str = ""
    part: PartId | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class OpenShown:
    """A figure that an article states has a quote, one that was computed has a sum."""

    quote: ShortQuote | None
    sum: str
    ways: tuple[LinkShown, ...]
    """Into the text, or to the figures of the sum; and to the part of a system."""
    note_label: str
    note: str


def open_shown(package: Package, state: State, metric: Metric, evidence: Evidence | None) -> OpenShown:
    """The chosen tile of a figure; `evidence` is its sentence."""
    formula = metric.formula
    return OpenShown(
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
