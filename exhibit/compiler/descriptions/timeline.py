"""Compiles the timeline: dated events, how certain each date is, and the passage that tells of it."""

from collections.abc import Mapping

from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.context import BuildContext
from exhibit.compiler.descriptions.schema import EventEntry
from exhibit.model.event import Event, date_parts


def compile_events(entries: Mapping[str, LocatedValue[EventEntry] | None], context: BuildContext) -> tuple[Event, ...]:
    """The events in the editor's order, which must be the order of time."""
    before: str | None = None
    events: list[Event] = []
    for key, entry in entries.items():
        if entry:
            if before and _is_later(before, entry.value.date):
                message = f"{entry.value.date} stands after {before}; put the events in the order of time"
                context.problems.warning(entry.where("date"), message)
            before = entry.value.date
            event = _event(key, entry, context)
            events += [event] if event else []
    return tuple(events)


def _event(key: str, entry: LocatedValue[EventEntry], context: BuildContext) -> Event | None:
    value, where = entry.value, entry.where
    article = context.described_article(value.article, where("article"))
    context.check_passage(value.passage, value.article, article, where("passage"))
    text, why = context.text(value.text, where("text")), context.optional_text(value.why, where("why"))
    if value.sure != "printed" and why is None:
        message = f"`why` is missing; say where the date comes from, as it is {value.sure}"
        context.problems.error(where("sure"), message)
    if article is None:
        return None
    return Event(key, value.date, value.sure, text, value.article, article.edition, value.passage, why)


def _is_later(one: str, other: str) -> bool:
    """True if a date lies after another, as far as both are known."""
    unequal = [pair for pair in zip(date_parts(one), date_parts(other), strict=False) if pair[0] != pair[1]]
    return bool(unequal) and unequal[0][0] > unequal[0][1]
