"""Says a date of an event in words, in each interface language, for eye and ear alike; no Qt."""

from typing import Final

from exhibit.model.event import DatePoint, EventDate, century_number, decade_name
from exhibit.model.state import InterfaceLanguage
from exhibit.strings import say

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_YEAR: Final = 100
"""Years before it are said with their era: 公元25年, as 25年 could be a length of time."""


def date_words(date: EventDate, language: InterfaceLanguage) -> str:
    """A date as exactly as it is known: 2022年6月23日, 公元前209年, 1937年至1945年, 2022年6月1日至5日, 2018年起."""
    first, *end = date_lines(date, language)
    return say("date-span", language, first=first, end=end[0]) if end else first


def date_lines(date: EventDate, language: InterfaceLanguage) -> tuple[str, ...]:
    """The same for a narrow column: a line, or two where both ends of a span are known."""
    first, last = date.first, date.last
    if first is None:
        return (say("date-until", language, last=point_words(date.end, language)),)
    if last is None:
        return (say("date-from", language, first=point_words(first, language)),)
    if first == last:
        return (point_words(first, language),)
    across = first.year < 0 < last.year
    words = [point_words(first, language), point_words(last, language, era=across)]
    if short := _shortened(first, last, language):
        words[0 if language == "en" else 1] = short
    return words[0], say("date-span-end", language, last=words[1])


def point_words(point: DatePoint, language: InterfaceLanguage, *, era: bool = False) -> str:
    """A date that is no span; with its `era` even where that goes without saying."""
    words = _without_era(point, language)
    if point.year < 0:
        return say("date-before-era", language, date=words)
    short = point.year < _SHORT_YEAR and point.unit != "century"
    return say("date-in-era", language, date=words) if era or short else words


def year_words(year: int, language: InterfaceLanguage) -> str:
    """A year; -209 is 公元前209年."""
    return point_words(DatePoint("year", year), language)


def _without_era(point: DatePoint, language: InterfaceLanguage) -> str:
    year = abs(point.year)
    if point.month is not None and point.day is not None:
        return say("date-day", language, year=year, month=_month(point.month, language), day=point.day)
    if point.month is not None:
        return say("date-month", language, year=year, month=_month(point.month, language))
    if point.unit == "decade":
        name = decade_name(point)
        return say("date-decade" if name % 100 else "date-decade-zero", language, year=name)
    if point.unit == "century":
        return say("date-century", language, number=_rank(century_number(point), language))
    return say("date-year", language, year=year)


def _shortened(first: DatePoint, last: DatePoint, language: InterfaceLanguage) -> str | None:
    """The end of a span without the year, or year and month, it shares: the last in Chinese, the first in English."""
    if first.year != last.year or first.unit != last.unit or first.month is None or last.month is None:
        return None
    point = first if language == "en" else last
    month = _month(point.month or 0, language)
    if point.day is None:
        return say("date-month-of-year", language, month=month)
    if first.month == last.month:
        return say("date-day-of-month", language, day=point.day)
    return say("date-day-of-year", language, month=month, day=point.day)


def _month(number: int, language: InterfaceLanguage) -> str:
    return _MONTHS[number - 1] if language == "en" else str(number)


def _rank(number: int, language: InterfaceLanguage) -> str:
    """A number, as an ordinal in English."""
    if language != "en":
        return str(number)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
