"""The button of the panel: a figure's tile."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.ui.metrics.chart import ChartBar
from exhibit.ui.metrics.tile_layout import TileExtent, TileLayout, tile_layout
from exhibit.ui.metrics.tile_shown import TileShown
from exhibit.ui.widgets.button import RowButton
from exhibit.ui.widgets.paint import paint_card, paint_ring
from exhibit.ui.widgets.text_look import TextLook


class MetricTile(RowButton):
    """One figure, filled again for another; the chosen one is checked. Its field hears its clicks and arrow keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setObjectName("tile")
        self.tile: TileShown | None = None
        self.face = TileLayout()
        self._look: TextLook | None = None
        self._laid_out: tuple[TileShown, TextLook, int, TileExtent] | None = None

    def show_tile(self, tile: TileShown, look: TextLook) -> None:
        """Says another figure, or the same in another look."""
        if tile != self.tile:
            self.tile = tile
            self.setAccessibleName(tile.name)
            self.setAccessibleDescription(tile.description)
            self.setChecked(tile.open is not None)
            self.update()
        self._look = look

    def fit(self, width: int, extent: TileExtent) -> int:
        """Lays itself out in a width; its height."""
        assert self.tile is not None
        assert self._look is not None
        wanted = (self.tile, self._look, width, extent)
        if wanted != self._laid_out:
            self._laid_out = wanted
            self.face = tile_layout(self.tile, self._look, width, extent)
            self.update()
        return self.face.height

    # Qt calls these

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self.tile is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        paint_card(painter, rect, self._look, chosen=self.isChecked(), under_pointer=self.underMouse())
        _paint_face(painter, self.face, self._look)
        if self.ring:
            paint_ring(painter, rect, self._look)
        painter.end()


def _paint_face(painter: QPainter, face: TileLayout, look: TextLook) -> None:
    """Texts and picture."""
    colours = look.theme.colours
    if box := face.quote:
        painter.fillRect(QRectF(box.x, box.y, box.width, box.height), QColor(colours.quote))
        painter.fillRect(QRectF(box.x, box.y, look.px(3), box.height), QColor(colours.gold))
    for bar in face.bars:
        _paint_bar(painter, bar, look)
    for words in face.words:
        words.paint(painter)


def _paint_bar(painter: QPainter, bar: ChartBar, look: TextLook) -> None:
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
