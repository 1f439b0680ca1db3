"""Reads the index: which rows an expression finds, and the values of these rows."""

from functools import cached_property, lru_cache
from typing import Final, TypeVar

from exhibit.model.article import Article, Block
from exhibit.package.checked_rows import CHECKED_COLUMNS, CheckedRows
from exhibit.package.chunks import Chunk, ChunkRange
from exhibit.package.format import INDEX_NAMES, IndexName, body_of
from exhibit.package.search.folding import TextFolding, read_folding
from exhibit.package.search.name_sources import SearchData

T = TypeVar("T")

_STRUCTURE_RECORD: Final = 10
"""The id of the record in which FTS5 keeps the segments of an index."""
_CACHE_SIZE: Final = 64
"""Rows that are kept as they were read: each is looked at more than once."""


class IndexReader:
    """What a search reads of a package. Every method raises PackageError if the file is damaged or hostile."""

    def __init__(self, rows: CheckedRows) -> None:
        self._rows = rows
        self._cached_row = lru_cache(_CACHE_SIZE)(rows.row_of_rank)
        for index in INDEX_NAMES:
            self._check_structure(index)

    def rows(self, index: IndexName, expression: str, first: int, count: int) -> list[int]:
        """At most `count` rows of an index that an expression finds, from the row `first` on."""
        query = f"rowid FROM {index} WHERE {index} MATCH ? AND rowid>=? ORDER BY rowid LIMIT ?"
        return [row for (row,) in self._rows.selected(query, expression, first, count)]

    def folding(self) -> TextFolding:
        """How characters are folded."""
        data = self._rows.part("folding", "it cannot be searched")
        return self._rows.decode("folding", lambda: read_folding(data))

    @cached_property
    def search_data(self) -> SearchData:
        """The data that searching needs beside the index."""
        return self._rows.one(SearchData, "part", "search") or self._rows.fail("damaged", "it cannot be searched")

    def ranks(self, table: str) -> list[int]:
        """The ranks of a table's rows, in order."""
        return [rank for (rank,) in self._rows.selected(f"rank FROM {table} ORDER BY rank")]

    def json(self, table: str, rank: int) -> str:
        """The value of the row of a rank as JSON; "" if there is no such row."""
        row = self._cached_row(table, rank)
        return self._rows.text(table, *row) if row else ""

    def value(self, kind: type[T], table: str, rank: int) -> T | None:
        """The value of the row of a rank."""
        row = self._cached_row(table, rank)
        return self._rows.value(kind, table, *row) if row else None

    def article(self, id: str) -> Article | None:
        """An article by its id."""
        return self._rows.one(Article, "article", id)

    def chunk_ranges(self) -> list[tuple[int, ChunkRange]]:
        """The chunks of each body, and the rank of the body."""
        rows = self._rows.selected(f"rank, {CHECKED_COLUMNS} FROM body ORDER BY rank")
        return [(rank, self._rows.value(ChunkRange, "body", *row)) for rank, *row in rows]

    def chunk(self, rank: int) -> Chunk | None:
        """A chunk by its rank."""
        row = self._rows.chunk(rank)
        return Chunk(self._rows.text("chunk", *row)) if row else None

    def block(self, rank: int, chunk: Chunk, number: int) -> tuple[str, str, Block]:
        """The article and the edition of a chunk, and one of its searched blocks by its number."""
        body, block = self._rows.decode(f"chunk {rank}", lambda: (chunk.body, chunk.block(number)))
        return *body_of(body), block

    def _check_structure(self, index: IndexName) -> None:
        """Refuses an index of more than one segment: FTS5 would take gigabytes for thousands, and the writer makes one.

        The structure record is a cookie of four bytes, the number of levels, the number of segments, and more
        (sqlite.org/fts5.html, section 9).
        """
        records = self._rows.selected(f"block FROM {index}_data WHERE id={_STRUCTURE_RECORD}")
        record = records[0][0] if records else b""
        if not isinstance(record, bytes) or len(record) < 7 or record[4] > 127 or record[5] > 1:
            self._rows.fail("hostile", f"its index of {index} is not one segment")
