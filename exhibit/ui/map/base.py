"""The map base: decoded once, drawn at any scale."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QByteArray, QDataStream, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.symbols import fine_px

_GRID: Final = 11
"""Points across and down at which the land is sampled."""
_AREA_SHADE: Final = 0.35
"""How much of the border's colour is in that of a region's area."""
_CHOSEN_TINT: Final = 0.22
"""The opacity of the tint over the chosen region's area."""


class MapBase(Protocol):
    """What pins are drawn on."""

    land: Sequence[MapPoint]
    """Some points of the map, in map units, that are better left uncovered."""
    has_areas: bool
    """Whether `paint_area` tints areas of regions."""

    def paint(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme) -> None:
        """Draws a map point p at p * scale + origin (pixels)."""
        ...

    def paint_area(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme, region: str) -> None:
        """Tints a region's area over the base, if it has one."""
        ...

    def region_at(self, point: MapPoint) -> str | None:
        """The region whose area has a map point in it."""
        ...


class ShapeBase:
    """A base of polygons and lines; see MapBase."""

    def __init__(self, base: ExhibitMap) -> None:
        self._land = _decode(base, "outline")
        self._others = _decode(base, "area")
        self._lakes = _decode(base, "lake")
        self._rivers = _decode(base, "river")
        self._areas = decode_areas(base)
        self.has_areas = bool(self._areas)
        self.land: Sequence[MapPoint] = _land_points(base, self._land or self._others)

    def paint(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme) -> None:
        """See MapBase.paint."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(map_transform(scale, origin), True)
        colours = theme.colours
        border = _cosmetic_pen(colours.land_line, fine_px(theme, 1.0))
        _paint_rings(painter, [*self._land, *self._others], border, QColor(colours.land))
        for rings in self._areas.values():
            _paint_rings(painter, rings, border, _blend(colours.land, colours.land_line, _AREA_SHADE))
        shore = _cosmetic_pen(colours.water_line, fine_px(theme, 0.9))
        _paint_rings(painter, self._lakes, shore, QColor(colours.water))
        painter.setPen(_cosmetic_pen(colours.water_line, fine_px(theme, 1.4)))
        for line in self._rivers:
            painter.drawPolyline(line)
        painter.restore()

    def paint_area(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme, region: str) -> None:
        """See MapBase.paint_area."""
        tint = QColor(theme.colours.accent)
        tint.setAlphaF(_CHOSEN_TINT)
        painter.save()
        painter.setTransform(map_transform(scale, origin), True)
        border = _cosmetic_pen(theme.colours.land_line, fine_px(theme, 1.0))
        _paint_rings(painter, self._areas.get(region, []), border, tint)
        painter.restore()

    def region_at(self, point: MapPoint) -> str | None:
        """See MapBase.region_at."""
        return find_area(self._areas, point)


def decode_areas(base: ExhibitMap) -> dict[str, list[QPolygonF]]:
    """The rings (map units) of the regions that have an area, by region."""
    return {spot.region: [_polygon(ring) for ring in spot.rings] for spot in base.spots if spot.rings}


def find_area(areas: Mapping[str, Sequence[QPolygonF]], point: MapPoint) -> str | None:
    """The region whose rings have a map point in them."""
    at, fill = QPointF(*point), Qt.FillRule.OddEvenFill
    found = (region for region, rings in areas.items() if any(ring.containsPoint(at, fill) for ring in rings))
    return next(found, None)


def map_transform(scale: float, origin: MapPoint) -> QTransform:
    """The transform that draws p at p * scale + origin."""
    return QTransform(scale, 0.0, 0.0, scale, *origin)


def _paint_rings(painter: QPainter, rings: Sequence[QPolygonF], pen: QPen, fill: QColor) -> None:
    painter.setPen(pen)
    painter.setBrush(fill)
    for ring in rings:
        painter.drawPolygon(ring)


def _cosmetic_pen(colour: str, width: float) -> QPen:
    """A round pen of `width` pixels at any scale."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _blend(one: str, other: str, share: float) -> QColor:
    """A colour between two; `share` is that of the other, from 0 to 1."""
    first, second = QColor(one), QColor(other)
    return QColor.fromRgbF(
        *(a + (b - a) * share for a, b in zip(first.getRgbF()[:3], second.getRgbF()[:3], strict=True))  # type: ignore[index]
    )


def _decode(base: ExhibitMap, layer: str) -> list[QPolygonF]:
    return [_polygon(ring) for shape in base.shapes if shape.layer == layer for ring in shape.rings]


def _polygon(data: bytes) -> QPolygonF:
    polygon = QPolygonF()
    stream = QDataStream(QByteArray(data))
    stream >> polygon
    return polygon


def _land_points(base: ExhibitMap, rings: Sequence[QPolygonF]) -> list[MapPoint]:
    """The points of a grid over the map that are on land."""
    grid = [
        (base.width * (column + 0.5) / _GRID, base.height * (row + 0.5) / _GRID)
        for row in range(_GRID)
        for column in range(_GRID)
    ]
    fill = Qt.FillRule.OddEvenFill
    return [point for point in grid if any(ring.containsPoint(QPointF(*point), fill) for ring in rings)]
