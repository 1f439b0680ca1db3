"""What the tab and the page of a system show; no Qt."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exhibit.model.figure_words import value_text
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.model.system import Part, System
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.systems.part_card_shown import PartCardShown, card_shown
from exhibit.ui.widgets.choice import ChoiceShown, LinkShown


class PartShown(NamedTuple):
    """A part as a screen reader says it. What it looks like is up to the scene."""

    id: str
    name: str
    description: str


class SystemsShown(NamedTuple):
    """All that the tab or the page shows. Without a `system`: `empty`, and links to the systems of other articles."""

    system: System | None
    title: str
    lead: str
    name: str
    """The drawing's accessible name."""
    chooser_title: str
    chooser: tuple[ChoiceShown, ...]
    """The systems of the article, if it has several."""
    parts: tuple[PartShown, ...]
    chosen: str | None
    card: PartCardShown | None
    hint: str
    """What the visitor can do; "" if a part is chosen."""
    on_topic: frozenset[str]
    """The ids of the parts of the topic in view, which are marked."""
    legend: str
    """What the marks mean; "" without a topic in view."""
    values: Mapping[str, str]
    """The printed values of the figures that count units, by the figures' ids."""
    empty: str
    elsewhere_title: str
    elsewhere: tuple[LinkShown[str], ...]
    fill: str
    """The label of the button that opens the page."""
    save: str
    """The label of the button that saves the drawing."""
    leave: str
    """The label of the button that leads back to the text."""


def systems_shown(package: Package, state: State) -> SystemsShown:
    """What a state shows: the chosen system, else the first of the article."""
    place, script, language = state.place, state.script, state.language
    here = package.systems(place.article) if place.article else ()
    system = next((one for one in here if one.id == place.system), next(iter(here), None))
    part = system.part(place.part) if system and system.id == place.system else None
    on_topic = _on_topic(system, place.topic)
    return SystemsShown(
        system=system,
        title=system.title.in_(script) if system else "",
        lead=system.lead.in_(script) if system else "",
        name=_name(system, state),
        chooser_title=say("system-choose", language),
        chooser=_chooser(here, system, state),
        parts=tuple(_part_shown(package, one, state, one is part) for one in system.parts) if system else (),
        chosen=part.id if part else None,
        card=card_shown(package, state, system, part) if system and part else None,
        hint=say("system-hint", language) if system and not part else "",
        on_topic=on_topic,
        legend=_legend(package, state, len(on_topic)) if system else "",
        values=unit_values(package, system, state.script) if system else {},
        empty="" if system else say("system-none", language),
        elsewhere_title=say("system-elsewhere", language),
        elsewhere=() if system else _elsewhere(package, state),
        fill=say("system-fill", language),
        save=say("system-save", language),
        leave=say("system-leave", language),
    )


def _name(system: System | None, state: State) -> str:
    if system is None:
        return say("system-none", state.language)
    title, count = system.title.in_(state.script), len(system.parts)
    return say("system-drawing", state.language, title=title, count=count)


def _chooser(here: Sequence[System], system: System | None, state: State) -> tuple[ChoiceShown, ...]:
    if len(here) < 2:
        return ()
    return tuple(ChoiceShown(one.id, one.title.in_(state.script), one is system) for one in here)


def _part_shown(package: Package, part: Part, state: State, chosen: bool) -> PartShown:
    script, language = state.script, state.language
    name = [part.name.in_(script)]
    if part.units and (metric := package.metric(part.units.metric)):
        name.append(f"{part.units.of.in_(script)} {value_text(metric, script).spoken}")
    if part.metrics:
        name.append(say("system-count", language, count=len(part.metrics)))
    if chosen:
        name.append(say("system-chosen", language))
    return PartShown(part.id, "，".join(name), part.text.in_(script))


def _on_topic(system: System | None, topic: str | None) -> frozenset[str]:
    return frozenset(part.id for part in system.parts if part.topic == topic) if system and topic else frozenset()


def _legend(package: Package, state: State, count: int) -> str:
    topic = state.place.topic
    if topic is None:
        return ""
    label = package.exhibit.topic(topic).label.in_(state.script)
    return say("system-on_topic", state.language, topic=label, count=count)


def unit_values(package: Package, system: System, script: Script) -> dict[str, str]:
    """The printed values of the figures that count units of a part, by the figures' ids."""
    units = [part.units.metric for part in system.parts if part.units]
    metrics = [metric for id in units if (metric := package.metric(id))]
    return {metric.id: value_text(metric, script).words for metric in metrics}


def source_line(package: Package, system: System, script: Script) -> str:
    """The line below a saved drawing that names its source."""
    article = package.article(system.article)
    if article is None:
        return package.exhibit.title.in_(script)
    citation = article.citation
    return say(
        "system-source",
        script,
        title=citation.title.in_(script),
        newspaper=citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", script),
        date=citation.date.in_(script) if citation.date else say("date-not-printed", script),
        exhibit=package.exhibit.title.in_(script),
    )


def _elsewhere(package: Package, state: State) -> tuple[LinkShown[str], ...]:
    """Links to the systems of all articles, with their regions."""
    links = []
    for system in package.systems():
        article = package.article(system.article)
        region = package.region(article.region) if article else None
        where = region.short.in_(state.script) if region else ""
        links.append(LinkShown(system.title.in_(state.script), where, system.id))
    return tuple(links)
