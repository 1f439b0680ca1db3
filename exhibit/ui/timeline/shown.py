"""What the timeline shows; no Qt."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from exhibit.date_words import date_lines, date_words
from exhibit.model.article import Article
from exhibit.model.event import DateCertainty, DatePoint, Event, EventDate, counted_year, dates_reach, year_of_count
from exhibit.model.package import Package
from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.text import Script
from exhibit.strings import say

_CERTAINTIES: Final[tuple[DateCertainty, ...]] = ("printed", "implied", "open")


class HeadingRow(NamedTuple):
    """The heading of the events that begin in a year, or that are of a decade or a century."""

    point: DatePoint


class GapRow(NamedTuple):
    """Whole years without events, between the year `before` and the year `after`."""

    before: int
    after: int

    @property
    def apart(self) -> int:
        """How many years lie between the two."""
        return counted_year(self.after) - counted_year(self.before)


TimelineRow = HeadingRow | GapRow | Event


def timeline_rows(events: Sequence[Event]) -> Iterator[TimelineRow]:
    """The rows of events in order: a heading for each year, decade or century, and gaps for whole years between."""
    heading = reached = None
    for event in events:
        found = event.date.start.of_year
        if found != heading:
            first, *_ = event.date.earliest
            if reached is not None and first - reached > 1:
                yield GapRow(year_of_count(reached), year_of_count(first))
            yield HeadingRow(found)
            heading = found
        last, *_ = event.date.latest
        reached = last if reached is None else max(reached, last)
        yield event


class TimelineData:
    """The events of a package and their articles, each read once, because a package never changes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.events = tuple(package.events())
        self.rows = tuple(timeline_rows(self.events))
        self._articles: dict[str, Article | None] = {}

    def names(self, event: Event, script: Script) -> tuple[str, str]:
        """The short name of an event's region and the title of its article, "" if there is none."""
        article = self._article(event.article)
        if article is None:
            return "", ""
        region = self._package.region(article.region)
        return region.short.in_(script) if region else "", article.edition(event.edition).title.in_(script)

    def _article(self, id: str) -> Article | None:
        if id not in self._articles:
            self._articles[id] = self._package.article(id)
        return self._articles[id]


class CertaintyShown(NamedTuple):
    """How sure a date is, in words."""

    sure: DateCertainty
    label: str


class TimelineShown(NamedTuple):
    """All that is on the page except the texts of its rows, which `event_shown` and `gap_shown` make when needed."""

    title: str
    summary: str
    leave: str
    legend_title: str
    legend: tuple[CertaintyShown, ...]
    rows: tuple[TimelineRow, ...]
    article: str | None
    """The id of the article in view."""
    script: Script
    language: InterfaceLanguage


class GapShown(NamedTuple):
    """A gap in words: how many years, and which."""

    apart: str
    between: str


class EventShown(NamedTuple):
    """An event in words."""

    date: str
    date_lines: tuple[str, ...]
    """The date for a narrow column."""
    when: EventDate
    sure: CertaintyShown
    text: str
    why: str
    """Where the date comes from, or ""."""
    region: str
    article: str
    """The title of the article, or ""."""
    here: str
    """A remark that the article is the one in view, else ""."""
    spoken: str
    """The accessible name."""


def timeline_shown(package: Package, state: State) -> TimelineShown:
    """What a state of a package shows."""
    return shown_from(TimelineData(package), state)


def shown_from(data: TimelineData, state: State) -> TimelineShown:
    """What a state shows, from data already read."""
    language = state.language
    return TimelineShown(
        title=say("timeline", language),
        summary=_summary(data.events, language),
        leave=say("page-leave", language),
        legend_title=say("timeline-legend", language),
        legend=tuple(_certainty(kind, language) for kind in _CERTAINTIES) if data.events else (),
        rows=data.rows,
        article=state.place.article,
        script=state.script,
        language=language,
    )


def event_shown(data: TimelineData, shown: TimelineShown, event: Event) -> EventShown:
    """An event as the page shows it."""
    language, script = shown.language, shown.script
    date, sure, text = date_words(event.date, language), _certainty(event.sure, language), event.text.in_(script)
    why = say("timeline-why", language, text=event.why.in_(script)) if event.why else ""
    region, title = data.names(event, script)
    here = say("metrics-here", language) if event.article == shown.article else ""
    spoken = "，".join(part.rstrip("。") for part in (date, sure.label, text, why, region, title, here) if part)
    return EventShown(date, date_lines(event.date, language), event.date, sure, text, why, region, title, here, spoken)


def gap_shown(gap: GapRow, language: InterfaceLanguage) -> GapShown:
    """A gap as the page shows it."""
    first, last = (year_of_count(counted_year(year) + step) for year, step in ((gap.before, 1), (gap.after, -1)))
    years = date_words(EventDate(DatePoint("year", first), DatePoint("year", last)), language)
    between = say("timeline-gap-between", language, years=years)
    return GapShown(say("timeline-gap", language, years=gap.apart), between)


def in_timeline(state: State) -> State:
    """The state without the fields that the timeline does not depend on."""
    kept = state.place._replace(anchor=None, term=None, term_at=None, system=None, part=None, passage=None, metric=None)
    return state._replace(place=kept, visited=frozenset())


def _certainty(sure: DateCertainty, language: InterfaceLanguage) -> CertaintyShown:
    return CertaintyShown(sure, say(f"timeline-date-{sure}", language))


def _summary(events: Sequence[Event], language: InterfaceLanguage) -> str:
    if not events:
        return say("timeline-none", language)
    years = date_words(dates_reach([event.date for event in events]), language)
    return say("timeline-count", language, count=len(events), years=years)
