"""The map base: decoded once, drawn at any scale."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import QByteArray, QDataStream, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.theme import Theme

_GRID: Final = 11
"""Points across and down at which the land is sampled."""


class MapBase(Protocol):
    """Something to stand pins on."""

    land: Sequence[MapPoint]
    """A few points of the map on which there is something to see."""
    has_areas: bool
    """Whether regions have areas that `paint_area` tints."""

    def paint(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme) -> None:
        """Draws a map point p at p * scale + origin."""
        ...

    def paint_area(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme, region: str) -> None:
        """Tints a region's area, if it has one, over the base."""
        ...

    def region_at(self, point: MapPoint) -> str | None:
        """The region whose area holds a map point."""
        ...


class ShapeBase:
    """A base of polygons and lines."""

    def __init__(self, base: ExhibitMap) -> None:
        self.land: Sequence[MapPoint]
        self._land = _decoded(base, "outline")
        self._others = _decoded(base, "area")
        self._lakes = _decoded(base, "lake")
        self._rivers = _decoded(base, "river")
        self._areas = areas_of(base)
        self.has_areas = bool(self._areas)
        self.land = _sampled(base, self._land or self._others)

    def paint(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(placed_at(scale, origin), True)
        colours = theme.colours
        border = cosmetic(colours.land_line, theme.px(10) / 10)
        self._paint_rings(painter, [*self._land, *self._others], border, QColor(colours.land))
        for rings in self._areas.values():
            self._paint_rings(painter, rings, border, mixed(colours.land, colours.land_line, 0.35))
        shore = cosmetic(colours.water_line, theme.px(9) / 10)
        self._paint_rings(painter, self._lakes, shore, QColor(colours.water))
        painter.setPen(cosmetic(colours.water_line, theme.px(14) / 10))
        for line in self._rivers:
            painter.drawPolyline(line)
        painter.restore()

    def paint_area(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme, region: str) -> None:
        tint = QColor(theme.colours.accent)
        tint.setAlphaF(0.22)
        painter.save()
        painter.setTransform(placed_at(scale, origin), True)
        border = cosmetic(theme.colours.land_line, theme.px(10) / 10)
        self._paint_rings(painter, self._areas.get(region, []), border, tint)
        painter.restore()

    def region_at(self, point: MapPoint) -> str | None:
        return area_at(self._areas, point)

    def _paint_rings(self, painter: QPainter, rings: Sequence[QPolygonF], pen: QPen, fill: QColor) -> None:
        painter.setPen(pen)
        painter.setBrush(fill)
        for ring in rings:
            painter.drawPolygon(ring)


def areas_of(base: ExhibitMap) -> dict[str, list[QPolygonF]]:
    """The rings of the regions that have some."""
    return {spot.region: [_polygon(ring) for ring in spot.rings] for spot in base.spots if spot.rings}


def area_at(areas: dict[str, list[QPolygonF]], point: MapPoint) -> str | None:
    """The region whose rings hold a map point."""
    at = QPointF(*point)
    return next(
        (
            region
            for region, rings in areas.items()
            if any(ring.containsPoint(at, Qt.FillRule.OddEvenFill) for ring in rings)
        ),
        None,
    )


def placed_at(scale: float, origin: MapPoint) -> QTransform:
    """The transform that draws p at p * scale + origin."""
    return QTransform(scale, 0.0, 0.0, scale, *origin)


def cosmetic(colour: str, width: float) -> QPen:
    """A round pen of `width` pixels at any scale."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def mixed(one: str, other: str, part: float) -> QColor:
    """A colour that is `part` the other."""
    first, second = QColor(one), QColor(other)
    return QColor.fromRgbF(
        *(a + (b - a) * part for a, b in zip(first.getRgbF()[:3], second.getRgbF()[:3], strict=True))  # type: ignore[index]
    )


def _decoded(base: ExhibitMap, layer: str) -> list[QPolygonF]:
    return [_polygon(ring) for shape in base.shapes if shape.layer == layer for ring in shape.rings]


def _polygon(data: bytes) -> QPolygonF:
    polygon = QPolygonF()
    stream = QDataStream(QByteArray(data))
    stream >> polygon
    return polygon


def _sampled(base: ExhibitMap, rings: Sequence[QPolygonF]) -> list[MapPoint]:
    """The points of a grid over the map that lie on land."""
    grid = [
        (base.width * (column + 0.5) / _GRID, base.height * (row + 0.5) / _GRID)
        for row in range(_GRID)
        for column in range(_GRID)
    ]
    fill = Qt.FillRule.OddEvenFill
    return [point for point in grid if any(ring.containsPoint(QPointF(*point), fill) for ring in rings)]
