"""Writes the index of all texts and names: made in a file of its own, then copied into the package without gaps."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from exhibit.model.article import Article, Block, Body
from exhibit.model.text import Text
from exhibit.package.chunks import is_searched
from exhibit.package.codec import from_json
from exhibit.package.format import INDEX_DEFINITION, INDEX_NAMES, ROW_SHIFT, SHADOW_TABLES
from exhibit.package.search.folding import folding_of, merged_variants, plain_variants
from exhibit.package.search.name_sources import NAME_SOURCES, NameSource, SearchData, model_of, passages_of
from exhibit.package.search.passages import SearchedPassage, text_passage
from exhibit.package.search.tokens import NameReader, folded_texts, is_typed_as_itself, name_tokens, text_tokens

_MEMORY_BYTES: Final = 32 << 20
"""Bytes of the index that are kept in memory before they are written."""
_READING_CACHE_SIZE: Final = 4096
"""Names whose syllables are kept."""
_ARTICLE_CACHE_SIZE: Final = 16
"""Articles that are kept for the rows of other tables, which follow one another by article."""


def _without_pinyin(text: str) -> Sequence[str]:
    return [""] * len(text)


class IndexOptions(NamedTuple):
    """How the index is made: which characters stand for one another, and how names are read."""

    variants: tuple[str, ...] = merged_variants(plain_variants())
    """Groups of characters that stand for one another."""
    names: tuple[Text, ...] = ()
    """Names that only the texts hold."""
    read: NameReader = _without_pinyin
    common: str = ""
    """Characters whose syllables the package knows even if no name has them."""


class IndexWriter:
    """Takes the rows of a package as they are written, and copies the index into the package at the end."""

    def __init__(self, package: sqlite3.Connection, file: str, options: IndexOptions) -> None:
        self._package, self._options = package, options
        self._folding = folding_of(options.variants)
        self._read = lru_cache(_READING_CACHE_SIZE)(options.read)
        self._pinyin: dict[str, set[str]] = {}
        self._years: set[int] = set()
        self._article = lru_cache(_ARTICLE_CACHE_SIZE)(self._article_of)
        package.execute("ATTACH ? AS scratch", (file,))
        for pragma in ("page_size=4096", "journal_mode=OFF", "synchronous=OFF"):
            package.execute(f"PRAGMA scratch.{pragma}")

    def begin(self) -> None:
        """Makes the tables, inside a transaction of the caller."""
        for index in INDEX_NAMES:
            self._package.execute(f"CREATE VIRTUAL TABLE scratch.{index} USING {INDEX_DEFINITION}")
            self._set(index, "hashsize", _MEMORY_BYTES)
            self._set(index, "automerge", 0)
            self._set(index, "crisismerge", 1999)

    def add_chunk(self, rank: int, chunk: Sequence[Block], body: Body, article: Article) -> None:
        """Adds a chunk of an edition's text."""
        passages = [text_passage(block, body.article, body.edition, article) for block in chunk if is_searched(block)]
        self._insert("texts", rank, text_tokens(passages, self._folded(passages)))

    def finish(self) -> SearchData:
        """Adds the names, as the tables have them, copies the index into the package, and returns its search data."""
        for number, source in enumerate(NAME_SOURCES):
            for rank, value in self._values(source):
                self._add_names((number << ROW_SHIFT) + rank, list(passages_of(source, value, self._article)))
        for index in INDEX_NAMES:
            self._package.execute(f"INSERT INTO scratch.{index}({index}) VALUES('optimize')")
            for shadow in SHADOW_TABLES:
                table = f"{index}_{shadow}"
                self._package.execute(f"DELETE FROM main.{table}")
                kept = " WHERE k='version'" if shadow == "config" else ""
                self._package.execute(f"INSERT INTO main.{table} SELECT * FROM scratch.{table}{kept}")
        return self._search_data()

    def _add_names(self, row: int, passages: list[SearchedPassage]) -> None:
        for passage in passages:
            if passage.is_name:
                self._add_pinyin(passage.text.hans)
        self._insert("names", row, name_tokens(passages, self._folded(passages), self._folding, self._read))

    def _folded(self, passages: list[SearchedPassage]) -> list[str]:
        """The folded texts of a row; its years are noted."""
        self._years.update(year for passage in passages for year in passage.offered_years)
        return list(folded_texts(passages, self._folding))

    def _insert(self, table: str, row: int, tokens: str) -> None:
        self._package.execute(f"INSERT INTO scratch.{table}(rowid, tokens) VALUES(?,?)", (row, tokens))

    def _add_pinyin(self, text: str) -> None:
        for syllable, character in zip(self._read(text), self._folding.flat(text), strict=True):
            if syllable and not is_typed_as_itself(character):
                self._pinyin.setdefault(syllable, set()).add(character)

    def _values(self, source: NameSource) -> Iterator[tuple[int, Any]]:
        """The values of a source in their order, each with its rank."""
        if source.table is None:
            yield from enumerate(self._options.names)
            return
        model = model_of(source.table)
        for rank, value in self._package.execute(f"SELECT rank, value FROM main.{source.table} ORDER BY rank"):
            yield rank, from_json(model, value)

    def _article_of(self, id: str) -> Article | None:
        for (value,) in self._package.execute("SELECT value FROM main.article WHERE id=?", (id,)):
            return from_json(Article, value)
        return None

    def _set(self, index: str, name: str, value: int) -> None:
        self._package.execute(f"INSERT INTO scratch.{index}({index}, rank) VALUES(?,?)", (name, value))

    def _search_data(self) -> SearchData:
        for one in self._options.common:
            self._add_pinyin(one)
        rows = (f"{syllable} {''.join(sorted(found))}" for syllable, found in sorted(self._pinyin.items()))
        return SearchData(self._options.names, tuple(sorted(self._years)), tuple(rows))
