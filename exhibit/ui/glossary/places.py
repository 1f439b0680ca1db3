"""Where a word stands: place, article, section and the sentence around it; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exhibit.model.article import Edition
from exhibit.model.state import Language
from exhibit.model.term import Occurrence
from exhibit.model.text import Script
from exhibit.ui.glossary.facts import GlossaryFacts
from exhibit.ui.kit.quotes import Quote, quote_at, section_label

PAGE: Final = 20
"""Places listed at a time."""


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A place of a word, a way into the text."""

    article: str
    edition: str
    block: str
    heading: str
    """Region and article, for the first place of several in one edition; else ""."""
    where: str
    """The section."""
    quote: Quote
    spoken: str


def place_shown(
    facts: GlossaryFacts, places: Sequence[Occurrence], at: int, script: Script, language: Language
) -> PlaceShown:
    """One of the places of a word."""
    place = places[at]
    source, where = _source(facts, place, script), _where(facts, place, script, language)
    found = _quote(facts, place, script)
    before = places[at - 1] if at else None
    follows = before is not None and (before.article, before.edition) == (place.article, place.edition)
    sentence = f"{found.before}{found.number}{found.after}"
    spoken = "，".join(part for part in (source, where, sentence) if part)
    return PlaceShown(
        place.article, place.edition, place.block, "" if follows else source, where, found, spoken
    )  # fmt: skip


def _source(facts: GlossaryFacts, place: Occurrence, script: Script) -> str:
    article = facts.article(place.article)
    if article is None:
        return place.article
    region = facts.region(article.region)
    title = article.edition(place.edition).title.in_(script)
    return f"{region.short.in_(script)} · {title}" if region else title


def _where(facts: GlossaryFacts, place: Occurrence, script: Script, language: Language) -> str:
    article = facts.article(place.article)
    if article is None:
        return ""
    edition = article.edition(place.edition)
    number = section_label(place.section, edition, language)
    return f"{number}　{_title(edition, place.section, script)}" if number else ""


def _title(edition: Edition, section: str, script: Script) -> str:
    return next((one.title.in_(script) for one in edition.sections if one.id == section), "")


def _quote(facts: GlossaryFacts, place: Occurrence, script: Script) -> Quote:
    body = facts.body(place.article, place.edition)
    at = body.index(place.block)
    return quote_at(body.blocks[at].text.in_(script), place.start, place.end) if at is not None else Quote("", "", "")
