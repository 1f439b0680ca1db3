"""Things put in lines, and how far to scroll to see one."""

import pytest

from exhibit.ui.widgets.layout import flow, scrolled


@pytest.mark.parametrize(
    ("widths", "spread", "places"),
    [
        ([40, 50], False, [(0, 0), (42, 0)]),
        ([40, 50, 30], False, [(0, 0), (42, 0), (0, 12)]),
        ([40, 50], True, [(0, 0), (50, 0)]),
        ([40, 80], True, [(0, 0), (0, 12)]),
        ([100, 100], False, [(0, 0), (0, 12)]),
        ([], False, []),
    ],
)
def test_flow(widths: list[int], spread: bool, places: list[tuple[int, int]]) -> None:
    boxes = flow([(width, 10) for width in widths], 100, 2, spread=spread)
    assert [(box.x, box.y) for box in boxes] == places


def test_flow_sets_things_of_one_line_on_their_middle() -> None:
    assert [box.y for box in flow([(10, 20), (10, 40)], 100, 2)] == [10, 0]


@pytest.mark.parametrize(
    ("at", "top", "bottom", "then"),
    [(0, 10, 50, 0), (0, 80, 120, 20), (60, 20, 70, 20), (0, 50, 300, 50), (100, 120, 180, 100)],
)
def test_scrolled_no_further_than_needed(at: int, top: int, bottom: int, then: int) -> None:
    assert scrolled(at, 100, top, bottom) == then
