"""A map base that is a picture, SVG or PNG, drawn as it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPixmap

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.base import area_at, areas_of, placed_at

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_PNG: Final = b"\x89PNG"


class PictureBase:
    """A base that is one picture; areas of regions are felt, not drawn."""

    has_areas = False
    land: Sequence[MapPoint] = ()

    def __init__(self, base: ExhibitMap, data: bytes) -> None:
        self._frame = QRectF(0.0, 0.0, base.width, base.height)
        self._areas = areas_of(base)
        self._pixels = QPixmap()
        self._drawing: QSvgRenderer | None = None
        if data.startswith(_PNG):
            self._pixels.loadFromData(data)
        else:
            self._drawing = _renderer(data)

    def paint(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme) -> None:
        del theme  # nobody's picture takes our colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        target = placed_at(scale, origin).mapRect(self._frame)
        if self._drawing:
            self._drawing.render(painter, target)
        elif not self._pixels.isNull():
            painter.drawPixmap(target, self._pixels, QRectF(self._pixels.rect()))
        painter.restore()

    def paint_area(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme, region: str) -> None:
        """Nothing is drawn on a picture but pins."""

    def region_at(self, point: MapPoint) -> str | None:
        return area_at(self._areas, point)


def _renderer(data: bytes) -> "QSvgRenderer":
    from PySide6.QtCore import Qt
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    renderer.setAnimationEnabled(False)
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer
