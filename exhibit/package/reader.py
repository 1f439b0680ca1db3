"""Reads a package: each row is fetched when it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exhibit.model.article import Article, Block, Body, SectionLocation
from exhibit.model.metric import Metric
from exhibit.model.package import Exhibit, TopicCounts
from exhibit.model.region import ExhibitMap, Region
from exhibit.package.checked_rows import CheckedRows
from exhibit.package.chunks import Chunk, ChunkRange
from exhibit.package.format import body_id, theme_id

if TYPE_CHECKING:  # imported where they are read: the first paint needs none of them
    from exhibit.model.comparison import Comparison
    from exhibit.model.event import Event
    from exhibit.model.search import GroupCursor, HitGroup, HitKind, NameCompletion, SearchQuery, Suggestion, TextSpan
    from exhibit.model.system import System
    from exhibit.model.term import Term, TermOccurrence
    from exhibit.package.search.searcher import PackageSearcher

_THEMES_KEPT: Final = 2
"""Themes whose counts are kept decoded: the one chosen, and the one before."""


class PackageReader:
    """A package in a file (model.package.Package). Raises PackageError wherever the file proves unfit."""

    def __init__(self, path: Path) -> None:
        self._rows = CheckedRows(path)
        self.digest = self._rows.digest
        self._decoded_body = lru_cache(2)(self._read_blocks)
        self._decoded_counts = lru_cache(_THEMES_KEPT)(self._read_counts)

    @cached_property
    def exhibit(self) -> Exhibit:
        return self._rows.one(Exhibit, "part", "exhibit") or self._rows.fail("damaged", "no title")

    @property
    def path(self) -> Path:
        """The file."""
        return self._rows.path

    def map(self) -> ExhibitMap | None:
        return self._rows.one(ExhibitMap, "part", "map")

    def regions(self) -> Sequence[Region]:
        return [self._rows.value(Region, "region", *row) for row in self._rows.rows("region ORDER BY rank")]

    def region(self, id: str) -> Region | None:
        return self._rows.one(Region, "region", id)

    def articles(self, region: str, start: int = 0, count: int = 50) -> Sequence[Article]:
        rows = self._rows.rows("article WHERE region=? ORDER BY rank LIMIT ? OFFSET ?", region, count, start)
        return [self._rows.value(Article, "article", *row) for row in rows]

    def article(self, id: str) -> Article | None:
        return self._rows.one(Article, "article", id)

    def sections(self, theme: str, region: str | None = None, count: int = 200) -> Sequence[SectionLocation]:
        return self._rows.all(SectionLocation, "section", {"theme": theme, "region": region}, count)

    def theme_counts(self, theme: str) -> Mapping[str, TopicCounts]:
        return self._decoded_counts(theme)

    def body(self, article: str, edition: str) -> Body:
        span = self._rows.one(ChunkRange, "body", body_id(article, edition))
        if span is None:
            self._rows.fail("damaged", f"{article} has no text")
        return Body(article, edition, self._decoded_body(body_id(article, edition), span))

    def metric(self, id: str) -> Metric | None:
        for table in ("metric", "computed"):
            for row in self._rows.rows(f"{table} WHERE id=?", id):
                return self._rows.value(Metric, table, *row)
        return None

    def metrics(
        self, *, article: str | None = None, region: str | None = None, theme: str | None = None, count: int = 200
    ) -> Sequence[Metric]:
        return self._rows.all(Metric, "metric", {"article": article, "region": region, "theme": theme}, count)

    def computed(
        self, *, article: str | None = None, region: str | None = None, theme: str | None = None, count: int = 200
    ) -> Sequence[Metric]:
        return self._rows.all(Metric, "computed", {"article": article, "region": region, "theme": theme}, count)

    def systems(self, article: str | None = None, count: int = 200) -> "Sequence[System]":
        from exhibit.model.system import System

        return self._rows.all(System, "system", {"article": article}, count)

    def system(self, id: str) -> "System | None":
        from exhibit.model.system import System

        return self._rows.one(System, "system", id)

    def comparisons(self, article: str | None = None) -> "Sequence[Comparison]":
        from exhibit.model.comparison import Comparison

        found = self._rows.all(Comparison, "comparison", {})
        return [one for one in found if article is None or article in {id.split(".")[0] for id in one.metrics}]

    def terms(self) -> "Sequence[Term]":
        from exhibit.model.term import Term

        return self._rows.all(Term, "term", {})

    def term(self, id: str) -> "Term | None":
        from exhibit.model.term import Term

        return self._rows.one(Term, "term", id)

    def occurrences(self, term: str, count: int = 200) -> "Sequence[TermOccurrence]":
        from exhibit.model.term import TermOccurrence

        return self._rows.all(TermOccurrence, "occurrence", {"term": term}, count)

    def events(self, article: str | None = None) -> "Sequence[Event]":
        from exhibit.model.event import Event

        return self._rows.all(Event, "event", {"article": article})

    def search(self, query: "SearchQuery", count: int = 8) -> "Iterator[HitGroup]":
        return self.searcher.groups(query, count)

    def nearest(self, query: "SearchQuery") -> "Sequence[Suggestion]":
        return self.searcher.nearest(query)

    def hits(
        self, query: "SearchQuery", kind: "HitKind", after: "GroupCursor | None" = None, count: int = 50
    ) -> "HitGroup":
        return self.searcher.hits(query, kind, after, count)

    def places(self, query: "SearchQuery", article: str, edition: str) -> "Mapping[str, tuple[TextSpan, ...]]":
        return self.searcher.places(query, article, edition)

    def complete(self, query: "SearchQuery", count: int = 8) -> "Sequence[NameCompletion]":
        return self.searcher.complete(query, count)

    def blob(self, id: str) -> bytes:
        return self._rows.part(f"blob/{id}", f"{id} is missing")

    def fonts(self) -> Sequence[bytes]:
        return [
            self._rows.checked("part", *row)
            for row in self._rows.rows("part WHERE id>='font/' AND id<'font0' ORDER BY id")
        ]

    def years(self) -> Sequence[int]:
        return self.searcher.catalogue.lore.years

    def another(self) -> "PackageReader":
        return type(self)(self.path)

    def close(self) -> None:
        self._rows.close()

    @cached_property
    def searcher(self) -> "PackageSearcher":
        """What searches it, for whoever looks closer than `search` does."""
        from exhibit.package.search.index_reader import IndexReader
        from exhibit.package.search.searcher import PackageSearcher

        return PackageSearcher(IndexReader(self._rows), self.body)

    def _read_blocks(self, body: str, span: ChunkRange) -> tuple[Block, ...]:
        rows = self._rows.leaves(span.first, span.count)
        if len(rows) != span.count:
            self._rows.fail("damaged", f"a text at {span.first} is not whole")
        return tuple(chain.from_iterable(self._read_leaf(body, *row) for row in rows))

    def _read_leaf(self, body: str, rank: str, value: bytes, seal: bytes) -> tuple[Block, ...]:
        leaf = Chunk(self._rows.text("leaf", rank, value, seal))
        of, blocks = self._rows.read(f"leaf {rank}", lambda: (leaf.body, leaf.blocks))
        return blocks if of == body else self._rows.fail("hostile", f"leaf {rank} is not of {body}")

    def _read_counts(self, theme: str) -> Mapping[str, TopicCounts]:
        found = self._rows.one(tuple[tuple[str, TopicCounts], ...], "part", theme_id(theme))
        if found is None and any(known.id == theme for known in self.exhibit.themes):
            self._rows.fail("damaged", f"it does not count what it has of the theme {theme}")
        return dict(found or ())
