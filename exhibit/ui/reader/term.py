"""What the card of a term shows: its explanation, other spellings, related terms; no Qt."""

from typing import NamedTuple

from exhibit.model.package import Package
from exhibit.model.state import Anchor, State
from exhibit.strings import say

TermRequest = tuple[str, Anchor]
"""A term of the glossary, and where in the text its explanation was opened."""


class SeeAlsoShown(NamedTuple):
    """A link to the explanation of a related term."""

    term: str
    label: str


class TermShown(NamedTuple):
    """All that the card shows, in the script and the language of the state."""

    id: str
    at: Anchor
    """Where the term is in the text."""
    term: str
    about: str
    """Who explains it, and how else the articles write it."""
    text: str
    see: tuple[SeeAlsoShown, ...]
    see_label: str
    places_label: str
    close_label: str


def requested_term(state: State) -> TermRequest | None:
    """The term whose explanation is open over the text."""
    place = state.place
    return (place.term, place.term_at) if place.page == "text" and place.term and place.term_at else None


def term_shown(package: Package, state: State) -> TermShown | None:
    """The card of the requested term; None where none is requested or the package does not hold it."""
    request = requested_term(state)
    term = package.term(request[0]) if request else None
    if request is None or term is None:
        return None
    script, language = state.script, state.language
    others = "、".join(variant.in_(script) for variant in term.variants)
    also = (say("term-also", language, others=others),) if others else ()
    return TermShown(
        id=term.id,
        at=request[1],
        term=term.term.in_(script),
        about=" · ".join((say("term-ours", language), *also)),
        text=term.text.in_(script),
        see=tuple(SeeAlsoShown(other.id, other.term.in_(script)) for id in term.see if (other := package.term(id))),
        see_label=say("term-see", language) if term.see else "",
        places_label=say("term-places", language),
        close_label=say("close", language),
    )
