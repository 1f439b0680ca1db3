"""The map's kept pictures: the whole, the part in view, and that with all that stands still on it."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from exhibit.theme import Theme
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.viewport import MapViewport

DrawStep = Callable[[QPainter], None]


class LayerCache:
    """Drawn anew when the view is at rest; scaled while it moves."""

    def __init__(self, base: MapBase, lens: MapViewport, theme: Theme, ratio: float) -> None:
        self._ratio = ratio
        self._base, self._theme = base, theme
        self._whole_lens = self._bare_lens = self._lens = lens.whole()
        self._whole = self._bare = self._part = self._unlettered = self._still = self._drawn(self._whole_lens)

    def draw(self, lens: MapViewport, on_part: DrawStep, over_it: DrawStep) -> None:
        """Draws the map through a lens; what `on_part` draws grows with the map, what `over_it` draws does not.

        `letter` is to follow.
        """
        if lens != self._bare_lens:
            self._bare_lens = lens
            self._bare = self._whole if lens == self._whole_lens else self._drawn(lens)
        self._lens = lens
        self._part = _drawn_on(self._bare, on_part)
        self._unlettered = _drawn_on(self._part, over_it)

    def letter(self, labels: DrawStep) -> None:
        """Draws the labels, over and over where only they change."""
        self._still = _drawn_on(self._unlettered, labels)

    def paint_still(self, painter: QPainter, rect: QRect) -> None:
        """Draws a part of the view at rest."""
        ratio = self._ratio
        source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        painter.drawPixmap(QRectF(rect), self._still, source)

    def paint_moving(self, painter: QPainter, lens: MapViewport) -> None:
        """Draws the view through another lens from the pictures there are."""
        if not _covers(self._lens, lens):
            _paint_through(painter, self._whole, self._whole_lens, lens)
        _paint_through(painter, self._part, self._lens, lens)

    def _drawn(self, lens: MapViewport) -> QPixmap:
        pixels = QPixmap(ceil(lens.width * self._ratio), ceil(lens.height * self._ratio))
        pixels.setDevicePixelRatio(self._ratio)
        pixels.fill(QColor(self._theme.colours.side))
        painter = QPainter(pixels)
        self._base.paint(painter, lens.scale, lens.at((0.0, 0.0)), self._theme)
        painter.end()
        return pixels


def _drawn_on(pixels: QPixmap, draw: DrawStep) -> QPixmap:
    copy = pixels.copy()
    painter = QPainter(copy)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return copy


def _covers(drawn: MapViewport, lens: MapViewport) -> bool:
    """Whether what one lens shows is all that the other needs."""
    left, top = lens.at(drawn.back((0.0, 0.0)))
    right, bottom = lens.at(drawn.back((drawn.width, drawn.height)))
    return left <= 0 and top <= 0 and right >= lens.width and bottom >= lens.height


def _paint_through(painter: QPainter, pixels: QPixmap, drawn: MapViewport, lens: MapViewport) -> None:
    left, top = lens.at(drawn.back((0.0, 0.0)))
    part = lens.scale / drawn.scale
    target = QRectF(QPointF(left, top), pixels.deviceIndependentSize() * part)
    painter.drawPixmap(target, pixels, QRectF(pixels.rect()))
