"""Letters as large as the words written in them have room."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QFontMetrics

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of

_LEAST: Final = 10
"""Pixels."""
LetterMeasure = Callable[[QFontMetrics], int]
"""How wide words are in bold letters."""


def largest(theme: Theme, script: Script, usual: int, words: LetterMeasure, room: int) -> tuple[int, int]:
    """The largest letters up to the usual ones with which words fit in a room, and the words' width; both in pixels.

    `usual` is in design pixels. Letters do not become smaller than 10 pixels, whether or not the words fit then.
    """
    for pixels in range(theme.px(usual), _LEAST, -1):
        width = words(QFontMetrics(font_of("sans", script, pixels, bold=True)))
        if width <= room:
            return pixels, width
    return _LEAST, words(QFontMetrics(font_of("sans", script, _LEAST, bold=True)))
