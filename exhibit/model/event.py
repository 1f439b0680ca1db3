"""A dated event from the articles."""

import re
from datetime import date as calendar
from typing import Annotated, Final, Literal, NamedTuple

from exhibit.model.text import ProseText

_DATE: Final = re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")

DateCertainty = Literal["printed", "implied", "open"]


def date_parts(date: str) -> tuple[int, ...]:
    """Year, month and day of a date, as far as it has them. Raises ValueError if it is no date."""
    if not _DATE.fullmatch(date):
        raise ValueError(f"{date[:40]} is no date")
    parts = tuple(map(int, date.split("-")))
    calendar(*(*parts, 1, 1)[:3])
    return parts


EventDate = Annotated[str, date_parts]
"""YYYY, YYYY-MM or YYYY-MM-DD."""


class Event(NamedTuple):
    """An event. Its date is as exact as is known: a year, a month or a day.

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

    @property
    def year(self) -> int:
        """The year of the date."""
        return int(self.date[:4])

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, if it is known."""
        return int(self.date[5:7]) if len(self.date) > 4 else None

    @property
    def day(self) -> int | None:
        """The day of the month, if it is known."""
        return int(self.date[8:]) if len(self.date) > 7 else None
