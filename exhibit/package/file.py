"""A package's file: its header and trailer, and the guarded connection through which it is read."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from exhibit.package.format import APPLICATION_ID, FORMAT_VERSION, PAGE_SIZE, TRAILER_MAGIC, TRAILER_SIZE, PackageError

_LONGEST_VALUE: Final = 64 << 20
"""Bytes; a row larger than this is refused by SQLite itself."""
_ROOTS: Final = 32 * PAGE_SIZE
"""Bytes at the beginning of the file: the tables' roots."""
_PARTS: Final = 8 * PAGE_SIZE
"""Bytes at its end: the parts that are read first."""
_ALLOWED: Final = {
    sqlite3.SQLITE_SELECT: (None,),
    sqlite3.SQLITE_READ: None,
    sqlite3.SQLITE_FUNCTION: ("match",),
    sqlite3.SQLITE_PRAGMA: ("data_version",),
    sqlite3.SQLITE_UPDATE: ("sqlite_master", "sqlite_schema"),
}
"""What statements may do, and to what (None is anything). The last two are FTS5's own: it asks whether the file has
changed, and SQLite lets it declare its columns by what looks like a change of the schema but is none: nothing can be
written here."""


def check_file(path: Path) -> str:
    """The digest in the trailer, once the header fits the file's length. Reads a few bytes, however long the file."""
    try:
        if not path.is_file():  # a pipe would keep us waiting for ever
            raise PackageError(path, "missing", "no such file")
        with path.open("rb", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            _foresee(file.fileno(), max(0, size - _PARTS), _PARTS)
            file.seek(0)
            header = file.read(100)
            _foresee(file.fileno(), 0, _ROOTS)
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


def _foresee(file: int, at: int, length: int) -> None:
    """Has the system fetch at once what would be read page by page, where it can."""
    with suppress(AttributeError, OSError):
        os.posix_fadvise(file, at, length, os.POSIX_FADV_WILLNEED)


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")


def connect(path: Path) -> sqlite3.Connection:
    """Read-only, and for nothing but reading. Raises sqlite3.Error."""
    uri = path.absolute().as_uri() + "?mode=ro&immutable=1"
    database = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    database.execute("PRAGMA trusted_schema=OFF")
    database.execute("PRAGMA cell_size_check=ON")
    database.set_authorizer(_authorise)
    return database


def _authorise(action: int, first: str | None, second: str | None, *_: object) -> int:
    named = second if action == sqlite3.SQLITE_FUNCTION else first
    allowed = action in _ALLOWED and (_ALLOWED[action] is None or named in (_ALLOWED[action] or ()))
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
