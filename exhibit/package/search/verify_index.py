"""Verifies the index: it must be sound in itself, and have exactly the tokens that the texts give."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from exhibit.package.file import connect, read_only_uri
from exhibit.package.format import INDEX_NAMES, INDEX_TABLES, ROW_SHIFT, SHADOW_TABLES, IndexName
from exhibit.package.search.folding import TextFolding
from exhibit.package.search.index_lookup import IndexLookup
from exhibit.package.search.index_reader import IndexReader
from exhibit.package.search.name_sources import NAME_SOURCES
from exhibit.package.search.passages import SearchedPassage
from exhibit.package.search.tokens import PINYIN_PREFIXES, folded_texts, name_tokens, text_tokens

_PRIME: Final = 2**31 - 1
_FACTOR: Final = 1_000_003
_HASH: Final = f"(doc % {_PRIME}) * {_FACTOR} % {_PRIME}"
_INDEXED_TOKENS: Final = (
    f"SELECT term, count(*), sum(({_HASH}) * ({_HASH}) % {_PRIME}), min(doc) FROM temp.tokens GROUP BY term"
)

_TokenSums = dict[str, tuple[int, int]]
"""How many rows have each token, and a sum over these rows."""


def index_faults(lookup: IndexLookup, path: Path) -> Iterator[str]:
    """What is wrong with the index. Raises PackageError, sqlite3.Error, MemoryError."""
    years: set[int] = set()
    yield from _chunk_faults(lookup.reader)
    with closing(connect(path)) as database:
        database.set_authorizer(None)
        for index in INDEX_NAMES:
            if [key for (key,) in database.execute(f"SELECT k FROM {index}_config")] != ["version"]:
                yield f"its index of {index} has unknown settings"
            if not _is_sound(path, index):
                yield f"its index of {index} is broken"
            yield from _token_faults(lookup, database, index, years)
    if tuple(sorted(years)) != lookup.search_data.years:
        yield "its years are not those of the texts and names"


def _token_faults(
    lookup: IndexLookup, database: sqlite3.Connection, index: IndexName, years: set[int]
) -> Iterator[str]:
    """Compares all tokens of the index with those of the texts, and has the index find the first row of each.

    Adds the years of the texts to `years`.

    Tokens of pinyin are not compared: only the compiler knows them, and a row that they find is compared with the name
    itself.
    """
    database.execute(f"CREATE VIRTUAL TABLE temp.tokens USING fts5vocab('main', '{index}', 'instance')")
    indexed: _TokenSums = {}
    for token, count, total, first in database.execute(_INDEXED_TOKENS):
        if _first_row(database, index, token) != first:
            yield f"its index of {index} does not find what it has"
        if not token.startswith(PINYIN_PREFIXES):
            indexed[token] = count, total
    database.execute("DROP TABLE temp.tokens")
    if _wanted(lookup, index, years) != indexed:
        yield f"its index of {index} does not fit the texts"


def _first_row(database: sqlite3.Connection, index: IndexName, token: str) -> int | None:
    found = database.execute(f"SELECT rowid FROM {index} WHERE {index} MATCH ? LIMIT 1", (f'"{token}"',)).fetchone()
    return found[0] if found else None


def _chunk_faults(reader: IndexReader) -> Iterator[str]:
    """Every body has been read before, and each of its chunks says that it belongs to it."""
    ranges = reader.chunk_ranges()
    if any(rank != one.first for rank, one in ranges):
        yield "a text has not the rank of its first chunk"
    if sum(one.size for _, one in ranges) != len(reader.ranks("chunk")):
        yield "it has chunks of no text"


def _is_sound(path: Path, index: IndexName) -> bool:
    """Has FTS5 check an index. That needs a database that can be written, so the index is copied to a temporary one."""
    with closing(sqlite3.connect("", uri=True, isolation_level=None)) as copy:
        copy.execute("ATTACH ? AS package", (read_only_uri(path),))
        copy.execute(INDEX_TABLES[index])
        for shadow in SHADOW_TABLES:
            copy.execute(f"DELETE FROM main.{index}_{shadow}")
            copy.execute(f"INSERT INTO main.{index}_{shadow} SELECT * FROM package.{index}_{shadow}")
        try:
            copy.execute(f"INSERT INTO main.{index}({index}) VALUES('integrity-check')")
        except sqlite3.DatabaseError:
            return False
    return True


def _wanted(lookup: IndexLookup, index: IndexName, years: set[int]) -> _TokenSums:
    """The tokens that the texts give; their years are added to `years`."""
    sums: dict[str, list[int]] = {}
    for number in _rows(lookup, index):
        row = lookup.row(index, number, True)
        passages = [row.passage(one) for one in range(row.count)] if row else []
        years.update(year for passage in passages for year in passage.offered_years)
        texts = list(folded_texts(passages, lookup.folding))
        row_hash = (number % _PRIME) * _FACTOR % _PRIME
        for token in _tokens(index, passages, texts, lookup.folding):
            token_sums = sums.setdefault(token, [0, 0])
            token_sums[0] += 1
            token_sums[1] += row_hash * row_hash % _PRIME
    return {token: (count, total) for token, (count, total) in sums.items()}


def _tokens(index: IndexName, passages: list[SearchedPassage], texts: list[str], folding: TextFolding) -> list[str]:
    tokens = text_tokens(passages, texts) if index == "texts" else name_tokens(passages, texts, folding)
    return tokens.split()


def _rows(lookup: IndexLookup, index: IndexName) -> Iterator[int]:
    if index == "texts":
        yield from lookup.reader.ranks("chunk")
        return
    for number, source in enumerate(NAME_SOURCES):
        ranks = lookup.reader.ranks(source.table) if source.table else range(len(lookup.search_data.names))
        yield from ((number << ROW_SHIFT) + rank for rank in ranks)
