"""Fonts and colours of one theme and script, and text laid out with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from exhibit.model.state import State
from exhibit.model.text import Script, utf16_length
from exhibit.theme import Theme, TypeFace, theme_for
from exhibit.ui.fonts import font_of


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A font, and with it the colour of a stretch of text ("" is that of the whole text)."""

    font: QFont
    format: QTextCharFormat


@dataclass(frozen=True, slots=True)
class TextLook:
    """What is painted with; styles are made once."""

    theme: Theme
    script: Script
    _styles: dict[tuple[TypeFace, int, bool, str], TextStyle] = field(default_factory=dict, compare=False)
    _breaking: QTextOption = field(default_factory=QTextOption, compare=False)

    def __post_init__(self) -> None:
        self._breaking.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def px(self, size: float) -> int:
        return self.theme.px(size)

    def style(self, face: TypeFace, size: float, *, bold: bool = False, colour: str = "") -> TextStyle:
        """A style; `size` is in design pixels."""
        return self.exact_style(face, self.px(size), bold=bold, colour=colour)

    def exact_style(self, face: TypeFace, pixels: int, *, bold: bool = False, colour: str = "") -> TextStyle:
        """The same with the size in pixels."""
        key = (face, pixels, bold, colour)
        if key not in self._styles:
            font = font_of(face, self.script, pixels, bold=bold)
            self._styles[key] = TextStyle(font, _format(font, colour))
        return self._styles[key]

    def words(self, runs: Sequence["TextRun"], at: tuple[float, float], width: float, colour: str) -> "TextLines":
        """Lays out a text at most `width` wide, broken anywhere if it must be."""
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


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text in one style."""

    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class TextLines:
    """A text laid out in lines, with its place and its colour."""

    layout: QTextLayout
    x: float
    y: float
    width: float
    """Of its longest line."""
    height: float
    colour: str

    def at(self, x: float, y: float) -> "TextLines":
        """The same at another place."""
        return replace(self, x=x, y=y)

    def paint(self, painter: QPainter, dx: float = 0, dy: float = 0) -> None:
        painter.setPen(QColor(self.colour))
        self.layout.draw(painter, QPointF(self.x + dx, self.y + dy))


def look_for(state: State, before: TextLook | None) -> TextLook:
    """The look of a state; `before` itself where it serves, with the styles made for it."""
    look = TextLook(theme_for(state.appearance, state.scale), state.script)
    return before if before == look else look


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
