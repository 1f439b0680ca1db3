"""Dates of events: a year, a month or a day."""

import pytest

from exhibit.model.event import Event, date_parts
from exhibit.model.text import same


@pytest.mark.parametrize(("date", "parts"), [("1926", (1926,)), ("2018-04", (2018, 4)), ("2022-06-23", (2022, 6, 23))])
def test_a_date_is_as_exact_as_is_known(date: str, parts: tuple[int, ...]) -> None:
    event = Event("e", date, "printed", same(""), "a", "retold", "one", None)
    assert date_parts(date) == parts
    assert tuple(one for one in (event.year, event.month, event.day) if one is not None) == parts


@pytest.mark.parametrize(
    "date",
    [
        "",
        "22",
        "2022-6",
        "2022-13",
        "2022-02-30",
        "2022-06-23-01",
        "２０２２",
        "2022-",
        "-2022",
        "0000",
        "2022 06",
        "2022-+6",
        "9" * 9_000,
    ],
)
def test_these_are_no_dates(date: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        date_parts(date)
