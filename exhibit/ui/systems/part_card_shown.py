"""What the card of the chosen part shows; no Qt."""

from collections.abc import Sequence
from typing import NamedTuple

from exhibit.model.article import Body, Edition
from exhibit.model.figure_words import ValueText, value_text
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.model.system import Part, System
from exhibit.strings import say
from exhibit.ui.widgets.choice import LinkShown
from exhibit.ui.widgets.quotes import block_label, section_label


class FigureShown(NamedTuple):
    """A figure of the part; `name` is its accessible name."""

    id: str
    label: str
    value: ValueText
    name: str
    chosen: bool


class PartCardShown(NamedTuple):
    """A part's explanation, its figures, and links into the text."""

    part: str
    name: str
    topic: str
    text: str
    figures_title: str
    figures: tuple[FigureShown, ...]
    passages_title: str
    passages: tuple[LinkShown[str], ...]
    see_title: str
    see: tuple[LinkShown[str], ...]
    clear: str
    """The label of the button that closes the card."""


def card_shown(package: Package, state: State, system: System, part: Part) -> PartCardShown:
    """The card of a part of a system."""
    script, language = state.script, state.language
    return PartCardShown(
        part=part.id,
        name=part.name.in_(script),
        topic=say("system-topic", language, topic=package.exhibit.topic(part.topic).label.in_(script)),
        text=part.text.in_(script),
        figures_title=say("system-figures", language),
        figures=tuple(_figures(package, part.metrics, state)),
        passages_title=say("system-passages", language),
        passages=_links(package, state, system, part.passages),
        see_title=say("system-see", language),
        see=_links(package, state, system, part.see),
        clear=say("system-clear", language),
    )


def _figures(package: Package, ids: Sequence[str], state: State) -> list[FigureShown]:
    found = []
    for id in ids:
        if metric := package.metric(id):
            label, value = metric.label.in_(state.script), value_text(metric, state.script)
            computed = say("metrics-computed", state.language) if metric.computed else ""
            name = "，".join(part for part in (label, value.spoken, computed) if part)
            found.append(FigureShown(id=id, label=label, value=value, name=name, chosen=id == state.place.metric))
    return found


def _links(package: Package, state: State, system: System, ids: Sequence[str]) -> tuple[LinkShown[str], ...]:
    article = package.article(system.article) if ids else None
    if article is None:
        return ()
    edition, body = article.edition(system.edition), package.body(article.id, system.edition)
    return tuple(_link(id, edition, body, state) for id in ids)


def _link(id: str, edition: Edition, body: Body, state: State) -> LinkShown[str]:
    """A link to a whole section, which shows its title, or to a block of one."""
    section = next((one for one in edition.sections if one.id == id), None)
    if section:
        return LinkShown(section_label(id, edition, state.language), section.title.in_(state.script), id)
    at = body.index(id)
    within = body.blocks[at].section if at is not None else ""
    labels = section_label(within, edition, state.language), block_label(id, body, state.language)
    return LinkShown(" · ".join(label for label in labels if label), "", id)
