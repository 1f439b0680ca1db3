"""What the list of places shows: a row a region, below the chosen one its articles, a page at a time; no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from exhibit.model.article import Article
from exhibit.model.package import Package
from exhibit.model.region import Region
from exhibit.model.state import State
from exhibit.model.text import Script
from exhibit.strings import say

PAGE: Final = 50
"""Articles listed at a time."""

Kind = Literal["region", "article", "more"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list. `id` is a region's or an article's; of the row for more, it is the region's."""

    kind: Kind
    id: str
    title: str
    side: str = ""
    """At the right: how many figures, or the year."""
    spoken: str = ""
    chosen: bool = False
    visited: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same row in another state."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class RegionsShown:
    """All that is in the list but for the second lines, which `second_line` gives for the rows in sight."""

    name: str
    rows: tuple[Row, ...]
    script: Script


class RegionFacts:
    """What the list needs of a package, each thing read once: a package never changes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._articles: dict[str, Article | None] = {}
        self._pages: dict[tuple[str, int], Sequence[Article]] = {}
        self._firsts: dict[str, Article | None] = {}
        self.regions = tuple(package.regions())

    def article(self, id: str) -> Article | None:
        if id not in self._articles:
            self._articles[id] = self._package.article(id)
        return self._articles[id]

    def page(self, region: str, number: int) -> Sequence[Article]:
        """Articles of a region, `PAGE` at a time; only the region last asked for is kept."""
        if any(kept != region for kept, _ in self._pages):
            self._pages.clear()
        if (region, number) not in self._pages:
            self._pages[region, number] = self._package.articles(region, number * PAGE, PAGE)
        return self._pages[region, number]

    def first(self, region: str) -> Article | None:
        """A region's first article."""
        if region not in self._firsts:
            self._firsts[region] = next(iter(self._package.articles(region, count=1)), None)
        return self._firsts[region]


def regions_shown(package: Package, state: State, pages: int = 1) -> RegionsShown:
    """What a state shows, with so many pages of articles below the chosen region."""
    return shown_from(RegionFacts(package), state, pages)


def shown_from(facts: RegionFacts, state: State, pages: int = 1) -> RegionsShown:
    """The same from facts already read."""
    articles = (facts.article(article) for article in state.visited)
    seen = {article.region for article in articles if article}
    return RegionsShown(say("places", state.language), tuple(_rows(facts, state, seen, pages)), state.script)


def second_line(facts: RegionFacts, region: str, script: Script) -> str:
    """A region's first article: title and year."""
    article = facts.first(region)
    return f"{_title(article, script)}\u00a0·\u00a0{article.citation.year}" if article else ""


def _rows(facts: RegionFacts, state: State, seen: set[str], pages: int) -> Iterator[Row]:
    for region in facts.regions:
        yield _region_row(region, state, region.id in seen)
        if region.id == state.place.region and region.articles > 1:
            yield from _article_rows(facts, region, state, pages)


def _region_row(region: Region, state: State, visited: bool) -> Row:
    name = region.name.in_(state.script)
    chosen = region.id == state.place.region
    return Row(
        "region",
        region.id,
        name,
        say("place-figures", state.language, count=region.metrics),
        _spoken(
            say("place-spoken", state.language, name=name, articles=region.articles, metrics=region.metrics),
            chosen, visited, state,
        ),
        chosen,
        visited,
    )  # fmt: skip


def _article_rows(facts: RegionFacts, region: Region, state: State, pages: int) -> Iterator[Row]:
    """The pages asked for; the article in view stands first where it is in none of them."""
    listed = [article for number in range(pages) for article in facts.page(region.id, number)]
    current = facts.article(state.place.article) if state.place.article else None
    if current and current.region == region.id and all(article.id != current.id for article in listed):
        yield _article_row(current, state)
    for article in listed:
        yield _article_row(article, state)
    if left := region.articles - len(listed):
        label = say("place-more", state.language, count=left)
        yield Row("more", region.id, label, spoken=label)


def _article_row(article: Article, state: State) -> Row:
    title, year = _title(article, state.script), str(article.citation.year)
    chosen, visited = article.id == state.place.article, article.id in state.visited
    return Row("article", article.id, title, year, _spoken(f"{title}，{year}", chosen, visited, state), chosen, visited)


def _spoken(text: str, chosen: bool, visited: bool, state: State) -> str:
    mark = "place-chosen" if chosen else "place-visited" if visited else None
    return f"{text}，{say(mark, state.language)}" if mark else text


def _title(article: Article, script: Script) -> str:
    return article.editions[0].title.in_(script)
