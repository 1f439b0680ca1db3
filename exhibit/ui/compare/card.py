"""A comparison on its card: title, rows, and what differs, always in sight."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.compare.row import ComparisonRow, inset
from exhibit.ui.compare.shown import ComparisonShown
from exhibit.ui.widgets.paint import RING, paint_card
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

_PADDING: Final = 10


class ComparisonBlock(QWidget):
    """One comparison, filled again for another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self._look: TextLook | None = None
        self._rule = QRectF()
        self._title = TextLabel("serif", 17, "ink", self, bold=True)
        self._unit = TextLabel("sans", 13, "soft", self)
        self._rows: list[ComparisonRow] = []
        self.rows: list[ComparisonRow] = []
        """Those in use."""
        self._caveat = TextLabel("sans", 13, "soft", self)

    def fill(self, shown: ComparisonShown, look: TextLook) -> list[ComparisonRow]:
        """Shows another comparison; returns the rows that were made."""
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
        """Places everything in a width; the height it takes."""
        if self._look is None:
            return 0
        look = self._look
        ring, side = look.px(RING), look.px(RING + 2)
        left = side + inset(look, width - 2 * side)
        room, y = width - 2 * left, ring + look.px(_PADDING)
        y = self._put(self._title, left, y, room)
        if self._unit.text():
            y = self._put(self._unit, left, y + look.px(2), room)
        y += look.px(2)
        for row in self.rows:
            high = row.fit(width - 2 * side)
            row.setGeometry(side, y, width - 2 * side, high)
            y += high
        return self._place_caveat(left, y + look.px(5), room, look) + ring + look.px(_PADDING)

    def _place_caveat(self, left: int, y: int, room: int, look: TextLook) -> int:
        """Below the rows, behind a rule; where it ends."""
        indent = look.px(10)
        end = self._put(self._caveat, left + indent, y, room - indent)
        self._rule = QRectF(left, y, look.px(2), end - y)
        return end

    def _put(self, caption: TextLabel, x: int, y: int, width: int) -> int:
        """Its text begins at x: a caption keeps room for a ring before it."""
        ring = self._look.px(RING) if self._look else 0
        high = caption.fit(width + ring)
        caption.setGeometry(x - ring, y, width + ring, high)
        return y + high

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_card(painter, QRectF(self.rect()), self._look, chosen=False, under_pointer=False)
            painter.fillRect(self._rule, QColor(self._look.theme.colours.gold))
            painter.end()
