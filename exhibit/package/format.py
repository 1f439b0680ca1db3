"""What a package file is: an SQLite database of sealed rows, and a trailer with its digest."""

import hashlib
import re
from typing import TYPE_CHECKING, Final, Literal

from exhibit.model.text import UNSAFE

if TYPE_CHECKING:
    from exhibit.model.term import TermOccurrence

APPLICATION_ID: Final = 0x45584842
"""`EXHB`, in the SQLite header at byte 68 (sqlite.org/fileformat2.html, section 1.3)."""
FORMAT_VERSION: Final = 9
PAGE_SIZE: Final = 8192
TRAILER_MAGIC: Final = b"EXHIBIT\n"
TRAILER_SIZE: Final = len(TRAILER_MAGIC) + hashlib.sha256().digest_size

TABLES: Final = {
    "part": "CREATE TABLE part(id TEXT PRIMARY KEY, value BLOB NOT NULL, seal BLOB NOT NULL)",
    "region": "CREATE TABLE region(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, value TEXT NOT NULL, seal BLOB NOT NULL)",
    "article": "CREATE TABLE article(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, region TEXT NOT NULL,"
    " value TEXT NOT NULL, seal BLOB NOT NULL)",
    "section": "CREATE TABLE section(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, region TEXT NOT NULL,"
    " topic TEXT NOT NULL, value TEXT NOT NULL, seal BLOB NOT NULL)",
    "body": "CREATE TABLE body(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, value TEXT NOT NULL, seal BLOB NOT NULL)",
    "leaf": "CREATE TABLE leaf(rank INTEGER PRIMARY KEY, value TEXT NOT NULL, seal BLOB NOT NULL)",
    "metric": "CREATE TABLE metric(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT NOT NULL,"
    " region TEXT NOT NULL, topic TEXT NOT NULL, value TEXT NOT NULL, seal BLOB NOT NULL)",
    "computed": "CREATE TABLE computed(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT NOT NULL,"
    " region TEXT NOT NULL, topic TEXT NOT NULL, value TEXT NOT NULL, seal BLOB NOT NULL)",
    "system": "CREATE TABLE system(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT NOT NULL,"
    " value TEXT NOT NULL, seal BLOB NOT NULL)",
    "comparison": "CREATE TABLE comparison(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, value TEXT NOT NULL,"
    " seal BLOB NOT NULL)",
    "term": "CREATE TABLE term(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, value TEXT NOT NULL, seal BLOB NOT NULL)",
    "occurrence": "CREATE TABLE occurrence(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, term TEXT NOT NULL,"
    " value TEXT NOT NULL, seal BLOB NOT NULL)",
    "event": "CREATE TABLE event(rank INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT NOT NULL,"
    " value TEXT NOT NULL, seal BLOB NOT NULL)",
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
WORDS: Final[tuple[IndexName, ...]] = ("texts", "names")
"""The full-text indexes: of the leaves of the editions' texts by rank, and of all else, see ROW_SHIFT."""
SHADOWS: Final = {
    "data": "id INTEGER PRIMARY KEY, block BLOB)",
    "idx": "segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "config": "k PRIMARY KEY, v) WITHOUT ROWID",
}
"""The tables in which FTS5 keeps an index, as it makes them itself (sqlite.org/fts5.html, section 9)."""
INDEXED: Final = "fts5(tokens, content='', columnsize=0, detail=none, tokenize='ascii')"
"""What FTS5 keeps: nothing but which tokens a row has."""
ROW_SHIFT: Final = 40
"""A row of the index of names: the number of what it is of shifted so far, and the rank in its table."""
SEARCH: Final = {name: f"CREATE VIRTUAL TABLE {name} USING {INDEXED}" for name in WORDS} | {
    f"{name}_{shadow}": f"CREATE TABLE '{name}_{shadow}'({columns}"
    for name in WORDS
    for shadow, columns in SHADOWS.items()
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
_LONGEST_DETAIL: Final = 200


class PackageError(Exception):
    """A package cannot be used. `fault` says why, `detail` where; str() is one readable line."""

    def __init__(self, path: object, fault: PackageFault, detail: str = "") -> None:
        self.path = path
        self.fault: PackageFault = fault
        self.detail = _readable(detail)[:_LONGEST_DETAIL]
        super().__init__(f"{_readable(str(path))}: {_ADVICE[fault]}" + (f" ({self.detail})" if detail else ""))


def _readable(text: str) -> str:
    """One line that no terminal takes for a command."""
    return re.sub(_UNREADABLE, " ", text)


def row_checksum(table: str, id: str, value: bytes) -> bytes:
    """The check sum of one row: 16 bytes over its table, id and value."""
    return hashlib.blake2b(b"\0".join((table.encode(), id.encode(), value)), digest_size=16).digest()


def body_id(article: str, edition: str) -> str:
    """The row id of an edition's text."""
    return f"{article}/{edition}"


def body_of(id: str) -> tuple[str, str]:
    """The article and the edition in the row id of a text."""
    article, _, edition = id.partition("/")
    return article, edition


def topic_id(topic: str) -> str:
    """The row id of the counts of a topic, among the parts."""
    return f"topic/{topic}"


def occurrence_id(one: "TermOccurrence") -> str:
    """The row id of a term's first place in a section."""
    return f"{one.term}/{one.article}/{one.edition}/{one.section}"
