"""Writes a package: one file, whole or not at all, and the same bytes for the same contents."""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from exhibit.model.article import Article, Body, sections_of
from exhibit.model.comparison import Comparison
from exhibit.model.event import Event
from exhibit.model.metric import Metric
from exhibit.model.package import Exhibit
from exhibit.model.region import ExhibitMap, Region
from exhibit.model.system import System
from exhibit.model.term import Term, occurrences_in
from exhibit.package.chunks import ChunkRange, chunk_value, split_into_chunks
from exhibit.package.codec import to_json
from exhibit.package.format import (
    APPLICATION_ID,
    FORMAT_VERSION,
    INDEX_NAMES,
    INDEX_TABLES,
    INDEXES,
    PAGE_SIZE,
    TABLES,
    TRAILER_MAGIC,
    body_id,
    occurrence_id,
    row_checksum,
    topic_id,
)
from exhibit.package.search.folding import folding_bytes
from exhibit.package.search.index_writer import IndexOptions, IndexWriter
from exhibit.package.search.name_sources import SearchData
from exhibit.package.topic_counter import TopicCounter

_SQLITE_VERSION_AT: Final = 96
"""Where the header names the SQLite that wrote the file. No reader needs it (sqlite.org/fileformat2.html, 1.3)."""


class ArticleContents(NamedTuple):
    """An article with all its texts and its figures in reading order."""

    article: Article
    bodies: tuple[Body, ...]
    metrics: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class PackageContents:
    """Everything that goes into a package. `entries` is read once, so it may be a stream."""

    exhibit: Exhibit
    map: ExhibitMap | None
    regions: tuple[Region, ...]
    entries: Iterable[ArticleContents]
    blobs: Mapping[str, bytes]
    fonts: tuple[bytes, ...]
    computed: tuple[Metric, ...] = ()
    systems: tuple[System, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    terms: tuple[Term, ...] = ()
    events: tuple[Event, ...] = ()
    index_options: IndexOptions = field(default_factory=IndexOptions)


def write_package(contents: PackageContents, path: Path) -> str:
    """Writes `path` and returns the digest. Raises OSError; then `path` is as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part, scratch = (path.with_name(path.name + ending) for ending in (".part", ".words.part"))
    try:
        part.unlink(missing_ok=True)
        scratch.unlink(missing_ok=True)
        _write_database(contents, part, scratch)
        scratch.unlink()
        digest = _add_trailer(part)
        part.replace(path)
        _sync(path.parent)
        return digest
    except sqlite3.Error as error:
        raise OSError(f"{path}: cannot be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)
        scratch.unlink(missing_ok=True)


def _write_database(contents: PackageContents, part: Path, scratch: Path) -> None:
    with closing(sqlite3.connect(_uri(part), uri=True, isolation_level=None)) as database:
        for pragma in (f"page_size={PAGE_SIZE}", "journal_mode=OFF", "synchronous=OFF"):
            database.execute(f"PRAGMA {pragma}")
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database.execute(f"PRAGMA user_version={FORMAT_VERSION}")
        index = IndexWriter(database, _uri(scratch), contents.index_options)
        database.execute("BEGIN")
        for statement in (*TABLES.values(), *(INDEX_TABLES[name] for name in INDEX_NAMES)):
            database.execute(statement)
        index.begin()
        _insert_contents(database, contents, index)
        search_data = index.finish()
        for statement in INDEXES.values():
            database.execute(statement)
        _insert_parts(database, _first_parts(contents, search_data))
        database.execute("COMMIT")


def _uri(file: Path) -> str:
    """The name of a file as a URI, which SQLite can open in every locale."""
    return file.absolute().as_uri()


def _insert_contents(database: sqlite3.Connection, contents: PackageContents, index: IndexWriter) -> None:
    _insert_parts(database, _parts(contents))
    for region in contents.regions:
        _insert(database, "region", region.id, to_json(region))
    counter = TopicCounter(contents.computed, contents.systems)
    for entry in contents.entries:
        _insert_entry(database, entry, index)
        counter.add_article(entry.article, entry.metrics)
    _insert_descriptions(database, contents)
    _insert_parts(database, _topic_counts(contents, counter))


def _parts(contents: PackageContents) -> dict[str, bytes]:
    parts = {"map": to_json(contents.map).encode()} if contents.map else {}
    parts |= {f"blob/{name}": value for name, value in sorted(contents.blobs.items())}
    parts |= {f"font/{number}": value for number, value in enumerate(contents.fonts)}
    return parts


def _first_parts(contents: PackageContents, search_data: SearchData) -> dict[str, bytes]:
    """The parts that are read first. They stand together at the end of the file."""
    return {
        "search": to_json(search_data).encode(),
        "folding": folding_bytes(contents.index_options.variants),
        "exhibit": to_json(contents.exhibit).encode(),
    }


def _topic_counts(contents: PackageContents, counter: TopicCounter) -> dict[str, bytes]:
    """What each region has of each topic, counted once: a large package takes too long to count when it is read."""
    return {
        topic_id(one.id): to_json(counter.counts_of(one.id, contents.regions)).encode()
        for one in contents.exhibit.topics
    }


def _insert_parts(database: sqlite3.Connection, parts: Mapping[str, bytes]) -> None:
    database.executemany(
        "INSERT INTO part VALUES(?,?,?)",
        ((key, value, row_checksum("part", key, value)) for key, value in parts.items()),
    )


def _insert_entry(database: sqlite3.Connection, entry: ArticleContents, index: IndexWriter) -> None:
    article = entry.article
    _insert(database, "article", article.id, to_json(article), region=article.region)
    for one in sections_of(article):
        id = f"{article.id}/{one.section.id}"
        _insert(database, "section", id, to_json(one), region=one.region, topic=one.section.topic)
    for body in entry.bodies:
        _insert_body(database, body, article, index)
        _insert_occurrences(database, body)
    for metric in entry.metrics:
        _insert_metric(database, "metric", metric)


def _insert_body(database: sqlite3.Connection, body: Body, article: Article, index: IndexWriter) -> None:
    """A body has the rank of its first chunk."""
    ranks = []
    id = body_id(body.article, body.edition)
    for chunk in split_into_chunks(body.blocks):
        ranks.append(_insert_chunk(database, chunk_value(id, chunk)))
        index.add_chunk(ranks[-1], chunk, body, article)
    chunks = ChunkRange(ranks[0], len(ranks))
    _insert(database, "body", id, to_json(chunks), rank=chunks.first)


def _insert_chunk(database: sqlite3.Connection, value: str) -> int:
    """The rank of the new chunk."""
    (last,) = database.execute("SELECT max(rank) FROM chunk").fetchone()
    rank = (last or 0) + 1
    database.execute("INSERT INTO chunk VALUES(?,?,?)", (rank, value, row_checksum("chunk", str(rank), value.encode())))
    return rank


def _insert_descriptions(database: sqlite3.Connection, contents: PackageContents) -> None:
    for metric in contents.computed:
        _insert_metric(database, "computed", metric)
    for system in contents.systems:
        _insert(database, "system", system.id, to_json(system), article=system.article)
    for comparison in contents.comparisons:
        _insert(database, "comparison", comparison.id, to_json(comparison))
    for term in contents.terms:
        _insert(database, "term", term.id, to_json(term))
    for event in contents.events:
        _insert(database, "event", event.id, to_json(event), article=event.article)


def _insert_occurrences(database: sqlite3.Connection, body: Body) -> None:
    for one in occurrences_in(body):
        _insert(database, "occurrence", occurrence_id(one), to_json(one), term=one.term)


def _insert_metric(database: sqlite3.Connection, table: str, one: Metric) -> None:
    _insert(database, table, one.id, to_json(one), article=one.article, region=one.region, topic=one.topic)


def _insert(database: sqlite3.Connection, table: str, id: str, value: str, **columns: str | int) -> None:
    row = {"id": id, **columns, "value": value, "checksum": row_checksum(table, id, value.encode())}
    places = ",".join("?" * len(row))
    database.execute(f"INSERT INTO {table}({','.join(row)}) VALUES({places})", tuple(row.values()))


def _add_trailer(part: Path) -> str:
    """Adds the digest to the file, after the one field in which versions of SQLite differ was cleared."""
    with part.open("r+b") as file:
        file.seek(_SQLITE_VERSION_AT)
        file.write(bytes(4))
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256")
        file.seek(0, os.SEEK_END)
        file.write(TRAILER_MAGIC + digest.digest())
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _sync(folder: Path) -> None:
    if os.name == "posix":  # Windows cannot open a directory to sync it
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
