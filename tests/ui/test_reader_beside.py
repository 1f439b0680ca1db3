"""Where an explanation stands beside its word."""

import pytest

from exhibit.ui.kit.placing import Box
from exhibit.ui.reader.beside import standing

ROOM = Box(10, 10, 400, 300)


@pytest.mark.parametrize(
    ("word", "size", "below", "box", "side", "pointer"),
    [
        # below where there is room for it, its middle under the word's
        (Box(200, 50, 20, 30), (100, 80), None, Box(160, 88, 100, 80), True, 50),
        # above where there is none below
        (Box(200, 250, 20, 30), (100, 80), None, Box(160, 162, 100, 80), False, 50),
        # inside at the left and at the right, still pointing at the word
        (Box(12, 50, 20, 30), (100, 80), None, Box(10, 88, 100, 80), True, 12),
        (Box(390, 50, 20, 30), (100, 80), None, Box(310, 88, 100, 80), True, 90),
        # where neither side has room it is cut to the larger
        (Box(200, 100, 20, 30), (100, 500), None, Box(160, 138, 100, 172), True, 50),
        (Box(200, 220, 20, 30), (100, 500), None, Box(160, 10, 100, 202), False, 50),
        # it stays on its side while it fits there
        (Box(200, 150, 20, 30), (100, 80), False, Box(160, 62, 100, 80), False, 50),
        (Box(200, 50, 20, 30), (100, 80), False, Box(160, 88, 100, 80), True, 50),
        # no wider than the room; a word half out of sight counts as far as it is seen
        (Box(200, -10, 20, 30), (900, 80), None, Box(10, 28, 400, 80), True, 200),
    ],
)
def test_it_stands_beside_its_word(
    word: Box, size: tuple[int, int], below: bool | None, box: Box, side: bool, pointer: int
) -> None:
    found = standing(word, size, ROOM, 8, below)
    assert (found.box, found.below, found.pointer) == (box, side, pointer)
