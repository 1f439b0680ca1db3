"""Dates in words, as exact as they are known and no more; no Qt."""

from typing import Final

from exhibit.model.event import Event
from exhibit.model.state import InterfaceLanguage
from exhibit.strings import say

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_words(event: Event, language: InterfaceLanguage) -> str:
    """2022年, 2022年6月 or 2022年6月23日."""
    year, number, day = event.year, event.month, event.day
    if number is None:
        return say("timeline-year", language, year=year)
    month = _MONTHS[number - 1] if language == "en" else number
    if day is None:
        return say("timeline-month", language, year=year, month=month)
    return say("timeline-day", language, year=year, month=month, day=day)
