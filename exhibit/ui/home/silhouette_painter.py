"""Paints the silhouette of a drawing in the colours of the theme."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from exhibit.drawing.silhouette import SILHOUETTE_HEIGHT, SILHOUETTE_WIDTH, SilhouetteDisc, SilhouetteItem
from exhibit.ui.widgets.text_look import TextLook

_LARGEST_DRAWING: Final = 0.72
"""The share of its field that a drawing takes, at most."""


def paint_silhouette(painter: QPainter, field: QRectF, items: tuple[SilhouetteItem, ...], look: TextLook) -> None:
    """A silhouette in the middle of a field."""
    scale = _LARGEST_DRAWING * min(field.width() / SILHOUETTE_WIDTH, field.height() / SILHOUETTE_HEIGHT)
    painter.save()
    painter.translate(field.center())
    painter.scale(scale, scale)
    painter.translate(-SILHOUETTE_WIDTH / 2, -SILHOUETTE_HEIGHT / 2)
    for item in items:
        colour = QColor(getattr(look.theme.colours, item.fill))
        if isinstance(item, SilhouetteDisc):
            hollow = item.line > 0
            painter.setPen(QPen(colour, item.line) if hollow else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
            radius = item.radius - item.line / 2
            painter.drawEllipse(QPointF(item.x, item.y), radius, radius)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in item.points]))
    painter.restore()
