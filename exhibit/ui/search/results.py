"""What the package answers to a query, with what each hit needs to say where it is; no Qt, fit for any thread."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Final, Literal, NamedTuple

from exhibit.model.article import Article
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
"""Hits of each kind where all kinds are shown."""
PAGE: Final = 40
"""Hits fetched at once where one kind is shown."""
MOST: Final = 500
"""Hits of a kind up to which they are counted."""
_COUNTED: Final = 20
"""Hits counted at once: what is asked meanwhile waits no longer than that takes."""
_COMPLETIONS: Final = 8
_NONE: Final = Text("", "")
_KEPT: Final = 64
"""Articles, systems and the like that are kept as they were read, for the next key."""


class ResultRow(NamedTuple):
    """A hit, and names: of the thing itself, and of where it is: region, article, section; "" where there is none."""

    hit: SearchHit
    name: Text
    region: Text
    title: Text
    section: Text


@dataclass(frozen=True, slots=True)
class CountProgress:
    """How far the hits of a kind are counted, and where that goes on."""

    count: int
    next: GroupCursor
    regions: frozenset[str]
    """Those that count already."""


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """Hits of one kind, and how many of it are known; `more` where there may be others."""

    kind: HitKind
    lines: tuple[ResultRow, ...]
    next: GroupCursor | None
    count: int
    more: bool
    tally: CountProgress | None = field(default=None, compare=False)
    """The counting, as long as it is not over."""


ResultStage = Literal["names", "sight", "whole"]
"""How far an answer is: what completes the query; as many groups as fill the sight, too; everything."""


class SearchResults(NamedTuple):
    """All that was found for a query so far."""

    query: SearchQuery
    completions: tuple[NameCompletion, ...]
    groups: tuple[ResultGroup, ...]
    offers: tuple[Suggestion, ...]
    years: tuple[int, ...]
    """Years that can be asked for."""
    stage: ResultStage = "whole"


class SearchFacts:
    """A package, and what it says of the things that are found; each is read once, for one thread."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.article = lru_cache(_KEPT)(package.article)
        self.region = lru_cache(_KEPT)(package.region)
        self.system = lru_cache(_KEPT)(package.system)
        self.metric = lru_cache(_KEPT)(package.metric)
        self.term = lru_cache(_KEPT)(package.term)

    @cached_property
    def years(self) -> tuple[int, ...]:
        return tuple(self.package.years())


def answers_to(
    facts: SearchFacts, query: SearchQuery, names: tuple[HitKind, ...], sight: int
) -> Iterator[SearchResults]:
    """Asks the package, stage by stage: for names of some kinds, for as many rows as are in sight, and for the rest.

    Raises PackageError.
    """
    if not query.text.strip():
        yield SearchResults(query, (), (), (), facts.years)
        return
    completions: tuple[NameCompletion, ...] = ()
    if query.kinds == KINDS and not query.filtered:
        completions = _once(facts.package.complete(query._replace(kinds=names), _COMPLETIONS))
    answer = SearchResults(query, completions, (), (), facts.years, "names")
    if completions:
        yield answer
    for group in facts.package.search(query, PAGE if len(query.kinds) == 1 else FIRST):
        answer = answer._replace(groups=(*answer.groups, _lines(facts, group)))
        if answer.stage == "names" and sum(1 + len(one.lines) for one in answer.groups) >= sight:
            answer = answer._replace(stage="sight")
            yield answer
    nearest = () if answer.groups else tuple(facts.package.suggest(query))
    yield answer._replace(offers=nearest, stage="whole")


def _once(completions: Sequence[NameCompletion]) -> tuple[NameCompletion, ...]:
    """Each thing by one of its names."""
    named = {(one.kind, one.id or one.text): one for one in reversed(completions)}
    return tuple(one for one in completions if named[one.kind, one.id or one.text] is one)


def more_of(facts: SearchFacts, answer: SearchResults) -> SearchResults:
    """The same with another page of its only kind. Raises PackageError."""
    if not has_more(answer):
        return answer
    held = answer.groups[0]
    page = facts.package.hits(answer.query, held.kind, held.next, PAGE)
    lines = held.lines + tuple(_line(facts, hit) for hit in _new(page, [line.hit.id for line in held.lines]))
    grown = replace(held, lines=lines, next=page.next, count=max(held.count, len(lines)))
    return answer._replace(groups=(grown if page.next else _counted(grown, len(lines), more=False),))


def count_on(facts: SearchFacts, answer: SearchResults) -> SearchResults:
    """The same with some more hits counted, kind by kind. Raises PackageError."""
    held = next((group for group in answer.groups if group.tally), None)
    if held is None or held.tally is None:
        return answer
    tally = held.tally
    page = facts.package.hits(answer.query, held.kind, tally.next, min(_COUNTED, MOST - tally.count))
    new = _new(page, tally.regions)
    count = tally.count + len(new)
    if page.next and count < MOST:
        grown = replace(held, tally=CountProgress(count, page.next, tally.regions | _regions(new)))
    else:
        grown = _counted(held, max(count, len(held.lines)), more=page.next is not None)
    return answer._replace(groups=tuple(grown if group is held else group for group in answer.groups))


def is_counted(answer: SearchResults) -> bool:
    """Whether all hits are counted, as far as they are."""
    return not any(group.tally for group in answer.groups)


def has_more(answer: SearchResults) -> bool:
    """Whether another page of an only kind can be fetched."""
    return len(answer.query.kinds) == 1 and len(answer.groups) == 1 and answer.groups[0].next is not None


def _lines(facts: SearchFacts, group: HitGroup) -> ResultGroup:
    hits = _new(group, ())
    lines, count = tuple(_line(facts, hit) for hit in hits), len(hits)
    tally = CountProgress(count, group.next, _regions(hits)) if group.next else None
    return ResultGroup(group.kind, lines, group.next, count, tally is not None, tally)


def _counted(group: ResultGroup, count: int, *, more: bool) -> ResultGroup:
    return replace(group, count=count, more=more, tally=None)


def _new(group: HitGroup, known: Collection[str]) -> list[SearchHit]:
    """Its hits; a region, which is found by either of its names, once and if it is not known."""
    if group.kind != "region":
        return list(group.hits)
    firsts: dict[str, SearchHit] = {}
    for hit in group.hits:
        firsts.setdefault(hit.id, hit)
    return [hit for id, hit in firsts.items() if id not in known]


def _regions(hits: Sequence[SearchHit]) -> frozenset[str]:
    return frozenset(hit.id for hit in hits if hit.kind == "region")


def _line(facts: SearchFacts, hit: SearchHit) -> ResultRow:
    name = _name(facts, hit)
    article = facts.article(hit.article) if hit.article else None
    if article is None:
        return ResultRow(hit, name, _NONE, _NONE, _NONE)
    region = facts.region(article.region)
    edition = article.edition(hit.edition)
    return ResultRow(hit, name, region.short if region else _NONE, edition.title, _section(article, hit) or _NONE)


def _name(facts: SearchFacts, hit: SearchHit) -> Text:
    """The name of what was found by its text; "" where the hit begins with it or it has none."""
    name = _named(facts, hit)
    return _NONE if name is None or hit.sentence.hans.startswith(name.hans) else name


def _named(facts: SearchFacts, hit: SearchHit) -> Text | None:
    if hit.kind == "term":
        term = facts.term(hit.id)
        return term.term if term else None
    if hit.kind == "metric":
        metric = facts.metric(hit.id)
        return metric.label if metric else None
    return _part(facts, *hit.id.split("/", 1)) if hit.kind == "part" else None


def _part(facts: SearchFacts, id: str, part: str | None = None) -> Text | None:
    system = facts.system(id)
    if system is None or part is None:
        return system.title if system else None
    found = system.part(part)
    return found.name if found else None


def _section(article: Article, hit: SearchHit) -> Text | None:
    """The title of the section a block stands in: its id is the section's, or that with a number behind it."""
    if hit.block is None:
        return None
    wanted = {hit.block, hit.block.rpartition("-")[0]}
    sections = article.edition(hit.edition).sections
    return next((section.title for section in sections if section.id in wanted), None)
