"""The number of a place on a disc, as pins and rows of the list show it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from exhibit.theme import Theme
from exhibit.ui.widgets.text_look import TextLook

_SHARES: Final = (1.3, 1.15, 0.95)
"""The font size of a number of one, two and three digits, as shares of the radius."""
_CENTRED: Final = int(Qt.AlignmentFlag.AlignCenter)


def disc_radius(size: float, theme: Theme) -> int:
    """The radius of a disc in pixels, from one of the design; on a touch screen its number can be read."""
    return max(theme.px(size), round(theme.text(1) / _SHARES[1]))


def paint_number(
    painter: QPainter, centre: QPointF, radius: float, number: str, colour: str, look: TextLook
) -> None:  # fmt: skip
    """Draws a number in the middle of a disc of a radius in pixels; the painter's pen is gone then."""
    share = _SHARES[min(len(number), len(_SHARES)) - 1]
    painter.setFont(look.exact_style("serif", max(round(radius * share), look.theme.text(1)), bold=True).font)
    painter.setPen(QColor(colour))
    corner = centre - QPointF(radius, radius)
    painter.drawText(QRectF(corner, QSizeF(2 * radius, 2 * radius)), _CENTRED, number)
    painter.setPen(Qt.PenStyle.NoPen)
