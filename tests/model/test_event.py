"""Dates of events: what is one, which days it covers, which years it is of."""

import pytest

from exhibit.model.event import (
    CalendarDay,
    DatePoint,
    DateUnit,
    EventDate,
    century_number,
    counted_year,
    dates_reach,
    decade_name,
    year_of_count,
)

YEAR = DatePoint("year", 2022)


def span(first: DatePoint, last: DatePoint | None = None) -> EventDate:
    return EventDate(first, last or first)


@pytest.mark.parametrize(
    ("point", "first", "last"),
    [
        (DatePoint("day", 2022, 6, 23), (2022, 6, 23), (2022, 6, 23)),
        (DatePoint("month", 2024, 2), (2024, 2, 1), (2024, 2, 29)),
        (DatePoint("month", 1900, 2), (1900, 2, 1), (1900, 2, 28)),
        (DatePoint("year", 960), (960, 1, 1), (960, 12, 31)),
        (DatePoint("decade", 1980), (1980, 1, 1), (1989, 12, 31)),
        (DatePoint("century", 1801), (1801, 1, 1), (1900, 12, 31)),
        (DatePoint("year", -1), (0, 1, 1), (0, 12, 31)),
        (DatePoint("month", -1, 2), (0, 2, 1), (0, 2, 29)),
        (DatePoint("decade", -209), (-208, 1, 1), (-199, 12, 31)),
        (DatePoint("century", -100), (-99, 1, 1), (0, 12, 31)),
    ],
)
def test_a_date_covers_whole_days(point: DatePoint, first: CalendarDay, last: CalendarDay) -> None:
    assert (point.first_day, point.last_day) == (first, last)


@pytest.mark.parametrize(
    ("unit", "year", "month", "day", "reason"),
    [
        ("year", 0, None, None, "year 0"),
        ("year", 10_000, None, None, "-9999 to 9999"),
        ("year", -10_000, None, None, "-9999 to 9999"),
        ("century", 9901, None, None, "-9999 to 9999"),
        ("year", 2022, 6, None, "a year of"),
        ("month", 2022, None, None, "a month of"),
        ("day", 2022, None, 23, "a day of"),
        ("month", 2022, 13, None, "1 to 12"),
        ("month", 2022, 0, None, "1 to 12"),
        ("day", 2022, 6, 31, "which has 30"),
        ("day", 2022, 6, 0, "which has 30"),
        ("day", 2022, 2, 29, "which has 28"),
        ("day", -210, 2, 29, "which has 28"),
        ("decade", 1985, None, None, "a decade of"),
        ("decade", -200, None, None, "a decade of"),
        ("decade", -9, None, None, "year 0"),
        ("century", 1800, None, None, "a century of"),
        ("century", -99, None, None, "year 0"),
    ],
)
def test_these_are_no_dates(unit: DateUnit, year: int, month: int | None, day: int | None, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        DatePoint(unit, year, month, day)


def test_decades_and_centuries_are_counted_from_the_era_in_both_directions() -> None:
    assert [decade_name(DatePoint("decade", year)) for year in (1980, -209)] == [1980, 200]
    assert [century_number(DatePoint("century", year)) for year in (1, 1801, -100, -500)] == [1, 19, 1, 5]


def test_years_are_counted_without_a_hole() -> None:
    years = [-209, -2, -1, 1, 2, 2022]
    assert [counted_year(year) for year in years] == [-208, -1, 0, 1, 2, 2022]
    assert [year_of_count(counted_year(year)) for year in years] == years


def test_a_span_begins_before_it_ends() -> None:
    assert not span(YEAR).is_span
    assert span(DatePoint("year", 1937), DatePoint("year", 1945)).is_span
    assert span(YEAR, DatePoint("month", 2022, 5)).latest == (2022, 5, 31)
    with pytest.raises(ValueError, match="write 1937/1945"):
        span(DatePoint("year", 1945), DatePoint("year", 1937))
    with pytest.raises(ValueError, match="write -206/220"):
        span(DatePoint("year", 220), DatePoint("year", -206))
    with pytest.raises(ValueError, match="a beginning or an end"):
        EventDate(None, None)


def test_what_has_no_end_or_no_beginning_reaches_beyond_every_date() -> None:
    ages = [DatePoint("year", -9999), DatePoint("year", 9999)]
    assert EventDate(YEAR, None).latest > ages[1].last_day
    assert EventDate(None, YEAR).earliest < ages[0].first_day
    assert EventDate(None, YEAR).start == EventDate(YEAR, None).end == YEAR


def test_a_date_is_of_every_year_it_touches() -> None:
    assert span(DatePoint("day", 2022, 6, 23)).years == (2022,)
    assert span(DatePoint("year", -2), DatePoint("year", 2)).years == (-2, -1, 1, 2)
    assert span(DatePoint("decade", 1980)).years == tuple(range(1980, 1990))
    assert EventDate(YEAR, None).years == EventDate(None, YEAR).years == (2022,)


def test_dates_reach_from_the_first_year_to_the_last() -> None:
    long = span(DatePoint("year", 1937), DatePoint("month", 2022, 5))
    assert dates_reach([long, span(DatePoint("day", 1940, 1, 2))]) == span(DatePoint("year", 1937), YEAR)
    assert dates_reach([span(DatePoint("month", 2022, 5))]) == span(YEAR)
    assert dates_reach([EventDate(None, YEAR), EventDate(DatePoint("century", -500), None)]) == span(
        DatePoint("century", -500), YEAR
    )
