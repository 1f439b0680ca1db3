"""In how many columns tiles are placed, and in which rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.ui.metrics.tile_arrangement import column_count, rows_of


@pytest.mark.parametrize(
    ("width", "scale", "count"),
    [(200, 1, 1), (300, 1, 2), (340, 1, 2), (680, 1, 3), (3000, 1, 3), (340, 2, 1), (680, 2, 2), (10, 1, 1)],
)
def test_columns(width: int, scale: float, count: int) -> None:
    assert column_count(width, scale, 2 * scale) == count


@pytest.mark.parametrize(
    ("count", "across", "wide", "rows"),
    [
        (0, 2, None, []),
        (5, 2, None, [[0, 1], [2, 3], [4]]),
        (5, 2, 0, [[0], [1, 2], [3, 4]]),
        (5, 2, 2, [[0, 1], [2], [3, 4]]),
        (5, 2, 1, [[0, 2], [1], [3, 4]]),
        (5, 2, 4, [[0, 1], [2, 3], [4]]),
        (5, 2, 3, [[0, 1], [2, 4], [3]]),
        (4, 3, 1, [[0, 2, 3], [1]]),
        (3, 1, 1, [[0], [1], [2]]),
        (3, 2, 9, [[0, 1], [2]]),
    ],
)
def test_the_wide_tile_has_a_row_and_leaves_no_hole(
    count: int, across: int, wide: int | None, rows: list[list[int]]
) -> None:
    assert rows_of(range(count), across, wide) == rows


@given(count=st.integers(0, 40), across=st.integers(1, 3), wide=st.none() | st.integers(0, 40))
def test_every_tile_is_in_one_row_and_the_wide_one_alone(count: int, across: int, wide: int | None) -> None:
    rows = rows_of(range(count), across, wide)
    assert sorted(index for row in rows for index in row) == list(range(count))
    assert all(1 <= len(row) <= across for row in rows)
    assert wide is None or wide >= count or [wide] in rows
