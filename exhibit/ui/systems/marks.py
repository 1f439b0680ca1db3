"""The dot that marks a part of the theme in view."""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.ui.widgets.text_look import TextLook

MARK: Final = 16
"""Design pixels a dot and its border take."""


def paint_mark(painter: QPainter, middle: QPointF, look: TextLook) -> None:
    """A dot of gold, set off from what is below."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.theme.colours.card), look.px(2)))
    painter.setBrush(QColor(look.theme.colours.gold))
    half = look.px(MARK) * 0.35
    painter.drawEllipse(middle, half, half)
