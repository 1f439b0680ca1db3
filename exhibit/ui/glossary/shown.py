"""What the glossary shows; no Qt."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from exhibit.model.package import Package
from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.term import Term
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.glossary.data import GlossaryData
from exhibit.ui.glossary.occurrences import BATCH_SIZE, OccurrenceShown, occurrence_shown

_MAX_NAMED: Final = 2
"""Regions that are named below a term; more are only counted."""


class SeeShown(NamedTuple):
    """A link to another entry."""

    term: str
    label: str


class EntryShown(NamedTuple):
    """The open entry."""

    number: int
    """The number of its term in the index."""
    id: str
    term: str
    also: str
    """The other spellings in the articles, or ""."""
    text: str
    see_label: str
    see: tuple[SeeShown, ...]
    occurrences_label: str
    occurrences: tuple[OccurrenceShown, ...]
    more: str
    """The label of the button that lists more occurrences, "" if all are listed."""
    close: str


class GlossaryShown(NamedTuple):
    """All that is on the page except the rows of the index, which `term_row` makes for those in sight."""

    title: str
    summary: str
    leave: str
    entry: EntryShown | None
    script: Script
    language: InterfaceLanguage


class TermRow(NamedTuple):
    """A term of the index."""

    id: str
    term: str
    text: str
    regions: str
    """The regions whose articles use the term."""
    chosen: bool
    spoken: str
    """The accessible name."""


def glossary_shown(package: Package, state: State) -> GlossaryShown:
    """What a state of a package shows."""
    return shown_from(GlossaryData(package), state)


def shown_from(
    data: GlossaryData, state: State, count: int = BATCH_SIZE, batch_size: int = BATCH_SIZE
) -> GlossaryShown:
    """What a state shows: of the open term at most `count` occurrences, and a button for `batch_size` more."""
    language, terms = state.language, len(data.terms)
    number = data.number(state.place.term)
    return GlossaryShown(
        title=say("glossary", language),
        summary=say("glossary-count", language, count=terms) if terms else say("glossary-none", language),
        leave=say("page-leave", language),
        entry=None if number is None else _entry(data, number, state, count, batch_size),
        script=state.script,
        language=language,
    )


def term_row(data: GlossaryData, shown: GlossaryShown, number: int) -> TermRow:
    """A term as the index shows it."""
    term, script = data.terms[number], shown.script
    chosen = shown.entry is not None and shown.entry.number == number
    name = term.term.in_(script)
    spoken = f"{name}，{say('glossary-open', shown.language)}" if chosen else name
    regions = _regions(data, term, shown)
    return TermRow(id=term.id, term=name, text=term.text.in_(script), regions=regions, chosen=chosen, spoken=spoken)


def in_glossary(state: State) -> State:
    """The state without the fields that the glossary does not depend on."""
    kept = state.place._replace(anchor=None, term_at=None, part=None, passage=None, metric=None)
    return state._replace(place=kept, visited=frozenset())


def _entry(data: GlossaryData, number: int, state: State, count: int, batch_size: int) -> EntryShown:
    term, language, script = data.terms[number], state.language, state.script
    others = "、".join(variant.in_(script) for variant in term.variants)
    occurrences = data.occurrences(term.id)
    listed = occurrences[:count]
    left = len(occurrences) - len(listed)
    return EntryShown(
        number=number,
        id=term.id,
        term=term.term.in_(script),
        also=say("term-also", language, others=others) if others else "",
        text=term.text.in_(script),
        see_label=say("term-see", language) if term.see else "",
        see=tuple(_see(data, term, script)),
        occurrences_label=_occurrences_label(data, term, language),
        occurrences=tuple(
            occurrence_shown(data, occurrence, before, script, language)
            for before, occurrence in zip([None, *listed], listed, strict=False)
        ),
        more=say("glossary-more", language, count=min(left, batch_size), left=left) if left else "",
        close=say("close", language),
    )


def _see(data: GlossaryData, term: Term, script: Script) -> Sequence[SeeShown]:
    found = [data.terms[number] for id in term.see if (number := data.number(id)) is not None]
    return [SeeShown(other.id, other.term.in_(script)) for other in found]


def _occurrences_label(data: GlossaryData, term: Term, language: InterfaceLanguage) -> str:
    occurrences = data.occurrences(term.id)
    articles = len({occurrence.article for occurrence in occurrences})
    if not occurrences:
        return say("glossary-nowhere", language)
    return say("glossary-places", language, articles=articles, sections=len(occurrences))


def _regions(data: GlossaryData, term: Term, shown: GlossaryShown) -> str:
    regions = data.regions_of(term.id)
    if len(regions) > _MAX_NAMED:
        return say("glossary-regions", shown.language, count=len(regions))
    return "、".join(region.short.in_(shown.script) for region in regions)
