"""Paints cards, focus rings and signs in the colours of the theme."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.ui.widgets.text_look import TextLook

RING: Final = 4
"""Design pixels around a card that the focus ring takes."""
SIGN: Final = 16
"""Design pixels of the sign before a way into the text."""
_CORNER: Final = 10


def paint_card(painter: QPainter, rect: QRectF, look: TextLook, *, chosen: bool, under_pointer: bool) -> None:
    """Paints the ground and the border of a tile in `rect`, inside the room for the focus ring."""
    colours, ring = look.theme.colours, look.px(RING)
    wide = look.px(2) if chosen else look.px(1)
    border = colours.accent if chosen else colours.edge if under_pointer else colours.line
    card = rect.adjusted(ring, ring, -ring, -ring).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
    painter.setPen(QPen(QColor(border), wide))
    painter.setBrush(QColor(colours.tint if chosen else colours.card))
    painter.drawRoundedRect(card, look.px(_CORNER), look.px(_CORNER))


def paint_ring(painter: QPainter, rect: QRectF, look: TextLook, corner: float = _CORNER + RING / 2) -> None:
    """Paints the focus ring along the edge of `rect`."""
    wide = look.px(2)
    painter.setPen(QPen(QColor(look.theme.colours.focus), wide))
    painter.setBrush(QColor(0, 0, 0, 0))
    radius = corner * look.theme.scale
    painter.drawRoundedRect(rect.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), radius, radius)


def paint_sign(painter: QPainter, x: float, middle: float, look: TextLook) -> None:
    """Paints the sign of a link into the text: an arrow that starts from a bar."""
    size = look.px(SIGN)
    left, right, head = x + size * 0.12, x + size * 0.88, size * 0.22
    painter.setPen(QPen(QColor(look.theme.colours.accent), look.theme.scale * 1.8))
    painter.drawLine(QPointF(left, middle - size * 0.28), QPointF(left, middle + size * 0.28))
    painter.drawLine(QPointF(left, middle), QPointF(right, middle))
    for side in (-1, 1):
        painter.drawLine(QPointF(right, middle), QPointF(right - head, middle + side * head))
