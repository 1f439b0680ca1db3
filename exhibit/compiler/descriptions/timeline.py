"""Makes the timeline: dated events, each with how sure its date is and where the article tells of it."""

from collections.abc import Mapping

from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.descriptions.context import DescriptionContext
from exhibit.compiler.descriptions.schema import EventEntry
from exhibit.model.event import Event, date_parts


def make_events(
    entries: Mapping[str, LocatedValue[EventEntry] | None], setting: DescriptionContext
) -> tuple[Event, ...]:
    """The events in the editor's order, which goes forward in time."""
    before: str | None = None
    events: list[Event] = []
    for key, entry in entries.items():
        if entry:
            if before and _is_later(before, entry.value.date):
                message = f"{entry.value.date} stands after {before}; put the events in the order of time"
                setting.problems.warning(entry.where("date"), message)
            before = entry.value.date
            event = _event(key, entry, setting)
            events += [event] if event else []
    return tuple(events)


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


def _is_later(one: str, other: str) -> bool:
    """Whether a date lies behind another as far as both are known."""
    return any(a > b for a, b in _until_unequal(date_parts(one), date_parts(other)))


def _until_unequal(one: tuple[int, ...], other: tuple[int, ...]) -> list[tuple[int, int]]:
    """The first parts that differ."""
    return [(a, b) for a, b in zip(one, other, strict=False) if a != b][:1]
