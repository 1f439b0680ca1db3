"""What the tab and the page of a system show; no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.model.system import Part, System
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.systems.part_card_shown import PartCardShown, PartLinkShown, card_shown
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.values import value_text


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part as it is told to who hears the drawing; what it shows is the scene's."""

    id: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class SystemsShown:
    """All of it; without a `system`, only what is said in its place and the ways to others."""

    system: System | None
    title: str
    lead: str
    name: str
    """Of the drawing, for who hears it."""
    chooser_title: str
    chooser: tuple[ChoiceShown, ...]
    """The systems of the article, where there are several."""
    parts: tuple[PartShown, ...]
    chosen: str | None
    card: PartCardShown | None
    hint: str
    """What to do, where no part is chosen."""
    themed: frozenset[str]
    """Parts of the theme in view, which are marked."""
    legend: str
    """What the marks mean; "" where there is no theme in view."""
    values: Mapping[str, str]
    """Printed values of the figures that count units, by the figures' ids."""
    empty: str
    elsewhere_title: str
    elsewhere: tuple[PartLinkShown, ...]
    fill: str
    save: str
    leave: str
    """Labels of buttons: to the whole window, to a file, back to the text."""


def systems_shown(package: Package, state: State) -> SystemsShown:
    """The system in view: the one chosen, else the first of the article."""
    place, script, language = state.place, state.script, state.language
    here = package.systems(place.article) if place.article else ()
    system = next((one for one in here if one.id == place.system), next(iter(here), None))
    part = system.part(place.part) if system and system.id == place.system else None
    themed = _themed(system, place.theme)
    return SystemsShown(
        system,
        system.title.in_(script) if system else "",
        system.lead.in_(script) if system else "",
        _name(system, state),
        say("system-choose", language),
        _chooser(here, system, state),
        tuple(_part_shown(package, one, state, one is part) for one in system.parts) if system else (),
        part.id if part else None,
        card_shown(package, state, system, part) if system and part else None,
        say("system-hint", language) if system and not part else "",
        themed,
        _legend(package, state, len(themed)) if system else "",
        unit_values(package, system, state.script) if system else {},
        "" if system else say("system-none", language),
        say("system-elsewhere", language),
        () if system else _elsewhere(package, state),
        say("system-fill", language),
        say("system-save", language),
        say("system-leave", language),
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
    said = [part.name.in_(script)]
    if part.units and (metric := package.metric(part.units.metric)):
        said.append(f"{part.units.of.in_(script)} {value_text(metric, script).words}")
    if part.metrics:
        said.append(say("system-count", language, count=len(part.metrics)))
    if chosen:
        said.append(say("system-chosen", language))
    return PartShown(part.id, "，".join(said), part.text.in_(script))


def _themed(system: System | None, theme: str | None) -> frozenset[str]:
    return frozenset(part.id for part in system.parts if part.theme == theme) if system and theme else frozenset()


def _legend(package: Package, state: State, count: int) -> str:
    theme = state.place.theme
    if theme is None:
        return ""
    label = package.exhibit.theme(theme).label.in_(state.script)
    return say("system-themed", state.language, theme=label, count=count)


def unit_values(package: Package, system: System, script: Script) -> dict[str, str]:
    """Printed values of the figures that count units of a part, by the figures' ids: what a drawing says of them."""
    units = [part.units.metric for part in system.parts if part.units]
    metrics = [metric for id in units if (metric := package.metric(id))]
    return {metric.id: value_text(metric, script).words for metric in metrics}


def source_line(package: Package, system: System, script: Script) -> str:
    """What a saved drawing says of where it comes from."""
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


def _elsewhere(package: Package, state: State) -> tuple[PartLinkShown, ...]:
    """Ways to the systems of other articles, with the places they are of."""
    ways = []
    for system in package.systems():
        article = package.article(system.article)
        region = package.region(article.region) if article else None
        where = region.short.in_(state.script) if region else ""
        ways.append(PartLinkShown(system.id, system.title.in_(state.script), where))
    return tuple(ways)
