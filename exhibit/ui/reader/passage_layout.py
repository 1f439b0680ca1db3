"""One passage as lines: breaks it, and knows where each character stands. Positions are code points, as in content."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from exhibit.model.text import Script, from_utf16, to_utf16
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of
from exhibit.ui.reader.edition_text import ReaderPassage
from exhibit.ui.reader.typography import EM, STYLES, PassageStyle, StyledSpan, StyleName, line_end, may_squeeze, spans

_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class TypeSetting:
    """A style at one text size, in pixels."""

    style: PassageStyle
    font: QFont
    em: int
    line: int
    baseline: float
    """Below the top of a line."""
    above: int
    below: int
    inset: int


@dataclass(frozen=True, slots=True)
class PassageSetting:
    """All that decides where characters stand: script, text size, the column's width."""

    script: Script
    scale: float
    width: int
    faces: Mapping[StyleName, TypeSetting]

    def room(self, face: TypeSetting) -> int:
        """The right edge of a face's lines, in pixels from the column's left."""
        return min(self.width, face.inset + face.style.most * face.em)


@lru_cache(maxsize=8)
def setting(theme: Theme, script: Script, width: int) -> PassageSetting:
    """Fonts and sizes for a theme, a script and a column `width` pixels wide."""
    return PassageSetting(
        script, theme.scale, width, {name: _face(style, theme, script) for name, style in STYLES.items()}
    )


def column_em(theme: Theme) -> int:
    """The width of a character of the text, in pixels."""
    return theme.px(EM)


def _face(style: PassageStyle, theme: Theme, script: Script) -> TypeSetting:
    font = font_of("serif" if style.serif else "sans", script, theme.px(style.size), bold=style.bold)
    metrics = QFontMetricsF(font)
    line = round(theme.px(style.size) * style.line)
    baseline = (line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    above, below = (theme.px(size) if size else 0 for size in (style.above, style.below))
    return TypeSetting(
        style, font, theme.px(style.size), line, baseline, above, below, round(style.inset * theme.scale)
    )


def estimated_height(name: StyleName, length: int, setting: PassageSetting) -> int:
    """The height of a passage not laid out yet, from its number of characters."""
    face = setting.faces[name]
    fitting = max(1, (setting.room(face) - face.inset) // face.em)
    return face.above + max(1, ceil((length + face.style.indent) / fitting)) * face.line + face.below


class PassageLayout:
    """A passage broken into lines; y counts from the passage's top, x from the column's left."""

    __slots__ = ("_bmp", "_boxes", "_spaces", "_starts", "face", "height", "indent", "layout", "passage")

    def __init__(self, passage: ReaderPassage, setting: PassageSetting) -> None:
        self.passage = passage
        self.face = setting.faces[passage.style]
        self.indent = (len(passage.number) + 1) * self.face.em if passage.number else self.face.inset
        self._bmp = not passage.text or max(passage.text) <= "\uffff"
        self.layout = QTextLayout(passage.text, self.face.font)
        self._format(setting.script)
        self._starts: list[int] = []
        self._boxes: dict[int, list[QRectF]] = {}
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
        return self.x(line, position) - self._spaces.get(position - 1, 0.0)

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

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, float, float]]:
        """Line, left and right edge of each part of a stretch of text."""
        if start >= end:
            return
        for line in range(self.line_of(start), self.line_of(end - 1) + 1):
            first, last = max(start, self.start(line)), min(end, self.end(line))
            yield line, self.x(line, first), self.edge(line, last)

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Where a stretch of text stands, counted from the passage's corner: a box for each of its lines."""
        return [
            QRectF(left, self.line_top(line), right - left, self.face.line)
            for line, left, right in self.stretches(start, end)
        ]

    def mark_boxes(self, number: int) -> list[QRectF]:
        """Where a mark stands; measured once."""
        if number not in self._boxes:
            mark = self.passage.marks[number]
            self._boxes[number] = self.boxes(mark.start, mark.end)
        return self._boxes[number]

    def units(self, position: int) -> int:
        """A code point position as Qt counts."""
        return position if self._bmp else to_utf16(self.passage.text, position)

    def points(self, unit: int) -> int:
        """Qt's position in code points."""
        return unit if self._bmp else from_utf16(self.passage.text, unit)

    def _line(self, line: int) -> QTextLine:
        return self.layout.lineAt(line)

    def _format(self, script: Script) -> None:
        figures = [mark for mark in self.passage.marks if mark.kind == "metric"]
        found = spans(self.passage.text, figures, script)
        self._spaces = {span.end - 1: self._space(span) for span in found if span.space}
        forms = {kind: _characters(*kind) for kind in {(span.bold, self._space(span)) for span in found}}
        ranges = []
        for span in found:
            one = QTextLayout.FormatRange()
            one.start = self.units(span.start)
            one.length = self.units(span.end) - one.start
            one.format = forms[span.bold, self._space(span)]
            ranges.append(one)
        self.layout.setFormats(ranges)

    def _space(self, span: StyledSpan) -> int:
        return round(span.space * self.face.em)

    def _break(self, setting: PassageSetting) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        units = self.passage.text if self._bmp else _BEYOND.sub("\ue000\ue000", self.passage.text)
        width = setting.room(self.face)
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            left = self.indent + (self.face.style.indent * self.face.em if not self._starts else 0)
            self._fill(line, max(self.face.em, width - left), units, setting.script)
            line.setPosition(QPointF(left, round(self.line_top(self.lines) + self.face.baseline - line.ascent())))
            self._starts.append(line.textStart())
        self.layout.endLayout()

    def _fill(self, line: QTextLine, width: float, units: str, script: Script) -> None:
        """Fills a line; a comma at its end may reach half a character beyond the column, its ink does not."""
        line.setLineWidth(width + self.face.em / 2)
        start, most = line.textStart(), line.textStart() + line.textLength()
        if most >= len(units) and line.naturalTextWidth() <= width:
            return
        if may_squeeze(units, most - 1, script) and line_end(units, start, most) == most:
            return
        while most > start + 1 and line.cursorToX(most)[0] > width:  # type: ignore[index]  # PySide returns a pair
            most -= 1
        end = line_end(units, start, most)
        line.setNumColumns(end - start)


def _characters(bold: bool, space: int) -> QTextCharFormat:
    form = QTextCharFormat()
    if bold:
        form.setFontWeight(QFont.Weight.Bold)
    if space:
        form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        form.setFontLetterSpacing(space)
    return form
