"""Search results with the names of where each hit is; no Qt, fit for any thread."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Final, Literal, NamedTuple

from exhibit.model.article import Article
from exhibit.model.event import EventDate
from exhibit.model.package import Package
from exhibit.model.search import (
    KINDS,
    GroupCursor,
    HitGroup,
    HitKind,
    NameCompletion,
    SearchHit,
    SearchQuery,
    Suggestion,
)
from exhibit.model.text import Text

FIRST: Final = 5
"""Hits of each kind where all kinds are listed."""
PAGE: Final = 40
"""Hits of a page where one kind is listed."""
MAX_COUNT: Final = 500
"""Hits of a kind up to which they are counted."""
_COUNT_STEP: Final = 20
"""Hits counted in one step: a question that comes meanwhile waits no longer than a step takes."""
_MAX_COMPLETIONS: Final = 8
_NO_NAME: Final = Text("", "")
_CACHE_SIZE: Final = 64
"""Articles, systems and the like that are kept in memory for the next query."""


class ResultRow(NamedTuple):
    """A hit and its names: of the thing itself, of its region, article and section; "" where there is none."""

    hit: SearchHit
    name: Text
    region: Text
    title: Text
    section: Text
    date: EventDate | None = None
    """When an event took place."""


@dataclass(frozen=True, slots=True)
class CountProgress:
    """How many hits of a kind are counted, and where the count goes on."""

    count: int
    next: GroupCursor
    regions: frozenset[str]
    """Ids of the regions counted so far."""


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """Hits of one kind."""

    kind: HitKind
    rows: tuple[ResultRow, ...]
    next: GroupCursor | None
    """Where the next page begins; None where there is none."""
    count: int
    """Hits known so far."""
    more: bool
    """Whether there may be further hits."""
    counting: CountProgress | None = field(default=None, compare=False)
    """The count, until it is complete."""


ResultStage = Literal["names", "visible", "whole"]
"""What results hold: completions alone; also as many groups as are visible at once; all groups."""


class SearchResults(NamedTuple):
    """All that was found for a query so far."""

    query: SearchQuery
    completions: tuple[NameCompletion, ...]
    groups: tuple[ResultGroup, ...]
    suggestions: tuple[Suggestion, ...]
    """Queries near this one, where it found nothing."""
    years: tuple[int, ...]
    """Years that can be chosen as a filter."""
    stage: ResultStage = "whole"


class PackageCache:
    """A package, and the things that were read of it, for one thread."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.article = lru_cache(_CACHE_SIZE)(package.article)
        self.region = lru_cache(_CACHE_SIZE)(package.region)
        self.system = lru_cache(_CACHE_SIZE)(package.system)
        self.metric = lru_cache(_CACHE_SIZE)(package.metric)
        self.term = lru_cache(_CACHE_SIZE)(package.term)
        self.events = lru_cache(_CACHE_SIZE)(package.events)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Years of everything in the package."""
        return tuple(self.package.years())


def search_in_stages(
    cache: PackageCache, query: SearchQuery, names: tuple[HitKind, ...], visible_rows: int
) -> Iterator[SearchResults]:
    """Searches for completions of some kinds, then for as many rows as are visible at once, then for the rest.

    Raises PackageError.
    """
    if not query.text.strip():
        yield SearchResults(query, completions=(), groups=(), suggestions=(), years=cache.years)
        return
    completions: tuple[NameCompletion, ...] = ()
    if query.kinds == KINDS and not query.filtered:
        completions = _distinct(cache.package.complete(query._replace(kinds=names), _MAX_COMPLETIONS))
    results = SearchResults(query, completions=completions, groups=(), suggestions=(), years=cache.years, stage="names")
    if completions:
        yield results
    for group in cache.package.search(query, PAGE if len(query.kinds) == 1 else FIRST):
        results = results._replace(groups=(*results.groups, _result_group(cache, group)))
        if results.stage == "names" and sum(1 + len(one.rows) for one in results.groups) >= visible_rows:
            results = results._replace(stage="visible")
            yield results
    suggestions = () if results.groups else tuple(cache.package.nearest(query))
    yield results._replace(suggestions=suggestions, stage="whole")


def _distinct(completions: Sequence[NameCompletion]) -> tuple[NameCompletion, ...]:
    """The completions without further names of the same thing."""
    named = {(one.kind, one.id or one.text): one for one in reversed(completions)}
    return tuple(one for one in completions if named[one.kind, one.id or one.text] is one)


def more_of(cache: PackageCache, results: SearchResults) -> SearchResults:
    """The results with another page of their only kind. Raises PackageError."""
    if not has_more(results):
        return results
    group = results.groups[0]
    page = cache.package.hits(results.query, group.kind, group.next, PAGE)
    known = [row.hit.id for row in group.rows]
    rows = group.rows + tuple(_result_row(cache, hit) for hit in _new_hits(page, known))
    grown = replace(group, rows=rows, next=page.next, count=max(group.count, len(rows)))
    return results._replace(groups=(grown if page.next else _counted(grown, len(rows), more=False),))


def count_on(cache: PackageCache, results: SearchResults) -> SearchResults:
    """The results with some more hits counted, kind by kind. Raises PackageError."""
    group = next((group for group in results.groups if group.counting), None)
    if group is None or group.counting is None:
        return results
    counting = group.counting
    page = cache.package.hits(results.query, group.kind, counting.next, min(_COUNT_STEP, MAX_COUNT - counting.count))
    new = _new_hits(page, counting.regions)
    count = counting.count + len(new)
    if page.next and count < MAX_COUNT:
        grown = replace(group, counting=CountProgress(count, page.next, counting.regions | _regions(new)))
    else:
        grown = _counted(group, max(count, len(group.rows)), more=page.next is not None)
    return results._replace(groups=tuple(grown if one is group else one for one in results.groups))


def is_counted(results: SearchResults) -> bool:
    """Whether all hits are counted, up to MAX_COUNT of a kind."""
    return not any(group.counting for group in results.groups)


def has_more(results: SearchResults) -> bool:
    """Whether there is another page; only the results of a single kind have pages."""
    return len(results.query.kinds) == 1 and len(results.groups) == 1 and results.groups[0].next is not None


def _result_group(cache: PackageCache, group: HitGroup) -> ResultGroup:
    hits = _new_hits(group, ())
    rows, count = tuple(_result_row(cache, hit) for hit in hits), len(hits)
    counting = CountProgress(count, group.next, _regions(hits)) if group.next else None
    return ResultGroup(
        kind=group.kind, rows=rows, next=group.next, count=count, more=counting is not None, counting=counting
    )


def _counted(group: ResultGroup, count: int, *, more: bool) -> ResultGroup:
    return replace(group, count=count, more=more, counting=None)


def _new_hits(group: HitGroup, known: Collection[str]) -> list[SearchHit]:
    """The hits of a group. A region, which is found by either of its names, counts once, and not if it is known."""
    if group.kind != "region":
        return list(group.hits)
    firsts: dict[str, SearchHit] = {}
    for hit in group.hits:
        firsts.setdefault(hit.id, hit)
    return [hit for id, hit in firsts.items() if id not in known]


def _regions(hits: Sequence[SearchHit]) -> frozenset[str]:
    return frozenset(hit.id for hit in hits if hit.kind == "region")


def _result_row(cache: PackageCache, hit: SearchHit) -> ResultRow:
    name = _name_beside(cache, hit)
    article = cache.article(hit.article) if hit.article else None
    if article is None:
        return ResultRow(hit, name, region=_NO_NAME, title=_NO_NAME, section=_NO_NAME)
    region = cache.region(article.region)
    return ResultRow(
        hit,
        name,
        region=region.short if region else _NO_NAME,
        title=article.edition(hit.edition).title,
        section=_section(article, hit) or _NO_NAME,
        date=_date(cache, hit),
    )


def _name_beside(cache: PackageCache, hit: SearchHit) -> Text:
    """The name of the thing that was found; "" where its sentence begins with the name, or it has none."""
    name = _name(cache, hit)
    return _NO_NAME if name is None or hit.sentence.hans.startswith(name.hans) else name


def _name(cache: PackageCache, hit: SearchHit) -> Text | None:
    if hit.kind == "term":
        term = cache.term(hit.id)
        return term.term if term else None
    if hit.kind == "metric":
        metric = cache.metric(hit.id)
        return metric.label if metric else None
    return _part_name(cache, *hit.id.split("/", 1)) if hit.kind == "part" else None


def _date(cache: PackageCache, hit: SearchHit) -> EventDate | None:
    """The date of an event."""
    if hit.kind != "event":
        return None
    return next((event.date for event in cache.events(hit.article) if event.id == hit.id), None)


def _part_name(cache: PackageCache, id: str, part: str | None = None) -> Text | None:
    """The name of a part of a system, or the title of the system."""
    system = cache.system(id)
    if system is None or part is None:
        return system.title if system else None
    found = system.part(part)
    return found.name if found else None


def _section(article: Article, hit: SearchHit) -> Text | None:
    """The title of the section that holds a block: the block's id is the section's, or that and a number."""
    if hit.block is None:
        return None
    ids = {hit.block, hit.block.rpartition("-")[0]}
    sections = article.edition(hit.edition).sections
    return next((section.title for section in sections if section.id in ids), None)
