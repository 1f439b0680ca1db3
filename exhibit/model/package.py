"""What a content package offers to whoever shows it, without saying how it is kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple, Protocol

from exhibit.model.article import Article, Body, SectionLocation
from exhibit.model.limits import (
    MAX_COUNT,
    MAX_EDITIONS,
    MAX_TOPICS,
)
from exhibit.model.metric import Metric
from exhibit.model.region import ExhibitMap, Region
from exhibit.model.text import ProseText, Script, TitleText, same

if TYPE_CHECKING:  # the first paint needs none of them
    from exhibit.model.comparison import Comparison
    from exhibit.model.event import Event
    from exhibit.model.search import GroupCursor, HitGroup, HitKind, NameCompletion, SearchQuery, Suggestion, TextSpan
    from exhibit.model.system import System
    from exhibit.model.term import Term, TermOccurrence


class NamedId(NamedTuple):
    """An id of the exhibit's own vocabulary (a topic, an edition) and what it is called."""

    id: str
    label: TitleText
    note: ProseText


ItemCount = Annotated[int, MAX_COUNT]
"""How many there are of something."""


class PackageCounts(NamedTuple):
    """How many of each a package holds."""

    regions: ItemCount
    articles: ItemCount
    metrics: ItemCount
    characters: ItemCount
    computed: ItemCount = 0
    systems: ItemCount = 0
    comparisons: ItemCount = 0
    terms: ItemCount = 0
    events: ItemCount = 0


class TopicCounts(NamedTuple):
    """How much of a topic a place has."""

    figures: ItemCount = 0
    """Stated ones."""
    sections: ItemCount = 0
    parts: ItemCount = 0
    """Of systems."""
    computed: ItemCount = 0
    """Computed figures."""


class ConversionInfo(NamedTuple):
    """How the build made the scripts of each other, as far as no one wrote both."""

    to_hans: str
    """The OpenCC configuration that makes Simplified characters."""
    to_hant: str
    quotes: bool
    """Whether the quotation marks were exchanged as well."""
    exceptions: ItemCount
    """Phrases for which an editor set the result."""
    reviewed: ItemCount
    """Doubtful phrases that an editor looked at and left as they were converted."""

    def config(self, script: Script) -> str:
        """The configuration that makes a script."""
        return self.to_hans if script == "hans" else self.to_hant


class Exhibit(NamedTuple):
    """What the exhibit says of itself."""

    id: str
    title: TitleText
    subtitle: TitleText
    about: ProseText
    version: str
    editions: Annotated[tuple[NamedId, ...], MAX_EDITIONS]
    topics: Annotated[tuple[NamedId, ...], MAX_TOPICS]
    counts: PackageCounts
    conversion: ConversionInfo

    def topic(self, id: str) -> NamedId:
        """A topic by its id; one nobody named is called by its id."""
        return _named(self.topics, id)

    def edition(self, id: str) -> NamedId:
        """An edition's name by its id; one nobody named is called by its id."""
        return _named(self.editions, id)


def _named(names: tuple[NamedId, ...], id: str) -> NamedId:
    return next((name for name in names if name.id == id), NamedId(id, same(id), same("")))


class Package(Protocol):
    """A compiled exhibit. Reading raises PackageError where the package proves damaged."""

    @property
    def exhibit(self) -> Exhibit: ...

    @property
    def digest(self) -> str:
        """SHA-256 of the content, 64 hexadecimal digits."""
        ...

    def map(self) -> ExhibitMap | None: ...

    def regions(self) -> Sequence[Region]:
        """All regions, in the editor's order."""
        ...

    def region(self, id: str) -> Region | None: ...

    def articles(self, region: str, start: int = 0, count: int = 50) -> Sequence[Article]:
        """Articles of a region in the editor's order, from `start` on, `count` at most."""
        ...

    def article(self, id: str) -> Article | None: ...

    def sections(self, topic: str, region: str | None = None, count: int = 200) -> Sequence[SectionLocation]:
        """Sections of a topic, everywhere or in one region, in the order of the articles."""
        ...

    def topic_counts(self, topic: str) -> Mapping[str, TopicCounts]:
        """How much of a topic each region has, by id, in the editor's order; one that has nothing is missing."""
        ...

    def body(self, article: str, edition: str) -> Body: ...

    def metric(self, id: str) -> Metric | None:
        """A figure, stated or computed."""
        ...

    def metrics(
        self, *, article: str | None = None, region: str | None = None, topic: str | None = None, count: int = 200
    ) -> Sequence[Metric]:
        """Stated figures of an article, a region or a topic (all that are given must hold), in reading order."""
        ...

    def computed(
        self, *, article: str | None = None, region: str | None = None, topic: str | None = None, count: int = 200
    ) -> Sequence[Metric]:
        """The same for computed figures, in the editor's order."""
        ...

    def systems(self, article: str | None = None, count: int = 200) -> "Sequence[System]":
        """The systems of an article, or all."""
        ...

    def system(self, id: str) -> "System | None": ...

    def comparisons(self, article: str | None = None) -> "Sequence[Comparison]":
        """The comparisons in which an article has a figure, or all; in the editor's order."""
        ...

    def terms(self) -> "Sequence[Term]":
        """The whole glossary, in the editor's order."""
        ...

    def term(self, id: str) -> "Term | None": ...

    def occurrences(self, term: str, count: int = 200) -> "Sequence[TermOccurrence]":
        """The first places of a term in each section, in the order of the articles."""
        ...

    def events(self, article: str | None = None) -> "Sequence[Event]":
        """The timeline, or what of it an article tells; in the editor's order."""
        ...

    def search(self, query: "SearchQuery", count: int = 8) -> "Iterator[HitGroup]":
        """What a query finds, kind by kind as it is found, `count` hits of each at most. Any text may be asked for."""
        ...

    def suggest(self, query: "SearchQuery") -> "Sequence[Suggestion]":
        """What lies near a query that finds nothing."""
        ...

    def hits(
        self, query: "SearchQuery", kind: "HitKind", after: "GroupCursor | None" = None, count: int = 50
    ) -> "HitGroup":
        """Hits of one kind, from the first on or from where a group ended."""
        ...

    def places(self, query: "SearchQuery", article: str, edition: str) -> "Mapping[str, tuple[TextSpan, ...]]":
        """Where an edition's text holds a query, by block in reading order, headings among them."""
        ...

    def complete(self, query: "SearchQuery", count: int = 8) -> "Sequence[NameCompletion]":
        """Names of the query's kinds that go on as its text does: in characters of either script, or by their pinyin.

        Filters leave none of them out. Names of the kind `text` are those that only the texts hold.
        """
        ...

    def blob(self, id: str) -> bytes:
        """A file carried in the package, such as a map picture."""
        ...

    def fonts(self) -> Sequence[bytes]:
        """Font files with the characters that the shipped fonts lack."""
        ...

    def years(self) -> Sequence[int]:
        """The years that anything is of, for a query's period."""
        ...

    def another(self) -> "Package":
        """The same package read anew: one reader answers one thread at a time. Raises PackageError."""
        ...

    def close(self) -> None: ...
