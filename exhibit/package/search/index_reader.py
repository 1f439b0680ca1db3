"""The catalogue: which rows the index has for an expression, and what the tables hold of those rows."""

from functools import cached_property, lru_cache
from typing import Final, TypeVar

from exhibit.model.article import Article, Block
from exhibit.package.checked_rows import SEALED, CheckedRows
from exhibit.package.chunks import Chunk, ChunkRange
from exhibit.package.format import IndexName, body_of
from exhibit.package.search.folding import TextFolding, unpacked
from exhibit.package.search.search_data import SearchData

T = TypeVar("T")

_KEPT: Final = 64
"""Rows kept as they were read: each is looked at more than once."""


class IndexReader:
    """What a search reads of a package. Raises PackageError wherever the file proves unfit."""

    def __init__(self, rows: CheckedRows) -> None:
        self._rows = rows
        self._row = lru_cache(_KEPT)(rows.ranked)

    def matching(self, index: IndexName, expression: str, first: int, count: int) -> list[int]:
        """Rows of an index that an expression finds, from `first` on."""
        asked = f"rowid FROM {index} WHERE {index} MATCH ? AND rowid>=? ORDER BY rowid LIMIT ?"
        return [row for (row,) in self._rows.selected(asked, expression, first, count)]

    def folding(self) -> TextFolding:
        """How characters are folded."""
        try:
            return unpacked(self._rows.part("folds", "it cannot be searched"))
        except ValueError as error:
            return self._rows.fail("hostile", f"folds: {error}")

    @cached_property
    def lore(self) -> SearchData:
        """What else searching needs to know."""
        return self._rows.one(SearchData, "part", "lore") or self._rows.fail("damaged", "it cannot be searched")

    def ranks(self, table: str) -> list[int]:
        """The ranks of a table's rows, in order."""
        return [rank for (rank,) in self._rows.selected(f"rank FROM {table} ORDER BY rank")]

    def told(self, table: str, rank: int) -> str:
        """The value of a table's row of that rank as JSON; "" where there is none."""
        row = self._row(table, rank)
        return self._rows.text(table, *row) if row else ""

    def at(self, kind: type[T], table: str, rank: int) -> T | None:
        """The value of a table's row of that rank."""
        row = self._row(table, rank)
        return self._rows.value(kind, table, *row) if row else None

    def article(self, id: str) -> Article | None:
        """An article by its id."""
        return self._rows.one(Article, "article", id)

    def spans(self) -> list[tuple[int, ChunkRange]]:
        """Which leaves each body has, and the body's own rank."""
        rows = self._rows.selected(f"rank, {SEALED} FROM body ORDER BY rank")
        return [(rank, self._rows.value(ChunkRange, "body", *row)) for rank, *row in rows]

    def leaf(self, rank: int) -> Chunk | None:
        """A leaf by its rank."""
        row = self._rows.leaf(rank)
        return Chunk(self._rows.text("leaf", *row)) if row else None

    def block(self, rank: int, leaf: Chunk, number: int) -> tuple[str, str, Block]:
        """Which article and edition a leaf is of, and one of the blocks that are searched in it."""
        body, block = self._rows.read(f"leaf {rank}", lambda: (leaf.body, leaf.block(number)))
        return *body_of(body), block
