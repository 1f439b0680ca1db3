"""Peer: the same map in a plain QGraphicsView that updates no more than it must."""

from PySide6.QtCore import QByteArray, QDataStream, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QGraphicsEllipseItem, QGraphicsItem, QGraphicsScene, QGraphicsView

from bench.desk import dispose
from bench.painted import Watch
from exhibit.model.package import Package
from exhibit.model.region import ExhibitMap, MapPoint, MapShape
from exhibit.model.state import State
from exhibit.theme import families, theme_for
from exhibit.ui.map.shown import map_shown


class GraphicsMap:
    """The map with pins, cities and their labels; `view` watches what is seen of it."""

    def __init__(self, package: Package, size: QSize) -> None:
        self._colours = theme_for("light", 100).colours
        self._scene = QGraphicsScene()
        self._pins: list[QGraphicsEllipseItem] = []
        self._hovered = 0
        shown = map_shown(package, State())
        assert shown.map
        self._add_base(shown.map)
        for place in shown.pins:
            assert place.point
            self._pins.append(self._add_dot(place.point, 8, self._colours.accent))
            self._add_label(place.label, place.point, 13, bold=True)
        for city in shown.cities:
            self._add_dot(city.point, 2, self._colours.soft)
            self._add_label(city.name, city.point, 11, bold=False)
        self._widget = self._make_view(shown.map, size)
        self.view = Watch(self._widget.viewport())

    def hover(self) -> None:
        """The pin that was hovered looks as before, the next one hovered."""
        self._pins[self._hovered].setBrush(QColor(self._colours.accent))
        self._hovered = (self._hovered + 1) % len(self._pins)
        self._pins[self._hovered].setBrush(QColor(self._colours.visited))

    def zoom(self, factor: float) -> None:
        self._widget.scale(factor, factor)

    def close(self) -> None:
        dispose(self._widget)

    def _make_view(self, drawn: ExhibitMap, size: QSize) -> QGraphicsView:
        view = QGraphicsView(self._scene)
        view.setRenderHint(QPainter.RenderHint.Antialiasing)
        view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        view.setBackgroundBrush(QColor(self._colours.side))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.resize(size)
        view.show()
        view.fitInView(QRectF(0, 0, drawn.width, drawn.height), Qt.AspectRatioMode.KeepAspectRatio)
        return view

    def _add_base(self, drawn: ExhibitMap) -> None:
        land, water = _line(self._colours.land_line), _line(self._colours.water_line)
        for shape in drawn.shapes:
            for ring in _rings(shape):
                if shape.layer in ("outline", "area"):
                    self._scene.addPolygon(ring, land, QColor(self._colours.land))
                elif shape.layer == "lake":
                    self._scene.addPolygon(ring, water, QColor(self._colours.water))
                else:
                    path = QPainterPath()
                    path.addPolygon(ring)
                    self._scene.addPath(path, water)

    def _add_dot(self, at: MapPoint, radius: float, colour: str) -> QGraphicsEllipseItem:
        ring = QPen(QColor(self._colours.card), 2)
        dot = self._scene.addEllipse(-radius, -radius, 2 * radius, 2 * radius, ring, QColor(colour))
        _stand(dot, at)
        return dot

    def _add_label(self, text: str, at: MapPoint, pixels: int, *, bold: bool) -> None:
        font = QFont(families("sans", "hans"))
        font.setPixelSize(pixels)
        font.setBold(bold)
        _stand(self._scene.addSimpleText(text, font), at)


def _stand(item: QGraphicsItem, at: MapPoint) -> None:
    """Puts it on a point of the map, its size the same at every scale."""
    item.setPos(*at)
    item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)


def _line(colour: str) -> QPen:
    pen = QPen(QColor(colour), 1)
    pen.setCosmetic(True)
    return pen


def _rings(shape: MapShape) -> list[QPolygonF]:
    """The lines of a shape; a city has none."""
    found = []
    for ring in shape.rings if shape.layer != "city" else ():
        polygon = QPolygonF()
        stream = QDataStream(QByteArray(ring))
        stream >> polygon
        found.append(polygon)
    return found
