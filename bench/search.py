"""Search: the index against other engines on the same texts, by size of the package and length of the query."""

import random
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Final

from bench.child import numbers
from bench.effort import FULL, Effort
from bench.rows import Limit, Peer, Ratio, Row, middle, p95
from bench.search_peers import COLD, Engine, Scan, engines, path_of, scan_in
from exhibit.model.search import HitGroup, SearchQuery
from exhibit.package.chunks import is_searched
from exhibit.package.format import INDEX_NAMES, body_of
from exhibit.package.reader import PackageReader
from exhibit.package.search.folding import TextFolding
from exhibit.package.search.row_sources import RowSources
from exhibit.ui.search.results import FIRST

_LENGTHS: Final = (1, 2, 3, 4, 8)
_FIRST: Final = 8
"""Places each engine is asked for."""
_PAGE: Final = FIRST
"""Hits of each kind on the first page, as the window asks for them."""
_MANY: Final = "的党一地在和了中工人"
_ALL: Final = 1 << 30
_COMPARED: Final = 10_001
"""Rows of a query from which on its answers are not compared: to read them all would take minutes."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A query as it is typed, and as the other engines need it."""

    text: str
    folded: str


Queries = Mapping[str, Sequence[Typed]]


@dataclass(frozen=True, slots=True)
class Case:
    """One size of package, everything opened."""

    size: int
    path: Path
    package: PackageReader
    scan: Scan
    others: Sequence[Engine]
    queries: Queries

    def what(self, name: str) -> str:
        return f"{name}, {self.size:,} articles"

    @property
    def all(self) -> list[Typed]:
        return [one for some in self.queries.values() for one in some]


def search_rows(files: Mapping[int, Path], effort: Effort) -> list[Row]:
    """All rows; `files` maps numbers of articles to synthetic packages, the fewest first."""
    rows: list[Row] = []
    pages: dict[int, float] = {}
    for size, path in files.items():
        with closing(PackageReader(path)) as package:
            case = _case(size, path, package, effort)
            list(package.search(SearchQuery("zz"), _PAGE))  # reads what every search needs, and loads the modules
            pages[size] = p95([_cost(partial(_page, package, one.text)) for one in case.all])
            rows += [*_engine_rows(case, largest=size == max(files)), *_size_rows(case)]
            case = replace(case, others=())  # what a peer has mapped the system keeps in its cache
            rows += _cold_rows(case)
            peer = Peer(f"{min(pages):,} articles", pages[min(pages)])
            rows.append(Row(case.what("search, page of sentences, p95"), pages[size], "ms", peer))
    return [*rows, *(_build_rows(files) if len(files) > 1 and effort == FULL else ())]


def _case(size: int, path: Path, package: PackageReader, effort: Effort) -> Case:
    folding = package.searcher.lookup.folding
    folder = path.parent / f"search-{size}"
    scan = scan_in(folder, partial(_texts, package, folding))
    others = list(engines(folder, scan.texts, size))
    return Case(size, path, package, scan, others, _queries(package, folding, scan, size, effort.actions))


def _texts(package: PackageReader, folding: TextFolding) -> Iterator[tuple[int, str]]:
    for rank in package.searcher.lookup.reader.ranks("body"):
        yield rank, "\n".join(folding.fold(one).text for one in _paragraphs(package, rank))


def _paragraphs(package: PackageReader, rank: int) -> list[str]:
    chunk = package.searcher.lookup.reader.chunk(rank)
    assert chunk is not None  # a body has the rank of its first chunk
    return [block.text.hans for block in package.body(*body_of(chunk.body)).blocks if is_searched(block)]


def _queries(package: PackageReader, folding: TextFolding, scan: Scan, size: int, count: int) -> Queries:
    """Random pieces of the texts by length, frequent characters, and pieces put together that stand nowhere."""
    chance, ranks = random.Random(size), package.searcher.lookup.reader.ranks("body")
    texts = [chance.choice(_paragraphs(package, chance.choice(ranks))) for _ in range(4 * count)]
    found: dict[str, Sequence[Typed]] = {}
    for length in _LENGTHS:
        starts = [(text, chance.randrange(max(1, len(text) - length))) for text in texts]
        pieces = [_typed(folding, text[start : start + length]) for text, start in starts]
        found[str(length)] = [one for one in pieces if one.text.strip() == one.text and "," not in one.folded][:count]
    mixed = ("".join(chance.choice(chance.choice(texts)) for _ in range(4)) for _ in range(100 * count))
    some = (_typed(folding, one) for one in mixed if one.isalnum())
    found["none"] = list(islice((one for one in some if not scan.find(one.folded, 1)), max(3, count // 2)))
    found["many"] = [_typed(folding, chance.choice(_MANY)) for _ in range(count)]
    return found


def _typed(folding: TextFolding, text: str) -> Typed:
    return Typed(text, folding.fold(text).text)


def _page(package: PackageReader, query: str) -> list[HitGroup]:
    return list(package.search(SearchQuery(query), _PAGE))


def _first(package: PackageReader, query: str, most: int = _FIRST) -> list[int]:
    """Ranks of the bodies that hold it, once for each chunk in which it was found."""
    lookup, bodies = package.searcher.lookup, _bodies(package)
    prepared = lookup.prepare(SearchQuery(query))
    found = RowSources(lookup, prepared).literal("text", 0) if prepared else iter(())
    return [bodies[bisect_right(bodies, row) - 1] for row in islice((row for row, matches in found if matches), most)]


@lru_cache(1)
def _bodies(package: PackageReader) -> list[int]:
    return package.searcher.lookup.reader.ranks("body")


def _located(engine: Engine, scan: Scan, folded: str) -> list[int]:
    """The first places that an engine finds: it names the rows, their texts are read where the scan has them."""
    return [scan.text(row).find(folded) for row in engine.find(folded, _FIRST)]


def _cost(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return (process_time() - start) * 1000


def _engine_rows(case: Case, *, largest: bool) -> Iterator[Row]:
    """What it costs to find the first places; whether ours are the scan's, and how much of them each peer finds."""
    ours = {
        kind: [_cost(partial(_first, case.package, one.text)) for one in some] for kind, some in case.queries.items()
    }
    for kind, some in case.queries.items():
        what = case.what(f"search, first {_FIRST}, {kind} {'characters' if kind.isdigit() else 'hits'}")
        peer = Peer(case.scan.name, middle(_costs(case.scan, case.scan, some[:10])))
        yield Row(what, middle(ours[kind]), "ms", peer, Ratio(1 / 200) if kind == "none" and largest else None)
    drawn = dict.fromkeys(one for kind in map(str, _LENGTHS) for one in case.queries[kind][:6])
    truth = {one: set(rows) for one in drawn if len(rows := case.scan.find(one.folded, _COMPARED)) < _COMPARED}
    wrong = sum(set(_first(case.package, one.text, _ALL)) != truth[one] for one in truth)
    unit = f"of {len(truth)}"
    yield Row(case.what("answers otherwise than the scan's"), wrong, unit, None, Limit(0, unit))
    for engine in case.others:
        found = {one: set(engine.find(one.folded, _ALL if engine.name != "tantivy" else case.size)) for one in truth}
        met = sum(len(found[one] & truth[one]) for one in truth)
        recall, precision = met / sum(map(len, truth.values())), met / max(1, sum(map(len, found.values())))
        named = f"{engine.name}, recall {recall:.2f}, precision {precision:.2f}"
        kinds = [kind for kind in case.queries if engine.name != "FTS5 trigram" or kind in ("3", "4", "8", "none")]
        peer = Peer(named, middle([one for kind in kinds for one in _costs(engine, case.scan, case.queries[kind])]))
        mine = middle([one for kind in kinds for one in ours[kind]])
        goal = Ratio(1) if recall == precision == 1 and all(engine.find(one.folded, 1) for one in drawn) else None
        yield Row(case.what(f"search, first {_FIRST}"), mine, "ms", peer, goal)


def _costs(engine: Engine, scan: Scan, queries: Sequence[Typed]) -> list[float]:
    return [_cost(partial(_located, engine, scan, one.folded)) for one in queries]


def _size_rows(case: Case) -> Iterator[Row]:
    texts, every = _index_size(case.path, "texts") / 1e6, _index_size(case.path, *INDEX_NAMES) / 1e6
    for engine in case.others:
        yield Row(case.what("index of texts"), texts, "MB", Peer(engine.name, engine.size() / 1e6))
    peer = Peer("the texts, UTF-8", case.scan.size() / 1e6)
    yield Row(case.what("index of texts"), texts, "MB", peer, Ratio(0.8))
    yield Row(case.what("index of all"), every, "MB", peer, Ratio(0.8))


def _index_size(path: Path, *names: str) -> int:
    """Bytes of the pages of an index."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as database:
        asked = " OR ".join(f"name LIKE '{name}%'" for name in names)
        return int(database.execute(f"SELECT sum(pgsize) FROM dbstat WHERE aggregate=TRUE AND ({asked})").fetchone()[0])


def _cold_rows(case: Case) -> Iterator[Row]:
    query, what = case.queries["4"][0], case.what("search, cold open and first place")
    mine = middle([numbers("search_cold", "exhibit", case.path, query.text)[0] for _ in range(5)])
    yield Row(what, mine, "ms", None, Limit(5, "ms"))
    for library, kind in COLD.items():
        path = path_of(kind, case.path.parent / f"search-{case.size}")
        if find_spec(library) and path.exists():
            cost = middle([numbers("search_cold", library, path, query.folded)[0] for _ in range(5)])
            yield Row(what, mine, "ms", Peer(library, cost), Ratio(1))


def _build_rows(files: Mapping[int, Path]) -> Iterator[Row]:
    """Time and memory of making the index, of two sizes: of the largest it would take long."""
    (few, path), (many, other), *_ = files.items()
    short, small = numbers("search_build", path)
    long, large = numbers("search_build", other)
    yield Row(f"index made, {many:,} articles", long, "s", Peer(f"{few:,} articles", short))
    yield Row(f"index made, {many:,} articles, memory", large, "MB", Peer(f"{few:,} articles", small), Ratio(1.5))
