"""What stands on the timeline beside its events: years, gaps, and what the marks mean."""

from math import ceil, log2
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.timeline.lane import MARK, TimelineLane, paint_gap, paint_line, paint_mark, timeline_lane
from exhibit.ui.timeline.shown import CertaintyShown, GapShown
from exhibit.ui.widgets.layout import PixelBox, flow
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_YEAR: Final = 40
_NARROW_YEAR: Final = 32
_DOT: Final = 4


class YearMark(QWidget):
    """The heading of a year; at the first one the line begins."""

    heard_as = QAccessible.Role.Heading

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._year = ("", "")
        self._first = False
        self._lane: TimelineLane | None = None
        self._words: TextLines | None = None

    def show_year(self, number: str, label: str, look: TextLook, *, first: bool) -> None:
        """Another year; `label` is the number and perhaps a word behind it. `fit` must follow."""
        self._look, self._year, self._first = look, (number, label.removeprefix(number)), first
        self.setAccessibleName(label)
        self.update()

    def fit(self, width: int) -> int:
        """Takes a width; the height it needs."""
        if self._look is None:
            return 0
        look = self._look
        self._lane = where = timeline_lane(width, look)
        wide = where.dates is not None
        number, word = self._year
        runs = [TextRun(number, look.style("serif", _YEAR if wide else _NARROW_YEAR, bold=True))]
        if word:
            runs.append(TextRun(word, look.style("serif", 20, bold=True)))
        words = look.words(runs, (0, look.px(12)), width, look.theme.colours.ink)
        left = where.card + look.px(RING) if where.dates is None else where.dates - words.width
        self._words = words.at(left, words.y)
        return ceil(words.y + words.height)

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._lane is None or self._words is None:
            return
        look, x, middle = self._look, self._lane.line, self._words.y + self._words.height / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_line(painter, x, middle if self._first else 0, self.height(), look)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.colours.edge))
        painter.drawEllipse(QPointF(x, middle), look.px(_DOT), look.px(_DOT))
        self._words.paint(painter)
        painter.end()


class GapMark(QWidget):
    """Years without events: the line is interrupted, the longer the more there are."""

    heard_as = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._gap: GapShown | None = None
        self._years = 0
        self._lane: TimelineLane | None = None
        self._words: list[TextLines] = []

    def show_gap(self, gap: GapShown, years: int, look: TextLook) -> None:
        """Another gap; `fit` must follow."""
        self._gap, self._years, self._look = gap, years, look
        self.setAccessibleName(f"{gap.apart}，{gap.between}")
        self.update()

    def fit(self, width: int) -> int:
        """Takes a width; the height it needs."""
        if self._look is None or self._gap is None:
            return 0
        look, colours = self._look, self._look.theme.colours
        self._lane = where = timeline_lane(width, look)
        left, room = where.card + look.px(RING), where.card_width - look.px(RING)
        apart = look.words(
            [TextRun(self._gap.apart, look.style("serif", 19, bold=True))], (left, 0), room, colours.soft
        )
        between = look.words([TextRun(self._gap.between, look.style("sans", 14))], (left, 0), room, colours.soft)
        text = apart.height + between.height
        height = ceil(text) + look.px(24 + 18 * log2(max(2, self._years)))
        top = (height - text) / 2
        self._words = [apart.at(left, top), between.at(left, top + apart.height)]
        return height

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._lane is None:
            return
        look, end = self._look, self._look.px(10)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_line(painter, self._lane.line, 0, end, look)
        paint_gap(painter, self._lane.line, end + look.px(8), self.height() - end - look.px(4), look)
        paint_line(painter, self._lane.line, self.height() - end, self.height(), look)
        for words in self._words:
            words.paint(painter)
        painter.end()


class CertaintyLegend(QWidget):
    """The three kinds of marks, each with what it says of a date."""

    heard_as = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._kinds: tuple[CertaintyShown, ...] = ()
        self._words: list[TextLines] = []
        self._boxes: list[PixelBox] = []

    def show_legend(self, title: str, kinds: tuple[CertaintyShown, ...], look: TextLook) -> None:
        """Says it in other words; `fit` must follow."""
        self._look, self._kinds = look, kinds
        self.setAccessibleName(f"{title}：{'；'.join(kind.label for kind in kinds)}")
        self.update()

    def fit(self, width: int) -> int:
        """Takes a width; the height it needs."""
        if self._look is None:
            return 0
        look, where = self._look, timeline_lane(width, self._look)
        room, indent, top = where.card + where.card_width - where.left, look.px(2 * MARK + 10), look.px(12)
        style, ink = look.style("sans", 14), look.theme.colours.soft
        self._words = [look.words([TextRun(kind.label, style)], (0, 0), room - indent, ink) for kind in self._kinds]
        sizes = [(ceil(words.width) + indent, ceil(max(words.height, look.px(28)))) for words in self._words]
        found = flow(sizes, room, look.px(24))
        self._boxes = [PixelBox(where.left + box.x, top + box.y, box.width, box.height) for box in found]
        return max((box.y + box.height for box in self._boxes), default=0) + look.px(4)

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kind, words, box in zip(self._kinds, self._words, self._boxes, strict=True):
            first = box.y + (box.height - words.height) / 2
            middle = first + words.layout.lineAt(0).height() / 2
            paint_mark(painter, QPointF(box.x + look.px(MARK), middle), kind.sure, look, look.theme.colours.paper)
            words.paint(painter, box.x + look.px(2 * MARK + 10), first)
        painter.end()
