"""A term of the glossary, and where it occurs."""

from collections.abc import Iterator
from typing import NamedTuple

from exhibit.model.article import Body
from exhibit.model.text import ProseText, TitleText


class Term(NamedTuple):
    """An entry of the glossary. `variants` are other ways in which the articles write the term."""

    id: str
    term: TitleText
    variants: tuple[TitleText, ...]
    text: ProseText
    see: tuple[str, ...]
    """Ids of related terms."""


class TermOccurrence(NamedTuple):
    """The first occurrence of a term in a section; positions in code points of the block."""

    term: str
    article: str
    edition: str
    section: str
    block: str
    start: int
    end: int


def occurrences_in(body: Body) -> Iterator[TermOccurrence]:
    """The occurrences that the marks of an edition give, in reading order."""
    for block in body.blocks:
        for mark in block.terms:
            yield TermOccurrence(mark.target, body.article, body.edition, block.section, block.id, mark.start, mark.end)
