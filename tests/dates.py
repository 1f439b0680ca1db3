"""Any date an event can have, for tests of properties."""

from typing import Final

from hypothesis import strategies as st

from exhibit.model.event import DatePoint, EventDate

_YEARS: Final = st.integers(-9999, 9999).filter(bool)
_POINTS: Final = st.one_of(
    st.builds(DatePoint, st.just("year"), _YEARS),
    st.builds(DatePoint, st.just("month"), _YEARS, st.integers(1, 12)),
    st.builds(DatePoint, st.just("day"), _YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds(DatePoint, st.just("decade"), st.integers(1, 999).map(lambda number: 10 * number)),
    st.builds(DatePoint, st.just("decade"), st.integers(1, 998).map(lambda number: -10 * number - 9)),
    st.builds(DatePoint, st.just("century"), st.integers(1, 99).map(lambda number: 100 * number - 99)),
    st.builds(DatePoint, st.just("century"), st.integers(1, 99).map(lambda number: -100 * number)),
)
DATES: Final = st.one_of(
    _POINTS.map(lambda one: EventDate(one, one)),
    st.tuples(_POINTS, _POINTS)
    .map(lambda two: sorted(two, key=lambda one: one.first_day))
    .filter(lambda two: two[0].first_day <= two[1].last_day)
    .map(lambda two: EventDate(*two)),
    _POINTS.map(lambda one: EventDate(one, None)),
    _POINTS.map(lambda one: EventDate(None, one)),
)
