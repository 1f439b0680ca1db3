"""Opens an index whose pages left the cache, and finds the first rows: prints the milliseconds."""

import os
import sys
from pathlib import Path
from time import perf_counter

from bench.search_peers import Tantivy
from exhibit.package.reader import PackageReader
from exhibit.package.tokens import together


def forget(path: Path) -> None:
    """Asks the system to drop a file, or a folder's files, from its cache."""
    for file in path.iterdir() if path.is_dir() else [path]:
        descriptor = os.open(file, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def main(engine: str, path: Path, query: str) -> None:
    if engine == "tantivy":
        __import__("tantivy")
    forget(path)
    begun = perf_counter()
    found = (
        Tantivy(path, None).find(query, 8)
        if engine == "tantivy"
        else PackageReader(path).matching("texts", together(query), 0, 8)
    )
    print((perf_counter() - begun) * 1000)
    assert found


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
