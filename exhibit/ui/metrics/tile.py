"""The button of the panel: a figure's tile."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.metrics.paint import paint_face
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
        paint_face(painter, self.face, self._look)
        if self.ring:
            paint_ring(painter, rect, self._look)
        painter.end()
