"""Writes the index of all texts and names: made in a file of its own, then laid into the package without gaps."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from exhibit.model.article import Article, Block, Body
from exhibit.model.text import Text
from exhibit.package.chunks import is_searched
from exhibit.package.codec import from_json
from exhibit.package.format import INDEXED, ROW_SHIFT, SHADOWS, WORDS
from exhibit.package.search.folding import closed, folding_of, plain_families
from exhibit.package.search.name_rows import model_of, passages_of
from exhibit.package.search.passages import (
    SearchedPassage,
    text_passage,
)
from exhibit.package.search.search_data import NAME_SOURCES, NameSource, SearchData
from exhibit.package.search.tokens import TokenReader, folded_texts, is_spelt, name_tokens, text_tokens

_HELD: Final = 32 << 20
"""Bytes the index holds in memory before it writes them out."""
_NEIGHBOURS: Final = 16
"""Articles kept for the rows of other tables that follow one another."""


def _silent(text: str) -> Sequence[str]:
    return [""] * len(text)


class IndexOptions(NamedTuple):
    """How the index is to be made: which characters stand for one another, and what syllables they have."""

    families: tuple[str, ...] = closed(plain_families())
    names: tuple[Text, ...] = ()
    read: TokenReader = _silent
    common: str = ""
    """Characters whose sound is carried even where no name has them."""


class IndexWriter:
    """Takes the rows of a package as they are written, and lays the index and its lore in at the end."""

    def __init__(self, package: sqlite3.Connection, file: str, spelling: IndexOptions) -> None:
        self._package, self._spelling = package, spelling
        self._folding = folding_of(spelling.families)
        self._read = lru_cache(4096)(spelling.read)
        self._sounds: dict[str, set[str]] = {}
        self._years: set[int] = set()
        self._article = lru_cache(_NEIGHBOURS)(self._article_of)
        package.execute("ATTACH ? AS scratch", (file,))
        for pragma in ("page_size=4096", "journal_mode=OFF", "synchronous=OFF"):
            package.execute(f"PRAGMA scratch.{pragma}")

    def begin(self) -> None:
        """Once a transaction was begun."""
        for name in WORDS:
            self._package.execute(f"CREATE VIRTUAL TABLE scratch.{name} USING {INDEXED}")
            self._set(name, "hashsize", _HELD)
            self._set(name, "automerge", 0)
            self._set(name, "crisismerge", 1999)

    def add_leaf(self, rank: int, leaf: Sequence[Block], body: Body, article: Article) -> None:
        """A piece of an edition's text."""
        passages = [text_passage(block, body.article, body.edition, article) for block in leaf if is_searched(block)]
        self._insert("texts", rank, text_tokens(passages, self._take(passages)))

    def finish(self) -> SearchData:
        """Adds the names, as the tables have them, and lays the index into the package: what goes with it."""
        for number, shelf in enumerate(NAME_SOURCES):
            for rank, value in self._values(shelf):
                self._add((number << ROW_SHIFT) + rank, list(passages_of(shelf, value, self._article)))
        for name in WORDS:
            self._package.execute(f"INSERT INTO scratch.{name}({name}) VALUES('optimize')")
            for shadow in SHADOWS:
                table = f"{name}_{shadow}"
                self._package.execute(f"DELETE FROM main.{table}")
                kept = " WHERE k='version'" if shadow == "config" else ""
                self._package.execute(f"INSERT INTO main.{table} SELECT * FROM scratch.{table}{kept}")
        return self._lore()

    def _add(self, row: int, passages: list[SearchedPassage]) -> None:
        """A row of names."""
        for passage in passages:
            if passage.name:
                self._hear(passage.text.hans)
        self._insert("names", row, name_tokens(passages, self._take(passages), self._folding, self._read))

    def _take(self, passages: list[SearchedPassage]) -> list[str]:
        """The folded texts of a row, after noting what the package has of them."""
        self._years.update(year for passage in passages for year in passage.offered_years)
        return list(folded_texts(passages, self._folding))

    def _insert(self, table: str, row: int, tokens: str) -> None:
        self._package.execute(f"INSERT INTO scratch.{table}(rowid, tokens) VALUES(?,?)", (row, tokens))

    def _hear(self, text: str) -> None:
        for syllable, character in zip(self._read(text), self._folding.flat(text), strict=True):
            if syllable and not is_spelt(character):
                self._sounds.setdefault(syllable, set()).add(character)

    def _values(self, shelf: NameSource) -> Iterator[tuple[int, Any]]:
        """What stands on a shelf, in its order, by rank."""
        if shelf.table is None:
            yield from enumerate(self._spelling.names)
            return
        model = model_of(shelf.table)
        for rank, value in self._package.execute(f"SELECT rank, value FROM main.{shelf.table} ORDER BY rank"):
            yield rank, from_json(model, value)

    def _article_of(self, id: str) -> Article | None:
        for (value,) in self._package.execute("SELECT value FROM main.article WHERE id=?", (id,)):
            return from_json(Article, value)
        return None

    def _set(self, table: str, name: str, value: int) -> None:
        self._package.execute(f"INSERT INTO scratch.{table}({table}, rank) VALUES(?,?)", (name, value))

    def _lore(self) -> SearchData:
        for one in self._spelling.common:
            self._hear(one)
        rows = (f"{syllable} {''.join(sorted(found))}" for syllable, found in sorted(self._sounds.items()))
        return SearchData(self._spelling.names, tuple(sorted(self._years)), tuple(rows))
