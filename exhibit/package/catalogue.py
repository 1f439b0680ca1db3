"""The catalogue: which rows the index has for an expression, and what the tables hold of those rows."""

import json
from functools import cached_property, lru_cache
from typing import Any, Final, TypeVar

from exhibit.model.article import Article, Block
from exhibit.package.folding import Folding, unpacked
from exhibit.package.format import Index
from exhibit.package.leaves import LeafSpan
from exhibit.package.lore import Lore
from exhibit.package.sealed import SealedRows

T = TypeVar("T")

_KEPT: Final = 64
"""Rows kept as they were read: each is looked at more than once."""


class Catalogue:
    """What a search reads of a package. Raises PackageError wherever the file proves unfit."""

    def __init__(self, rows: SealedRows) -> None:
        self._rows = rows
        self._row = lru_cache(_KEPT)(rows.ranked)

    def matching(self, index: Index, expression: str, first: int, count: int) -> list[int]:
        """Rows of an index that an expression finds, from `first` on."""
        asked = f"rowid FROM {index} WHERE {index} MATCH ? AND rowid>=? ORDER BY rowid LIMIT ?"
        return [row for (row,) in self._rows.selected(asked, expression, first, count)]

    def folding(self) -> Folding:
        """How characters are folded."""
        try:
            return unpacked(self._rows.part("folds", "it cannot be searched"))
        except ValueError as error:
            return self._rows.fail("hostile", f"folds: {error}")

    @cached_property
    def lore(self) -> Lore:
        """What else searching needs to know."""
        return self._rows.one(Lore, "part", "lore") or self._rows.fail("damaged", "it cannot be searched")

    def ranks(self, table: str) -> list[int]:
        """The ranks of a table's rows, in order."""
        return [rank for (rank,) in self._rows.selected(f"rank FROM {table} ORDER BY rank")]

    def told(self, table: str, rank: int) -> str:
        """The value of a table's row of that rank as JSON; "" where there is none."""
        try:
            row = self._row(table, rank)
            return self._rows.checked(table, *row).decode() if row else ""
        except UnicodeError:
            return self._rows.fail("hostile", f"{table} {rank}")

    def at(self, kind: type[T], table: str, rank: int) -> T | None:
        """The value of a table's row of that rank."""
        row = self._row(table, rank)
        return self._rows.value(kind, table, *row) if row else None

    def article(self, id: str) -> Article | None:
        """An article by its id."""
        return self._rows.one(Article, "article", id)

    def leaf(self, rank: int) -> list[Any] | None:
        """The blocks of a leaf but the headings, as JSON has them; `block` makes one of them."""
        if not (value := self.told("leaf", rank)):
            return None
        try:
            told = [one for one in json.loads(value) if one[1] != "heading"]
            if all(isinstance(text, str) for _, _, _, (hans, hant), _ in told for text in (hans, hant)):
                return told
        except (ValueError, TypeError, LookupError, RecursionError):
            pass
        return self._rows.fail("hostile", f"leaf {rank}")

    def leaf_of(self, rank: int) -> tuple[str, str]:
        """The article and the edition that a leaf is of."""
        for row in self._rows.rows("body WHERE rank<=? ORDER BY rank DESC LIMIT 1", rank):
            span = self._rows.value(LeafSpan, "body", *row)
            if span.first <= rank < span.first + span.count:
                article, _, edition = row[0].partition("/")
                return article, edition
        return self._rows.fail("hostile", f"leaf {rank} is of no text")

    def block(self, told: object) -> Block:
        """One of `leaf`, checked."""
        return self._rows.plain(Block, told)

