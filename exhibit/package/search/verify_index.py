"""Verifies the index: counts every token of it by its rows, and compares with what the texts themselves give."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exhibit.package.file import connect
from exhibit.package.format import ROW_SHIFT, WORDS, IndexName
from exhibit.package.search.folding import TextFolding
from exhibit.package.search.index_reader import IndexReader
from exhibit.package.search.passages import SearchedPassage
from exhibit.package.search.search_data import NAME_SOURCES
from exhibit.package.search.searcher import PackageSearcher
from exhibit.package.search.tokens import folded_texts, name_tokens, text_tokens

if TYPE_CHECKING:
    from exhibit.package.reader import PackageReader

_PRIME: Final = 2**31 - 1
_SPREAD: Final = 1_000_003
_PLACE: Final = f"(doc % {_PRIME}) * {_SPREAD} % {_PRIME}"
_SEEN: Final = (
    f"SELECT term, count(*), sum(({_PLACE}) * ({_PLACE}) % {_PRIME}) FROM temp.seen"
    " WHERE substr(term, 1, 1) NOT IN ('s', 'i') AND substr(term, 1, 2) <> 'zi' GROUP BY term"
)
"""Sounds aside: only the compiler knows them, and what sounds like a query is looked at again in the name itself."""

_Sums = dict[str, tuple[int, int]]
"""How many rows have each token, and a sum over them."""


def index_faults(package: "PackageReader", path: Path) -> Iterator[str]:
    """What the index has otherwise than the texts. Raises PackageError, sqlite3.Error."""
    searcher = package.searcher
    yield from _leaf_faults(searcher.catalogue)
    with closing(connect(path)) as database:
        database.set_authorizer(None)
        for index in WORDS:
            if _wanted(searcher, index) != _seen(database, index):
                yield f"its index of {index} does not fit them"
        for name in WORDS:
            if [key for (key,) in database.execute(f"SELECT k FROM {name}_config")] != ["version"]:
                yield f"its index of {name} is set up strangely"


def _leaf_faults(catalogue: IndexReader) -> Iterator[str]:
    """Each body has been read, and each of its leaves said to be of it."""
    spans = catalogue.spans()
    if any(rank != span.first for rank, span in spans):
        yield "a text has not the rank of its first piece"
    if sum(span.count for _, span in spans) != len(catalogue.ranks("leaf")):
        yield "it has pieces of no text"


def _wanted(searcher: PackageSearcher, index: IndexName) -> _Sums:
    sums: dict[str, list[int]] = {}
    for row in _rows(searcher, index):
        found = searcher.row(index, row, True)
        passages = [found.passage(number) for number in range(found.count)] if found else []
        texts = list(folded_texts(passages, searcher.folding))
        place = (row % _PRIME) * _SPREAD % _PRIME
        for token in _tokens(index, passages, texts, searcher.folding):
            here = sums.setdefault(token, [0, 0])
            here[0] += 1
            here[1] += place * place % _PRIME
    return {token: (count, total) for token, (count, total) in sums.items()}


def _tokens(index: IndexName, passages: list[SearchedPassage], texts: list[str], folding: TextFolding) -> list[str]:
    told = text_tokens(passages, texts) if index == "texts" else name_tokens(passages, texts, folding)
    return told.split()


def _rows(searcher: PackageSearcher, index: IndexName) -> Iterator[int]:
    if index == "texts":
        yield from searcher.catalogue.ranks("leaf")
        return
    for number, shelf in enumerate(NAME_SOURCES):
        ranks = searcher.catalogue.ranks(shelf.table) if shelf.table else range(len(searcher.catalogue.lore.names))
        yield from ((number << ROW_SHIFT) + rank for rank in ranks)


def _seen(database: sqlite3.Connection, index: IndexName) -> _Sums:
    database.execute(f"CREATE VIRTUAL TABLE temp.seen USING fts5vocab('main', '{index}', 'instance')")
    found = {term: (count, total) for term, count, total in database.execute(_SEEN)}
    database.execute("DROP TABLE temp.seen")
    return found
