"""A row of a comparison: a place, its value and its bar; a button that leads to the sentence."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.ui.compare.shown import RowShown
from exhibit.ui.widgets.button import RowButton
from exhibit.ui.widgets.paint import RING, paint_ring
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_TARGET: Final = 32
_PADDING: Final = 8
_BAR: Final = 9
_FADED: Final = 0.5
"""How much is left of the bar of a row that is not of the chosen theme."""


class ComparisonRow(RowButton):
    """One figure, filled again for another; `picked` carries its id."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compare-row")
        self.setCheckable(True)
        self.row: RowShown | None = None
        self._look: TextLook | None = None
        self._width = 0
        self.words: list[TextLines] = []
        self._bar = QRectF()
        self._mark: QRectF | None = None
        self.clicked.connect(self._pick)

    def show_row(self, row: RowShown, look: TextLook) -> None:
        """Says another figure, or the same in another look."""
        if (row, look) != (self.row, self._look):
            self.row, self._look, self._width = row, look, 0
            self.setAccessibleName(row.name)
            self.setAccessibleDescription(row.description)
            self.setChecked(row.chosen)
            self.update()

    def fit(self, width: int) -> int:
        """Lays itself out in a width; its height."""
        assert self.row is not None
        assert self._look is not None
        if width != self._width:
            self._width = width
            self._lay_out(self.row, self._look, width)
        return self.minimumHeight()

    def _lay_out(self, row: RowShown, look: TextLook, width: int) -> None:
        self.words = []
        left = inset(look, width)
        room = width - 2 * left
        y = self._lay_head(row, look, (left, look.px(RING) + look.px(3), room))
        self._bar = QRectF(left, y, room, look.px(_BAR))
        y += look.px(_BAR) + look.px(4)
        y += self._lay_foot(row, look, (left, y, room)) + look.px(RING) + look.px(3)
        self.setMinimumHeight(max(look.px(_TARGET), ceil(y)))

    def _lay_head(self, row: RowShown, look: TextLook, at: tuple[int, float, int]) -> float:
        """The place, and the value at the end of its line or in the next; where the bar begins."""
        left, y, room = at
        colours = look.theme.colours
        place = look.words([TextRun(row.place, look.style("sans", 14, bold=row.here))], (left, y), room, colours.ink)
        colour = colours.accent if row.chosen else colours.ink
        value = look.words(_value_runs(row, look), (left, y), room, colour)
        beside = place.width + look.px(12) + value.width <= room
        if beside:
            value = value.at(left + room - value.width, y)
            place = place.at(left, y + _baseline(value) - _baseline(place))
        else:
            value = value.at(left, y + place.height)
        self.words += [place, value]
        return max(one.y + one.height for one in (place, value)) + look.px(1)

    def _lay_foot(self, row: RowShown, look: TextLook, at: tuple[int, float, int]) -> float:
        """What is counted and when, with a mark before the chosen theme; its height."""
        left, y, room = at
        side = look.px(8)
        indent = side + look.px(5) if row.theme else 0
        runs = [TextRun(row.foot, look.style("sans", 13))]
        foot = look.words(runs, (left + indent, y), room - indent, look.theme.colours.soft)
        line = foot.layout.lineAt(0).height()
        self._mark = QRectF(left, y + (line - side) / 2, side, side) if row.theme else None
        self.words.append(foot)
        return foot.height

    def _pick(self) -> None:
        if self.row:
            self.picked.emit(self.row.id)

    # Qt calls these

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self.row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self._look)
        self._paint_bar(painter, self._look, self.row)
        if self._mark:
            painter.fillRect(self._mark, QColor(self._look.theme.colours.gold))
        for words in self.words:
            words.paint(painter)
        if self.ring:
            paint_ring(painter, QRectF(self.rect()), self._look, 8)
        painter.end()

    def _paint_ground(self, painter: QPainter, look: TextLook) -> None:
        chosen, colours = self.isChecked(), look.theme.colours
        if not chosen and not self.underMouse():
            return
        wide = look.px(2) if chosen else look.px(1)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.edge), wide))
        painter.setBrush(QColor(colours.tint if chosen else colours.card))
        rim = look.px(RING) - wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(rim, rim, -rim, -rim), look.px(6), look.px(6))

    def _paint_bar(self, painter: QPainter, look: TextLook, row: RowShown) -> None:
        """The bar from the line of nought; hollow where the value is expected."""
        colours, track = look.theme.colours, self._bar
        start, long = row.bar.pixels(track.width())
        bar = QRectF(track.x() + start, track.y(), long, track.height())
        colour = QColor(colours.accent if row.here else colours.edge)
        painter.setOpacity(_FADED if row.faded else 1.0)
        if row.expected and long > 4:
            wide = look.px(1.5)
            painter.setPen(QPen(colour, wide))
            painter.setBrush(QColor(colours.card))
            painter.drawRect(bar.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))
        else:
            painter.fillRect(bar, colour)
        painter.setOpacity(1.0)
        nought, past = track.x() + row.bar.nought * track.width(), look.px(2)
        painter.fillRect(QRectF(nought - 0.5, track.y() - past, 1, track.height() + 2 * past), QColor(colours.soft))


def inset(look: TextLook, width: int) -> int:
    """What keeps the texts from the sides of a row of that width."""
    return look.px(RING) + min(look.px(_PADDING), width // 24)


def _value_runs(row: RowShown, look: TextLook) -> Sequence[TextRun]:
    """The number large, its words small around it."""
    small, large = look.style("serif", 14, bold=True), look.style("serif", 19, bold=True)
    value = row.value
    runs = [TextRun(value.lead, small), TextRun(value.number, large), TextRun(value.rest, small)]
    return [run for run in runs if run.text]


def _baseline(words: TextLines) -> float:
    return words.layout.lineAt(0).ascent()
