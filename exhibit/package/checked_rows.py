"""Sealed rows: a package's tables opened read-only and defensively, each row checked and decoded as it is read."""

import sqlite3
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Any, Final, NoReturn, TypeVar

from exhibit.package.codec import DecodeError, from_json
from exhibit.package.file import check_file, connect
from exhibit.package.format import INDEXES, SEARCH, TABLES, PackageError, PackageFault, row_checksum

T = TypeVar("T")

_KEPT: Final = 300
"""Values kept decoded: figures, articles and words in view and in what was found last."""
_PATIENCE: Final = 1.0
"""Seconds after which a query is given up: a sound package needs a few thousandths."""
_STEPS_BETWEEN_LOOKS: Final = 10_000
"""Steps of SQLite's virtual machine between two looks at the clock."""

_VALUE: Final = "CAST(value AS BLOB)"
"""What is sealed are bytes; as text they would be decoded to be encoded again."""
SEALED: Final = f"id, {_VALUE}, seal"
"""The columns of `CheckedColumns`."""
_LEAF: Final = f"CAST(rank AS TEXT), {_VALUE}, seal FROM leaf"
"""The same of a leaf; its rank stands for an id."""
CheckedColumns = tuple[str, bytes, bytes]
"""A row's id, its value, its seal."""


class CheckedRows:
    """The tables of a package. Raises PackageError wherever the file proves unfit."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.digest = check_file(path)
        self._deadline = 0.0
        self._known = lru_cache(_KEPT)(self.decoded)
        try:
            self._database = connect(path)
        except sqlite3.Error as error:
            raise PackageError(path, "damaged", str(error)) from error
        try:
            self._database.set_progress_handler(self._is_late, _STEPS_BETWEEN_LOOKS)
            self._check_schema()
        except PackageError:
            self.close()
            raise

    def close(self) -> None:
        """Nothing can be read any more."""
        self._database.close()

    def one(self, kind: type[T], table: str, id: str) -> T | None:
        """The value of a row."""
        for row in self.rows(f"{table} WHERE id=?", id):
            return self.value(kind, table, *row)
        return None

    def part(self, id: str, lacking: str) -> bytes:
        """The bytes of a part."""
        for row in self.rows("part WHERE id=?", id):
            return self.checked("part", *row)
        return self.fail("damaged", lacking)

    def all(self, kind: type[T], table: str, wanted: Mapping[str, str | None], count: int = -1) -> list[T]:
        """The values of the rows that `listed` gives."""
        return [self.value(kind, table, *row) for row in self.listed(table, wanted, count)]

    def listed(self, table: str, wanted: Mapping[str, str | None], count: int) -> list[CheckedColumns]:
        """The rows whose columns are as wanted (None is any), in order; a count below zero is no limit."""
        given = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join(f"{name}=?" for name in given) or "1"
        return self.rows(f"{table} WHERE {where} ORDER BY rank LIMIT ?", *given.values(), count)

    def rows(self, rest: str, *values: object) -> list[CheckedColumns]:
        """Rows of a table with ids."""
        return self.selected(f"{SEALED} FROM {rest}", *values)

    def ranked(self, table: str, rank: int) -> CheckedColumns | None:
        """A row by its rank."""
        return next(iter(self.rows(f"{table} WHERE rank=?", rank)), None)

    def leaf(self, rank: int) -> CheckedColumns | None:
        """A leaf by its rank."""
        return next(iter(self.selected(f"{_LEAF} WHERE rank=?", rank)), None)

    def leaves(self, first: int, count: int) -> list[CheckedColumns]:
        """Leaves from a rank on."""
        return self.selected(f"{_LEAF} WHERE rank>=? AND rank<? ORDER BY rank", first, first + count)

    def selected(self, rest: str, *values: object) -> list[Any]:
        """What a SELECT gives, unchecked."""
        self._deadline = monotonic() + _PATIENCE
        try:
            return self._database.execute(f"SELECT {rest}", values).fetchall()
        except UnicodeEncodeError:
            return []  # an id with a lone surrogate: no row has it
        except (sqlite3.Error, MemoryError, UnicodeError, OverflowError) as error:  # its message may be no UTF-8
            raise PackageError(self.path, "damaged", str(error)) from error

    def value(self, kind: type[T], table: str, id: str, value: bytes, found: bytes) -> T:
        """A row's value, checked and decoded; those asked for last are kept."""
        known: T = self._known(kind, table, id, value, found)  # type: ignore[arg-type]  # types hash
        return known

    def decoded(self, kind: type[T], table: str, id: str, value: bytes, found: bytes) -> T:
        """The same, not kept."""
        told = self.text(table, id, value, found)
        return self.read(f"{table} {id}", lambda: from_json(kind, told))

    def text(self, table: str, id: str, value: bytes, found: bytes) -> str:
        """A row's value as it stands."""
        try:
            return self.checked(table, id, value, found).decode()
        except UnicodeError as error:
            raise PackageError(self.path, "hostile", f"{table} {id}: {error}") from error

    def read(self, what: str, make: Callable[[], T]) -> T:
        """What is made of a row that was checked; `what` names the row."""
        try:
            return make()
        except DecodeError as error:
            raise PackageError(self.path, "hostile", f"{what}: {error}") from error

    def checked(self, table: str, id: str, value: bytes, found: bytes) -> bytes:
        """A row's value, once it fits the seal."""
        if not isinstance(id, str) or not isinstance(value, bytes) or row_checksum(table, id, value) != found:
            self.fail("damaged", f"{table} {id}")
        return value

    def fail(self, trouble: PackageFault, detail: str) -> NoReturn:
        """Raises PackageError."""
        raise PackageError(self.path, trouble, detail)

    def _is_late(self) -> bool:
        return monotonic() > self._deadline

    def _check_schema(self) -> None:
        found = dict(self.selected("name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
        if found != TABLES | INDEXES | SEARCH:
            self.fail("hostile", "its tables are not those of a package")
