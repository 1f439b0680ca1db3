"""Reads a package: each row is fetched, checked and decoded when it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from exhibit.model.article import Article, Block, Body, SectionLocation
from exhibit.model.limits import (
    MAX_ARTICLE,
    MAX_BLOCKS,
    MAX_COMPARISONS,
    MAX_ENTRIES,
    MAX_FIGURES,
    MAX_FONT_BYTES,
    MAX_FONTS,
    MAX_PICTURE_BYTES,
    MAX_REGIONS,
    MAX_SYSTEMS,
)
from exhibit.model.metric import Metric
from exhibit.model.package import Exhibit, Package, TopicCounts
from exhibit.model.region import ExhibitMap, Region
from exhibit.package.checked_rows import CheckedRows
from exhibit.package.chunks import Chunk, ChunkRange
from exhibit.package.format import body_id, topic_id
from exhibit.package.map_faults import map_faults

if TYPE_CHECKING:  # imported where they are read: the first paint needs none of them
    from exhibit.model.comparison import Comparison
    from exhibit.model.event import Event
    from exhibit.model.search import GroupCursor, HitGroup, HitKind, NameCompletion, SearchQuery, Suggestion, TextSpan
    from exhibit.model.system import System
    from exhibit.model.term import Term, TermOccurrence
    from exhibit.package.search.searcher import PackageSearcher

_BODY_CACHE_SIZE: Final = 2
"""Editions of articles that are kept decoded."""
_TOPIC_CACHE_SIZE: Final = 2
"""Topics whose counts are kept decoded: the chosen one and the one before."""
_RegionCounts = Annotated[tuple[tuple[str, TopicCounts], ...], MAX_REGIONS]


class PackageReader:
    """A package in a file (model.package.Package). Raises PackageError if the file is damaged or hostile."""

    def __init__(self, path: Path) -> None:
        self._rows = CheckedRows(path)
        self.digest = self._rows.digest
        self._cached_blocks = lru_cache(_BODY_CACHE_SIZE)(self._read_blocks)
        self._cached_counts = lru_cache(_TOPIC_CACHE_SIZE)(self._read_counts)

    @property
    def path(self) -> Path:
        """The file."""
        return self._rows.path

    @cached_property
    def exhibit(self) -> Exhibit:
        return self._rows.one(Exhibit, "part", "exhibit") or self._rows.fail("damaged", "no title")

    def map(self) -> ExhibitMap | None:
        base = self._rows.one(ExhibitMap, "part", "map")
        for fault in map_faults(base) if base else ():
            self._rows.fail("hostile", fault)
        return base

    def regions(self) -> Sequence[Region]:
        return self._rows.all(Region, "region", MAX_REGIONS)

    def region(self, id: str) -> Region | None:
        return self._rows.one(Region, "region", id)

    def articles(self, region: str, start: int = 0, count: int = 50) -> Sequence[Article]:
        rows = self._rows.rows("article WHERE region=? ORDER BY rank LIMIT ? OFFSET ?", region, count, start)
        if not rows and count > 0 and (found := self.region(region)) and start < found.articles:
            self._rows.fail("damaged", f"{region} has fewer articles than it says")
        return [self._rows.value(Article, "article", *row) for row in rows]

    def article(self, id: str) -> Article | None:
        return self._rows.one(Article, "article", id)

    def sections(self, topic: str, region: str | None = None, count: int = 200) -> Sequence[SectionLocation]:
        return self._rows.some(SectionLocation, "section", {"topic": topic, "region": region}, count)

    def topic_counts(self, topic: str) -> Mapping[str, TopicCounts]:
        return self._cached_counts(topic)

    def body(self, article: str, edition: str) -> Body:
        id = body_id(article, edition)
        chunks = self._rows.one(ChunkRange, "body", id)
        if chunks is None:
            self._rows.fail("damaged", f"{article} has no text")
        return Body(article, edition, self._cached_blocks(id, chunks))

    def metric(self, id: str) -> Metric | None:
        return self._rows.one(Metric, "metric", id) or self._rows.one(Metric, "computed", id)

    def metrics(
        self,
        *,
        article: str | None = None,
        region: str | None = None,
        topic: str | None = None,
        count: int = MAX_FIGURES,
    ) -> Sequence[Metric]:
        return self._rows.some(Metric, "metric", {"article": article, "region": region, "topic": topic}, count)

    def computed(
        self,
        *,
        article: str | None = None,
        region: str | None = None,
        topic: str | None = None,
        count: int = MAX_FIGURES,
    ) -> Sequence[Metric]:
        return self._rows.some(Metric, "computed", {"article": article, "region": region, "topic": topic}, count)

    def systems(self, article: str | None = None, count: int = MAX_SYSTEMS) -> "Sequence[System]":
        from exhibit.model.system import System

        return self._rows.some(System, "system", {"article": article}, count)

    def system(self, id: str) -> "System | None":
        from exhibit.model.system import System

        return self._rows.one(System, "system", id)

    def comparisons(self, article: str | None = None) -> "Sequence[Comparison]":
        from exhibit.model.comparison import Comparison

        found = self._rows.all(Comparison, "comparison", MAX_COMPARISONS)
        return [one for one in found if article is None or article in {id.split(".")[0] for id in one.metrics}]

    def terms(self) -> "Sequence[Term]":
        from exhibit.model.term import Term

        return self._rows.all(Term, "term", MAX_ENTRIES)

    def term(self, id: str) -> "Term | None":
        from exhibit.model.term import Term

        return self._rows.one(Term, "term", id)

    def occurrences(self, term: str, count: int = 200) -> "Sequence[TermOccurrence]":
        from exhibit.model.term import TermOccurrence

        return self._rows.some(TermOccurrence, "occurrence", {"term": term}, count)

    def events(self, article: str | None = None) -> "Sequence[Event]":
        from exhibit.model.event import Event

        if article is None:
            return self._rows.all(Event, "event", MAX_ENTRIES)
        return self._rows.some(Event, "event", {"article": article}, MAX_ENTRIES)

    def search(self, query: "SearchQuery", count: int = 8) -> "Iterator[HitGroup]":
        return self.searcher.groups(query, count)

    def suggest(self, query: "SearchQuery") -> "Sequence[Suggestion]":
        return self.searcher.suggest(query)

    def hits(
        self, query: "SearchQuery", kind: "HitKind", after: "GroupCursor | None" = None, count: int = 50
    ) -> "HitGroup":
        return self.searcher.hits(query, kind, after, count)

    def places(self, query: "SearchQuery", article: str, edition: str) -> "Mapping[str, tuple[TextSpan, ...]]":
        return self.searcher.places(query, article, edition)

    def complete(self, query: "SearchQuery", count: int = 8) -> "Sequence[NameCompletion]":
        return self.searcher.complete(query, count)

    def blob(self, id: str) -> bytes:
        from exhibit.package.picture import judge_picture  # most maps have no picture

        picture = self._rows.part(f"blob/{id}", f"{id} is missing", MAX_PICTURE_BYTES)
        for fault in judge_picture(picture).faults:
            self._rows.fail("hostile", f"{id}, line {fault.line}: {fault.message}")
        return picture

    def fonts(self) -> Sequence[bytes]:
        sizes = self._rows.part_sizes("font/")
        if len(sizes) > MAX_FONTS or sum(sizes.values()) > MAX_FONT_BYTES:
            self._rows.fail("hostile", f"it has more than {MAX_FONTS} fonts or {MAX_FONT_BYTES >> 20} MiB of fonts")
        return [self._rows.part(id, f"{id} is missing", MAX_FONT_BYTES) for id in sizes]

    def years(self) -> Sequence[int]:
        return self.searcher.search_data.years

    def another(self) -> "PackageReader":
        return type(self)(self.path)

    def close(self) -> None:
        self._rows.close()

    @cached_property
    def searcher(self) -> "PackageSearcher":
        """The search engine of the package."""
        from exhibit.package.search.searcher import PackageSearcher

        return PackageSearcher(self._rows, self.body)

    def _read_blocks(self, body: str, chunks: ChunkRange) -> tuple[Block, ...]:
        rows = self._rows.chunks(chunks.first, chunks.size)
        if len(rows) != chunks.size:
            self._rows.fail("damaged", f"the text {body} is not whole")
        blocks = tuple(chain.from_iterable(self._read_chunk(body, *row) for row in rows))
        if len(blocks) > MAX_BLOCKS or sum(len(block.text) for block in blocks) > MAX_ARTICLE:
            self._rows.fail("hostile", f"the text {body} is longer than {MAX_ARTICLE:,} characters")
        return blocks

    def _read_chunk(self, body: str, rank: str, value: bytes, checksum: bytes) -> tuple[Block, ...]:
        chunk = Chunk(self._rows.text("chunk", rank, value, checksum))
        owner, blocks = self._rows.decode(f"chunk {rank}", lambda: (chunk.body, chunk.blocks))
        return blocks if owner == body else self._rows.fail("hostile", f"chunk {rank} is not of {body}")

    def _read_counts(self, topic: str) -> Mapping[str, TopicCounts]:
        found = self._rows.one(_RegionCounts, "part", topic_id(topic))
        if found is None and any(known.id == topic for known in self.exhibit.topics):
            self._rows.fail("damaged", f"the topic {topic} is not counted")
        return dict(found or ())


def iter_articles(package: Package) -> Iterator[Article]:
    """Every article of a package, region by region, in the editor's order."""
    for region in package.regions():
        start = 0
        while page := package.articles(region.id, start):
            yield from page
            start += len(page)
