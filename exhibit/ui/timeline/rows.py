"""Events in rows: each year under its heading, whole years between them as gaps; no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exhibit.model.event import Event


@dataclass(frozen=True, slots=True)
class YearRow:
    """The heading of the events of a year."""

    year: int


@dataclass(frozen=True, slots=True)
class GapRow:
    """Whole years without events, between one year and a later one."""

    before: int
    after: int


TimelineRow = YearRow | GapRow | Event


def rows_of(events: Sequence[Event]) -> Iterator[TimelineRow]:
    """The events in their order, each year under its heading, whole years between them as gaps."""
    year = None
    for event in events:
        if event.year != year:
            if year is not None and event.year - year > 1:
                yield GapRow(year, event.year)
            yield YearRow(event.year)
            year = event.year
        yield event
