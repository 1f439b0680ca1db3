"""The button that closes a card: a cross."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.paint import paint_ring
from exhibit.ui.widgets.text_look import TextLook

_ARM: Final = 6
_LINE: Final = 1.8
_CORNER: Final = 8


class CloseButton(PaintedButton):
    """A cross that fills its size."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_label(self, label: str, look: TextLook) -> None:
        """Takes an accessible name and a tool tip."""
        self._look = look
        self.setAccessibleName(label)
        self.setToolTip(label)
        self.update()

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        look, colours = self._look, self._look.theme.colours
        painter, middle, arm = QPainter(self), QRectF(self.rect()).center(), look.px(_ARM)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self.underMouse() else colours.soft), look.theme.scale * _LINE))
        for side in (-1, 1):
            painter.drawLine(middle + QPointF(-arm, -arm * side), middle + QPointF(arm, arm * side))
        if self.ring:
            paint_ring(painter, QRectF(self.rect()), look, _CORNER)
        painter.end()
