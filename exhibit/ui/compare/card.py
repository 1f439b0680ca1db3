"""A comparison on a card: its title, its rows, and what differs between them."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.compare.row import ComparisonRow, inset
from exhibit.ui.compare.shown import ComparisonShown
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.paint import RING, paint_card
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

_PADDING: Final = 10
"""Design pixels above the title and below the caveat, beside the room for a focus ring."""


class ComparisonCard(QWidget):
    """Shows a comparison, and can show another later."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self._look: TextLook | None = None
        self._caveat_line = QRectF()
        self._title = TextLabel("serif", 17, "ink", self, bold=True)
        self._unit = TextLabel("sans", 13, "soft", self)
        self._rows: list[ComparisonRow] = []
        self.rows: list[ComparisonRow] = []
        """The rows in use."""
        self._caveat = TextLabel("sans", 13, "soft", self)

    def fill(self, shown: ComparisonShown, look: TextLook) -> list[ComparisonRow]:
        """Shows another comparison, or the same in another look; returns the rows that were made. `fit` must follow."""
        self._look = look
        self.setAccessibleName(shown.title)
        self._title.show_text(shown.title, look)
        self._unit.show_text(shown.unit, look)
        self._unit.setVisible(bool(shown.unit))
        self._caveat.show_text(shown.caveat, look)
        made = [ComparisonRow(self) for _ in shown.rows[len(self._rows) :]]
        self._rows += made
        self.rows = self._rows[: len(shown.rows)]
        for row, one in zip(self.rows, shown.rows, strict=True):
            row.show_row(one, look)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(self.rows))
        self.update()
        return made

    def fit(self, width: int) -> int:
        """Places everything in a width and returns the height it takes, both in pixels."""
        if self._look is None:
            return 0
        look = self._look
        ring, side = look.px(RING), look.px(RING + 2)
        left = side + inset(look, width - 2 * side)
        room, y = width - 2 * left, ring + look.px(_PADDING)
        y = self._place_label(self._title, left, y, room, look)
        if self._unit.text():
            y = self._place_label(self._unit, left, y + look.px(2), room, look)
        y += look.px(2)
        for row in self.rows:
            height = row.fit(width - 2 * side)
            row.setGeometry(side, y, width - 2 * side, height)
            y += height
        return self._place_caveat(left, y + look.px(5), room, look) + ring + look.px(_PADDING)

    def _place_caveat(self, left: int, y: int, room: int, look: TextLook) -> int:
        """Places the caveat after a vertical line; returns where it ends."""
        indent = look.px(10)
        end = self._place_label(self._caveat, left + indent, y, room - indent, look)
        self._caveat_line = QRectF(left, y, look.px(2), end - y)
        return end

    def _place_label(self, label: TextLabel, x: int, y: int, width: int, look: TextLook) -> int:
        """Places a label so that its text begins at x; returns where it ends."""
        ring = look.px(RING)  # a label leaves room for a ring before its text
        height = label.fit(width + ring)
        label.setGeometry(x - ring, y, width + ring, height)
        return y + height

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_card(painter, QRectF(self.rect()), self._look, chosen=False, under_pointer=False)
            painter.fillRect(self._caveat_line, QColor(self._look.theme.colours.gold))
            painter.end()
