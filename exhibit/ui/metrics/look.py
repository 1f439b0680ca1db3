"""Fonts and colours of one theme and script, and text laid out with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from exhibit.model.text import Script, utf16_length
from exhibit.theme import Face, Theme, families


@dataclass(frozen=True, slots=True)
class Look:
    """What is painted with; fonts are made once."""

    theme: Theme
    script: Script
    _fonts: dict[tuple[Face, float, bool], QFont] = field(default_factory=dict, compare=False)

    def px(self, size: float) -> int:
        return self.theme.px(size)

    def font(self, face: Face, size: float, *, bold: bool = False) -> QFont:
        """A font; `size` is in design pixels."""
        key = (face, size, bold)
        if key not in self._fonts:
            font = QFont()
            font.setFamilies(families(face, self.script))
            font.setPixelSize(self.px(size))
            font.setBold(bold)
            self._fonts[key] = font
        return self._fonts[key]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font."""

    text: str
    font: QFont
    colour: str = ""
    """Where it is not that of the whole text."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text laid out in lines, with its place and its colour."""

    layout: QTextLayout
    x: float
    y: float
    width: float
    """Of its longest line."""
    height: float
    colour: str

    def paint(self, painter: QPainter, dx: float = 0, dy: float = 0) -> None:
        painter.setPen(QColor(self.colour))
        self.layout.draw(painter, QPointF(self.x + dx, self.y + dy))


def words(runs: Sequence[Run], x: float, y: float, width: float, colour: str) -> Words:
    """Lays out a text at most `width` wide, broken anywhere if it must be."""
    layout = QTextLayout("".join(run.text for run in runs), runs[0].font)
    if len(runs) > 1 or runs[0].colour:
        layout.setFormats(_formats(runs))
    layout.setTextOption(_breaking())
    layout.beginLayout()
    height = longest = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
        longest = max(longest, line.naturalTextWidth())
    layout.endLayout()
    return Words(layout, x, y, longest, height, colour)


def _breaking() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for run in runs:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, utf16_length(run.text)
        style = QTextCharFormat()
        style.setFont(run.font)
        if run.colour:
            style.setForeground(QColor(run.colour))
        found.format = style
        ranges.append(found)
        start += found.length
    return ranges
