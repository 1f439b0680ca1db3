"""Where a card stands beside a word: below it or above it, inside its room; no Qt."""

from dataclasses import dataclass

from exhibit.ui.widgets.layout import PixelBox


@dataclass(frozen=True, slots=True)
class CardPosition:
    """A card's box, which side of the word it is on, and how far from its left edge it points at the word."""

    box: PixelBox
    below: bool
    pointer: int


def card_position(
    word: PixelBox, size: tuple[int, int], room: PixelBox, gap: int, below: bool | None = None
) -> CardPosition:
    """Stands a card of a size as near to a word as can be, cut to the room that there is.

    It stays on the side it is on (`below`, None at first) for as long as it fits there.
    """
    top = max(room.y, min(word.y, room.y + room.height))
    bottom = max(top, min(word.y + word.height, room.y + room.height))
    over, under = top - gap - room.y, room.y + room.height - bottom - gap
    width, height = min(size[0], room.width), size[1]
    here = _side(height, over, under, below)
    height = max(0, min(height, under if here else over))
    middle = word.x + word.width // 2
    x = max(room.x, min(middle - width // 2, room.x + room.width - width))
    y = bottom + gap if here else top - gap - height
    return CardPosition(PixelBox(x, y, width, height), here, max(0, min(middle - x, width)))


def _side(height: int, over: int, under: int, below: bool | None) -> bool:
    """Whether below: the side it is on, else the one with room for it, else the one with more."""
    wanted = below is not False
    if height <= (under if wanted else over):
        return wanted
    if height <= (over if wanted else under):
        return not wanted
    return under >= over
