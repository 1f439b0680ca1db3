"""Pins, dots and rings drawn once for each look and kept, because a copy is quicker to paint."""

from collections.abc import Callable, Hashable
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from exhibit.model.region import MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.symbols import PinLook, paint_cluster_ring, paint_dot, paint_pin, pin_reach


class SymbolPixmaps:
    """Symbols of one theme on a screen of one device pixel ratio."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._pixmaps: dict[Hashable, QPixmap] = {}

    def paint_pin(self, painter: QPainter, at: MapPoint, look: PinLook) -> None:
        """Draws a pin with its middle in a point."""

        def draw(inner: QPainter, middle: MapPoint) -> None:
            paint_pin(inner, middle, look, self._theme)

        self._paint(painter, at, look, pin_reach(self._theme), draw)

    def paint_dot(self, painter: QPainter, at: MapPoint, colour: str) -> None:
        """Draws a small dot."""

        def draw(inner: QPainter, middle: MapPoint) -> None:
            paint_dot(inner, middle, self._theme, colour)

        self._paint(painter, at, colour, self._theme.px(4), draw)

    def paint_cluster_ring(self, painter: QPainter, at: MapPoint, radius: float) -> None:
        """Draws the ring around a cluster; `radius` in pixels."""

        def draw(inner: QPainter, middle: MapPoint) -> None:
            paint_cluster_ring(inner, middle, radius, self._theme)

        self._paint(painter, at, radius, ceil(radius) + self._theme.px(1), draw)

    def _paint(
        self, painter: QPainter, at: MapPoint, key: Hashable, reach: int, draw: Callable[[QPainter, MapPoint], None]
    ) -> None:
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._pixmap(reach, draw)
        painter.drawPixmap(QPointF(at[0] - reach, at[1] - reach), pixmap)

    def _pixmap(self, reach: int, draw: Callable[[QPainter, MapPoint], None]) -> QPixmap:
        """What `draw` draws around a point, at most `reach` pixels from it."""
        side = ceil(2 * reach * self._ratio)
        pixmap = QPixmap(side, side)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, (reach, reach))
        painter.end()
        return pixmap
