"""Search: the index against other engines on the same texts, by size of the package and length of the query."""

import random
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Final

from bench.child import numbers
from bench.effort import FULL, Effort
from bench.rows import FRAME, Limit, Peer, Ratio, Row, middle, p95
from bench.search_peers import Engine, engines
from exhibit.model.search import Query
from exhibit.package.folding import Folding
from exhibit.package.format import WORDS
from exhibit.package.reader import PackageReader
from exhibit.package.search import Searcher, Sources

_LENGTHS: Final = (1, 2, 3, 4, 8)
_FIRST: Final = 8
"""Rows each engine is asked for."""
_PAGE: Final = 8
"""Hits of each kind on a page."""
_MANY: Final = "的党一地在和了中工人"
_ALL: Final = 1 << 30

Queries = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one size gave."""

    page: float
    """Milliseconds that 95 % of the pages stay under."""
    rows: list[Row]


def search_rows(files: Mapping[int, Path], effort: Effort) -> list[Row]:
    """All rows; `files` maps numbers of articles to synthetic packages, the fewest first."""
    measured = {size: _measure(size, path, effort) for size, path in files.items()}
    fewest, most = min(measured), max(measured)
    rows = [row for one in measured.values() for row in one.rows]
    peer = Peer(f"{fewest:,} articles", measured[fewest].page)
    rows.append(Row(f"search, page of sentences, p95, {most:,} articles", measured[most].page, "ms", peer, Ratio(1.6)))
    return [*rows, *(_build_rows(files) if len(files) > 1 and effort == FULL else ())]


def _measure(size: int, path: Path, effort: Effort) -> Measured:
    with closing(PackageReader(path)) as package:
        lore = package.lore()
        folding = Folding(lore.folds, lore.to)
        found = engines(path.parent / f"search-{size}", partial(_texts, package, folding), size)
        scan, *others = found
        queries = _queries(package, folding, scan, size, effort.actions)
        package.search(Query("zz"), _PAGE)  # reads what every search needs, and loads the modules
        page = p95([_cost(partial(package.search, Query(one), _PAGE)) for some in queries.values() for one in some])
        ours = {kind: _costs(partial(_first, package), some) for kind, some in queries.items()}
        rows = [*_scan_rows(size, scan, queries, ours), *_peer_rows(size, package, scan, others, queries, ours)]
        rows.append(Row(f"search, page of sentences, p95, {size:,} articles", page, "ms", None, FRAME))
        rows += _size_rows(size, package, scan.size())
        rows += _cold_rows(size, path, queries["4"][0])
    return Measured(page, rows)


def _texts(package: PackageReader, folding: Folding) -> Iterator[tuple[int, str]]:
    for rank in package.ranks("body"):
        found = package.blocks(rank)
        yield rank, "\n".join(folding.fold(block[3][0]).text for block in found[1]) if found else ""


def _queries(package: PackageReader, folding: Folding, scan: Engine, size: int, count: int) -> Queries:
    """Random pieces of the texts by length, frequent characters, and pieces put together that stand nowhere."""
    chance, ranks = random.Random(size), package.ranks("body")
    drawn = [package.blocks(chance.choice(ranks)) for _ in range(4 * count)]
    texts = [folding.fold(chance.choice(found[1])[3][0]).text for found in drawn if found]
    found: dict[str, Sequence[str]] = {}
    for length in _LENGTHS:
        starts = [(text, chance.randrange(max(1, len(text) - length))) for text in texts]
        pieces = [text[start : start + length] for text, start in starts]
        found[str(length)] = [one for one in pieces if one.strip() == one and "," not in one and one][:count]
    mixed = ("".join(chance.choice(chance.choice(texts)) for _ in range(4)).strip() for _ in range(100 * count))
    some = (one for one in mixed if one.isalnum() and not scan.find(one, 1))
    found["none"] = [one for _, one in zip(range(max(3, count // 2)), some, strict=False)]
    found["many"] = [chance.choice(_MANY) for _ in range(count)]
    return found


def _first(package: PackageReader, query: str, most: int = _FIRST) -> list[int]:
    """Rows whose texts were looked at: what the index alone finds may only be near."""
    searcher = _searcher(package)
    asked = searcher.asked(Query(query))
    found = Sources(searcher, asked).literal("text", 0) if asked else iter(())
    return list(islice((row for row, met in found if met), most))


@lru_cache(1)
def _searcher(package: PackageReader) -> Searcher:
    return Searcher(package)


def _cost(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return (process_time() - start) * 1000


def _costs(find: Callable[[str, int], list[int]], queries: Sequence[str]) -> list[float]:
    return [_cost(partial(find, one, _FIRST)) for one in queries]


def _scan_rows(size: int, scan: Engine, queries: Queries, ours: Mapping[str, list[float]]) -> Iterator[Row]:
    for kind, some in queries.items():
        what = f"search, first {_FIRST}, {kind} {'characters' if kind.isdigit() else 'hits'}, {size:,} articles"
        peer = Peer(scan.name, middle(_costs(scan.find, some[:10])))
        yield Row(what, middle(ours[kind]), "ms", peer, Ratio(1 / 200) if kind == "none" else None)


def _peer_rows(
    size: int,
    package: PackageReader,
    scan: Engine,
    others: Sequence[Engine],
    queries: Queries,
    ours: Mapping[str, list[float]],
) -> Iterator[Row]:
    """Our answers against the scan's, and each peer's cost beside how much of the truth it finds."""
    sample = list(dict.fromkeys(one for kind in map(str, _LENGTHS) for one in queries[kind][:6]))
    truth = {one: set(scan.find(one, _ALL)) for one in sample}
    wrong = sum(set(_first(package, one, _ALL)) != truth[one] for one in sample)
    yield Row(
        f"answers otherwise than the scan's, {size:,} articles",
        wrong,
        f"of {len(sample)}",
        None,
        Limit(0, f"of {len(sample)}"),
    )
    for engine in others:
        found = {one: set(engine.find(one, _ALL if engine.name != "tantivy" else size)) for one in sample}
        met = sum(len(found[one] & truth[one]) for one in sample)
        recall, precision = met / sum(map(len, truth.values())), met / max(1, sum(map(len, found.values())))
        named = f"{engine.name}, recall {recall:.2f}, precision {precision:.2f}"
        kinds = [kind for kind in queries if engine.name != "FTS5 trigram" or kind in ("3", "4", "8", "none")]
        cost = middle([one for kind in kinds for one in _costs(engine.find, queries[kind])])
        mine = middle([one for kind in kinds for one in ours[kind]])
        exact = recall == precision == 1
        yield Row(
            f"search, first {_FIRST}, {size:,} articles", mine, "ms", Peer(named, cost), Ratio(1) if exact else None
        )
        mine = _index_size(package, "texts") / 1e6
        yield Row(f"index of texts, {size:,} articles", mine, "MB", Peer(engine.name, engine.size() / 1e6))


def _size_rows(size: int, package: PackageReader, texts: int) -> Iterator[Row]:
    peer = Peer("the texts, UTF-8", texts / 1e6)
    yield Row(f"index of texts, {size:,} articles", _index_size(package, "texts") / 1e6, "MB", peer, Ratio(0.8))
    yield Row(f"index of all, {size:,} articles", _index_size(package) / 1e6, "MB", peer, Ratio(0.8))


def _index_size(package: PackageReader, *names: str) -> int:
    """Bytes of the pages of an index, or of both."""
    with closing(sqlite3.connect(f"{package.path.absolute().as_uri()}?immutable=1", uri=True)) as database:
        asked = " OR ".join(f"name LIKE '{name}%'" for name in names or WORDS)
        return int(database.execute(f"SELECT sum(pgsize) FROM dbstat WHERE aggregate=TRUE AND ({asked})").fetchone()[0])


def _cold_rows(size: int, path: Path, query: str) -> Iterator[Row]:
    mine = middle([numbers("search_cold", "exhibit", path, query)[0] for _ in range(5)])
    yield Row(f"search, cold open and first rows, {size:,} articles", mine, "ms", None, Limit(5, "ms"))
    other = path.parent / f"search-{size}" / "tantivy"
    if find_spec("tantivy") and other.exists():
        peer = middle([numbers("search_cold", "tantivy", other, query)[0] for _ in range(5)])
        yield Row(f"search, cold open and first rows, {size:,} articles", mine, "ms", Peer("tantivy", peer), Ratio(1))


def _build_rows(files: Mapping[int, Path]) -> Iterator[Row]:
    """Time and memory of making the index, of two sizes: of the largest it would take long."""
    (few, path), (many, other), *_ = files.items()
    short, small = numbers("search_build", path)
    long, large = numbers("search_build", other)
    yield Row(f"index made, {many:,} articles", long, "s", Peer(f"{few:,} articles", short))
    yield Row(f"index made, {many:,} articles, memory", large, "MB", Peer(f"{few:,} articles", small), Ratio(1.5))
