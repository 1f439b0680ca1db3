"""The buttons of the panel: a figure's tile, and the way from it into the text."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.kit.button import PaintedButton, ways
from exhibit.ui.kit.look import Look
from exhibit.ui.kit.paint import paint_card, paint_ring, paint_sign
from exhibit.ui.metrics.face import AIR, Extent, Face, face
from exhibit.ui.metrics.paint import paint_face
from exhibit.ui.metrics.tiles import TileShown


class Tile(PaintedButton):
    """One figure, filled again for another; the chosen one is checked. Its field hears its clicks and arrow keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setObjectName("tile")
        self.tile: TileShown | None = None
        self.face = Face()
        self._look: Look | None = None
        self._laid_out: tuple[TileShown, Look, int, Extent] | None = None

    def show_tile(self, tile: TileShown, look: Look) -> None:
        """Says another figure, or the same in another look."""
        if tile != self.tile:
            self.tile = tile
            self.setAccessibleName(tile.name)
            self.setAccessibleDescription(tile.description)
            self.setChecked(tile.open is not None)
            self.update()
        self._look = look

    def fit(self, width: int, extent: Extent) -> int:
        """Lays itself out in a width; its height."""
        assert self.tile is not None
        assert self._look is not None
        wanted = (self.tile, self._look, width, extent)
        if wanted != self._laid_out:
            self._laid_out = wanted
            self.face = face(self.tile, self._look, width, extent)
            self.update()
        return self.face.height

    # Qt calls these

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ways():
            event.ignore()
        else:
            super().keyPressEvent(event)

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


class WayIntoText(PaintedButton):
    """Leads from the chosen tile to its sentence; the tile's face says where it stands and what it reads."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("way-into-text")
        self._face = Face()
        self._look: Look | None = None

    def stand_on(self, tile: Tile, look: Look) -> None:
        """Takes its place on the chosen tile."""
        self._face, self._look = tile.face, look
        box = tile.face.link
        way = tile.tile.open if tile.tile else None
        if box and way:
            self.setAccessibleName(f"{way.link} {way.where}".strip())
            self.setGeometry(tile.x() + box.x, tile.y() + box.y, box.width, box.height)
            self.raise_()
        self.setVisible(bool(box and way))
        self.update()

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._face.link_words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._face.link_words
        first = words.layout.lineAt(0)
        paint_sign(painter, self._look.px(AIR), words.y + first.height() / 2, self._look)
        words.paint(painter)
        if self.underMouse():
            painter.fillRect(QRectF(words.x, words.y + words.height, words.width, 1), painter.pen().color())
        if self.ring:
            paint_ring(painter, QRectF(self.rect()), self._look, 4)
        painter.end()
