"""Reads a package: opened read-only and defensively, each row fetched and checked when it is asked for."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn, TypeVar

from exhibit.model.article import Article, Block, Body, SectionPlace
from exhibit.model.metric import Metric
from exhibit.model.package import Exhibit, ThemeCounts
from exhibit.model.region import Map, Region
from exhibit.model.text import Script
from exhibit.package.codec import DecodeError, from_json, from_plain
from exhibit.package.file import check_file, connect
from exhibit.package.format import INDEXES, SEARCH, TABLES, PackageError, Trouble, body_id, seal, theme_id
from exhibit.package.leaves import LeafSpan

if TYPE_CHECKING:  # imported where they are read: the first paint needs none of them
    from exhibit.model.comparison import Comparison
    from exhibit.model.event import Event
    from exhibit.model.search import Completion, Cursor, Found, Group, Kind, Place, Query
    from exhibit.model.system import System
    from exhibit.model.term import Occurrence, Term
    from exhibit.package.lore import Lore
    from exhibit.package.search import Searcher

T = TypeVar("T")

_ARTICLES_KEPT: Final = 64
"""Articles kept decoded: those whose titles were searched last."""
_METRICS_KEPT: Final = 300
"""Figures kept decoded: those of the articles last in view."""
_THEMES_KEPT: Final = 2
"""Themes whose counts are kept decoded: the one chosen, and the one before."""
_PATIENCE: Final = 1.0
"""Seconds after which a query is given up: a sound package needs a few thousandths."""
_STEPS_BETWEEN_LOOKS: Final = 10_000
"""Steps of SQLite's virtual machine between two looks at the clock."""


class PackageReader:
    """A package in a file (model.package.Package). Raises PackageError wherever the file proves unfit."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.digest = check_file(path)
        self._deadline = 0.0
        self._decoded_body = lru_cache(2)(self._read_blocks)
        self._ranked_article = lru_cache(_ARTICLES_KEPT)(self._article_of)
        self._decoded_metric = lru_cache(_METRICS_KEPT)(partial(self._value, Metric))
        self._decoded_counts = lru_cache(_THEMES_KEPT)(self._read_counts)
        try:
            self._database = connect(path)
        except sqlite3.Error as error:
            raise PackageError(path, "damaged", str(error)) from error
        try:
            self._database.set_progress_handler(self._is_late, _STEPS_BETWEEN_LOOKS)
            self._check_schema()
            self.exhibit: Exhibit = self._part(Exhibit, "exhibit") or self._fail("damaged", "no title")
        except PackageError:
            self.close()
            raise

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def map(self) -> Map | None:
        return self._part(Map, "map")

    def regions(self) -> Sequence[Region]:
        return [self._value(Region, "region", *row) for row in self._rows("region ORDER BY rank")]

    def region(self, id: str) -> Region | None:
        return self._one(Region, "region", id)

    def articles(self, region: str, start: int = 0, count: int = 50) -> Sequence[Article]:
        rows = self._rows("article WHERE region=? ORDER BY rank LIMIT ? OFFSET ?", region, count, start)
        return [self._value(Article, "article", *row) for row in rows]

    def article(self, id: str) -> Article | None:
        return self._one(Article, "article", id)

    def sections(self, theme: str, region: str | None = None, count: int = 200) -> Sequence[SectionPlace]:
        return self._all(SectionPlace, "section", {"theme": theme, "region": region}, count)

    def theme_counts(self, theme: str) -> Mapping[str, ThemeCounts]:
        return self._decoded_counts(theme)

    def body(self, article: str, edition: str) -> Body:
        span = self._one(LeafSpan, "body", body_id(article, edition))
        return Body(article, edition, self._decoded_body(span or self._fail("damaged", f"{article} has no text")))

    def metric(self, id: str) -> Metric | None:
        for table in ("metric", "computed"):
            for row in self._rows(f"{table} WHERE id=?", id):
                return self._decoded_metric(table, *row)
        return None

    def metrics(
        self, *, article: str | None = None, region: str | None = None, theme: str | None = None, count: int = 200
    ) -> Sequence[Metric]:
        return self._listed_metrics("metric", {"article": article, "region": region, "theme": theme}, count)

    def computed(
        self, *, article: str | None = None, region: str | None = None, theme: str | None = None, count: int = 200
    ) -> Sequence[Metric]:
        return self._listed_metrics("computed", {"article": article, "region": region, "theme": theme}, count)

    def systems(self, article: str | None = None, count: int = 200) -> "Sequence[System]":
        from exhibit.model.system import System

        return self._all(System, "system", {"article": article}, count)

    def system(self, id: str) -> "System | None":
        from exhibit.model.system import System

        return self._one(System, "system", id)

    def comparisons(self, article: str | None = None) -> "Sequence[Comparison]":
        from exhibit.model.comparison import Comparison

        found = self._all(Comparison, "comparison", {})
        return [one for one in found if article is None or article in {id.split(".")[0] for id in one.metrics}]

    def terms(self) -> "Sequence[Term]":
        from exhibit.model.term import Term

        return self._all(Term, "term", {})

    def term(self, id: str) -> "Term | None":
        from exhibit.model.term import Term

        return self._one(Term, "term", id)

    def occurrences(self, term: str, count: int = 200) -> "Sequence[Occurrence]":
        from exhibit.model.term import Occurrence

        return self._all(Occurrence, "occurrence", {"term": term}, count)

    def events(self, article: str | None = None) -> "Sequence[Event]":
        from exhibit.model.event import Event

        return self._all(Event, "event", {"article": article})

    def search(self, query: "Query", count: int = 8) -> "Found":
        return self._searcher.found(query, count)

    def hits(self, query: "Query", kind: "Kind", after: "Cursor | None" = None, count: int = 50) -> "Group":
        return self._searcher.hits(query, kind, after, count)

    def places(self, query: "Query", article: str, edition: str) -> "Mapping[str, tuple[Place, ...]]":
        return self._searcher.places(query, article, edition)

    def complete(self, text: str, script: Script, count: int = 8) -> "Sequence[Completion]":
        return self._searcher.complete(text, script, count)

    def matching(self, index: Literal["texts", "names"], expression: str, first: int, count: int) -> list[int]:
        """Rows of an index that an expression finds, from `first` on."""
        asked = f"rowid FROM {index} WHERE {index} MATCH ? AND rowid>=? ORDER BY rowid LIMIT ?"
        return [row for (row,) in self._selected(asked, expression, first, count)]

    def article_at(self, rank: int) -> Article | None:
        """The article of a rank."""
        return self._ranked_article(rank)

    def at(self, kind: type[T], table: str, rank: int) -> tuple[str, T] | None:
        """The id and the value of a table's row of that rank."""
        for row in self._rows(f"{table} WHERE rank=?", rank):
            return row[0], self._value(kind, table, *row)
        return None

    def _article_of(self, rank: int) -> Article | None:
        found = self.at(Article, "article", rank)
        return found[1] if found else None

    def leaf(self, rank: int) -> list[Any] | None:
        """The blocks of a leaf but the headings, as JSON has them; `block` makes one of them."""
        for id, value, found in self._leaves("rank=?", rank):
            try:
                told = [one for one in json.loads(self._checked("leaf", id, value, found)) if one[1] != "heading"]
                if all(isinstance(text, str) for _, _, _, (hans, hant), _ in told for text in (hans, hant)):
                    return told
            except (ValueError, TypeError, LookupError, RecursionError):
                pass
            self._fail("hostile", f"leaf {id}")
        return None

    def leaf_of(self, rank: int) -> tuple[str, str]:
        """The article and the edition that a leaf is of."""
        for row in self._rows("body WHERE rank<=? ORDER BY rank DESC LIMIT 1", rank):
            span = self._value(LeafSpan, "body", *row)
            if span.first <= rank < span.first + span.count:
                article, _, edition = row[0].partition("/")
                return article, edition
        return self._fail("hostile", f"leaf {rank} is of no text")

    def block(self, told: object) -> Block:
        """One of `leaf`, checked."""
        try:
            return from_plain(Block, told)
        except DecodeError as error:
            raise PackageError(self._path, "hostile", str(error)) from error

    def lore(self) -> "Lore":
        """What searching needs to know of characters."""
        from exhibit.package.lore import Lore

        found = self._part(Lore, "lore") or self._fail("damaged", "it cannot be searched")
        return found if len(found.folds) == len(found.to) else self._fail("hostile", "its folds lead nowhere")

    def ranks(self, table: str) -> list[int]:
        """The ranks of a table's rows, in order."""
        return [rank for (rank,) in self._selected(f"rank FROM {table} ORDER BY rank")]

    def blob(self, id: str) -> bytes:
        rows = self._rows("part WHERE id=?", f"blob/{id}")
        return self._checked("part", *rows[0]) if rows else self._fail("damaged", f"{id} is missing")

    def fonts(self) -> Sequence[bytes]:
        return [self._checked("part", *row) for row in self._rows("part WHERE id>='font/' AND id<'font0' ORDER BY id")]

    def years(self) -> Sequence[int]:
        return self._searcher.lore.years

    def another(self) -> "PackageReader":
        return type(self)(self._path)

    def close(self) -> None:
        self._database.close()

    @cached_property
    def _searcher(self) -> "Searcher":
        from exhibit.package.search import Searcher

        return Searcher(self)

    def _one(self, kind: type[T], table: str, id: str) -> T | None:
        for row in self._rows(f"{table} WHERE id=?", id):
            return self._value(kind, table, *row)
        return None

    def _all(self, kind: type[T], table: str, wanted: dict[str, str | None], count: int = -1) -> list[T]:
        """The rows whose columns are as wanted (None is any), in order; a count below zero is no limit."""
        return [self._value(kind, table, *row) for row in self._listed(table, wanted, count)]

    def _listed_metrics(
        self, table: Literal["metric", "computed"], wanted: dict[str, str | None], count: int
    ) -> list[Metric]:
        return [self._decoded_metric(table, *row) for row in self._listed(table, wanted, count)]

    def _listed(self, table: str, wanted: dict[str, str | None], count: int) -> list[tuple[str, bytes | str, bytes]]:
        given = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join(f"{name}=?" for name in given) or "1"
        return self._rows(f"{table} WHERE {where} ORDER BY rank LIMIT ?", *given.values(), count)

    def _read_blocks(self, span: LeafSpan) -> tuple[Block, ...]:
        rows = self._leaves("rank>=? AND rank<? ORDER BY rank", span.first, span.first + span.count)
        if len(rows) != span.count:
            self._fail("damaged", f"a text at {span.first} is not whole")
        return tuple(block for row in rows for block in self._value(tuple[Block, ...], "leaf", *row))

    def _read_counts(self, theme: str) -> Mapping[str, ThemeCounts]:
        found = self._part(tuple[tuple[str, ThemeCounts], ...], theme_id(theme))
        if found is None and any(known.id == theme for known in self.exhibit.themes):
            self._fail("older", f"it does not count what it has of the theme {theme}")
        return dict(found or ())

    def _part(self, kind: type[T], id: str) -> T | None:
        return self._one(kind, "part", id)

    def _is_late(self) -> bool:
        return monotonic() > self._deadline

    def _rows(self, rest: str, *values: object) -> list[tuple[str, bytes | str, bytes]]:
        return self._selected(f"id, value, seal FROM {rest}", *values)

    def _leaves(self, where: str, *values: int) -> list[tuple[str, str, bytes]]:
        return self._selected(f"CAST(rank AS TEXT), value, seal FROM leaf WHERE {where}", *values)

    def _selected(self, rest: str, *values: object) -> list[Any]:
        self._deadline = monotonic() + _PATIENCE
        try:
            return self._database.execute(f"SELECT {rest}", values).fetchall()
        except UnicodeEncodeError:
            return []  # an id with a lone surrogate: no row has it
        except (sqlite3.Error, MemoryError, UnicodeError, OverflowError) as error:  # its message may be no UTF-8
            raise PackageError(self._path, "damaged", str(error)) from error

    def _value(self, kind: type[T], table: str, id: str, value: bytes | str, found: bytes) -> T:
        try:
            return from_json(kind, self._checked(table, id, value, found).decode())
        except (DecodeError, UnicodeError) as error:
            raise PackageError(self._path, "hostile", f"{table} {id}: {error}") from error

    def _checked(self, table: str, id: str, value: bytes | str, found: bytes) -> bytes:
        data = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
        if not isinstance(id, str) or not isinstance(data, bytes) or seal(table, id, data) != found:
            self._fail("damaged", f"{table} {id}")
        return data

    def _check_schema(self) -> None:
        found = dict(self._selected("name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
        if found != TABLES | INDEXES | SEARCH:
            self._fail("hostile", "its tables are not those of a package")

    def _fail(self, trouble: Trouble, detail: str) -> NoReturn:
        raise PackageError(self._path, trouble, detail)
