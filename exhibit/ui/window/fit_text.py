"""The largest font with which words fit into a room."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QFontMetrics

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of

_MIN_SIZE: Final = 10
"""Pixels."""
TextWidth = Callable[[QFontMetrics], int]
"""The width of some words in a font, in pixels."""


def largest(theme: Theme, script: Script, usual: int, width_of: TextWidth, room: int) -> tuple[int, int]:
    """The largest bold font, up to the usual one, with which words fit in a room, and their width; both in pixels.

    `usual` is a font size of the design. The font does not become smaller than what can be read, whether or not the
    words fit then.
    """
    least = max(_MIN_SIZE, theme.text(1))
    for pixels in range(theme.text(usual), least, -1):
        width = width_of(QFontMetrics(font_of("sans", script, pixels, bold=True)))
        if width <= room:
            return pixels, width
    return least, width_of(QFontMetrics(font_of("sans", script, least, bold=True)))
