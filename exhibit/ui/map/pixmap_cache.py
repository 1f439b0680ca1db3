"""Pins, dots and rings drawn once for each look and kept: painting them again is a copy."""

from collections.abc import Callable, Hashable
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from exhibit.model.region import MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.symbols import PinLook, paint_dot, paint_pin, paint_ring, reach


class MarkPixmaps:
    """Marks of one theme on a screen of one device pixel ratio."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._pictures: dict[Hashable, QPixmap] = {}

    def paint_pin(self, painter: QPainter, at: MapPoint, look: PinLook) -> None:
        """Draws a pin with its middle in a point."""

        def draw(inner: QPainter, middle: MapPoint) -> None:
            paint_pin(inner, middle, look, self._theme)

        self._paint(painter, at, look, reach(self._theme), draw)

    def paint_dot(self, painter: QPainter, at: MapPoint, colour: str) -> None:
        """Draws a small dot."""

        def draw(inner: QPainter, middle: MapPoint) -> None:
            paint_dot(inner, middle, self._theme, colour)

        self._paint(painter, at, colour, self._theme.px(4), draw)

    def paint_ring(self, painter: QPainter, at: MapPoint, radius: float) -> None:
        """Draws the ring around a crowd."""

        def draw(inner: QPainter, middle: MapPoint) -> None:
            paint_ring(inner, middle, radius, self._theme)

        self._paint(painter, at, radius, ceil(radius) + self._theme.px(1), draw)

    def _paint(
        self, painter: QPainter, at: MapPoint, key: Hashable, far: int, draw: Callable[[QPainter, MapPoint], None]
    ) -> None:
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._picture(far, draw)
        painter.drawPixmap(QPointF(at[0] - far, at[1] - far), picture)

    def _picture(self, far: int, draw: Callable[[QPainter, MapPoint], None]) -> QPixmap:
        side = ceil(2 * far * self._ratio)
        picture = QPixmap(side, side)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, (far, far))
        painter.end()
        return picture
