"""What the list of places shows: a row a region, below the chosen one its articles, a page at a time; no Qt.

While a theme is chosen, it shows that instead (themed.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from exhibit.model.article import Article, SectionLocation
from exhibit.model.package import Package
from exhibit.model.region import Region
from exhibit.model.state import State
from exhibit.model.text import Script
from exhibit.strings import say

PAGE: Final = 50
"""Articles or sections listed at a time."""

RegionRowKind = Literal["theme", "region", "article", "section", "more"]


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A row of the list. `id` is what it is of; of the row for more, it is the region's, of that of the theme ""."""

    kind: RegionRowKind
    id: str
    title: str
    side: str = ""
    """At the right: how many figures, or the year."""
    spoken: str = ""
    chosen: bool = False
    visited: bool = False
    depth: int = 0
    """How far it stands in."""
    soft: bool = False
    """A place that has nothing of the chosen theme."""
    section: SectionLocation | None = None
    """Where a row of a section leads."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same row in another state."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class RegionsShown:
    """All that is in the list but for the second lines, which `second_line` gives for the rows in sight."""

    name: str
    rows: tuple[RegionRow, ...]
    script: Script


class RegionData:
    """What the list needs of a package, each thing read once: a package never changes."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._articles: dict[str, Article | None] = {}
        self._pages: dict[tuple[str, int], Sequence[Article]] = {}
        self._firsts: dict[str, Article | None] = {}
        self._sections: dict[tuple[str, str, int], Sequence[SectionLocation]] = {}
        self.regions = tuple(package.regions())

    def article(self, id: str) -> Article | None:
        if id not in self._articles:
            self._articles[id] = self.package.article(id)
        return self._articles[id]

    def page(self, region: str, number: int) -> Sequence[Article]:
        """Articles of a region, `PAGE` at a time; only the region last asked for is kept."""
        if any(kept != region for kept, _ in self._pages):
            self._pages.clear()
        if (region, number) not in self._pages:
            self._pages[region, number] = self.package.articles(region, number * PAGE, PAGE)
        return self._pages[region, number]

    def first(self, region: str) -> Article | None:
        """A region's first article."""
        if region not in self._firsts:
            self._firsts[region] = next(iter(self.package.articles(region, count=1)), None)
        return self._firsts[region]

    def sections(self, theme: str, region: str, count: int) -> Sequence[SectionLocation]:
        """The first sections a region has of a theme; only those last asked for are kept."""
        if (theme, region, count) not in self._sections:
            self._sections = {(theme, region, count): self.package.sections(theme, region, count)}
        return self._sections[theme, region, count]


def regions_shown(package: Package, state: State, pages: int = 1) -> RegionsShown:
    """What a state shows, with so many pages of articles below the chosen region."""
    return shown_from(RegionData(package), state, pages)


def shown_from(facts: RegionData, state: State, pages: int = 1) -> RegionsShown:
    """The same from facts already read."""
    articles = (facts.article(article) for article in state.visited)
    seen = {article.region for article in articles if article}
    if state.place.theme:
        from exhibit.ui.regions.topic_rows import topic_rows  # only where a theme is chosen

        rows = topic_rows(facts, state, seen, PAGE * pages)
    else:
        rows = _rows(facts, state, seen, pages)
    return RegionsShown(say("places", state.language), tuple(rows), state.script)


def second_line(facts: RegionData, region: str, script: Script) -> str:
    """A region's first article: title and year."""
    article = facts.first(region)
    return f"{_title(article, script)}\u00a0·\u00a0{article.citation.year}" if article else ""


def _rows(facts: RegionData, state: State, seen: set[str], pages: int) -> Iterator[RegionRow]:
    for region in facts.regions:
        yield _region_row(region, state, region.id in seen)
        if region.id == state.place.region and region.articles > 1:
            yield from _article_rows(facts, region, state, pages)


def _region_row(region: Region, state: State, visited: bool) -> RegionRow:
    name = region.name.in_(state.script)
    said = say("place-spoken", state.language, name=name, articles=region.articles, metrics=region.metrics)
    side = say("place-figures", state.language, count=region.metrics)
    return region_row(region, state, visited, (side, said))


def region_row(region: Region, state: State, visited: bool, told: tuple[str, str], *, soft: bool = False) -> RegionRow:
    """The row of a region; `told` is what stands at its side and what is said of it."""
    (side, said), chosen = told, region.id == state.place.region
    name, said = region.name.in_(state.script), spoken(said, chosen, visited, state)
    return RegionRow("region", region.id, name, side, said, chosen, visited, soft=soft)


def _article_rows(facts: RegionData, region: Region, state: State, pages: int) -> Iterator[RegionRow]:
    """The pages asked for; the article in view stands first where it is in none of them."""
    listed = [article for number in range(pages) for article in facts.page(region.id, number)]
    current = facts.article(state.place.article) if state.place.article else None
    if current and current.region == region.id and all(article.id != current.id for article in listed):
        yield article_row(current, state)
    for article in listed:
        yield article_row(article, state)
    if left := region.articles - len(listed):
        label = say("place-more", state.language, count=left)
        yield RegionRow("more", region.id, label, spoken=label, depth=1)


def article_row(article: Article, state: State) -> RegionRow:
    """The row of an article."""
    title, year = _title(article, state.script), str(article.citation.year)
    chosen, visited = article.id == state.place.article, article.id in state.visited
    said = spoken(f"{title}，{year}", chosen, visited, state)
    return RegionRow("article", article.id, title, year, said, chosen, visited, depth=1)


def spoken(text: str, chosen: bool, visited: bool, state: State) -> str:
    """What is said of a row, and how it is marked."""
    mark = "place-chosen" if chosen else "place-visited" if visited else None
    return f"{text}，{say(mark, state.language)}" if mark else text


def _title(article: Article, script: Script) -> str:
    return article.editions[0].title.in_(script)
