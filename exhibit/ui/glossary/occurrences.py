"""Where a word stands: place, article, section and the sentence around it; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exhibit.model.article import Edition
from exhibit.model.state import InterfaceLanguage
from exhibit.model.term import TermOccurrence
from exhibit.model.text import Script
from exhibit.ui.glossary.data import GlossaryData
from exhibit.ui.widgets.quotes import ShortQuote, quote_at, section_label

PAGE: Final = 20
"""Places listed at a time."""


@dataclass(frozen=True, slots=True)
class OccurrenceShown:
    """A place of a word, a way into the text."""

    article: str
    edition: str
    block: str
    heading: str
    """Region and article, for the first place of several in one edition; else ""."""
    where: str
    """The section."""
    quote: ShortQuote
    spoken: str


def place_shown(
    facts: GlossaryData, places: Sequence[TermOccurrence], at: int, script: Script, language: InterfaceLanguage
) -> OccurrenceShown:
    """One of the places of a word."""
    place = places[at]
    source, where = _source(facts, place, script), _where(facts, place, script, language)
    found = _quote(facts, place, script)
    before = places[at - 1] if at else None
    follows = before is not None and (before.article, before.edition) == (place.article, place.edition)
    sentence = f"{found.before}{found.number}{found.after}"
    spoken = "，".join(part for part in (source, where, sentence) if part)
    return OccurrenceShown(
        place.article, place.edition, place.block, "" if follows else source, where, found, spoken
    )  # fmt: skip


def _source(facts: GlossaryData, place: TermOccurrence, script: Script) -> str:
    article = facts.article(place.article)
    if article is None:
        return place.article
    region = facts.region(article.region)
    title = article.edition(place.edition).title.in_(script)
    return f"{region.short.in_(script)} · {title}" if region else title


def _where(facts: GlossaryData, place: TermOccurrence, script: Script, language: InterfaceLanguage) -> str:
    article = facts.article(place.article)
    if article is None:
        return ""
    edition = article.edition(place.edition)
    number = section_label(place.section, edition, language)
    return f"{number}　{_title(edition, place.section, script)}" if number else ""


def _title(edition: Edition, section: str, script: Script) -> str:
    return next((one.title.in_(script) for one in edition.sections if one.id == section), "")


def _quote(facts: GlossaryData, place: TermOccurrence, script: Script) -> ShortQuote:
    body = facts.body(place.article, place.edition)
    at = body.index(place.block)
    return (
        quote_at(body.blocks[at].text.in_(script), place.start, place.end) if at is not None else ShortQuote("", "", "")
    )
