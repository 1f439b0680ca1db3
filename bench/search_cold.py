"""Opens what was not searched yet, out of the system's cache, and finds a first place: prints the milliseconds."""

import os
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter

from bench.search_peers import COLD
from exhibit.model.search import SearchQuery
from exhibit.package.reader import PackageReader


def forget(path: Path) -> None:
    """Asks the system to drop a file, or a folder's files, from its cache."""
    for file in path.iterdir() if path.is_dir() else [path]:
        descriptor = os.open(file, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def main(library: str, path: Path, query: str) -> None:
    import_module("exhibit.package.search.searcher" if library == "exhibit" else library)
    forget(path)
    begun = perf_counter()
    found = (
        COLD[library](path, None).find(query, 1)
        if library in COLD
        else PackageReader(path).hits(SearchQuery(query), "text", None, 1).hits
    )
    print((perf_counter() - begun) * 1000)
    assert found


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
