"""The rows of the timeline that cannot be pressed: headings, gaps, and the legend of the marks."""

import re
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.timeline.lane import (
    MARK_RADIUS,
    TimelineLane,
    mark_box,
    paint_gap,
    paint_line,
    paint_mark,
    timeline_lane,
)
from exhibit.ui.timeline.shown import CertaintyShown, GapShown
from exhibit.ui.widgets.layout import PixelBox, flow
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_YEAR_TEXT: Final = 40
"""Design pixels of a year's number left of the line."""
_NARROW_YEAR_TEXT: Final = 32
"""Design pixels of a year's number at the cards."""
_WORD_TEXT: Final = 20
"""Design pixels of the words beside a year's number."""
_DIGITS: Final = re.compile(r"(\d+)")
_YEAR_TOP: Final = 12
"""Design pixels above a year."""
_DOT_RADIUS: Final = 4
"""Design pixels of the dot of a year on the line."""
_GAP_END: Final = 6
"""Design pixels of solid line above and below a gap."""
_GAP_DOT_START: Final = 6
"""Design pixels between the solid line above a gap and its first dot."""
_GAP_DOT_END: Final = 4
"""Design pixels between the last dot of a gap and the solid line below."""
_GAP_HEIGHT: Final = 24
"""Design pixels of a gap's height beside its text, however many years it is of."""
_LEGEND_TOP: Final = 12
"""Design pixels above the legend."""
_LEGEND_BOTTOM: Final = 4
"""Design pixels below the legend."""
_LEGEND_INDENT: Final = 2 * MARK_RADIUS + 10
"""Design pixels of a mark in the legend, with the gap to its label."""
_LEGEND_LINE: Final = 28
"""Design pixels of the height of a line of the legend."""
_LEGEND_GAP: Final = 24
"""Design pixels between the marks of the legend."""


class HeadingMark(QWidget):
    """The heading of a year, a decade or a century. The line begins at the first one."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._heading = ""
        self._first = False
        self._lane: TimelineLane | None = None
        self._words: TextLines | None = None

    def show_heading(self, heading: str, look: TextLook, *, first: bool) -> None:
        """Shows a heading in a look, its digits large. `fit` must follow."""
        self._look, self._heading, self._first = look, heading, first
        self.setAccessibleName(heading)
        self.update()

    def fit(self, width: int) -> int:
        """Lays itself out in a width in pixels; returns the height."""
        if self._look is None:
            return 0
        look = self._look
        self._lane = lane = timeline_lane(width, look)
        digits = _NARROW_YEAR_TEXT if lane.dates is None else _YEAR_TEXT
        runs = [
            TextRun(part, look.style("serif", digits if part.isdigit() else _WORD_TEXT, bold=True))
            for part in _DIGITS.split(self._heading)
            if part
        ]
        words = look.words(runs, (0, look.px(_YEAR_TOP)), width, look.theme.colours.ink)
        left = lane.card + look.px(RING) if lane.dates is None else lane.dates - words.width
        self._words = words.at(left, words.y)
        return ceil(words.y + words.height)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._lane is None or self._words is None:
            return
        look, x, middle = self._look, self._lane.line, self._words.y + self._words.height / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_line(painter, x, middle if self._first else 0, self.height(), look)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.colours.edge))
        painter.drawEllipse(QPointF(x, middle), look.px(_DOT_RADIUS), look.px(_DOT_RADIUS))
        self._words.paint(painter)
        painter.end()


class GapMark(QWidget):
    """Years without events: a dotted piece of line, of one height for few years and for many."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._gap: GapShown | None = None
        self._lane: TimelineLane | None = None
        self._words: TextLines | None = None

    def show_gap(self, gap: GapShown, look: TextLook) -> None:
        """Shows a gap in a look; `fit` must follow."""
        self._gap, self._look = gap, look
        self.setAccessibleName(f"{gap.apart}，{gap.between}")
        self.update()

    def fit(self, width: int) -> int:
        """Lays itself out in a width in pixels; returns the height."""
        if self._look is None or self._gap is None:
            return 0
        look, colours = self._look, self._look.theme.colours
        self._lane = lane = timeline_lane(width, look)
        left, room = lane.card + look.px(RING), lane.card_width - look.px(RING)
        apart = TextRun(self._gap.apart, look.style("serif", 17, bold=True))
        between = TextRun(f"　{self._gap.between}", look.style("sans", 14))
        words = look.words([apart, between], (left, 0), room, colours.soft)
        height = ceil(words.height) + look.px(_GAP_HEIGHT)
        self._words = words.at(left, (height - words.height) / 2)
        return height

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._lane is None or self._words is None:
            return
        look, end = self._look, self._look.px(_GAP_END)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_line(painter, self._lane.line, 0, end, look)
        top, bottom = end + look.px(_GAP_DOT_START), self.height() - end - look.px(_GAP_DOT_END)
        paint_gap(painter, self._lane.line, top, bottom, look)
        paint_line(painter, self._lane.line, self.height() - end, self.height(), look)
        self._words.paint(painter)
        painter.end()


class CertaintyLegend(QWidget):
    """The three marks, each with what it says about a date."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._kinds: tuple[CertaintyShown, ...] = ()
        self._words: list[TextLines] = []
        self._boxes: list[PixelBox] = []

    def show_legend(self, title: str, kinds: tuple[CertaintyShown, ...], look: TextLook) -> None:
        """Shows the legend in a look; `fit` must follow."""
        self._look, self._kinds = look, kinds
        self.setAccessibleName(f"{title}：{'；'.join(kind.label for kind in kinds)}")
        self.update()

    def fit(self, width: int) -> int:
        """Lays itself out in a width in pixels; returns the height."""
        if self._look is None:
            return 0
        look, lane = self._look, timeline_lane(width, self._look)
        room, indent, top = lane.card + lane.card_width - lane.left, look.px(_LEGEND_INDENT), look.px(_LEGEND_TOP)
        style, ink = look.style("sans", 14), look.theme.colours.soft
        self._words = [look.words([TextRun(kind.label, style)], (0, 0), room - indent, ink) for kind in self._kinds]
        sizes = [(ceil(words.width) + indent, ceil(max(words.height, look.px(_LEGEND_LINE)))) for words in self._words]
        found = flow(sizes, room, look.px(_LEGEND_GAP))
        self._boxes = [PixelBox(lane.left + box.x, top + box.y, box.width, box.height) for box in found]
        return max((box.y + box.height for box in self._boxes), default=0) + look.px(_LEGEND_BOTTOM)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kind, words, box in zip(self._kinds, self._words, self._boxes, strict=True):
            first = box.y + (box.height - words.height) / 2
            middle = first + words.layout.lineAt(0).height() / 2
            mark = mark_box(box.x + look.px(MARK_RADIUS), middle, middle, look)
            paint_mark(painter, mark, kind.sure, look, look.theme.colours.paper)
            words.paint(painter, box.x + look.px(_LEGEND_INDENT), first)
        painter.end()
