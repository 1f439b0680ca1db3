"""The format of a package file: an SQLite database whose rows have checksums, and a trailer with its digest."""

import hashlib
import re
from typing import TYPE_CHECKING, Final, Literal

from exhibit.model.text import UNSAFE

if TYPE_CHECKING:
    from exhibit.model.term import TermOccurrence

APPLICATION_ID: Final = 0x45584842
"""`EXHB`, in the SQLite header at byte 68 (sqlite.org/fileformat2.html, section 1.3)."""
FORMAT_VERSION: Final = 13
PAGE_SIZE: Final = 8192
TRAILER_MAGIC: Final = b"EXHIBIT\n"
TRAILER_SIZE: Final = len(TRAILER_MAGIC) + hashlib.sha256().digest_size

TABLES: Final = {
    "part": "CREATE TABLE part(id TEXT PRIMARY KEY, value BLOB NOT NULL, checksum BLOB NOT NULL)",
    "region": "CREATE TABLE region(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, value TEXT NOT NULL,"
    " checksum BLOB NOT NULL)",
    "article": "CREATE TABLE article(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, region TEXT NOT NULL,"
    " value TEXT NOT NULL, checksum BLOB NOT NULL)",
    "section": "CREATE TABLE section(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, region TEXT NOT NULL,"
    " topic TEXT NOT NULL, value TEXT NOT NULL, checksum BLOB NOT NULL)",
    "body": "CREATE TABLE body(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, value TEXT NOT NULL, checksum BLOB NOT NULL)",
    "chunk": "CREATE TABLE chunk(rank INTEGER PRIMARY KEY, value TEXT NOT NULL, checksum BLOB NOT NULL)",
    "metric": "CREATE TABLE metric(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT NOT NULL,"
    " region TEXT NOT NULL, topic TEXT NOT NULL, value TEXT NOT NULL, checksum BLOB NOT NULL)",
    "computed": "CREATE TABLE computed(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT NOT NULL,"
    " region TEXT NOT NULL, topic TEXT NOT NULL, value TEXT NOT NULL, checksum BLOB NOT NULL)",
    "system": "CREATE TABLE system(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT NOT NULL,"
    " value TEXT NOT NULL, checksum BLOB NOT NULL)",
    "comparison": "CREATE TABLE comparison(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, value TEXT NOT NULL,"
    " checksum BLOB NOT NULL)",
    "term": "CREATE TABLE term(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, value TEXT NOT NULL, checksum BLOB NOT NULL)",
    "occurrence": "CREATE TABLE occurrence(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, term TEXT NOT NULL,"
    " value TEXT NOT NULL, checksum BLOB NOT NULL)",
    "event": "CREATE TABLE event(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT NOT NULL,"
    " value TEXT NOT NULL, checksum BLOB NOT NULL)",
}
INDEXES: Final = {
    "article_region": "CREATE INDEX article_region ON article(region)",
    "section_topic": "CREATE INDEX section_topic ON section(topic)",
    "metric_article": "CREATE INDEX metric_article ON metric(article)",
    "metric_region": "CREATE INDEX metric_region ON metric(region)",
    "metric_topic": "CREATE INDEX metric_topic ON metric(topic)",
    "computed_article": "CREATE INDEX computed_article ON computed(article)",
    "system_article": "CREATE INDEX system_article ON system(article)",
    "occurrence_term": "CREATE INDEX occurrence_term ON occurrence(term)",
    "event_article": "CREATE INDEX event_article ON event(article)",
}

IndexName = Literal["texts", "names"]
INDEX_NAMES: Final[tuple[IndexName, ...]] = ("texts", "names")
"""The full-text indexes: of the chunks of the editions' texts, by rank, and of everything else, see ROW_SHIFT."""
SHADOW_TABLES: Final = {
    "data": "id INTEGER PRIMARY KEY, block BLOB)",
    "idx": "segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "config": "k PRIMARY KEY, v) WITHOUT ROWID",
}
"""The tables in which FTS5 keeps an index, as it makes them itself (sqlite.org/fts5.html, section 9)."""
INDEX_DEFINITION: Final = "fts5(tokens, content='', columnsize=0, detail=none, tokenize='ascii')"
"""The options of an index: it keeps only which tokens a row has, no positions and no texts."""
ROW_SHIFT: Final = 40
"""A row of the index of names is `(number of its NameSource << ROW_SHIFT) + rank in its table`."""
INDEX_TABLES: Final = {name: f"CREATE VIRTUAL TABLE {name} USING {INDEX_DEFINITION}" for name in INDEX_NAMES} | {
    f"{name}_{shadow}": f"CREATE TABLE '{name}_{shadow}'({columns}"
    for name in INDEX_NAMES
    for shadow, columns in SHADOW_TABLES.items()
}

PackageFault = Literal["missing", "not-a-package", "newer", "older", "damaged", "hostile"]

_ADVICE: Final[dict[PackageFault, str]] = {
    "missing": "cannot be read; check the path and its permissions",
    "not-a-package": "is not an exhibit package; make one with `exhibit build`",
    "newer": "is of a newer format; install a newer Exhibit to open it",
    "older": "is of an older format; build it again with this Exhibit",
    "damaged": "is damaged; copy or build it again",
    "hostile": "holds something a package may not hold; do not use it, ask its maker for a good one",
}


_UNREADABLE: Final = rf"{UNSAFE}|\s+"
_MAX_DETAIL: Final = 200
"""Characters."""


class PackageError(Exception):
    """A package cannot be used. `fault` says why, `detail` what is wrong; str() is one readable line."""

    def __init__(self, path: object, fault: PackageFault, detail: str = "") -> None:
        self.path = path
        self.fault: PackageFault = fault
        self.detail = _readable(detail)[:_MAX_DETAIL]
        super().__init__(f"{_readable(str(path))}: {_ADVICE[fault]}" + (f" ({self.detail})" if detail else ""))


def _readable(text: str) -> str:
    """One line without control characters, which a terminal would obey."""
    return re.sub(_UNREADABLE, " ", text)


def row_checksum(table: str, id: str, value: bytes) -> bytes:
    """The checksum of a row: 16 bytes over its table, id and value."""
    return hashlib.blake2b(b"\0".join((table.encode(), id.encode(), value)), digest_size=16).digest()


def body_id(article: str, edition: str) -> str:
    """The row id of an edition's text."""
    return f"{article}/{edition}"


def body_of(id: str) -> tuple[str, str]:
    """The article and the edition in the row id of an edition's text."""
    article, _, edition = id.partition("/")
    return article, edition


def topic_id(topic: str) -> str:
    """The id of the part that counts what the regions have of a topic."""
    return f"topic/{topic}"


def occurrence_id(occurrence: "TermOccurrence") -> str:
    """The row id of a term's first occurrence in a section."""
    return f"{occurrence.term}/{occurrence.article}/{occurrence.edition}/{occurrence.section}"
