"""A dated event the articles tell of."""

from typing import Literal, NamedTuple

from exhibit.model.text import ProseText

DateCertainty = Literal["printed", "implied", "open"]


class Event(NamedTuple):
    """An event; its date says no more than is known: a year, a month or a day.

    `printed`: the article prints this date; `implied`: it follows from what the article says; `open`: it cannot be
    settled, and the event only stands here.
    """

    id: str
    date: str
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    sure: DateCertainty
    text: ProseText
    article: str
    edition: str
    passage: str
    """A block or a section of the edition."""
    why: ProseText | None
    """Where the date comes from."""

    @property
    def year(self) -> int:
        return int(self.date[:4])

    @property
    def month(self) -> int | None:
        return int(self.date[5:7]) if len(self.date) > 4 else None

    @property
    def day(self) -> int | None:
        return int(self.date[8:]) if len(self.date) > 7 else None


def date_parts(date: str) -> tuple[int, ...]:
    """Year, month and day of a date, as far as it goes. Raises ValueError where it is no date."""
    from datetime import date as calendar  # only the build and the verification ask

    parts = tuple(int(part) for part in date.split("-"))
    if [len(part) for part in date.split("-")] not in ([4], [4, 2], [4, 2, 2]) or not date.isascii():
        raise ValueError(f"{date} is no date")
    calendar(*(*parts, 1, 1)[:3])
    return parts
