"""A card with a heading, on which texts and buttons stand one below the other."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.widgets.paint import RING, paint_card
from exhibit.ui.widgets.text_label import TextLabel, WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook

_PADDING: Final = 12


class SourceCard(QWidget):
    """Holds lines: in each what stands side by side, and the gap above it in design pixels."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._heading = TextLabel("serif", 17, "ink", self, bold=True)
        self._lines: Sequence[tuple[float, Sequence[WidthFitting]]] = ()

    def hold(self, heading: str, lines: Sequence[tuple[float, Sequence[WidthFitting]]], look: TextLook) -> None:
        """Takes other lines; they are children of the card already."""
        self._look, self._lines = look, lines
        self.setAccessibleName(heading)
        self._heading.show_text(heading, look)
        self._heading.setVisible(bool(heading))
        self.update()

    def fit(self, width: int) -> int:
        """Places everything in a width; the height it takes."""
        if self._look is None:
            return 0
        look = self._look
        left = look.px(RING) + min(look.px(_PADDING), width // 20)
        room, y = width - 2 * left, look.px(RING + _PADDING - 2)
        for gap, line in ((0, [self._heading] if self._heading.text() else []), *self._lines):
            if line:
                y += look.px(gap) if gap else 0
                y += place(line, (left, y, room), look.px(6))
        return y + look.px(RING + _PADDING - 2)

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_card(painter, QRectF(self.rect()), self._look, chosen=False, under_pointer=False)
            painter.end()
