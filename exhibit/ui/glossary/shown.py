"""What the glossary shows; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from exhibit.model.package import Package
from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.term import Term
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.glossary.data import GlossaryData
from exhibit.ui.glossary.occurrences import PAGE, OccurrenceShown, place_shown

_NAMED: Final = 2
"""Regions named below a word; more are only counted."""


@dataclass(frozen=True, slots=True)
class SeeShown:
    """A way to another entry."""

    term: str
    label: str


@dataclass(frozen=True, slots=True)
class EntryShown:
    """The open entry."""

    number: int
    """Which of the words it is."""
    id: str
    term: str
    also: str
    """How else the articles write it, or ""."""
    text: str
    see_label: str
    see: tuple[SeeShown, ...]
    places_label: str
    places: tuple[OccurrenceShown, ...]
    more: str
    """The way to more places, or "" where all are listed."""
    close: str


@dataclass(frozen=True, slots=True)
class GlossaryShown:
    """All that is on the page but for the words themselves, which `term_row` gives for those in sight."""

    title: str
    summary: str
    leave: str
    entry: EntryShown | None
    script: Script
    language: InterfaceLanguage


@dataclass(frozen=True, slots=True)
class TermRow:
    """A word of the index."""

    id: str
    term: str
    text: str
    regions: str
    """The places whose articles have the word."""
    chosen: bool
    spoken: str


def glossary_shown(package: Package, state: State, pages: int = 1) -> GlossaryShown:
    """What a state shows, with so many pages of places of the open word."""
    return shown_from(GlossaryData(package), state, pages)


def shown_from(facts: GlossaryData, state: State, pages: int = 1) -> GlossaryShown:
    """The same from facts already read."""
    language, count = state.language, len(facts.terms)
    number = facts.number(state.place.term)
    return GlossaryShown(
        say("glossary", language),
        say("glossary-count", language, count=count) if count else say("glossary-none", language),
        say("page-leave", language),
        None if number is None else _entry(facts, number, state, pages),
        state.script,
        language,
    )


def term_row(facts: GlossaryData, shown: GlossaryShown, number: int) -> TermRow:
    """A word as the page shows it."""
    term, script = facts.terms[number], shown.script
    chosen = shown.entry is not None and shown.entry.number == number
    name = term.term.in_(script)
    spoken = f"{name}，{say('glossary-open', shown.language)}" if chosen else name
    return TermRow(term.id, name, term.text.in_(script), _regions(facts, term, shown), chosen, spoken)


def in_glossary(state: State) -> State:
    """The state without what the glossary does not depend on."""
    kept = replace(state.place, anchor=None, term_at=None, part=None, passage=None, metric=None)
    return replace(state, place=kept, visited=frozenset())


def _entry(facts: GlossaryData, number: int, state: State, pages: int) -> EntryShown:
    term, language, script = facts.terms[number], state.language, state.script
    others = "、".join(variant.in_(script) for variant in term.variants)
    places = facts.occurrences(term.id)
    listed = places[: pages * PAGE]
    left = len(places) - len(listed)
    return EntryShown(
        number,
        term.id,
        term.term.in_(script),
        say("term-also", language, others=others) if others else "",
        term.text.in_(script),
        say("term-see", language) if term.see else "",
        tuple(_see(facts, term, script)),
        _places_label(facts, term, language),
        tuple(place_shown(facts, listed, at, script, language) for at in range(len(listed))),
        say("glossary-more", language, count=min(left, PAGE), left=left) if left else "",
        say("close", language),
    )


def _see(facts: GlossaryData, term: Term, script: Script) -> Sequence[SeeShown]:
    found = [facts.terms[number] for id in term.see if (number := facts.number(id)) is not None]
    return [SeeShown(other.id, other.term.in_(script)) for other in found]


def _places_label(facts: GlossaryData, term: Term, language: InterfaceLanguage) -> str:
    places = facts.occurrences(term.id)
    articles = len({place.article for place in places})
    if not places:
        return say("glossary-nowhere", language)
    return say("glossary-places", language, articles=articles, sections=len(places))


def _regions(facts: GlossaryData, term: Term, shown: GlossaryShown) -> str:
    regions = facts.regions_of(term.id)
    if len(regions) > _NAMED:
        return say("glossary-regions", shown.language, count=len(regions))
    return "、".join(region.short.in_(shown.script) for region in regions)
