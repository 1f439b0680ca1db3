"""A package's file: its header and trailer, and the guarded connection through which it is read."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from exhibit.model.limits import MAX_ROW_BYTES
from exhibit.package.format import APPLICATION_ID, FORMAT_VERSION, PAGE_SIZE, TRAILER_MAGIC, TRAILER_SIZE, PackageError

_TABLE_ROOTS_SIZE: Final = 32 * PAGE_SIZE
"""Bytes at the beginning of the file: the tables' first pages."""
_FIRST_PARTS_SIZE: Final = 8 * PAGE_SIZE
"""Bytes at the end of the file: the parts that are read first."""
_MAX_HEAP: Final = 96 << 20
"""Bytes of memory that SQLite may have in this process. A damaged index could make it take gigabytes."""
_ALLOWED: Final = {
    sqlite3.SQLITE_SELECT: (None,),
    sqlite3.SQLITE_READ: None,
    sqlite3.SQLITE_FUNCTION: ("match", "length"),
    sqlite3.SQLITE_PRAGMA: ("data_version",),
    sqlite3.SQLITE_UPDATE: ("sqlite_master", "sqlite_schema"),
}
"""What statements may do, and to what (None is anything). FTS5 needs the last two: it asks whether the file has
changed, and it declares its columns in a way that SQLite reports as a change of the schema. Nothing can be written."""


def check_file(path: Path) -> str:
    """The digest in the trailer. Reads a few bytes, however long the file. Raises PackageError.

    The header must be that of a package of this format and fit the length of the file.
    """
    try:
        if not path.is_file():  # reading a pipe would never end
            raise PackageError(path, "missing", "no such file")
        with path.open("rb", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            _prefetch(file.fileno(), max(0, size - _FIRST_PARTS_SIZE), _FIRST_PARTS_SIZE)
            file.seek(0)
            header = file.read(100)
            _prefetch(file.fileno(), 0, _TABLE_ROOTS_SIZE)
            file.seek(max(0, size - TRAILER_SIZE))
            trailer = file.read()
    except OSError as error:
        raise PackageError(path, "missing", error.strerror or "") from error
    if header[:16] != b"SQLite format 3\0" or _number(header, 68) != APPLICATION_ID:
        raise PackageError(path, "not-a-package")
    if _number(header, 60) > FORMAT_VERSION:
        raise PackageError(path, "newer", f"format {_number(header, 60)}, this program reads {FORMAT_VERSION}")
    if _number(header, 60) < FORMAT_VERSION:
        raise PackageError(path, "older", f"format {_number(header, 60)}, this program reads {FORMAT_VERSION}")
    if size != PAGE_SIZE * _number(header, 28) + TRAILER_SIZE or not trailer.startswith(TRAILER_MAGIC):
        raise PackageError(path, "damaged", "cut short or added to")
    return trailer[len(TRAILER_MAGIC) :].hex()


def _prefetch(file: int, at: int, length: int) -> None:
    """Asks the system to read a stretch of the file ahead, where the system can."""
    with suppress(AttributeError, OSError):
        os.posix_fadvise(file, at, length, os.POSIX_FADV_WILLNEED)


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")


def connect(path: Path) -> sqlite3.Connection:
    """A connection that can only read the tables of a package. Raises sqlite3.Error, MemoryError."""
    database = sqlite3.connect(read_only_uri(path), uri=True, isolation_level=None, check_same_thread=False)
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_ROW_BYTES)  # SQLite refuses a longer value itself
    for pragma in (f"hard_heap_limit={_MAX_HEAP}", "trusted_schema=OFF", "cell_size_check=ON"):
        database.execute(f"PRAGMA {pragma}")
    database.set_authorizer(_authorise)
    return database


def read_only_uri(path: Path) -> str:
    """The file as SQLite opens it without writing or locking anything."""
    return path.absolute().as_uri() + "?mode=ro&immutable=1"


def _authorise(action: int, first: str | None, second: str | None, *_: object) -> int:
    named = second if action == sqlite3.SQLITE_FUNCTION else first
    allowed = action in _ALLOWED and (_ALLOWED[action] is None or named in (_ALLOWED[action] or ()))
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
