"""What the glossary needs of a package, each thing read once: a package never changes; no Qt."""

from collections.abc import Sequence
from typing import Final

from exhibit.model.article import Article, Body
from exhibit.model.package import Package
from exhibit.model.region import Region
from exhibit.model.term import TermOccurrence

_MOST: Final = 500
"""Places of a word that are counted; later ones are left out."""


class GlossaryData:
    """The words in the editor's order, and where they stand."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.terms = tuple(package.terms())
        self._numbers = {term.id: number for number, term in enumerate(self.terms)}
        self._occurrences: dict[str, Sequence[TermOccurrence]] = {}
        self._articles: dict[str, Article | None] = {}
        self._regions: dict[str, Region | None] = {}

    def number(self, term: str | None) -> int | None:
        """Which of the words has that id."""
        return self._numbers.get(term) if term else None

    def occurrences(self, term: str) -> Sequence[TermOccurrence]:
        """The first place of a word in each section."""
        if term not in self._occurrences:
            self._occurrences[term] = self._package.occurrences(term, _MOST)
        return self._occurrences[term]

    def article(self, id: str) -> Article | None:
        if id not in self._articles:
            self._articles[id] = self._package.article(id)
        return self._articles[id]

    def region(self, id: str) -> Region | None:
        if id not in self._regions:
            self._regions[id] = self._package.region(id)
        return self._regions[id]

    def regions_of(self, term: str) -> list[Region]:
        """The places whose articles have a word, in the order of the articles."""
        articles = dict.fromkeys(place.article for place in self.occurrences(term))
        ids = dict.fromkeys(article.region for id in articles if (article := self.article(id)))
        return [region for id in ids if (region := self.region(id))]

    def body(self, article: str, edition: str) -> Body:
        return self._package.body(article, edition)
