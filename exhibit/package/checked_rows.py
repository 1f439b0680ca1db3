"""Reads the tables of a package: opened read-only and defensively, each row checked and decoded as it is read."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Any, Final, NoReturn, TypeVar

from exhibit.model.limits import MAX_ANSWER_BYTES, MAX_LINE, MAX_ROW_BYTES
from exhibit.package.codec import DecodeError, from_json
from exhibit.package.file import check_file, connect
from exhibit.package.format import INDEX_TABLES, INDEXES, TABLES, PackageError, PackageFault, row_checksum

T = TypeVar("T")

_CACHE_SIZE: Final = 300
"""Decoded values that are kept: figures, articles and terms that were asked for last."""
_TIMEOUT_S: Final = 1.0
"""Seconds after which a query is given up. A sound package needs a few thousandths."""
_STEPS_PER_CHECK: Final = 10_000
"""Steps of SQLite's virtual machine between two looks at the clock."""

_VALUE: Final = "CAST(value AS BLOB)"
"""Checksums cover bytes, so the column is read as bytes."""
CHECKED_COLUMNS: Final = f"id, {_VALUE}, checksum"
"""The SQL of `CheckedColumns`."""
_CHUNK_COLUMNS: Final = f"CAST(rank AS TEXT), {_VALUE}, checksum"
"""The same for a chunk, whose rank stands for an id."""
CheckedColumns = tuple[str, bytes, bytes]
"""A row's id, its value and its checksum."""


class CheckedRows:
    """The tables of a package. Every method raises PackageError if the file is damaged or hostile."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.digest = check_file(path)
        self._deadline = 0.0
        self._cached_value = lru_cache(_CACHE_SIZE)(self._decoded)
        try:
            self._database = connect(path)
        except (sqlite3.Error, MemoryError) as error:
            raise PackageError(path, "damaged", str(error)) from error
        try:
            self._database.set_progress_handler(self._is_late, _STEPS_PER_CHECK)
            self._check_schema()
        except PackageError:
            self.close()
            raise

    def close(self) -> None:
        """Closes the file. Nothing can be read afterwards."""
        self._database.close()

    def one(self, kind: type[T], table: str, id: str) -> T | None:
        """The value of a row, or None if there is no such row."""
        for row in self.rows(f"{table} WHERE id=?", id):
            return self.value(kind, table, *row)
        return None

    def all(self, kind: type[T], table: str, limit: int) -> list[T]:
        """The values of a table in order. More than the limit are refused."""
        rows = self.rows(f"{table} ORDER BY rank LIMIT ?", limit + 1)
        if len(rows) > limit:
            self.fail("hostile", f"it has more than {limit} rows of {table}")
        return [self.value(kind, table, *row) for row in rows]

    def some(self, kind: type[T], table: str, wanted: Mapping[str, str | None], count: int) -> list[T]:
        """At most `count` values of the rows whose columns are as wanted (None is any), in order."""
        given = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join(f"{name}=?" for name in given) or "1"
        rows = self.rows(f"{table} WHERE {where} ORDER BY rank LIMIT ?", *given.values(), max(count, 0))
        return [self.value(kind, table, *row) for row in rows]

    def part(self, id: str, missing: str, limit: int = MAX_ROW_BYTES) -> bytes:
        """The bytes of a part, of at most `limit` bytes. `missing` is the detail of the error if there is none."""
        with self._values_up_to(limit):
            for row in self._within_limit(
                f"{CHECKED_COLUMNS} FROM part WHERE id=?", (id,), limit + MAX_LINE
            ):  # with its id
                return self.checked("part", *row)
        return self.fail("damaged", missing)

    def part_sizes(self, prefix: str) -> dict[str, int]:
        """The bytes of each part whose id begins with the prefix, by id, without reading them."""
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        found = self.selected("id, length(value) FROM part WHERE id>=? AND id<? ORDER BY id", prefix, end)
        return {id: size or 0 for id, size in found}

    def rows(self, rest: str, *values: object) -> list[CheckedColumns]:
        """The rows of a table with ids; `rest` is the SQL after FROM."""
        return list(self._within_limit(f"{CHECKED_COLUMNS} FROM {rest}", values))

    def row_of_rank(self, table: str, rank: int) -> CheckedColumns | None:
        """A row by its rank."""
        return next(iter(self.rows(f"{table} WHERE rank=?", rank)), None)

    def chunk(self, rank: int) -> CheckedColumns | None:
        """A chunk by its rank."""
        return next(iter(self.chunks(rank, 1)), None)

    def chunks(self, first: int, count: int) -> list[CheckedColumns]:
        """The chunks from a rank on."""
        rest = f"{_CHUNK_COLUMNS} FROM chunk WHERE rank>=? AND rank<? ORDER BY rank"
        return list(self._within_limit(rest, (first, first + count)))

    def selected(self, rest: str, *values: object) -> list[Any]:
        """The rows of a SELECT, unchecked; `rest` is the SQL after SELECT."""
        return list(self._selected(rest, values))

    def value(self, kind: type[T], table: str, id: str, value: bytes, checksum: bytes) -> T:
        """A row's value, checked and decoded. The values that were asked for last are kept."""
        decoded: T = self._cached_value(kind, table, id, value, checksum)  # type: ignore[arg-type]  # types hash
        return decoded

    def text(self, table: str, id: str, value: bytes, checksum: bytes) -> str:
        """A row's value, checked, as text."""
        return self.decode(f"{table} {id}", lambda: self.checked(table, id, value, checksum).decode())

    def decode(self, what: str, read: Callable[[], T]) -> T:
        """The result of a function that decodes something of the package; `what` names it in the error."""
        try:
            return read()
        except (DecodeError, UnicodeDecodeError) as error:
            return self.fail("hostile", f"{what}: {error}")

    def checked(self, table: str, id: str, value: bytes, checksum: bytes) -> bytes:
        """A row's value if its checksum fits."""
        if not isinstance(id, str) or not isinstance(value, bytes) or row_checksum(table, id, value) != checksum:
            self.fail("damaged", f"{table} {id}")
        return value

    def fail(self, fault: PackageFault, detail: str) -> NoReturn:
        """Raises PackageError."""
        raise PackageError(self.path, fault, detail)

    def _decoded(self, kind: type[T], table: str, id: str, value: bytes, checksum: bytes) -> T:
        text = self.text(table, id, value, checksum)
        return self.decode(f"{table} {id}", lambda: from_json(kind, text))

    def _within_limit(
        self, rest: str, values: tuple[object, ...], limit: int = MAX_ANSWER_BYTES
    ) -> Iterator[CheckedColumns]:
        size = 0
        for row in self._selected(rest, values):
            size += sum(len(value) for value in row if isinstance(value, str | bytes))
            if size > limit:
                self.fail("hostile", "it holds too much to be read at once")
            yield row

    def _selected(self, rest: str, values: tuple[object, ...]) -> Iterator[Any]:
        self._deadline = monotonic() + _TIMEOUT_S
        try:
            yield from self._database.execute(f"SELECT {rest}", values)
        except UnicodeEncodeError:
            return  # an id with a lone surrogate: no row has it
        except sqlite3.DataError as error:  # string or blob too big
            raise PackageError(self.path, "hostile", "a value is larger than it may be") from error
        except (sqlite3.Error, MemoryError, UnicodeError, OverflowError) as error:  # its message may be no UTF-8
            raise PackageError(self.path, "damaged", str(error)) from error

    @contextmanager
    def _values_up_to(self, limit: int) -> Iterator[None]:
        """Inside, SQLite reads values of so many bytes."""
        before = self._database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limit)
        try:
            yield
        finally:
            self._database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, before)

    def _is_late(self) -> bool:
        return monotonic() > self._deadline

    def _check_schema(self) -> None:
        found = dict(self.selected("name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
        if found != TABLES | INDEXES | INDEX_TABLES:
            self.fail("hostile", "its tables are not those of a package")
