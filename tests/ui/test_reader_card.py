"""Where an explanation stands beside its word."""

import pytest

from exhibit.ui.reader.card import card_position
from exhibit.ui.widgets.layout import PixelBox

ROOM = PixelBox(10, 10, 400, 300)


@pytest.mark.parametrize(
    ("word", "size", "below", "box", "side", "pointer"),
    [
        # below where there is room for it, its middle under the word's
        (PixelBox(200, 50, 20, 30), (100, 80), None, PixelBox(160, 88, 100, 80), True, 50),
        # above where there is none below
        (PixelBox(200, 250, 20, 30), (100, 80), None, PixelBox(160, 162, 100, 80), False, 50),
        # inside at the left and at the right, still pointing at the word
        (PixelBox(12, 50, 20, 30), (100, 80), None, PixelBox(10, 88, 100, 80), True, 12),
        (PixelBox(390, 50, 20, 30), (100, 80), None, PixelBox(310, 88, 100, 80), True, 90),
        # where neither side has room it is cut to the larger
        (PixelBox(200, 100, 20, 30), (100, 500), None, PixelBox(160, 138, 100, 172), True, 50),
        (PixelBox(200, 220, 20, 30), (100, 500), None, PixelBox(160, 10, 100, 202), False, 50),
        # it stays on its side while it fits there
        (PixelBox(200, 150, 20, 30), (100, 80), False, PixelBox(160, 62, 100, 80), False, 50),
        (PixelBox(200, 50, 20, 30), (100, 80), False, PixelBox(160, 88, 100, 80), True, 50),
        # no wider than the room; a word half out of sight counts as far as it is seen
        (PixelBox(200, -10, 20, 30), (900, 80), None, PixelBox(10, 28, 400, 80), True, 200),
    ],
)
def test_it_stands_beside_its_word(
    word: PixelBox, size: tuple[int, int], below: bool | None, box: PixelBox, side: bool, pointer: int
) -> None:
    found = card_position(word, size, ROOM, 8, below)
    assert (found.box, found.below, found.pointer) == (box, side, pointer)
