"""What the card of a chosen part says; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from exhibit.model.article import Body, Edition
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.model.system import Part, System
from exhibit.strings import say
from exhibit.ui.widgets.quotes import block_label, section_label
from exhibit.ui.widgets.values import ValueText, value_text


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure of the part; `name` is for who hears it."""

    id: str
    label: str
    value: ValueText
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PartLinkShown:
    """A way to a passage or to another system, and behind it what stands there."""

    key: str
    label: str
    where: str


@dataclass(frozen=True, slots=True)
class PartCardShown:
    """A part's explanation, its figures, and where the text tells of it."""

    part: str
    name: str
    theme: str
    text: str
    figures_title: str
    figures: tuple[FigureShown, ...]
    passages_title: str
    passages: tuple[PartLinkShown, ...]
    see_title: str
    see: tuple[PartLinkShown, ...]
    clear: str
    """The label of the button that closes it."""


def card_shown(package: Package, state: State, system: System, part: Part) -> PartCardShown:
    """The card of a part of a system."""
    script, language = state.script, state.language
    return PartCardShown(
        part.id,
        part.name.in_(script),
        say("system-theme", language, theme=package.exhibit.theme(part.theme).label.in_(script)),
        part.text.in_(script),
        say("system-figures", language),
        tuple(_figures(package, part.metrics, state)),
        say("system-passages", language),
        _ways(package, state, system, part.passages),
        say("system-see", language),
        _ways(package, state, system, part.see),
        say("system-clear", language),
    )


def _figures(package: Package, ids: Sequence[str], state: State) -> list[FigureShown]:
    found = []
    for id in ids:
        if metric := package.metric(id):
            label, value = metric.label.in_(state.script), value_text(metric, state.script)
            computed = say("metrics-computed", state.language) if metric.computed else ""
            name = "，".join(part for part in (label, value.words, computed) if part)
            found.append(FigureShown(id, label, value, name, id == state.place.metric))
    return found


def _ways(package: Package, state: State, system: System, ids: Sequence[str]) -> tuple[PartLinkShown, ...]:
    article = package.article(system.article) if ids else None
    if article is None:
        return ()
    edition, body = article.edition(system.edition), package.body(article.id, system.edition)
    return tuple(_way(id, edition, body, state) for id in ids)


def _way(id: str, edition: Edition, body: Body, state: State) -> PartLinkShown:
    """To a whole section, which is called by its title, or to a block of one."""
    section = next((one for one in edition.sections if one.id == id), None)
    if section:
        return PartLinkShown(id, section_label(id, edition, state.language), section.title.in_(state.script))
    at = body.index(id)
    within = body.blocks[at].section if at is not None else ""
    labels = section_label(within, edition, state.language), block_label(id, body, state.language)
    return PartLinkShown(id, " · ".join(label for label in labels if label), "")
