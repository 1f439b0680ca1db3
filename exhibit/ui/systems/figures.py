"""The figures of a part: buttons with a label and a printed value that lead to their sentences."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.systems.part_card_shown import FigureShown
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.paint import RING, paint_card, paint_ring
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_SIDE: Final = RING + 10
"""Design pixels left and right of a figure's texts."""
_TOP: Final = RING + 4
"""Design pixels above and below a figure's texts."""
_GAP: Final = 8
"""Design pixels between label and value."""
_HEIGHT: Final = 42
"""Design pixels of a figure's height in the panel, at least."""
_LARGE_HEIGHT: Final = 52
"""Design pixels of a figure's height on the page, at least."""
_MIN_WIDTH: Final = 240
"""Design pixels of a figure's width beside others."""
_MAX_IN_ROW: Final = 3


class FigureButton(PaintedButton):
    """A figure with its label and value; `followed` carries its id."""

    followed = Signal(str)

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self._large = large
        self.setObjectName("figure")
        self.figure: FigureShown | None = None
        self._look: TextLook | None = None
        self._width = 0
        self._label: TextLines | None = None
        self._value: TextLines | None = None
        self.clicked.connect(self._follow)

    def show_figure(self, figure: FigureShown, look: TextLook) -> None:
        """Shows a figure in a look; `fit` must follow."""
        if (figure, look) != (self.figure, self._look):
            self.figure, self._look, self._width = figure, look, 0
            self.setAccessibleName(figure.name)
            self.update()

    def fit(self, width: int) -> int:
        """Lays itself out in a width in pixels, the value beside the label or below it; returns the height."""
        figure, look = self.figure, self._look
        if figure is None or look is None:
            return 0
        if width != self._width:
            self._width = width
            self._lay_out(figure, look, width - 2 * look.px(_SIDE))
        assert self._value is not None
        assert self._label is not None
        bottom = max(self._value.y + self._value.height, self._label.y + self._label.height)
        return max(look.theme.target(_LARGE_HEIGHT if self._large else _HEIGHT), ceil(bottom) + look.px(_TOP))

    def _lay_out(self, figure: FigureShown, look: TextLook, room: int) -> None:
        left, top, gap = look.px(_SIDE), look.px(_TOP), look.px(_GAP)
        value = look.words(self._runs(figure, look), (left, top), room, look.theme.colours.ink)
        beside = room - ceil(value.width) - gap
        label_style = [TextRun(figure.label, look.style("sans", 16 if self._large else 14))]
        label = look.words(label_style, (left, top), max(beside, 1), look.theme.colours.soft)
        if label.layout.lineCount() > 1 and beside < room // 2:
            label = look.words(label_style, (left, top), room, look.theme.colours.soft)
            value = look.words(self._runs(figure, look), (left, top + label.height), room, look.theme.colours.ink)
        else:
            value = look.words(
                self._runs(figure, look), (left + room - value.width, top), value.width + 1, look.theme.colours.ink
            )
        self._label, self._value = label, value

    def _runs(self, figure: FigureShown, look: TextLook) -> list[TextRun]:
        small, value = look.style("serif", 16 if self._large else 14, bold=True), figure.value
        number = TextRun(value.number, look.style("serif", 24 if self._large else 21, bold=True))
        return [run for run in (TextRun(value.lead, small), number, TextRun(value.rest, small)) if run.text]

    def _follow(self) -> None:
        if self.figure:
            self.followed.emit(self.figure.id)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.figure is None or self._look is None or self._label is None or self._value is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        paint_card(painter, rect, self._look, chosen=self.figure.chosen, under_pointer=self.underMouse())
        bottom = max(words.y + words.height for words in (self._label, self._value))
        spare = (self.height() - self._look.px(_TOP) - bottom) / 2
        beside = self._label.y == self._value.y
        drop = (self._value.height - self._label.height) / 2 if beside else 0
        self._label.paint(painter, 0, max(0.0, spare) + max(0.0, drop))
        self._value.paint(painter, 0, max(0.0, spare) + max(0.0, -drop))
        if self.ring:
            paint_ring(painter, rect, self._look)
        painter.end()


class PartFigures(QWidget):
    """A title, and below it the figures in as many columns as fit."""

    followed = Signal(str)

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self._large = large
        self._title = TextLabel("sans", 17 if large else 14, "soft", self, bold=True)
        self._buttons: list[FigureButton] = []
        self._used = 0
        self._look: TextLook | None = None
        self._add_button()  # the first has its place in the order of Tab; the others follow it

    def show_figures(self, title: str, figures: Sequence[FigureShown], look: TextLook) -> None:
        """Shows figures in a look, or hides without any; `fit` must follow."""
        self._look, self._used = look, len(figures)
        self.setAccessibleName(title)
        self._title.show_text(title, look)
        while len(self._buttons) < self._used:
            self._add_button()
        for button, figure in zip(self._buttons, figures, strict=False):
            button.show_figure(figure, look)
        for index, button in enumerate(self._buttons):
            button.setVisible(index < self._used)
        self.setVisible(bool(figures))

    def _add_button(self) -> None:
        button = FigureButton(self, large=self._large)
        button.followed.connect(self.followed)
        if self._buttons:
            QWidget.setTabOrder(self._buttons[-1], button)
        self._buttons.append(button)

    def fit(self, width: int) -> int:
        """Places the figures in a width in pixels; returns the height."""
        if self._look is None or not self._used:
            return 0
        y = self._title.fit(width)
        self._title.setGeometry(0, 0, width, y)
        columns = max(1, min(_MAX_IN_ROW, self._used, width // self._look.px(_MIN_WIDTH)))
        for start in range(0, self._used, columns):
            y += self._place_row(self._buttons[start : min(start + columns, self._used)], width // columns, y)
        return y

    def _place_row(self, row: list[FigureButton], width: int, y: int) -> int:
        height = max(button.fit(width) for button in row)
        for column, button in enumerate(row):
            button.setGeometry(column * width, y, width, height)
        return height
