"""The map's layers as images: the whole map, the part in view, and the part with all that rests on it."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from exhibit.theme import Theme
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.viewport import MapViewport

DrawStep = Callable[[QPainter], None]


class LayerCache:
    """Images that are drawn when the view is at rest, and scaled while it moves."""

    def __init__(self, base: MapBase, viewport: MapViewport, theme: Theme, ratio: float) -> None:
        self._ratio = ratio
        self._base, self._theme = base, theme
        self._whole_viewport = self._bare_viewport = self._viewport = viewport.whole()
        self._whole = self._bare = self._part = self._unlabelled = self._complete = self._draw_base(viewport.whole())

    def draw(self, viewport: MapViewport, on_part: DrawStep, over_it: DrawStep) -> None:
        """Draws the map through a viewport, without labels; call `draw_labels` next.

        What `on_part` draws is scaled with the map while the view moves; what `over_it` draws is not.
        """
        if viewport != self._bare_viewport:
            self._bare_viewport = viewport
            self._bare = self._whole if viewport == self._whole_viewport else self._draw_base(viewport)
        self._viewport = viewport
        self._part = _drawn_on(self._bare, on_part)
        self._unlabelled = _drawn_on(self._part, over_it)

    def draw_labels(self, labels: DrawStep) -> None:
        """Draws the labels over the rest; call it alone if only they changed."""
        self._complete = _drawn_on(self._unlabelled, labels)

    def paint_at_rest(self, painter: QPainter, rect: QRect) -> None:
        """Paints a part of the view at rest."""
        ratio = self._ratio
        source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        painter.drawPixmap(QRectF(rect), self._complete, source)

    def paint_in_motion(self, painter: QPainter, viewport: MapViewport) -> None:
        """Paints the view through another viewport from the images of the last rest."""
        if not _covers(self._viewport, viewport):
            _paint_scaled(painter, self._whole, self._whole_viewport, viewport)
        _paint_scaled(painter, self._part, self._viewport, viewport)

    def _draw_base(self, viewport: MapViewport) -> QPixmap:
        pixels = QPixmap(ceil(viewport.width * self._ratio), ceil(viewport.height * self._ratio))
        pixels.setDevicePixelRatio(self._ratio)
        pixels.fill(QColor(self._theme.colours.side))
        painter = QPainter(pixels)
        self._base.paint(painter, viewport.scale, viewport.to_view((0.0, 0.0)), self._theme)
        painter.end()
        return pixels


def _drawn_on(pixels: QPixmap, draw: DrawStep) -> QPixmap:
    copy = pixels.copy()
    painter = QPainter(copy)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return copy


def _covers(drawn: MapViewport, viewport: MapViewport) -> bool:
    """Whether an image drawn through one viewport covers all of another."""
    left, top = viewport.to_view(drawn.to_map((0.0, 0.0)))
    right, bottom = viewport.to_view(drawn.to_map((drawn.width, drawn.height)))
    return left <= 0 and top <= 0 and right >= viewport.width and bottom >= viewport.height


def _paint_scaled(painter: QPainter, pixels: QPixmap, drawn: MapViewport, viewport: MapViewport) -> None:
    left, top = viewport.to_view(drawn.to_map((0.0, 0.0)))
    factor = viewport.scale / drawn.scale
    target = QRectF(QPointF(left, top), pixels.deviceIndependentSize() * factor)
    painter.drawPixmap(target, pixels, QRectF(pixels.rect()))
