"""The map's cached pictures: the whole, the part in view, and the part in view with all that stands still on it."""

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from exhibit.model.region import Point
from exhibit.theme import Theme
from exhibit.ui.map.base import Base
from exhibit.ui.map.lens import Lens


class Sheet:
    """Drawn anew when the view is at rest; scaled while it moves."""

    def __init__(self, base: Base, lens: Lens, theme: Theme, chosen: str | None, ratio: float) -> None:
        self._base = base
        self._theme = theme
        self._chosen = chosen
        self.ratio = ratio
        self._whole_lens = lens.whole()
        self._whole = self._drawn(self._whole_lens)
        self._lens = lens
        self._part = self._whole if lens == self._whole_lens else self._drawn(lens)
        self.still = self._part

    def look_through(self, lens: Lens) -> None:
        """Draws another part of the map sharply."""
        if lens != self._lens:
            self._lens = lens
            self._part = self._whole if lens == self._whole_lens else self._drawn(lens)

    def begin(self) -> QPainter:
        """A painter on a fresh copy of the part in view: what it draws stands still on the map."""
        self.still = self._part.copy()
        painter = QPainter(self.still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    def paint_enlarged(self, painter: QPainter, scale: float, origin: Point) -> None:
        """Draws the base as an inset shows it."""
        self._base.paint(painter, scale, origin, self._theme, self._chosen)

    def paint_still(self, painter: QPainter, rect: QRect) -> None:
        """Draws a part of the view at rest."""
        ratio = self.ratio
        source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        painter.drawPixmap(QRectF(rect), self.still, source)

    def paint_moving(self, painter: QPainter, lens: Lens) -> None:
        """Draws the view through another lens from the pictures there are."""
        _paint_through(painter, self._whole, self._whole_lens, lens)
        if self._lens != self._whole_lens:
            _paint_through(painter, self._part, self._lens, lens)

    def _drawn(self, lens: Lens) -> QPixmap:
        pixels = QPixmap(ceil(lens.width * self.ratio), ceil(lens.height * self.ratio))
        pixels.setDevicePixelRatio(self.ratio)
        pixels.fill(QColor(self._theme.colours.side))
        painter = QPainter(pixels)
        self._base.paint(painter, lens.scale, lens.at((0.0, 0.0)), self._theme, self._chosen)
        painter.end()
        return pixels


def _paint_through(painter: QPainter, pixels: QPixmap, drawn: Lens, lens: Lens) -> None:
    left, top = lens.at(drawn.back((0.0, 0.0)))
    part = lens.scale / drawn.scale
    target = QRectF(QPointF(left, top), pixels.deviceIndependentSize() * part)
    painter.drawPixmap(target, pixels, QRectF(pixels.rect()))
