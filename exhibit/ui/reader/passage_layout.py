"""One passage in lines: breaks it, and says where each character is. Positions are code points, as in content."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from exhibit.model.text import Script, from_utf16, to_utf16
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of
from exhibit.ui.reader.edition_text import ReaderPassage
from exhibit.ui.reader.typography import STYLES, PassageStyle, StyledSpan, StyleName, line_end, may_squeeze, spans

_OUTSIDE_BMP: Final = re.compile("[\U00010000-\U0010ffff]")
"""Characters that Qt counts as two."""
_HANGING_PUNCTUATION: Final = 0.5
"""How far the empty half of punctuation may reach beyond the column, in ems."""


class TypeSetting(NamedTuple):
    """A style at one text size; lengths in pixels."""

    style: PassageStyle
    font: QFont
    em: int
    """The size of the font."""
    line: int
    """The height of a line."""
    baseline: float
    """From the top of a line to its baseline."""
    above: int
    below: int
    inset: int


class PassageSetting(NamedTuple):
    """What decides where characters are: the script, the text size, the width of the column in pixels."""

    script: Script
    width: int
    faces: Mapping[StyleName, TypeSetting]

    def right_edge(self, face: TypeSetting) -> int:
        """The right edge of a style's lines, in pixels from the left of the column."""
        return min(self.width, face.inset + face.style.max_characters * face.em)


@lru_cache(maxsize=8)
def setting(theme: Theme, script: Script, width: int) -> PassageSetting:
    """The fonts and sizes for a theme, a script and a column `width` pixels wide."""
    return PassageSetting(script, width, {name: _face(style, theme, script) for name, style in STYLES.items()})


def _face(style: PassageStyle, theme: Theme, script: Script) -> TypeSetting:
    em = theme.text(style.size)
    font = font_of("serif" if style.serif else "sans", script, em, bold=style.bold)
    metrics = QFontMetricsF(font)
    line = round(em * style.line)
    return TypeSetting(
        style=style,
        font=font,
        em=em,
        line=line,
        baseline=(line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent(),
        above=_length(style.above, theme),
        below=_length(style.below, theme),
        inset=_length(style.inset, theme),
    )


def _length(size: float, theme: Theme) -> int:
    """A length that may be zero, in pixels."""
    return theme.px(size) if size else 0


def estimated_height(name: StyleName, length: int, setting: PassageSetting) -> int:
    """The height in pixels of a passage of `length` code points that is not laid out yet."""
    face = setting.faces[name]
    fitting = max(1, (setting.right_edge(face) - face.inset) // face.em)
    return face.above + max(1, ceil((length + face.style.indent) / fitting)) * face.line + face.below


class PassageLayout:
    """A passage broken into lines; y in pixels from the top of the passage, x from the left of the column."""

    __slots__ = ("_bmp", "_boxes", "_spaces", "_starts", "face", "height", "indent", "passage", "text_layout")

    def __init__(self, passage: ReaderPassage, setting: PassageSetting) -> None:
        self.passage = passage
        self.face = setting.faces[passage.style]
        self.indent = (len(passage.number) + 1) * self.face.em if passage.number else self.face.inset
        self._bmp = not passage.text or max(passage.text) <= "\uffff"
        self.text_layout = QTextLayout(passage.text, self.face.font)
        self._format(setting.script)
        self._starts: list[int] = []
        self._boxes: dict[int, list[QRectF]] = {}
        self._break(setting)
        self.height = self.face.above + self.lines * self.face.line + self.face.below

    @property
    def lines(self) -> int:
        """The number of lines."""
        return len(self._starts)

    def line_top(self, line: int) -> int:
        """The top of a line."""
        return self.face.above + line * self.face.line

    def line_at(self, y: float) -> int:
        """The line at a height; the first above the text, the last below it."""
        return max(0, min(int((y - self.face.above) // self.face.line), self.lines - 1))

    def line_of(self, position: int) -> int:
        """The line of a character."""
        return max(0, bisect_right(self._starts, self._units(position)) - 1)

    def start(self, line: int) -> int:
        """The first character of a line."""
        return self._points(self._starts[line])

    def end(self, line: int) -> int:
        """The position after the last character of a line."""
        return self.start(line + 1) if line + 1 < self.lines else len(self.passage.text)

    def x(self, line: int, position: int) -> float:
        """The left edge of a character, or at the end of the line the right edge of the one before."""
        return float(self._line(line).cursorToX(self._units(position))[0])  # type: ignore[index]  # PySide returns a pair

    def _edge(self, line: int, position: int) -> float:
        """The right edge of the character before `position`, without the space added after it."""
        return self.x(line, position) - self._spaces.get(position - 1, 0.0)

    def boundary(self, line: int, x: float) -> int:
        """The position between two characters of a line that is nearest to x."""
        found = self._points(self._line(line).xToCursor(x))
        return min(found, self.end(line) - 1) if line + 1 < self.lines else found

    def character(self, line: int, x: float) -> int | None:
        """The character of a line at x; None beside the text."""
        at = self._line(line)
        left, right = at.x(), at.x() + at.naturalTextWidth()
        if not left <= x < right:
            return None
        return self._points(at.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))

    def _line_parts(self, start: int, end: int) -> Iterator[tuple[int, float, float]]:
        """The line, the left and the right edge of each part of a range of text."""
        if start >= end:
            return
        for line in range(self.line_of(start), self.line_of(end - 1) + 1):
            first, last = max(start, self.start(line)), min(end, self.end(line))
            yield line, self.x(line, first), self._edge(line, last)

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """The boxes of a range of text, one for each line, relative to the corner of the passage."""
        return [
            QRectF(left, self.line_top(line), right - left, self.face.line)
            for line, left, right in self._line_parts(start, end)
        ]

    def mark_boxes(self, number: int) -> list[QRectF]:
        """The boxes of a mark; measured once."""
        if number not in self._boxes:
            mark = self.passage.marks[number]
            self._boxes[number] = self.boxes(mark.start, mark.end)
        return self._boxes[number]

    def _units(self, position: int) -> int:
        """A position in UTF-16 units, as Qt counts."""
        return position if self._bmp else to_utf16(self.passage.text, position)

    def _points(self, unit: int) -> int:
        """A position of Qt in code points."""
        return unit if self._bmp else from_utf16(self.passage.text, unit)

    def _line(self, line: int) -> QTextLine:
        return self.text_layout.lineAt(line)

    def _format(self, script: Script) -> None:
        figures = [mark for mark in self.passage.marks if mark.kind == "metric"]
        found = spans(self.passage.text, figures, script)
        self._spaces = {span.end - 1: self._space(span) for span in found if span.space}
        formats = {kind: _character_format(*kind) for kind in {(span.bold, self._space(span)) for span in found}}
        ranges = []
        for span in found:
            one = QTextLayout.FormatRange()
            one.start = self._units(span.start)
            one.length = self._units(span.end) - one.start
            one.format = formats[span.bold, self._space(span)]
            ranges.append(one)
        self.text_layout.setFormats(ranges)

    def _space(self, span: StyledSpan) -> int:
        return round(span.space * self.face.em)

    def _break(self, setting: PassageSetting) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.text_layout.setTextOption(option)
        self.text_layout.setCacheEnabled(True)
        units = self.passage.text if self._bmp else _OUTSIDE_BMP.sub("\ue000\ue000", self.passage.text)
        width = setting.right_edge(self.face)
        self.text_layout.beginLayout()
        while (line := self.text_layout.createLine()).isValid():
            left = self.indent + (self.face.style.indent * self.face.em if not self._starts else 0)
            self._fill(line, max(self.face.em, width - left), units, setting.script)
            line.setPosition(QPointF(left, round(self.line_top(self.lines) + self.face.baseline - line.ascent())))
            self._starts.append(line.textStart())
        self.text_layout.endLayout()

    def _fill(self, line: QTextLine, width: float, units: str, script: Script) -> None:
        """Ends a line. Punctuation may reach beyond the column with its empty half."""
        line.setLineWidth(width + self.face.em * _HANGING_PUNCTUATION)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if end >= len(units) and line.naturalTextWidth() <= width:
            return
        if may_squeeze(units, end - 1, script) and line_end(units, start, end) == end:
            return
        while end > start + 1 and line.cursorToX(end)[0] > width:  # type: ignore[index]  # PySide returns a pair
            end -= 1
        line.setNumColumns(line_end(units, start, end) - start)


def _character_format(bold: bool, space: int) -> QTextCharFormat:
    """`space` is in pixels."""
    found = QTextCharFormat()
    if bold:
        found.setFontWeight(QFont.Weight.Bold)
    if space:
        found.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        found.setFontLetterSpacing(space)
    return found
