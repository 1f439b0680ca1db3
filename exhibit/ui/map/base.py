"""The map base: decoded once, drawn at any scale."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final, Protocol

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.land import LandMask
from exhibit.ui.map.relief import ReliefPictures
from exhibit.ui.map.symbols import blend, fine_px

_GRID: Final = 11
"""Points across and down at which the land is sampled."""
_AREA_SHADE: Final = 0.35
"""How much of the border's colour is in that of a region's area."""
_AREA_OPACITY: Final = 0.45
"""The opacity of a region's area over relief."""
_GLOW_WIDTH: Final = 12
"""How wide the soft shadow around the land is, in design pixels."""
_GLOW_SHARE: Final = 1 / 8
"""The size at which the shadow is drawn, because enlarging makes it soft, and is quick."""
_GLOW_STRENGTH: Final = 0.25
"""How much of the border's colour is in the shadow."""
_GLOW_OPACITY: Final = 0.5
_WITH_ALPHA: Final = QImage.Format.Format_ARGB32_Premultiplied
_MASK_SIDE: Final = 48
"""Cells on the longer side of the mask."""
_CHOSEN_TINT: Final = 0.22
"""The opacity of the tint over the chosen region's area."""


class MapBase(Protocol):
    """What pins are drawn on."""

    land: Sequence[MapPoint]
    """Some points of the map, in map units, that are better left uncovered."""
    has_areas: bool
    """Whether `paint_area` tints areas of regions."""

    @property
    def mask(self) -> LandMask:
        """Which parts of the map are land."""
        ...

    def prepare(self, theme: Theme) -> bool:
        """Reads what takes long to read; whether the base looks different now. Call it after the first paint."""
        ...

    def paint_glow(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme) -> None:
        """Draws what sets the land off from the paper around it; call it before `paint`."""
        ...

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

    def __init__(self, base: ExhibitMap, relief: ReliefPictures | None = None) -> None:
        self._size = (base.width, base.height)
        self._relief = relief
        self._mask: LandMask | None = None
        self._land = _decode(base, "outline")
        self._others = _decode(base, "area")
        self._lakes = _decode(base, "lake")
        self._rivers = _decode(base, "river")
        self._areas = decode_areas(base)
        self.has_areas = bool(self._areas)
        self.land: Sequence[MapPoint] = _land_points(base, self._land or self._others)

    @property
    def mask(self) -> LandMask:
        """See MapBase.mask."""
        if self._mask is None:
            self._mask = _land_mask(self._land or self._others, *self._size)
        return self._mask

    def prepare(self, theme: Theme) -> bool:
        """See MapBase.prepare."""
        return self._relief.prepare(theme) if self._relief else False

    def paint_glow(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme) -> None:
        """See MapBase.paint_glow."""
        land, far = self._land or self._others, theme.px(_GLOW_WIDTH)
        width, height = self._size[0] * scale + 4 * far, self._size[1] * scale + 4 * far
        image = QImage(max(1, ceil(width * _GLOW_SHARE)), max(1, ceil(height * _GLOW_SHARE)), _WITH_ALPHA)
        image.fill(Qt.GlobalColor.transparent)
        small = QPainter(image)
        small.setRenderHint(QPainter.RenderHint.Antialiasing)
        small.setTransform(map_transform(scale * _GLOW_SHARE, (2 * far * _GLOW_SHARE, 2 * far * _GLOW_SHARE)))
        colour = blend(theme.colours.shadow, theme.colours.land_line, _GLOW_STRENGTH)
        _paint_rings(small, land, _cosmetic_pen(colour.name(), far * _GLOW_SHARE), colour)
        small.end()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(_GLOW_OPACITY)
        corner = QPointF(origin[0] - 2 * far + theme.px(2), origin[1] - 2 * far + theme.px(5))
        painter.drawImage(QRectF(corner, QSizeF(width, height)), image)
        painter.restore()

    def paint(self, painter: QPainter, scale: float, origin: MapPoint, theme: Theme) -> None:
        """See MapBase.paint."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(map_transform(scale, origin), True)
        colours = theme.colours
        border = _cosmetic_pen(colours.land_line, fine_px(theme, 1.0))
        relief = self._relief.brush(theme) if self._relief else None
        flat = QColor(colours.land)
        _paint_rings(painter, self._land, border, relief or flat)
        _paint_rings(painter, self._others, border, (None if self._land else relief) if relief else flat)
        shade = blend(colours.land, colours.land_line, _AREA_SHADE)
        shade.setAlphaF(_AREA_OPACITY if relief else 1.0)
        for rings in self._areas.values():
            _paint_rings(painter, rings, border, shade)
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


def _paint_rings(painter: QPainter, rings: Sequence[QPolygonF], pen: QPen, fill: QColor | QBrush | None) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    for ring in rings:
        painter.drawPolygon(ring)


def _cosmetic_pen(colour: str, width: float) -> QPen:
    """A round pen of `width` pixels at any scale."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


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


def _land_mask(rings: Sequence[QPolygonF], width: float, height: float) -> LandMask:
    """Which cells of a grid over the map the rings touch."""
    scale = _MASK_SIDE / max(width, height)
    image = QImage(max(1, ceil(width * scale)), max(1, ceil(height * scale)), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.scale(image.width() / width, image.height() / height)
    pen = QPen(Qt.GlobalColor.white, 1)
    pen.setCosmetic(True)
    _paint_rings(painter, rings, pen, QColor(Qt.GlobalColor.white))
    painter.end()
    rows = [[image.pixelColor(x, y).lightness() > 0 for x in range(image.width())] for y in range(image.height())]
    return LandMask(rows, width, height)
