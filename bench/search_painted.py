"""Search in the real window: from a key to its answer painted, at five articles and at the sizes of `bench.search`."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.child import numbers
from bench.effort import FULL, Effort
from bench.rows import FRAME, Limit, Peer, Ratio, Row, middle, p95
from bench.table import table

_TWO_FRAMES: Final = Limit(33, "ms")


@dataclass(frozen=True, slots=True)
class Keys:
    """Milliseconds of many keys."""

    clock: list[float]
    processor: list[float]
    window: list[float]
    """Processor time of the window's own thread."""
    whole: list[float]
    """Processor time until all of the answer is there."""


def painted_rows(first: Path, files: Mapping[int, Path], effort: Effort) -> list[Row]:
    """All rows; `files` maps numbers of articles to synthetic packages."""
    found = {size: _keys(path, effort) for size, path in sorted(files.items())}
    rows = [*_first_rows(first, effort), *(row for size, keys in found.items() for row in _size_rows(size, keys))]
    fewest, most = min(found), max(found)
    peer = Peer(f"{fewest:,} articles", p95(found[fewest].processor))
    return [*rows, Row(_named("p95", most), p95(found[most].processor), "ms", peer, Ratio(1.6))]


def _first_rows(first: Path, effort: Effort) -> Iterator[Row]:
    starts = [numbers("typist", first, "1")[0] for _ in range(effort.starts)]
    yield Row("search, first key after the start to results painted", middle(starts), "ms", None, _TWO_FRAMES)
    keys = _keys(first, effort)
    yield Row("search, key to results painted, p50", middle(keys.clock), "ms")
    yield Row("search, key to results painted, p95", p95(keys.clock), "ms", None, _TWO_FRAMES)
    yield Row("search, key to results painted, the window's thread, p95", p95(keys.window), "ms", None, Limit(8, "ms"))


def _size_rows(size: int, keys: Keys) -> Iterator[Row]:
    yield Row(_named("p50", size), middle(keys.processor), "ms")
    yield Row(_named("p95", size), p95(keys.processor), "ms", None, FRAME)
    yield Row(_named("p95 by the clock", size), p95(keys.clock), "ms", None, FRAME)
    yield Row(_named("the window's thread, p95", size), p95(keys.window), "ms")
    yield Row(_named("what is not in sight too, p95", size), p95(keys.whole), "ms")


def _named(what: str, size: int) -> str:
    return f"search, page of sentences painted, {what}, {size:,} articles"


def _keys(path: Path, effort: Effort) -> Keys:
    """What keys cost but the first, in a process of its own."""
    found = numbers("typist", path, str(effort.actions))[4:]
    return Keys(found[::4], found[1::4], found[2::4], found[3::4])


if __name__ == "__main__":  # python -m bench.search_painted FIRST ARTICLES FILE [ARTICLES FILE]...
    words = sys.argv[2:]
    named = {int(size): Path(file) for size, file in zip(words[::2], words[1::2], strict=True)}
    print(table(painted_rows(Path(sys.argv[1]), named, FULL)))
