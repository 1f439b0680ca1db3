"""The button that shows a figure."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.ui.metrics.chart import ChartBar
from exhibit.ui.metrics.tile_layout import TileExtent, TileLayout, tile_layout
from exhibit.ui.metrics.tile_shown import TileShown
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import RowButton
from exhibit.ui.widgets.paint import paint_card, paint_ring
from exhibit.ui.widgets.text_look import TextLook


class MetricTile(RowButton):
    """Shows a figure, and can show another later. The chosen tile is checked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setObjectName("tile")
        self.tile: TileShown | None = None
        self.tile_layout = TileLayout()
        self._look: TextLook | None = None
        self._laid_out: tuple[TileShown, TextLook, int, TileExtent] | None = None

    def show_tile(self, tile: TileShown, look: TextLook) -> None:
        """Shows another figure, or the same in another look; `fit` must follow."""
        if tile != self.tile:
            self.tile = tile
            self.setAccessibleName(tile.name)
            self.setAccessibleDescription(tile.description)
            self.setChecked(tile.detail is not None)
            self.update()
        self._look = look

    def fit(self, width: int, extent: TileExtent) -> int:
        """Lays the tile out in a width and returns its height, both in pixels."""
        assert self.tile is not None
        assert self._look is not None
        wanted = (self.tile, self._look, width, extent)
        if wanted != self._laid_out:
            self._laid_out = wanted
            self.tile_layout = tile_layout(self.tile, self._look, width, extent)
            self.update()
        return self.tile_layout.height

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self.tile is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        paint_card(painter, rect, self._look, chosen=self.isChecked(), under_pointer=self.underMouse())
        _paint_layout(painter, self.tile_layout, self._look)
        if self.ring:
            paint_ring(painter, rect, self._look)
        painter.end()


def _paint_layout(painter: QPainter, layout: TileLayout, look: TextLook) -> None:
    """Paints the ground of the sentence, the chart and the texts."""
    colours = look.theme.colours
    if box := layout.quote:
        painter.fillRect(QRectF(box.x, box.y, box.width, box.height), QColor(colours.quote))
        painter.fillRect(QRectF(box.x, box.y, look.px(3), box.height), QColor(colours.gold))
    for bar in layout.bars:
        _paint_bar(painter, bar, look)
    for lines in layout.texts:
        lines.paint(painter)


def _paint_bar(painter: QPainter, bar: ChartBar, look: TextLook) -> None:
    """Paints a bar: filled for the figure and the line of the whole, framed for the others, dotted where it is open."""
    colours = look.theme.colours
    rect = QRectF(bar.x, bar.y, bar.width, bar.height)
    if bar.role in ("value", "limit"):
        if bar.role == "limit":
            painter.fillRect(rect.adjusted(-bar.width, 0, bar.width, 0), QColor(colours.card))
        painter.fillRect(rect, QColor(colours.accent if bar.role == "value" else colours.ink))
        return
    pen_width = float(look.px(1))
    unsure = bar.role in ("possible", "open")
    pen = QPen(QColor(colours.edge if bar.role == "base" else colours.accent), pen_width)
    if bar.role == "open":
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(QColor(colours.tint if unsure else colours.card if bar.role == "lost" else colours.quote))
    painter.drawRect(rect.adjusted(pen_width / 2, pen_width / 2, -pen_width / 2, -pen_width / 2))
