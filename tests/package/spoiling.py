"""Spoils package files as somebody with a database tool can: checksums and digest are made right again."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from exhibit.package.format import TRAILER_MAGIC, TRAILER_SIZE, row_checksum

Maker = Callable[[Path], None]
"""Turns the sample at a path into something else."""


def named(table: str, id: str) -> str:
    """What finds a row: a chunk has no id but its rank."""
    return f"{'rank' if table == 'chunk' else 'id'}='{id}'"


def reseal(path: Path) -> None:
    """Makes the trailer's digest fit the bytes before it."""
    content = path.read_bytes()[:-TRAILER_SIZE]
    path.write_bytes(content + TRAILER_MAGIC + hashlib.sha256(content).digest())


def change_bytes(path: Path, at: int, new: bytes) -> None:
    """Overwrites bytes; the digest stays as it was."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(new)


def in_database(change: Callable[[sqlite3.Connection], None]) -> Maker:
    """Changes the tables of a package, and makes its digest right again."""

    def make(path: Path) -> None:
        with path.open("r+b") as file:
            file.truncate(path.stat().st_size - TRAILER_SIZE)
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode=OFF")
            database.execute("BEGIN")
            change(database)
            database.execute("COMMIT")
        path.write_bytes(path.read_bytes() + bytes(TRAILER_SIZE))
        reseal(path)

    return make


def statements(*lines: str) -> Maker:
    """Runs SQL in the package."""

    def run(database: sqlite3.Connection) -> None:
        for line in ("PRAGMA writable_schema=ON", "PRAGMA ignore_check_constraints=ON", *lines):
            database.execute(line)

    return in_database(run)


def value(table: str, id: str, new: str | bytes) -> Maker:
    """Puts another value in a row, with its checksum."""
    data = new.encode() if isinstance(new, str) else new
    as_text = "" if table == "part" else "CAST(" + f"x'{data.hex()}' AS TEXT)"
    return statements(
        f"UPDATE {table} SET value={as_text or literal(data)}, checksum={literal(row_checksum(table, id, data))} WHERE {named(table, id)}"
    )


def value_in(path: Path, table: str, id: str) -> str:
    """The value of a row."""
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as database:
        (found,) = database.execute(f"SELECT CAST(value AS TEXT) FROM {table} WHERE {named(table, id)}").fetchone()
    return str(found)


def changed(table: str, id: str, change: Callable[[Any], object]) -> Maker:
    """Changes the JSON of a row in place, or puts what `change` returns there; with its checksum."""

    def make(path: Path) -> None:
        found = json.loads(value_in(path, table, id))
        new = change(found)
        value(table, id, json.dumps(found if new is None else new))(path)

    return make


def added(table: str, rows: Iterable[tuple[str, object]], **columns: str) -> Maker:
    """Adds rows of an id and a value, with these further columns and their checksums."""
    names = ["id", *columns, "value", "checksum"]

    def add(database: sqlite3.Connection) -> None:
        for id, new in rows:
            data = json.dumps(new, ensure_ascii=False)
            row = (id, *columns.values(), data, row_checksum(table, id, data.encode()))
            database.execute(f"INSERT INTO {table}({','.join(names)}) VALUES({','.join('?' * len(row))})", row)

    return in_database(add)


def part(id: str, data: bytes) -> Maker:
    """Adds a part, or puts another one in its place."""
    row = (id, data, row_checksum("part", id, data))
    return in_database(lambda database: void(database.execute("INSERT OR REPLACE INTO part VALUES(?,?,?)", row)))


def together(*makers: Maker) -> Maker:
    """One change after another."""

    def make(path: Path) -> None:
        for one in makers:
            one(path)

    return make


def changed_chunk(id: str, change: Callable[[list[str], list[Any]], object], to: str | None = None) -> Maker:
    """Changes the texts of a chunk, or the body it is of and its blocks; with its checksum, or at another rank."""

    def make(path: Path) -> None:
        searched, told = value_in(path, "chunk", id).split("\ufdd1")
        texts, plain = searched.split("\ufdd0"), json.loads(told)
        change(texts, plain)
        if to is not None:
            statements(f"INSERT INTO chunk SELECT {to}, value, checksum FROM chunk WHERE {named('chunk', id)}")(path)
        value("chunk", to or id, "\ufdd0".join(texts) + "\ufdd1" + json.dumps(plain))(path)

    return make


def literal(data: bytes) -> str:
    """Bytes in SQL."""
    return f"x'{data.hex()}'"


def void(_: object) -> None:
    """Takes what a call gave and gives nothing."""
