"""A dated event from the articles, and its date: a day, a month, a year, a decade, a century, or a span of them."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from exhibit.model.limits import MAX_YEAR
from exhibit.model.text import ProseText

DateCertainty = Literal["printed", "implied", "open"]
DateUnit = Literal["day", "month", "year", "decade", "century"]
CalendarDay = tuple[int, int, int]
"""Year, month and day; the year is counted through, see `counted_year`."""

_ALWAYS: Final = (-MAX_YEAR - 1, 1, 1), (MAX_YEAR + 1, 12, 31)
"""A day before every date and one behind: the ends of what has no beginning or no end."""


def counted_year(year: int) -> int:
    """A year on a scale without a hole: 1 stays 1, and -1, the year before it, is 0."""
    return year if year > 0 else year + 1


def year_of_count(count: int) -> int:
    """The year at a place of the scale of `counted_year`."""
    return count if count > 0 else count - 1


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A date as far as it is known. Raises ValueError, which says what a date must be, where it is none."""

    unit: DateUnit
    year: int
    """The year, or the first year of a decade or a century; negative before our era: -209 is 公元前209年."""
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.year == 0 or self.last_year == 0:
            raise ValueError("must have no year 0: the year before 1 is -1")
        if max(abs(self.year), abs(self.last_year)) > MAX_YEAR or not self._fits_its_unit:
            raise ValueError(f"must be a {self.unit} of the years -{MAX_YEAR} to {MAX_YEAR}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError("must have a month from 1 to 12")
        if self.day is not None and not 1 <= self.day <= self._days_of_month:
            raise ValueError(f"must be a day of its month, which has {self._days_of_month}")

    @property
    def last_year(self) -> int:
        """The year itself, or the last year of a decade or a century."""
        return self.year + {"decade": 9, "century": 99}.get(self.unit, 0)

    @property
    def first_day(self) -> CalendarDay:
        """The first day it covers."""
        return counted_year(self.year), self.month or 1, self.day or 1

    @property
    def last_day(self) -> CalendarDay:
        """The last day it covers."""
        return counted_year(self.last_year), self.month or 12, self.day or self._days_of_month

    @property
    def of_year(self) -> "DatePoint":
        """The year of a day or a month; a year, a decade and a century stay what they are."""
        return DatePoint("year", self.year) if self.month is not None else self

    @property
    def _days_of_month(self) -> int:
        """By the Gregorian calendar, which repeats itself every 400 years."""
        return monthrange(2000 + counted_year(self.year) % 400, self.month or 12)[1]

    @property
    def _fits_its_unit(self) -> bool:
        """Whether month and day are there as the unit says, and the year begins a decade or a century."""
        parts = (self.month is not None, self.day is not None)
        if parts != (self.unit in ("month", "day"), self.unit == "day"):
            return False
        if self.unit == "decade":
            return self.year % 10 == (0 if self.year > 0 else 1)
        return self.unit != "century" or self.year % 100 == (1 if self.year > 0 else 0)

    def __str__(self) -> str:
        """As timeline.yaml may write it: 2022-06-23, -209, 1980年代 or -5世纪."""
        before = "-" if self.year < 0 else ""
        if self.unit == "decade":
            return f"{before}{decade_name(self)}年代"
        if self.unit == "century":
            return f"{before}{century_number(self)}世纪"
        return "-".join([str(self.year), *(f"{part:02}" for part in (self.month, self.day) if part is not None)])


def decade_name(point: DatePoint) -> int:
    """The number a decade is called by: 1980, and 200 for the years 209 to 200 before our era."""
    return min(abs(point.year), abs(point.last_year))


def century_number(point: DatePoint) -> int:
    """The number of a century, counted from the beginning of our era in both directions."""
    return (max(abs(point.year), abs(point.last_year)) + 99) // 100


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date or a span; both ends of a date are the same. Raises ValueError, as `DatePoint` does, where it is none."""

    first: DatePoint | None
    """None where the beginning is not known."""
    last: DatePoint | None
    """None where it still goes on."""

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("must have a beginning or an end")
        if self.latest < self.earliest:
            raise ValueError(f"must begin before it ends: write {self.last}/{self.first}")

    @property
    def is_span(self) -> bool:
        """Whether it has two ends, or lacks one."""
        return self.first != self.last

    @property
    def start(self) -> DatePoint:
        """Where it stands on the timeline: its beginning, or its end where the beginning is not known."""
        found = self.first or self.last
        assert found is not None
        return found

    @property
    def end(self) -> DatePoint:
        """Its end, or its beginning where it still goes on."""
        return self.last or self.start

    @property
    def earliest(self) -> CalendarDay:
        """The first day it may cover; before every date where the beginning is not known."""
        return self.first.first_day if self.first else _ALWAYS[0]

    @property
    def latest(self) -> CalendarDay:
        """The last day it may cover; behind every date where it still goes on."""
        return self.last.last_day if self.last else _ALWAYS[1]

    @property
    def years(self) -> tuple[int, ...]:
        """Every year from its start to its end."""
        counts = range(counted_year(self.start.year), counted_year(self.end.last_year) + 1)
        return tuple(map(year_of_count, counts))

    def __str__(self) -> str:
        """As timeline.yaml may write it; a span has a slash between its ends."""
        if not self.is_span:
            return str(self.first)
        first, last = (".." if end is None else str(end) for end in (self.first, self.last))
        if first.lstrip("-").isdigit() and last.endswith(("年代", "世纪")):
            first += "年"  # 18/19世纪 would begin in the 18th century
        return f"{first}/{last}"


def dates_reach(dates: Sequence[EventDate]) -> EventDate:
    """From the year in which the first of some dates begins to the year in which the last ends."""
    first = min((date.start for date in dates), key=lambda point: point.first_day)
    last = max((date.end for date in dates), key=lambda point: point.last_day)
    return EventDate(first.of_year, last.of_year)


class Event(NamedTuple):
    """An event. Its date is as exact as is known.

    The date is `printed` in the article, `implied` by what the article says, or `open`: it cannot be decided, and only
    gives the event its place in the timeline.
    """

    id: str
    date: EventDate
    sure: DateCertainty
    text: ProseText
    article: str
    edition: str
    passage: str
    """The id of a block or a section of the edition."""
    why: ProseText | None
    """Where the date comes from, unless it is printed."""
