"""The number of a place on a disc, as pins and rows of the list show it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from exhibit.ui.widgets.text_look import TextLook

_SHARES: Final = (1.3, 1.15, 0.95)
"""The font size of a number of one, two and three digits, as shares of the radius."""
_CENTRED: Final = int(Qt.AlignmentFlag.AlignCenter)


def paint_number(
    painter: QPainter, centre: QPointF, radius: float, number: str, colour: str, look: TextLook
) -> None:  # fmt: skip
    """Draws a number in the middle of a disc of a radius in pixels; the painter's pen is gone then."""
    share = _SHARES[min(len(number), len(_SHARES)) - 1]
    painter.setFont(look.exact_style("serif", max(1, round(radius * share)), bold=True).font)
    painter.setPen(QColor(colour))
    corner = centre - QPointF(radius, radius)
    painter.drawText(QRectF(corner, QSizeF(2 * radius, 2 * radius)), _CENTRED, number)
    painter.setPen(Qt.PenStyle.NoPen)
