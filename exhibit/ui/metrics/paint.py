"""Paints the face of a tile: its texts, its quote, its bars."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.ui.metrics.pictures import PictureBar
from exhibit.ui.metrics.tile_layout import TileLayout
from exhibit.ui.widgets.text_look import TextLook


def paint_face(painter: QPainter, face: TileLayout, look: TextLook) -> None:
    """Texts and picture."""
    colours = look.theme.colours
    if box := face.quote:
        painter.fillRect(QRectF(box.x, box.y, box.width, box.height), QColor(colours.quote))
        painter.fillRect(QRectF(box.x, box.y, look.px(3), box.height), QColor(colours.gold))
    for bar in face.bars:
        _paint_bar(painter, bar, look)
    for words in face.words:
        words.paint(painter)


def _paint_bar(painter: QPainter, bar: PictureBar, look: TextLook) -> None:
    colours = look.theme.colours
    rect = QRectF(bar.x, bar.y, bar.width, bar.height)
    if bar.role in ("value", "limit"):
        if bar.role == "limit":
            painter.fillRect(rect.adjusted(-bar.width, 0, bar.width, 0), QColor(colours.card))
        painter.fillRect(rect, QColor(colours.accent if bar.role == "value" else colours.ink))
        return
    wide = float(look.px(1))
    painter.setPen(QPen(QColor(colours.accent if bar.role == "lost" else colours.edge), wide))
    painter.setBrush(QColor(colours.card if bar.role == "lost" else colours.quote))
    painter.drawRect(rect.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))
