"""Fonts and colours of one theme and script, and text laid out with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from exhibit.model.text import Script, utf16_length
from exhibit.theme import Theme, TypeFace
from exhibit.ui.fonts import font_of


class TextStyle(NamedTuple):
    """A font, and a format with it for a part of a text."""

    font: QFont
    format: QTextCharFormat


@dataclass(frozen=True, slots=True)
class TextLook:
    """Makes styles and lays out texts; each style is made once."""

    theme: Theme
    script: Script
    _styles: dict[tuple[TypeFace, int, bool, str], TextStyle] = field(default_factory=dict, compare=False)
    _breaking: QTextOption = field(default_factory=QTextOption, compare=False)

    def __post_init__(self) -> None:
        self._breaking.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def px(self, size: float) -> int:
        """A size of the design in pixels."""
        return self.theme.px(size)

    def style(self, face: TypeFace, size: float, *, bold: bool = False, colour: str = "") -> TextStyle:
        """A style; `size` is a font size of the design, and "" is the colour of the whole text."""
        return self.exact_style(face, self.theme.text(size), bold=bold, colour=colour)

    def exact_style(self, face: TypeFace, pixels: int, *, bold: bool = False, colour: str = "") -> TextStyle:
        """A style with the font size in pixels."""
        key = (face, pixels, bold, colour)
        if key not in self._styles:
            font = font_of(face, self.script, pixels, bold=bold)
            self._styles[key] = TextStyle(font, _format(font, colour))
        return self._styles[key]

    def words(self, runs: Sequence["TextRun"], at: tuple[float, float], width: float, colour: str) -> "TextLines":
        """Lays out a text at most `width` pixels wide; a word without room is broken anywhere."""
        layout = QTextLayout("".join([run.text for run in runs]), runs[0].style.font)
        if len(runs) > 1:
            layout.setFormats(_ranges(runs))
        layout.setTextOption(self._breaking)
        layout.setCacheEnabled(True)  # else each time it is painted, and each look for a place in it, shapes it again
        layout.beginLayout()
        height = longest = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
            longest = max(longest, line.naturalTextWidth())
        layout.endLayout()
        return TextLines(layout, *at, longest, height, colour)


class TextRun(NamedTuple):
    """A part of a text in one style."""

    text: str
    style: TextStyle


class TextLines(NamedTuple):
    """A text laid out in lines, with its position in pixels and its colour."""

    layout: QTextLayout
    x: float
    y: float
    width: float
    """The width of its longest line in pixels."""
    height: float
    colour: str

    def at(self, x: float, y: float) -> "TextLines":
        """The same text at another position."""
        return self._replace(x=x, y=y)

    def paint(self, painter: QPainter, dx: float = 0, dy: float = 0) -> None:
        """Paints the text, moved by `dx` and `dy` pixels."""
        painter.setPen(QColor(self.colour))
        self.layout.draw(painter, QPointF(self.x + dx, self.y + dy))


def look_for(theme: Theme, script: Script) -> TextLook:
    """The look of a theme in a script. It is made once, so that styles are shared."""
    return _made_look(theme, script)


@lru_cache(maxsize=8)  # its own function, because a cached one takes arguments of any type
def _made_look(theme: Theme, script: Script) -> TextLook:
    return TextLook(theme, script)


def _format(font: QFont, colour: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(font)
    if colour:
        style.setForeground(QColor(colour))
    return style


def _ranges(runs: Sequence[TextRun]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for run in runs:
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, utf16_length(run.text), run.style.format
        ranges.append(found)
        start += found.length
    return ranges
