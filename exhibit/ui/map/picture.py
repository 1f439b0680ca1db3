"""A map base that is a picture, SVG or PNG, drawn as it is."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.base import decode_areas, find_area, map_transform

_PNG: Final = b"\x89PNG"
"""The first bytes of a PNG file."""


class PictureBase:
    """A base that is one picture; areas of regions can be pressed, but are not drawn. See MapBase."""

    has_areas = False
    land: Sequence[MapPoint] = ()

    def __init__(self, base: ExhibitMap, data: bytes) -> None:
        self._frame = QRectF(0.0, 0.0, base.width, base.height)
        self._areas = decode_areas(base)
        self._pixels = QPixmap()
        self._drawing: QSvgRenderer | None = None
        if data.startswith(_PNG):
            self._pixels.loadFromData(data)
        else:
            self._drawing = _renderer(data)

    def paint(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme) -> None:
        """See MapBase.paint."""
        del theme  # a picture keeps its own colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        target = map_transform(scale, origin).mapRect(self._frame)
        if self._drawing:
            self._drawing.render(painter, target)
        elif not self._pixels.isNull():
            painter.drawPixmap(target, self._pixels, QRectF(self._pixels.rect()))
        painter.restore()

    def paint_area(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme, region: str) -> None:
        """Draws nothing: only pins are drawn on a picture."""

    def region_at(self, point: MapPoint) -> str | None:
        """See MapBase.region_at."""
        return find_area(self._areas, point)


def _renderer(data: bytes) -> QSvgRenderer:
    renderer = QSvgRenderer(QByteArray(data))
    renderer.setAnimationEnabled(False)
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer
