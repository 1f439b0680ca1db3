"""Other engines on the same folded texts: a LIKE scan, FTS5 trigrams, and, where installed, tantivy and libzim."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

Texts = Iterable[tuple[int, str]]
"""Rows and their folded texts."""
XAPIAN_MOST: Final = 1_000
"""Articles beyond which libzim takes too long to write."""
_FEWEST_TRIGRAM: Final = 3
_BLANKS: Final = {ord(" "): "\ue020", ord("\n"): "\ue00a"}


E = TypeVar("E")


class Engine(Protocol):
    """Something that was built once and finds rows."""

    name: str

    def find(self, query: str, most: int) -> list[int]:
        """Rows that hold a folded text, so many at most."""
        ...

    def size(self) -> int:
        """Bytes of the index."""
        ...


class Scan:
    """SQLite reads every text."""

    name = "LIKE scan"

    def __init__(self, path: Path, texts: Texts | None) -> None:
        self._database = sqlite3.connect(path)
        if texts is not None:
            self._database.execute("CREATE TABLE told(row INTEGER PRIMARY KEY, text TEXT)")
            self._database.executemany("INSERT INTO told VALUES(?,?)", texts)
            self._database.commit()

    def find(self, query: str, most: int) -> list[int]:
        wanted = "".join(f"\\{one}" if one in "%_\\" else one for one in query)
        found = self._database.execute(
            "SELECT row FROM told WHERE text LIKE ? ESCAPE '\\' LIMIT ?", (f"%{wanted}%", most)
        )
        return [row for (row,) in found]

    def texts(self) -> Texts:
        """All rows."""
        return self._database.execute("SELECT row, text FROM told ORDER BY row")

    def text(self, row: int) -> str:
        """A row's text."""
        return str(self._database.execute("SELECT text FROM told WHERE row=?", (row,)).fetchone()[0])

    def size(self) -> int:
        """Of the texts themselves."""
        return int(self._database.execute("SELECT sum(length(CAST(text AS BLOB))) FROM told").fetchone()[0])


class Trigram:
    """FTS5's own tokens of three characters."""

    name = "FTS5 trigram"

    def __init__(self, path: Path, texts: Texts | None) -> None:
        self._path, self._database = path, sqlite3.connect(path)
        if texts is not None:
            self._database.execute(
                "CREATE VIRTUAL TABLE told USING fts5(text, content='', columnsize=0, tokenize='trigram')"
            )
            self._database.executemany("INSERT INTO told(rowid, text) VALUES(?,?)", texts)
            self._database.execute("INSERT INTO told(told) VALUES('optimize')")
            self._database.commit()
            self._database.execute("VACUUM")

    def find(self, query: str, most: int) -> list[int]:
        if len(query) < _FEWEST_TRIGRAM:
            return []
        wanted = '"' + query.replace('"', '""') + '"'
        found = self._database.execute("SELECT rowid FROM told WHERE told MATCH ? LIMIT ?", (wanted, most))
        return [row for (row,) in found]

    def size(self) -> int:
        return self._path.stat().st_size


class Tantivy:
    """Phrases of single characters."""

    name = "tantivy"

    def __init__(self, path: Path, texts: Texts | None) -> None:
        import tantivy

        self._path, self._tantivy = path, tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("row", stored=True)
        builder.add_text_field("text", tokenizer_name="whitespace")
        self._schema = builder.build()
        path.mkdir(exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(path))
        if texts is not None:
            writer = self._index.writer(64 << 20, 1)
            for row, text in texts:
                writer.add_document(tantivy.Document(row=row, text=_apart(text)))
            writer.commit()
            writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def find(self, query: str, most: int) -> list[int]:
        parts: list[Any] = _apart(query).split(" ")
        one, many = self._tantivy.Query.term_query, self._tantivy.Query.phrase_query
        wanted = one(self._schema, "text", parts[0]) if len(parts) == 1 else many(self._schema, "text", parts)
        found = self._searcher.search(wanted, most, count=False).hits
        return [self._searcher.doc(address)["row"][0] for _, address in found]

    def size(self) -> int:
        return sum(file.stat().st_size for file in self._path.iterdir())


def _apart(text: str) -> str:
    """Each character a word, blanks and line ends among them."""
    return " ".join(text.translate(_BLANKS))


class Xapian:
    """The full-text index of a ZIM file."""

    name = "libzim's Xapian"

    def __init__(self, path: Path, texts: Texts | None) -> None:
        if texts is not None:
            _write_zim(path, texts)
        from libzim.reader import Archive
        from libzim.search import Query, Searcher

        self._path = path
        self._archive = Archive(path)
        self._searcher, self._query = Searcher(self._archive), Query

    def find(self, query: str, most: int) -> list[int]:
        found = self._searcher.search(self._query().set_query(query))
        return [int(path.rpartition("/")[2]) for path in found.getResults(0, most)]

    def size(self) -> int:
        return self._path.stat().st_size


COLD: Final[Mapping[str, Callable[[Path, Texts | None], Engine]]] = {"tantivy": Tantivy, "libzim": Xapian}
"""The engines of other libraries, by what is imported for them."""


def path_of(kind: object, folder: Path) -> Path:
    """Where an engine keeps what it built."""
    return folder / getattr(kind, "__name__", "engine").lower()


def scan_in(folder: Path, texts: Callable[[], Texts]) -> Scan:
    """The scan, built in the folder where it is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    path = path_of(Scan, folder)
    return Scan(path, None) if path.exists() else _built(Scan, path, texts())


def engines(folder: Path, texts: Callable[[], Texts], articles: int) -> Iterator[Engine]:
    """The others, as far as they are installed."""
    kinds: list[Callable[[Path, Texts | None], Engine]] = [Trigram, Tantivy]
    for kind in [*kinds, Xapian] if articles <= XAPIAN_MOST else kinds:
        path = path_of(kind, folder)
        with suppress(ImportError):
            yield kind(path, None) if path.exists() else _built(kind, path, texts())


def _built(kind: Callable[[Path, Texts | None], E], path: Path, texts: Texts) -> E:
    print(f"building {path.name} in {path.parent.name}", flush=True)
    try:
        return kind(path, texts)
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
        raise


def _write_zim(path: Path, texts: Texts) -> None:
    from libzim.writer import Creator, Hint, Item, StringProvider

    class Page(Item):  # type: ignore[misc]  # libzim brings no types
        def __init__(self, row: int, text: str) -> None:
            super().__init__()
            self._row, self._text = row, text

        def get_path(self) -> str:
            return str(self._row)

        def get_title(self) -> str:
            return str(self._row)

        def get_mimetype(self) -> str:
            return "text/html"

        def get_contentprovider(self) -> Any:
            return StringProvider(f"<html><body>{self._text}</body></html>")

        def get_hints(self) -> dict[Any, int]:
            return {Hint.FRONT_ARTICLE: 1}

    with Creator(str(path)).config_indexing(True, "zho") as creator:
        for row, text in texts:
            creator.add_item(Page(row, text))
