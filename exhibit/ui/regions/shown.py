"""What the list of places shows: a row per region, and its articles below the chosen one, a page at a time; no Qt.

While a topic is chosen, each row says how much of it a region has, and the chosen region lists its sections instead.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from exhibit.model.article import Article, SectionLocation
from exhibit.model.package import Package
from exhibit.model.region import Region
from exhibit.model.state import State
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.widgets.topics import topic_words

PAGE: Final = 50
"""Articles or sections on a page."""

RegionRowKind = Literal["topic", "region", "article", "section", "more"]


class RegionRow(NamedTuple):
    """A row of the list."""

    kind: RegionRowKind
    id: str
    """The region, article or section; "" in the row of the topic. The row `more` has the id of its region."""
    title: str
    side: str = ""
    """At the right: how many figures, or the year."""
    spoken: str = ""
    """What a screen reader says."""
    chosen: bool = False
    visited: bool = False
    depth: int = 0
    """Steps of indentation."""
    soft: bool = False
    """Whether it is a region with nothing of the chosen topic."""
    section: SectionLocation | None = None
    """Where the row of a section leads."""

    @property
    def key(self) -> tuple[str, str]:
        """Identifies the same row in other states."""
        return self.kind, self.id


class RegionsShown(NamedTuple):
    """All that is in the list but the second lines, which `second_line` gives for the rows in sight."""

    name: str
    rows: tuple[RegionRow, ...]
    script: Script


class RegionData:
    """What the list needs of a package, each thing read once, because a package never changes."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._articles: dict[str, Article | None] = {}
        self._pages: dict[tuple[str, int], Sequence[Article]] = {}
        self._first_articles: dict[str, Article | None] = {}
        self._sections: dict[tuple[str, str, int], Sequence[SectionLocation]] = {}
        self.regions = tuple(package.regions())

    def article(self, id: str) -> Article | None:
        """An article by its id."""
        if id not in self._articles:
            self._articles[id] = self.package.article(id)
        return self._articles[id]

    def page(self, region: str, number: int) -> Sequence[Article]:
        """A page of a region's articles, counted from 0; only pages of the last region are kept."""
        if any(kept != region for kept, _ in self._pages):
            self._pages.clear()
        if (region, number) not in self._pages:
            self._pages[region, number] = self.package.articles(region, number * PAGE, PAGE)
        return self._pages[region, number]

    def first_article(self, region: str) -> Article | None:
        """A region's first article."""
        if region not in self._first_articles:
            self._first_articles[region] = next(iter(self.package.articles(region, count=1)), None)
        return self._first_articles[region]

    def sections(self, topic: str, region: str, count: int) -> Sequence[SectionLocation]:
        """The first `count` sections of a topic in a region; only the last ones are kept."""
        if (topic, region, count) not in self._sections:
            self._sections = {(topic, region, count): self.package.sections(topic, region, count)}
        return self._sections[topic, region, count]


def regions_shown(package: Package, state: State, pages: int = 1) -> RegionsShown:
    """What a state shows, with a number of pages of articles below the chosen region."""
    return shown_from(RegionData(package), state, pages)


def shown_from(data: RegionData, state: State, pages: int = 1) -> RegionsShown:
    """What a state shows, from data that are kept between states."""
    articles = (data.article(article) for article in state.visited)
    visited = {article.region for article in articles if article}
    if state.place.topic:
        rows = _topic_rows(data, state.place.topic, state, visited, PAGE * pages)
    else:
        rows = _rows(data, state, visited, pages)
    return RegionsShown(say("places", state.language), tuple(rows), state.script)


def second_line(data: RegionData, region: str, script: Script) -> str:
    """A region's first article: title and year."""
    article = data.first_article(region)
    return f"{_title(article, script)}\u00a0·\u00a0{article.citation.year}" if article else ""


# Without a topic


def _rows(data: RegionData, state: State, visited: set[str], pages: int) -> Iterator[RegionRow]:
    for region in data.regions:
        name = region.name.in_(state.script)
        side = say("place-figures", state.language, count=region.metrics)
        spoken = say("place-spoken", state.language, name=name, articles=region.articles, metrics=region.metrics)
        yield _region_row(region, state, region.id in visited, side, spoken)
        if region.id == state.place.region and region.articles > 1:
            yield from _article_rows(data, region, state, pages)


def _article_rows(data: RegionData, region: Region, state: State, pages: int) -> Iterator[RegionRow]:
    """The articles of the pages; the article in view comes first if no page has it."""
    listed = [article for number in range(pages) for article in data.page(region.id, number)]
    current = data.article(state.place.article) if state.place.article else None
    if current and current.region == region.id and all(article.id != current.id for article in listed):
        yield _article_row(current, state)
    for article in listed:
        yield _article_row(article, state)
    if left := region.articles - len(listed):
        yield _more_row(region, say("place-more", state.language, count=left))


# With a topic


def _topic_rows(data: RegionData, topic: str, state: State, visited: set[str], count: int) -> Iterator[RegionRow]:
    """The row that clears the topic, then the regions; the chosen one lists `count` sections at most."""
    yield _clearing_row(data, topic, state)
    words_of = topic_words(data.package, state)
    for region in data.regions:
        words = words_of(region)
        yield _region_row(region, state, region.id in visited, words.side, words.spoken, soft=words.faded)
        if region.id == state.place.region:
            yield from _section_rows(data, topic, region, state, count)


def _clearing_row(data: RegionData, topic: str, state: State) -> RegionRow:
    label = data.package.exhibit.topic(topic).label.in_(state.script)
    title, side = say("topic-shown", state.language, topic=label), say("topic-clear", state.language)
    return RegionRow("topic", "", title, side, f"{title}，{side}")


def _section_rows(data: RegionData, topic: str, region: Region, state: State, count: int) -> Iterator[RegionRow]:
    """The sections, under their articles if the region has several; the article in view comes first if it has none."""
    listed = data.sections(topic, region.id, count)
    several = region.articles > 1
    current = data.article(state.place.article) if state.place.article and several else None
    if current and current.region == region.id and all(one.article != current.id for one in listed):
        yield _article_row(current, state)
    last_article = None
    for one in listed:
        article = data.article(one.article) if several and one.article != last_article else None
        last_article = one.article
        if article:
            yield _article_row(article, state)
        yield _section_row(one, state, 2 if several else 1)
    counts = data.package.topic_counts(topic).get(region.id)
    if counts and counts.sections > len(listed):
        yield _more_row(region, say("topic-more", state.language, count=counts.sections - len(listed)))


# One row


def _region_row(
    region: Region, state: State, visited: bool, side: str, spoken: str, *, soft: bool = False
) -> RegionRow:
    chosen = region.id == state.place.region
    return RegionRow(
        kind="region",
        id=region.id,
        title=region.name.in_(state.script),
        side=side,
        spoken=_spoken(spoken, chosen, visited, state),
        chosen=chosen,
        visited=visited,
        soft=soft,
    )


def _article_row(article: Article, state: State) -> RegionRow:
    title, year = _title(article, state.script), str(article.citation.year)
    chosen, visited = article.id == state.place.article, article.id in state.visited
    return RegionRow(
        kind="article",
        id=article.id,
        title=title,
        side=year,
        spoken=_spoken(f"{title}，{year}", chosen, visited, state),
        chosen=chosen,
        visited=visited,
        depth=1,
    )


def _section_row(one: SectionLocation, state: State, depth: int) -> RegionRow:
    place, title = state.place, one.section.title.in_(state.script)
    chosen = (place.article, place.edition, place.passage) == (one.article, one.edition, one.section.id)
    return RegionRow(
        kind="section",
        id=f"{one.article}/{one.section.id}",
        title=title,
        spoken=_spoken(title, chosen, False, state),
        chosen=chosen,
        depth=depth,
        section=one,
    )


def _more_row(region: Region, label: str) -> RegionRow:
    return RegionRow("more", region.id, label, spoken=label, depth=1)


def _spoken(text: str, chosen: bool, visited: bool, state: State) -> str:
    """What a screen reader says of a row, with its mark."""
    mark = "place-chosen" if chosen else "place-visited" if visited else None
    return f"{text}，{say(mark, state.language)}" if mark else text


def _title(article: Article, script: Script) -> str:
    return article.editions[0].title.in_(script)
