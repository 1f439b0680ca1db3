"""Makes the timeline: dated events, each with how sure its date is and where the article tells of it."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.descriptions.context import DescriptionContext
from exhibit.compiler.descriptions.schema import EventEntry
from exhibit.model.event import CalendarDay, Event, EventDate, counted_year


def make_events(
    entries: Mapping[str, LocatedValue[EventEntry] | None], setting: DescriptionContext
) -> tuple[Event, ...]:
    """The events in the order of time; where dates of a year overlap, in the editor's order."""
    before: EventDate | None = None
    events: list[Event] = []
    for key, entry in entries.items():
        if entry:
            date = entry.value.date
            if before and _is_earlier(date, before):
                message = f"{date} stands after {before}; put the events in the order of time, or correct the date"
                setting.problems.warning(entry.where("date"), message)
            before = date
            event = _event(key, entry, setting)
            events += [event] if event else []
    return in_order_of_time(events)


def in_order_of_time(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events by the year in which they begin; in a year none stands behind one that lies wholly after it."""
    ordered: list[Event] = []
    begun: list[CalendarDay] = []  # for each event the latest day on which it or one before it begins
    for event in sorted(events, key=lambda event: counted_year(event.date.start.year)):
        at = bisect_right(begun, event.date.latest)
        ordered.insert(at, event)
        begun.insert(at, max([event.date.earliest, *begun[max(0, at - 1) : at]]))
    return tuple(ordered)


def _is_earlier(one: EventDate, other: EventDate) -> bool:
    """Whether a date is over before another begins."""
    return one.latest < other.earliest


def _event(key: str, entry: LocatedValue[EventEntry], setting: DescriptionContext) -> Event | None:
    value, where = entry.value, entry.where
    told = setting.article(value.article, where("article"))
    setting.check_passage(value.passage, value.article, told, where("passage"))
    text, why = setting.say(value.text, where("text")), setting.say_if(value.why, where("why"))
    if value.sure != "printed" and why is None:
        message = f"`why` is missing; say where the date comes from, as it is {value.sure}"
        setting.problems.error(where("sure"), message)
    if told is None:
        return None
    return Event(key, value.date, value.sure, text, value.article, told.edition, value.passage, why)
