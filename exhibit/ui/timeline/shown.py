"""What the timeline shows; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from exhibit.model.event import DateCertainty, Event
from exhibit.model.package import Package
from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.timeline.data import TimelineData
from exhibit.ui.timeline.dates import date_words
from exhibit.ui.timeline.rows import GapRow, TimelineRow

_KINDS: Final[tuple[DateCertainty, ...]] = ("printed", "implied", "open")


@dataclass(frozen=True, slots=True)
class CertaintyShown:
    """How sure a date is, in words."""

    sure: DateCertainty
    label: str


@dataclass(frozen=True, slots=True)
class TimelineShown:
    """All that is on the page; what a row says, `event_shown` and `gap_shown` give for those in sight."""

    title: str
    summary: str
    leave: str
    legend_title: str
    legend: tuple[CertaintyShown, ...]
    rows: tuple[TimelineRow, ...]
    article: str | None
    """The article in view."""
    script: Script
    language: InterfaceLanguage


@dataclass(frozen=True, slots=True)
class GapShown:
    """A gap in words."""

    apart: str
    between: str


@dataclass(frozen=True, slots=True)
class EventShown:
    """An event in words."""

    date: str
    sure: CertaintyShown
    text: str
    why: str
    """Where the date comes from, or ""."""
    region: str
    article: str
    """The title of the article, or ""."""
    here: str
    """Said where the article is the one in view, else ""."""
    spoken: str


def timeline_shown(package: Package, state: State) -> TimelineShown:
    """What a state shows."""
    return shown_from(TimelineData(package), state)


def shown_from(facts: TimelineData, state: State) -> TimelineShown:
    """The same from facts already read."""
    language = state.language
    return TimelineShown(
        say("timeline", language),
        _summary(facts.events, language),
        say("page-leave", language),
        say("timeline-legend", language),
        tuple(_sure(kind, language) for kind in _KINDS) if facts.events else (),
        facts.rows,
        state.place.article,
        state.script,
        language,
    )


def event_shown(facts: TimelineData, shown: TimelineShown, event: Event) -> EventShown:
    """An event as the page shows it."""
    language, script = shown.language, shown.script
    date, sure, text = date_words(event, language), _sure(event.sure, language), event.text.in_(script)
    why = say("timeline-why", language, text=event.why.in_(script)) if event.why else ""
    region, title = facts.names(event, script)
    here = say("metrics-here", language) if event.article == shown.article else ""
    spoken = "，".join(part.rstrip("。") for part in (date, sure.label, text, why, region, title, here) if part)
    return EventShown(date, sure, text, why, region, title, here, spoken)


def gap_shown(gap: GapRow, language: InterfaceLanguage) -> GapShown:
    """A gap as the page shows it."""
    apart = say("timeline-gap", language, years=gap.after - gap.before)
    first, last = gap.before + 1, gap.after - 1
    if first == last:
        return GapShown(apart, say("timeline-gap-in", language, year=first))
    return GapShown(apart, say("timeline-gap-between", language, first=first, last=last))


def in_timeline(state: State) -> State:
    """The state without what the timeline does not depend on."""
    kept = replace(state.place, anchor=None, term=None, term_at=None, system=None, part=None, passage=None, metric=None)
    return replace(state, place=kept, visited=frozenset())


def _sure(sure: DateCertainty, language: InterfaceLanguage) -> CertaintyShown:
    return CertaintyShown(sure, say(f"timeline-date-{sure}", language))


def _summary(events: Sequence[Event], language: InterfaceLanguage) -> str:
    if not events:
        return say("timeline-none", language)
    first, last = min(event.year for event in events), max(event.year for event in events)
    years = f"{first}—{last}" if last > first else str(first)
    return say("timeline-count", language, count=len(events), years=years)
