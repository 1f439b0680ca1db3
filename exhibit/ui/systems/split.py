"""How a drawing and the card of its chosen part share a box; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from exhibit.model.system import Part
from exhibit.ui.widgets.layout import PixelBox

_LEAST_BESIDE: Final = 640
"""Design pixels from which the card has room at the drawing's right, in a box wider than high."""
_LEAST_CARD: Final = 280
_MOST_CARD: Final = 460
_SHARE_BESIDE: Final = 0.3
"""Of the width, what the card takes there, within those two."""
_SHARE_BELOW: Final = 0.45
"""Of the height, what it takes below the drawing at most; where it has more to say it scrolls."""


@dataclass(frozen=True, slots=True)
class DrawingSplit:
    """Where the drawing and the card stand."""

    drawing: PixelBox
    card: PixelBox


def drawing_split(size: tuple[int, int], scale: float, gap: int, parts: Sequence[Part]) -> DrawingSplit:
    """The rooms in a box. A card of each of the parts has the same, that the drawing stays as it is."""
    width, height = size
    if width > height and width >= _LEAST_BESIDE * scale:
        card = round(max(_LEAST_CARD * scale, min(_SHARE_BESIDE * width, _MOST_CARD * scale)))
        left = width - card - gap
        return DrawingSplit(PixelBox(0, 0, left, height), PixelBox(left + gap, 0, card, height))
    longest = max((card_height(part, width / scale) for part in parts), default=0) * scale
    low = round(min(longest, height * _SHARE_BELOW))
    high = height - low - gap
    return DrawingSplit(PixelBox(0, 0, width, high), PixelBox(0, high + gap, width, low))


def card_height(part: Part, width: float) -> float:
    """About how high a part's card is in a width, in design pixels: its lines of text, rows of figures and of ways."""
    room = max(width - 40, 1)
    lines = ceil(len(part.text) * 17 / room)
    across = max(1, min(3, room // 240))
    rows = ceil(len(part.metrics) / across)
    ways = [count for count in (len(part.passages), len(part.see)) if count]
    rows_of_ways = sum(ceil(count / max(1, room // 160)) for count in ways)
    return 124 + lines * 26 + (rows * 52 + 34 if rows else 0) + rows_of_ways * 46 + 34 * len(ways)
