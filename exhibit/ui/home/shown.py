"""What home shows: the title, the promise, the next touch, and the cards one by one; no Qt."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from exhibit.drawing.silhouette import SilhouetteItem, silhouette
from exhibit.model.article import Article
from exhibit.model.figure_words import ValueText, value_text
from exhibit.model.package import Package
from exhibit.model.region import Region
from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.home.layout import is_upright
from exhibit.ui.widgets.chart import ChartShown, chart_shown
from exhibit.ui.widgets.reading_time import reading_minutes

HomeWay = Literal["compare", "timeline", "glossary", "sources"]
"""Where a link at the bottom leads."""
WAYS: Final[tuple[HomeWay, ...]] = ("compare", "timeline", "glossary", "sources")
"""In the order of the links."""
MOST_DRAWN: Final = 12
"""Articles up to which each card has the silhouette of its drawing."""
_BETWEEN_LINES: Final = re.compile(r"[，,、；;\s]+")
"""Where a title is cut into lines."""


class PromiseShown(NamedTuple):
    """A sentence: in the reader's hand `number` looks like a figure, and `sentence` like a lit sentence."""

    before: str
    number: str
    between: str
    sentence: str
    after: str


class HomeButtonShown(NamedTuple):
    """The next touch: what it does, and, smaller, where it leads."""

    label: str
    note: str


class HomeLinkShown(NamedTuple):
    """A link at the bottom."""

    way: HomeWay
    label: str


class HeroShown(NamedTuple):
    """The figure that stands for an article."""

    metric: str
    value: ValueText
    label: str
    chart: ChartShown | None
    spoken: str


class HomeCardShown(NamedTuple):
    """The card of an article; what the content does not say is "" or None."""

    article: str
    region: str
    number: str
    """That of its place, in the order of the exhibit."""
    place: str
    minutes: str
    name: str
    """The method, or else the title."""
    question: str
    hero: HeroShown | None
    drawing: tuple[SilhouetteItem, ...]
    chosen: bool
    """Whether it was being read, or is played."""
    visited: bool
    spoken: str


class HomeShown(NamedTuple):
    """All that is at home but for the cards, which `home_card` makes for those in sight."""

    name: str
    title: tuple[str, ...]
    promise: PromiseShown
    facts: str
    begin: HomeButtonShown | None
    """None where there is no article."""
    go_on: HomeButtonShown | None
    """None where going on is beginning."""
    links: tuple[HomeLinkShown, ...]
    cards: int
    chosen: str | None
    visited: frozenset[str]
    script: Script
    language: InterfaceLanguage


class HomeData:
    """What home reads of a package: the regions at once, an article when its card is asked for."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.regions: Sequence[Region] = package.regions()
        self._ends = list(accumulate(region.articles for region in self.regions))

    @property
    def cards(self) -> int:
        """How many articles there are."""
        return self._ends[-1] if self._ends else 0

    def place(self, row: int) -> int:
        """The number of the region a card is of, counted from 0."""
        return bisect_right(self._ends, row)

    def article(self, row: int) -> Article:
        """The article of a card."""
        place = self.place(row)
        before = self._ends[place] - self.regions[place].articles
        return self.package.articles(self.regions[place].id, row - before, 1)[0]


def home_title(package: Package, script: Script) -> tuple[str, ...]:
    """The lines of the title: the exhibit's subtitle, cut where it pauses if its lines can then stand upright."""
    subtitle = package.exhibit.subtitle.in_(script)
    lines = tuple(line for line in _BETWEEN_LINES.split(subtitle) if line)
    return lines if is_upright(lines) else (subtitle,)


def home_shown(data: HomeData, state: State) -> HomeShown:
    """What a state shows."""
    exhibit, language = data.package.exhibit, state.language
    counts = exhibit.counts
    begin, go_on = _buttons(data, state)
    return HomeShown(
        name=say("home-name", language, title=exhibit.title.in_(state.script)),
        title=home_title(data.package, state.script),
        promise=_promise(language),
        facts=say("home-facts", language, articles=counts.articles, metrics=counts.metrics),
        begin=begin,
        go_on=go_on,
        links=tuple(HomeLinkShown(way, say(f"home-to-{way}", language)) for way in _ways(data.package)),
        cards=data.cards,
        chosen=state.place.article,
        visited=state.visited,
        script=state.script,
        language=language,
    )


def home_card(data: HomeData, state: State, row: int, chosen: str | None) -> HomeCardShown:
    """A card; `row` counts the articles of the exhibit from 0, `chosen` is the article that looks chosen."""
    article, place, language = data.article(row), data.place(row), state.language
    region, script = data.regions[place], state.script
    edition = article.edition(state.place.edition)
    minutes = say("reading-time", language, minutes=reading_minutes(edition.length))
    name = (article.method or edition.title).in_(script)
    question = article.question.in_(script) if article.question else ""
    visited = article.id in state.visited
    notes = (region.name.in_(script), minutes, name, question, say("place-visited", language) if visited else "")
    return HomeCardShown(
        article=article.id,
        region=region.id,
        number=str(place + 1),
        place=region.name.in_(script),
        minutes=minutes,
        name=name,
        question=question,
        hero=_hero(data, state, article),
        drawing=_drawing(data, article),
        chosen=chosen == article.id,
        visited=visited,
        spoken="，".join(note for note in notes if note),
    )


def _hero(data: HomeData, state: State, article: Article) -> HeroShown | None:
    metric = data.package.metric(article.hero) if article.hero else None
    if metric is None:
        return None
    label, value = metric.label.in_(state.script), value_text(metric, state.script)
    spoken = say("home-hero", state.language, label=label, value=value.words)
    return HeroShown(metric.id, value, label, chart_shown(data.package, state, metric), spoken)


def _drawing(data: HomeData, article: Article) -> tuple[SilhouetteItem, ...]:
    if data.cards > MOST_DRAWN:
        return ()
    return next((silhouette(system.drawing) for system in data.package.systems(article.id, count=1)), ())


def _promise(language: InterfaceLanguage) -> PromiseShown:
    text, number, sentence = (say(f"home-promise{part}", language) for part in ("", "-number", "-sentence"))
    before, _, rest = text.partition(number)
    between, _, after = rest.partition(sentence)
    return PromiseShown(before, number, between, sentence, after)


def _buttons(data: HomeData, state: State) -> tuple[HomeButtonShown | None, HomeButtonShown | None]:
    """To begin with the first article, and to go on with another one that was being read."""
    if not data.cards:
        return None, None
    first, reading = data.article(0), data.package.article(state.place.article or "")
    go_on = HomeButtonShown(say("home-go-on", state.language), _name(reading, state)) if reading else None
    if reading and reading.id == first.id:
        return go_on, None
    length = first.edition(state.place.edition).length
    minutes = say("reading-time", state.language, minutes=reading_minutes(length))
    return HomeButtonShown(say("home-begin", state.language), minutes), go_on


def _name(article: Article, state: State) -> str:
    return (article.method or article.edition(state.place.edition).title).in_(state.script)


def _ways(package: Package) -> Sequence[HomeWay]:
    """Where the links lead: to what the exhibit has."""
    counts = package.exhibit.counts
    has = {
        "compare": counts.comparisons,
        "timeline": counts.events,
        "glossary": counts.terms,
        "sources": counts.articles,
    }
    return [way for way in WAYS if has[way]]
