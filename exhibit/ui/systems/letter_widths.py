"""How wide letters are in the exhibit's fonts."""

from typing import Final

from exhibit.model.text import Script
from exhibit.theme import TypeFace
from exhibit.ui.fonts import font_of

from PySide6.QtGui import QFontMetricsF  # isort: skip

_MEASURED: Final = 200
"""Pixels in which letters are measured; widths in other sizes follow from it."""


class QtLetterWidths:
    """The letters of one script; each is measured once."""

    def __init__(self, script: Script) -> None:
        self._script: Script = script
        self._metrics: dict[tuple[TypeFace, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[str, TypeFace, bool], float] = {}

    def width(self, text: str, face: TypeFace, size: float, *, bold: bool = False) -> float:
        """The width of a text in one line; `size` in pixels."""
        return sum([self._width(letter, face, bold) for letter in text]) * size / _MEASURED

    def _width(self, letter: str, face: TypeFace, bold: bool) -> float:
        key = letter, face, bold
        if key not in self._widths:
            if (face, bold) not in self._metrics:
                self._metrics[face, bold] = QFontMetricsF(font_of(face, self._script, _MEASURED, bold=bold))
            self._widths[key] = self._metrics[face, bold].horizontalAdvance(letter)
        return self._widths[key]
