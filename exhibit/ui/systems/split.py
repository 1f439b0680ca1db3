"""How a drawing and the card of its chosen part share a box; no Qt."""

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from exhibit.model.system import Part
from exhibit.theme import Theme
from exhibit.ui.widgets.layout import PixelBox

_MIN_WIDTH_BESIDE: Final = 640
"""Design pixels of a box from which on the card stands at the drawing's right, if the box is wider than high."""
_MIN_CARD_WIDTH: Final = 280
"""Design pixels of a card at the right."""
_MAX_CARD_WIDTH: Final = 460
"""Design pixels of a card at the right."""
_CARD_SHARE_BESIDE: Final = 0.3
"""The share of the width that the card takes there, within those two."""
_MAX_CARD_SHARE_BELOW: Final = 0.45
"""The share of the height that the card takes below the drawing. A card that needs more scrolls."""

_CARD_BASE: Final = 124
"""Design pixels of a card without text: name, topic and margins."""
_CARD_SIDES: Final = 40
"""Design pixels left and right of a card's text."""
_CHARACTER: Final = 17
"""Design pixels of a character of a card's text, a little more than it takes."""
_TEXT_LINE: Final = 26
"""Design pixels of a line of a card's text."""
_HEADING: Final = 34
"""Design pixels of the heading of the figures or of the links."""
_FIGURE_WIDTH: Final = 240
"""Design pixels of a figure beside others."""
_FIGURE_ROW: Final = 52
"""Design pixels of a row of figures."""
_LINK_WIDTH: Final = 160
"""Design pixels of a link beside others."""
_LINK_ROW: Final = 46
"""Design pixels of a row of links."""
_MAX_FIGURES: Final = 3
"""Figures in a row."""


class DrawingSplit(NamedTuple):
    """Where the drawing and the card stand."""

    drawing: PixelBox
    card: PixelBox


def drawing_split(size: tuple[int, int], theme: Theme, parts: Sequence[Part]) -> DrawingSplit:
    """The boxes of drawing and card in a size (width, height), one hairline apart.

    The card of each of the parts gets the same box, so the drawing does not move from part to part.
    """
    width, height = size
    gap = theme.px(1)
    if width > height and width >= theme.px(_MIN_WIDTH_BESIDE):
        wanted = min(_CARD_SHARE_BESIDE * width, theme.px(_MAX_CARD_WIDTH))
        card = round(max(theme.px(_MIN_CARD_WIDTH), wanted))
        left = width - card - gap
        return DrawingSplit(PixelBox(0, 0, left, height), PixelBox(left + gap, 0, card, height))
    highest = max((card_height(part, width, theme) for part in parts), default=0)
    card = round(min(highest, height * _MAX_CARD_SHARE_BELOW))
    top = height - card - gap
    return DrawingSplit(PixelBox(0, 0, width, top), PixelBox(0, top + gap, width, card))


def card_height(part: Part, width: int, theme: Theme) -> int:
    """About how high a part's card is in a width, in pixels: its lines of text, rows of figures and of links."""
    room = max(width - theme.px(_CARD_SIDES), 1)
    lines = ceil(len(part.text) * theme.text(_CHARACTER) / room)
    in_row = max(1, min(_MAX_FIGURES, room // theme.px(_FIGURE_WIDTH)))
    figure_rows = ceil(len(part.metrics) / in_row)
    groups = [count for count in (len(part.passages), len(part.see)) if count]
    link_rows = sum(ceil(count / max(1, room // theme.px(_LINK_WIDTH))) for count in groups)
    headings = len(groups) + (1 if figure_rows else 0)
    return (
        theme.px(_CARD_BASE)
        + lines * theme.px(_TEXT_LINE)
        + figure_rows * theme.target(_FIGURE_ROW)
        + link_rows * theme.target(_LINK_ROW)
        + headings * theme.px(_HEADING)
    )
