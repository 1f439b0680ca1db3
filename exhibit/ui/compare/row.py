"""A row of a comparison: a button with a place, its value and its bar."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.ui.compare.shown import ComparisonRowShown
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import RowButton
from exhibit.ui.widgets.paint import RING, paint_ring
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_MIN_HEIGHT: Final = 32
"""Design pixels of a row, at least."""
_PADDING: Final = 8
"""Design pixels left and right of the texts, at most, beside the focus ring."""
_BAR_HEIGHT: Final = 9
"""Design pixels."""
_MIN_FRAME: Final = 4
"""Design pixels of a bar that can be drawn hollow."""
_FADED_OPACITY: Final = 0.5
"""Of the bar of a row that does not have the chosen topic."""


class ComparisonRow(RowButton):
    """Shows a figure, and can show another later; `picked` carries the figure's id."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compare-row")
        self.setCheckable(True)
        self.row: ComparisonRowShown | None = None
        self.texts: list[TextLines] = []
        """The texts as they are laid out, in pixels of the row."""
        self._look: TextLook | None = None
        self._width = 0
        self._bar_room = QRectF()
        self._topic_mark: QRectF | None = None
        self.clicked.connect(self._pick)

    def show_row(self, row: ComparisonRowShown, look: TextLook) -> None:
        """Shows another figure, or the same in another look; `fit` must follow."""
        if (row, look) != (self.row, self._look):
            self.row, self._look, self._width = row, look, 0
            self.setAccessibleName(row.name)
            self.setAccessibleDescription(row.description)
            self.setChecked(row.chosen)
            self.update()

    def fit(self, width: int) -> int:
        """Lays the row out in a width and returns its height, both in pixels."""
        assert self.row is not None
        assert self._look is not None
        if width != self._width:
            self._width = width
            self._lay_out(self.row, self._look, width)
        return self.minimumHeight()

    def _lay_out(self, row: ComparisonRowShown, look: TextLook, width: int) -> None:
        self.texts = []
        left = inset(look, width)
        room = width - 2 * left
        y = self._lay_out_head(row, look, (left, look.px(RING) + look.px(3), room))
        self._bar_room = QRectF(left, y, room, look.px(_BAR_HEIGHT))
        y += look.px(_BAR_HEIGHT) + look.px(4)
        y += self._lay_out_foot(row, look, (left, y, room)) + look.px(RING) + look.px(3)
        self.setMinimumHeight(max(look.theme.target(_MIN_HEIGHT), ceil(y)))

    def _lay_out_head(self, row: ComparisonRowShown, look: TextLook, at: tuple[int, float, int]) -> float:
        """Lays out the place and the value, in one line if both have room; returns where the bar begins."""
        left, y, room = at
        colours = look.theme.colours
        place = look.words([TextRun(row.place, look.style("sans", 14, bold=row.here))], (left, y), room, colours.ink)
        colour = colours.accent if row.chosen else colours.ink
        value = look.words(_value_runs(row, look), (left, y), room, colour)
        if place.width + look.px(12) + value.width <= room:
            value = value.at(left + room - value.width, y)
            place = place.at(left, y + _baseline(value) - _baseline(place))
        else:
            value = value.at(left, y + place.height)
        self.texts += [place, value]
        return max(text.y + text.height for text in (place, value)) + look.px(1)

    def _lay_out_foot(self, row: ComparisonRowShown, look: TextLook, at: tuple[int, float, int]) -> float:
        """Lays out what is counted and when, after a mark if the row has the chosen topic; returns its height."""
        left, y, room = at
        side = look.px(8)
        indent = side + look.px(5) if row.topic else 0
        runs = [TextRun(row.foot, look.style("sans", 13))]
        foot = look.words(runs, (left + indent, y), room - indent, look.theme.colours.soft)
        line = foot.layout.lineAt(0).height()
        self._topic_mark = QRectF(left, y + (line - side) / 2, side, side) if row.topic else None
        self.texts.append(foot)
        return foot.height

    def _pick(self) -> None:
        if self.row:
            self.picked.emit(self.row.id)

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self.row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self._look)
        self._paint_bar(painter, self._look, self.row)
        if self._topic_mark:
            painter.fillRect(self._topic_mark, QColor(self._look.theme.colours.gold))
        for text in self.texts:
            text.paint(painter)
        if self.ring:
            paint_ring(painter, QRectF(self.rect()), self._look, 8)
        painter.end()

    def _paint_ground(self, painter: QPainter, look: TextLook) -> None:
        """Paints a frame if the row is chosen or under the pointer."""
        chosen, colours = self.isChecked(), look.theme.colours
        if not chosen and not self.underMouse():
            return
        pen_width = look.px(2) if chosen else look.px(1)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.edge), pen_width))
        painter.setBrush(QColor(colours.tint if chosen else colours.card))
        rim = look.px(RING) - pen_width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(rim, rim, -rim, -rim), look.px(6), look.px(6))

    def _paint_bar(self, painter: QPainter, look: TextLook, row: ComparisonRowShown) -> None:
        """Paints the pieces of the bar and the line of zero."""
        room = self._bar_room
        painter.setOpacity(_FADED_OPACITY if row.faded else 1.0)
        for piece in row.bar.pieces:
            start, length = row.bar.pixels(piece, room.width())
            box = QRectF(room.x() + start, room.y(), length, room.height())
            hollow = piece.certainty != "sure" or (row.expected and length > look.px(_MIN_FRAME))
            self._paint_piece(painter, look, box, hollow=hollow, dotted=piece.certainty != "sure")
        painter.setOpacity(1.0)
        zero, past = room.x() + row.bar.zero * room.width(), look.px(2)
        colour = QColor(look.theme.colours.soft)
        painter.fillRect(QRectF(zero - 0.5, room.y() - past, 1, room.height() + 2 * past), colour)

    def _paint_piece(self, painter: QPainter, look: TextLook, box: QRectF, *, hollow: bool, dotted: bool) -> None:
        """Paints a piece: hollow if it is expected, dotted if the figure may but need not reach so far."""
        colours, here = look.theme.colours, bool(self.row and self.row.here)
        colour = QColor(colours.accent if here else colours.edge)
        if not hollow:
            painter.fillRect(box, colour)
            return
        pen_width = look.px(1.5)
        painter.setPen(QPen(colour, pen_width, Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(colours.card))
        painter.drawRect(box.adjusted(pen_width / 2, pen_width / 2, -pen_width / 2, -pen_width / 2))


def inset(look: TextLook, width: int) -> int:
    """Pixels from the sides of a row of a width to its texts."""
    return look.px(RING) + min(look.px(_PADDING), width // 24)


def _value_runs(row: ComparisonRowShown, look: TextLook) -> Sequence[TextRun]:
    """The number large, its words small around it."""
    small, large = look.style("serif", 14, bold=True), look.style("serif", 19, bold=True)
    value = row.value
    runs = [TextRun(value.lead, small), TextRun(value.number, large), TextRun(value.rest, small)]
    return [run for run in runs if run.text]


def _baseline(text: TextLines) -> float:
    return text.layout.lineAt(0).ascent()
