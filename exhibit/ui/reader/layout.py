"""One passage as lines: breaks it, and knows where each character stands. Positions are code points, as in content."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from exhibit.model.text import Script, from_utf16, to_utf16
from exhibit.theme import Theme, families
from exhibit.ui.reader.shown import Passage
from exhibit.ui.reader.typography import EM, STYLES, Style, StyleName, may_squeeze, spans

_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_GAP: Final = 0.2
"""The space between Han and Latin, in ems."""
_LOOK_AHEAD: Final = 6
"""Characters behind a line's end among which a comma may be what pushed the last word down."""


@dataclass(frozen=True, slots=True)
class Face:
    """A style at one text size, in pixels."""

    style: Style
    font: QFont
    em: int
    line: int
    baseline: float
    """Below the top of a line."""
    above: int
    below: int
    inset: int


@dataclass(frozen=True, slots=True)
class Setting:
    """All that decides where characters stand: script, text size, the column's width."""

    script: Script
    scale: float
    width: int
    faces: Mapping[StyleName, Face]


def setting(theme: Theme, script: Script, width: int) -> Setting:
    """Fonts and sizes for a theme, a script and a column `width` pixels wide."""
    return Setting(script, theme.scale, width, {name: _face(style, theme, script) for name, style in STYLES.items()})


def column_em(theme: Theme) -> int:
    """The width of a character of the text, in pixels."""
    return theme.px(EM)


def _face(style: Style, theme: Theme, script: Script) -> Face:
    font = QFont()
    font.setFamilies(families("serif" if style.serif else "sans", script))
    font.setPixelSize(theme.px(style.size))
    font.setBold(style.bold)
    metrics = QFontMetricsF(font)
    line = round(theme.px(style.size) * style.line)
    baseline = (line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    above, below = (theme.px(size) if size else 0 for size in (style.above, style.below))
    return Face(style, font, theme.px(style.size), line, baseline, above, below, round(style.inset * theme.scale))


def estimated_height(name: StyleName, length: int, setting: Setting) -> int:
    """The height of a passage not laid out yet, from its number of characters."""
    face = setting.faces[name]
    fitting = max(1, (setting.width - face.inset) // face.em)
    return face.above + max(1, ceil((length + face.style.indent) / fitting)) * face.line + face.below


class LaidOut:
    """A passage broken into lines; y counts from the passage's top, x from the column's left."""

    __slots__ = ("_bmp", "_starts", "bold", "face", "gaps", "height", "indent", "layout", "passage")

    def __init__(self, passage: Passage, setting: Setting) -> None:
        self.passage = passage
        self.face = setting.faces[passage.style]
        self.indent = (len(passage.number) + 1) * self.face.em if passage.number else self.face.inset
        self._bmp = not passage.text or max(passage.text) <= "\uffff"
        self.layout = QTextLayout(passage.text, self.face.font)
        self._format()
        self._starts: list[int] = []
        self._break(setting)
        self.height = self.face.above + self.lines * self.face.line + self.face.below

    @property
    def lines(self) -> int:
        return len(self._starts)

    def line_top(self, line: int) -> int:
        return self.face.above + line * self.face.line

    def line_at(self, y: float) -> int:
        """The line at a height; the first above the text, the last below it."""
        return max(0, min(int((y - self.face.above) // self.face.line), self.lines - 1))

    def line_of(self, position: int) -> int:
        """The line a character stands on."""
        return max(0, bisect_right(self._starts, self.units(position)) - 1)

    def start(self, line: int) -> int:
        """The first character of a line."""
        return self.points(self._starts[line])

    def end(self, line: int) -> int:
        """Behind the last character of a line."""
        return self.start(line + 1) if line + 1 < self.lines else len(self.passage.text)

    def x(self, line: int, position: int) -> float:
        """The left edge of a character, or the right edge of the one before it at the line's end."""
        return float(self._line(line).cursorToX(self.units(position))[0])  # type: ignore[index]  # PySide returns a pair

    def edge(self, line: int, position: int) -> float:
        """The right edge of the character before `position`, without the space that may follow it."""
        return self.x(line, position) - (self.face.em * _GAP if position - 1 in self.gaps else 0)

    def boundary(self, line: int, x: float) -> int:
        """The position between two characters nearest to x, kept on its line."""
        found = self.points(self._line(line).xToCursor(x))
        return min(found, self.end(line) - 1) if line + 1 < self.lines else found

    def character(self, line: int, x: float) -> int | None:
        """The character under x."""
        at = self._line(line)
        left, right = at.x(), at.x() + at.naturalTextWidth()
        if not left <= x < right:
            return None
        return self.points(at.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))

    def units(self, position: int) -> int:
        """A code point position as Qt counts."""
        return position if self._bmp else to_utf16(self.passage.text, position)

    def points(self, unit: int) -> int:
        """Qt's position in code points."""
        return unit if self._bmp else from_utf16(self.passage.text, unit)

    def _line(self, line: int) -> QTextLine:
        return self.layout.lineAt(line)

    def _format(self) -> None:
        found = spans(self.passage.text, self.passage.marks)
        self.gaps = {span.end - 1 for span in found if span.gap}
        ranges = []
        for span in found:
            one = QTextLayout.FormatRange()
            one.start = self.units(span.start)
            one.length = self.units(span.end) - one.start
            one.format = self._characters(span.bold, span.gap)
            ranges.append(one)
        self.layout.setFormats(ranges)

    def _characters(self, bold: bool, gap: bool) -> QTextCharFormat:
        form = QTextCharFormat()
        if bold:
            form.setFontWeight(QFont.Weight.Bold)
        if gap:
            form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            form.setFontLetterSpacing(self.face.em * _GAP)
        return form

    def _break(self, setting: Setting) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        units = self.passage.text if self._bmp else _BEYOND.sub("\ue000\ue000", self.passage.text)
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            left = self.indent + (self.face.style.indent * self.face.em if not self._starts else 0)
            self._fill(line, max(self.face.em, setting.width - left), units, setting.script)
            line.setPosition(QPointF(left, self.line_top(self.lines) + self.face.baseline - line.ascent()))
            self._starts.append(line.textStart())
        self.layout.endLayout()

    def _fill(self, line: QTextLine, width: float, units: str, script: Script) -> None:
        """Fills a line; a comma that does not fit may reach half a character beyond the column."""
        line.setLineWidth(width)
        end = line.textStart() + line.textLength()
        ahead = range(end, min(end + _LOOK_AHEAD, len(units)))
        if any(may_squeeze(units, at, script) for at in ahead):
            line.setLineWidth(width + self.face.em / 2)
            wider = line.textStart() + line.textLength()
            if wider > end and not may_squeeze(units, wider - 1, script):
                line.setLineWidth(width)
