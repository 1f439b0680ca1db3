"""What the explanation of a word over the text shows; no Qt."""

from dataclasses import dataclass

from exhibit.model.package import Package
from exhibit.model.state import Anchor, State
from exhibit.strings import say

TermRequest = tuple[str, Anchor]
"""A word of the glossary and where in the text it was asked for."""


@dataclass(frozen=True, slots=True)
class SeeAlsoShown:
    """A way to another word's explanation."""

    term: str
    label: str


@dataclass(frozen=True, slots=True)
class TermShown:
    """All that is on the card, in the script and the language in view."""

    id: str
    at: Anchor
    """The word in the text that it stands beside."""
    term: str
    about: str
    """Whose explanation it is, and how else the articles write the word."""
    text: str
    see: tuple[SeeAlsoShown, ...]
    see_label: str
    places_label: str
    close_label: str


def asked(state: State) -> TermRequest | None:
    """The word whose explanation is open over the text."""
    place = state.place
    return (place.term, place.term_at) if place.page == "text" and place.term and place.term_at else None


def term_shown(package: Package, state: State) -> TermShown | None:
    """The card of the word asked for in the text."""
    wanted = asked(state)
    term = package.term(wanted[0]) if wanted else None
    if wanted is None or term is None:
        return None
    script, language = state.script, state.language
    others = "、".join(variant.in_(script) for variant in term.variants)
    also = (say("term-also", language, others=others),) if others else ()
    return TermShown(
        term.id,
        wanted[1],
        term.term.in_(script),
        " · ".join((say("term-ours", language), *also)),
        term.text.in_(script),
        tuple(SeeAlsoShown(other.id, other.term.in_(script)) for id in term.see if (other := package.term(id))),
        say("term-see", language) if term.see else "",
        say("term-places", language),
        say("close", language),
    )
