"""The interface of a content package, independent of how it is stored."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple, Protocol

from exhibit.model.article import Article, Body, SectionLocation
from exhibit.model.limits import MAX_COUNT, MAX_EDITIONS, MAX_FIGURES, MAX_SYSTEMS, MAX_TOPICS
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
    """A topic or an edition that the exhibit names."""

    id: str
    label: TitleText
    note: ProseText


ItemCount = Annotated[int, MAX_COUNT]
"""How many there are of something."""


class PackageCounts(NamedTuple):
    """How many of each kind a package holds."""

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
    """How much of a topic a region has."""

    figures: ItemCount = 0
    """Stated figures."""
    sections: ItemCount = 0
    parts: ItemCount = 0
    """Parts of systems."""
    computed: ItemCount = 0
    """Computed figures."""


class ConversionInfo(NamedTuple):
    """How the build converted one script to the other."""

    to_hans: str
    """The OpenCC configuration for Simplified characters."""
    to_hant: str
    """The OpenCC configuration for Traditional characters."""
    quotes: bool
    """Whether quotation marks were converted, too."""
    exceptions: ItemCount
    """Phrases whose conversion an editor wrote."""
    reviewed: ItemCount
    """Ambiguous phrases whose conversion an editor confirmed."""

    def config(self, script: Script) -> str:
        """The OpenCC configuration for a script."""
        return self.to_hans if script == "hans" else self.to_hant


class Exhibit(NamedTuple):
    """The exhibit's title, version, editions, topics and counts."""

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
        """A topic by its id; an unknown one is named by its id."""
        return _named(self.topics, id)

    def edition(self, id: str) -> NamedId:
        """An edition by its id; an unknown one is named by its id."""
        return _named(self.editions, id)


def _named(names: tuple[NamedId, ...], id: str) -> NamedId:
    return next((name for name in names if name.id == id), NamedId(id, same(id), same("")))


class Package(Protocol):
    """A compiled exhibit. Every method raises PackageError if the package is damaged or hostile.

    Lists have at most `count` items.
    """

    @property
    def exhibit(self) -> Exhibit:
        """The exhibit's title, version, editions, topics and counts."""
        ...

    @property
    def digest(self) -> str:
        """SHA-256 of the content, 64 hexadecimal digits."""
        ...

    def map(self) -> ExhibitMap | None:
        """The map, if there is one."""
        ...

    def regions(self) -> Sequence[Region]:
        """All regions, in the editor's order."""
        ...

    def region(self, id: str) -> Region | None:
        """A region by its id."""
        ...

    def articles(self, region: str, start: int = 0, count: int = 50) -> Sequence[Article]:
        """Articles of a region in the editor's order, from the number `start` on."""
        ...

    def article(self, id: str) -> Article | None:
        """An article by its id."""
        ...

    def sections(self, topic: str, region: str | None = None, count: int = 200) -> Sequence[SectionLocation]:
        """Sections of a topic, of all regions or of one, in the order of the articles."""
        ...

    def topic_counts(self, topic: str) -> Mapping[str, TopicCounts]:
        """How much of a topic each region has, by region id, in the editor's order. Regions without any are missing."""
        ...

    def body(self, article: str, edition: str) -> Body:
        """The text of an edition of an article."""
        ...

    def metric(self, id: str) -> Metric | None:
        """A figure, stated or computed."""
        ...

    def metrics(
        self,
        *,
        article: str | None = None,
        region: str | None = None,
        topic: str | None = None,
        count: int = MAX_FIGURES,
    ) -> Sequence[Metric]:
        """Stated figures in reading order: of an article, a region, a topic, or of all that are given."""
        ...

    def computed(
        self,
        *,
        article: str | None = None,
        region: str | None = None,
        topic: str | None = None,
        count: int = MAX_FIGURES,
    ) -> Sequence[Metric]:
        """Computed figures in the editor's order, chosen in the same way."""
        ...

    def systems(self, article: str | None = None, count: int = MAX_SYSTEMS) -> "Sequence[System]":
        """The systems of an article, or all."""
        ...

    def system(self, id: str) -> "System | None":
        """A system by its id."""
        ...

    def comparisons(self, article: str | None = None) -> "Sequence[Comparison]":
        """The comparisons in which an article has a figure, or all, in the editor's order."""
        ...

    def terms(self) -> "Sequence[Term]":
        """The entries of the glossary, in the editor's order."""
        ...

    def term(self, id: str) -> "Term | None":
        """An entry of the glossary by its id."""
        ...

    def occurrences(self, term: str, count: int = 200) -> "Sequence[TermOccurrence]":
        """The first occurrence of a term in each section, in the order of the articles."""
        ...

    def events(self, article: str | None = None) -> "Sequence[Event]":
        """The events of an article, or all, in the editor's order."""
        ...

    def search(self, query: "SearchQuery", count: int = 8) -> "Iterator[HitGroup]":
        """The hits of a query, kind by kind as they are found, at most `count` of each. Any text is a valid query."""
        ...

    def suggest(self, query: "SearchQuery") -> "Sequence[Suggestion]":
        """Queries near one that finds nothing."""
        ...

    def hits(
        self, query: "SearchQuery", kind: "HitKind", after: "GroupCursor | None" = None, count: int = 50
    ) -> "HitGroup":
        """Hits of one kind, from the first on or from the end of a group."""
        ...

    def places(self, query: "SearchQuery", article: str, edition: str) -> "Mapping[str, tuple[TextSpan, ...]]":
        """Where an edition's text holds a query, by block in reading order, headings among them."""
        ...

    def complete(self, query: "SearchQuery", count: int = 8) -> "Sequence[NameCompletion]":
        """Names of the query's kinds that hold its text, in either script or by their pinyin.

        Filters are not applied. Names of the kind `text` are those that only the texts hold.
        """
        ...

    def blob(self, id: str) -> bytes:
        """A file of the package, such as the picture of the map."""
        ...

    def fonts(self) -> Sequence[bytes]:
        """Font files with characters that the shipped fonts lack."""
        ...

    def years(self) -> Sequence[int]:
        """The years that a query can be filtered by."""
        ...

    def another(self) -> "Package":
        """Another reader of the same package, for another thread. Raises PackageError."""
        ...

    def close(self) -> None:
        """Closes the file. Nothing can be read afterwards."""
        ...
