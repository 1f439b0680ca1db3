"""Draws what rests on the map base under the pins: insets, lines, cities and labels."""

from math import dist

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.model.region import MapPoint
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.geometry import MapBox
from exhibit.ui.map.insets import MapInset
from exhibit.ui.map.label_painter import LabelPainter
from exhibit.ui.map.pixmap_cache import SymbolPixmaps
from exhibit.ui.map.scene import MapScene
from exhibit.ui.map.symbols import frame_path, paint_leader
from exhibit.ui.widgets.text_look import TextLook


class ScenePainter:
    """Paints a scene in one look on a screen of one device pixel ratio."""

    def __init__(self, base: MapBase, look: TextLook, ratio: float) -> None:
        self.labels = LabelPainter(look, ratio)
        self.symbols = SymbolPixmaps(look.theme, ratio)
        self._base, self._theme = base, look.theme

    def paint_true_places(self, painter: QPainter, scene: MapScene) -> None:
        """The true places of pins that are drawn elsewhere, and the lines from there."""
        theme = self._theme
        for inset in scene.layout.insets:
            self._paint_ring(painter, inset)
        for pin in scene.layout.pins.values():
            if pin.at != pin.home:
                if pin.inset is None:
                    paint_leader(painter, pin.at, pin.home, theme)
                colour = theme.colours.edge if pin.id in scene.faded else theme.colours.accent
                self.symbols.paint_dot(painter, pin.home, colour)

    def _paint_ring(self, painter: QPainter, inset: MapInset) -> None:
        """The ring around a cluster, and the line from there to its inset."""
        centre, radius = inset.ring.centre, inset.ring.width / 2
        end = inset.frame.nearest_point(centre)
        distance = dist(centre, end)
        if distance > radius:
            part = radius / distance
            start = (centre[0] + (end[0] - centre[0]) * part, centre[1] + (end[1] - centre[1]) * part)
            paint_leader(painter, start, end, self._theme)
        self.symbols.paint_cluster_ring(painter, centre, radius)

    def paint_cities(self, painter: QPainter, scene: MapScene) -> None:
        """Dots and names of cities."""
        for city in scene.layout.cities:
            self.symbols.paint_dot(painter, city.at, self._theme.colours.soft)
            if city.label:
                self.labels.paint(painter, scene.labels[city.id], city.label.box)

    def paint_insets(self, painter: QPainter, scene: MapScene) -> None:
        """The frames of insets with the enlarged base in them."""
        for inset in scene.layout.insets:
            self._paint_inset(painter, inset, scene.chosen)

    def _paint_inset(self, painter: QPainter, inset: MapInset, chosen: str | None) -> None:
        theme, path = self._theme, frame_path(inset.frame, self._theme)
        painter.save()
        painter.fillPath(path, QColor(theme.colours.side))
        painter.setClipPath(path)
        self._base.paint(painter, inset.scale, inset.origin, theme)
        if chosen:
            self._base.paint_area(painter, inset.scale, inset.origin, theme, chosen)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours.edge), theme.px(1)))
        painter.drawPath(path)

    def paint_labels(self, painter: QPainter, scene: MapScene) -> None:
        """Labels of pins and the lines that lead to them."""
        for pin in scene.layout.pins.values():
            if pin.label:
                box = pin.label.box
                if pin.label.leader:
                    paint_leader(painter, pin.at, box.nearest_point(pin.at), self._theme)
                label = scene.labels[pin.id]
                self.labels.paint(painter, label, _aligned(pin.at, box, self.labels.size(label)))


def _aligned(at: MapPoint, box: MapBox, size: tuple[float, float]) -> MapBox:
    """A label's own box in the room kept for it, on the side of its pin."""
    width, height = size
    spare = box.width - width
    x = box.x + (spare if box.right < at[0] else 0.0 if box.x > at[0] else spare / 2)
    return MapBox(x, box.y + (box.height - height) / 2, width, height)
