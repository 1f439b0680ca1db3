"""An occurrence of a term as the glossary shows it: region, article, section and sentence; no Qt."""

from typing import Final, NamedTuple

from exhibit.model.article import Edition
from exhibit.model.state import InterfaceLanguage
from exhibit.model.term import TermOccurrence
from exhibit.model.text import Script
from exhibit.ui.glossary.data import GlossaryData
from exhibit.ui.widgets.quotes import ShortQuote, quote_at, section_label

BATCH_SIZE: Final = 20
"""Occurrences listed at a time."""


class OccurrenceShown(NamedTuple):
    """An occurrence of a term, which links to its block in the text."""

    article: str
    edition: str
    block: str
    heading: str
    """Region and article, "" if the occurrence before is in the same edition."""
    where: str
    """The section."""
    quote: ShortQuote
    spoken: str
    """The accessible name."""


def occurrence_shown(
    data: GlossaryData,
    occurrence: TermOccurrence,
    before: TermOccurrence | None,
    script: Script,
    language: InterfaceLanguage,
) -> OccurrenceShown:
    """An occurrence as the page shows it below the one `before`."""
    source, where = _source(data, occurrence, script), _where(data, occurrence, script, language)
    quote = _quote(data, occurrence, script)
    same_edition = before is not None and (before.article, before.edition) == (occurrence.article, occurrence.edition)
    sentence = f"{quote.before}{quote.number}{quote.after}"
    spoken = "，".join(part for part in (source, where, sentence) if part)
    return OccurrenceShown(
        article=occurrence.article,
        edition=occurrence.edition,
        block=occurrence.block,
        heading="" if same_edition else source,
        where=where,
        quote=quote,
        spoken=spoken,
    )


def _source(data: GlossaryData, occurrence: TermOccurrence, script: Script) -> str:
    article = data.article(occurrence.article)
    if article is None:
        return occurrence.article
    region = data.region(article.region)
    title = article.edition(occurrence.edition).title.in_(script)
    return f"{region.short.in_(script)} · {title}" if region else title


def _where(data: GlossaryData, occurrence: TermOccurrence, script: Script, language: InterfaceLanguage) -> str:
    article = data.article(occurrence.article)
    if article is None:
        return ""
    edition = article.edition(occurrence.edition)
    number = section_label(occurrence.section, edition, language)
    return f"{number}　{_title(edition, occurrence.section, script)}" if number else ""


def _title(edition: Edition, section: str, script: Script) -> str:
    return next((one.title.in_(script) for one in edition.sections if one.id == section), "")


def _quote(data: GlossaryData, occurrence: TermOccurrence, script: Script) -> ShortQuote:
    body = data.body(occurrence.article, occurrence.edition)
    at = body.index(occurrence.block)
    if at is None:
        return ShortQuote("", "", "")
    return quote_at(body.blocks[at].text.in_(script), occurrence.start, occurrence.end)
