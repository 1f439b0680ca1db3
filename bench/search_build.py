"""Makes the index of a package's texts anew: prints the seconds and the peak megabytes it took."""

import sqlite3
import sys
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from bench.synthetic import index_options
from exhibit.package.chunks import split_into_chunks
from exhibit.package.format import INDEX_NAMES, INDEX_TABLES, TABLES
from exhibit.package.reader import PackageReader, iter_articles
from exhibit.package.search.index_writer import IndexWriter


def main(path: Path) -> None:
    options = index_options()
    with TemporaryDirectory(dir=path.parent) as folder, closing(PackageReader(path)) as package:
        database = sqlite3.connect(Path(folder, "index"), isolation_level=None)
        writer = IndexWriter(database, str(Path(folder, "scratch")), options)
        database.execute("BEGIN")
        for statement in (*TABLES.values(), *(INDEX_TABLES[name] for name in INDEX_NAMES)):
            database.execute(statement)
        writer.begin()
        reading, begun = 0.0, monotonic()
        ranks = count(1)
        for article in iter_articles(package):
            before = monotonic()
            body = package.body(article.id, article.editions[0].id)
            reading += monotonic() - before
            for chunk in split_into_chunks(body.blocks):
                writer.add_chunk(next(ranks), chunk, body, article)
        writer.finish()
        database.execute("COMMIT")
        spent = monotonic() - begun - reading
        database.close()
    print(spent, _most_memory())


def _most_memory() -> float:
    """Megabytes, since this program began; what getrusage says holds its parent's, too."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
