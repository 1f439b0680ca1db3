"""What the glossary reads of a package, each thing once, because a package never changes; no Qt."""

from collections.abc import Sequence
from typing import Final

from exhibit.model.article import Article, Body
from exhibit.model.package import Package
from exhibit.model.region import Region
from exhibit.model.term import TermOccurrence

_MAX_OCCURRENCES: Final = 500
"""Occurrences of a term that are read; later ones are left out."""


class GlossaryData:
    """The terms in the editor's order, and where the articles use them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.terms = tuple(package.terms())
        self._numbers = {term.id: number for number, term in enumerate(self.terms)}
        self._occurrences: dict[str, Sequence[TermOccurrence]] = {}
        self._articles: dict[str, Article | None] = {}
        self._regions: dict[str, Region | None] = {}

    def number(self, term: str | None) -> int | None:
        """The number of the term with an id, None if there is none."""
        return self._numbers.get(term) if term else None

    def occurrences(self, term: str) -> Sequence[TermOccurrence]:
        """The first occurrence of a term in each section."""
        if term not in self._occurrences:
            self._occurrences[term] = self._package.occurrences(term, _MAX_OCCURRENCES)
        return self._occurrences[term]

    def article(self, id: str) -> Article | None:
        """An article, None if there is none with that id."""
        if id not in self._articles:
            self._articles[id] = self._package.article(id)
        return self._articles[id]

    def region(self, id: str) -> Region | None:
        """A region, None if there is none with that id."""
        if id not in self._regions:
            self._regions[id] = self._package.region(id)
        return self._regions[id]

    def regions_of(self, term: str) -> list[Region]:
        """The regions whose articles use a term, in the order of the articles."""
        articles = dict.fromkeys(occurrence.article for occurrence in self.occurrences(term))
        ids = dict.fromkeys(article.region for id in articles if (article := self.article(id)))
        return [region for id in ids if (region := self.region(id))]

    def body(self, article: str, edition: str) -> Body:
        """The text of an edition of an article."""
        return self._package.body(article, edition)
