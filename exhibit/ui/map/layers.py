"""The map's kept pictures put together: base, cities and chosen area, insets, labels; redrawn where they differ."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.label_painter import LabelPainter
from exhibit.ui.map.layer_cache import LayerCache
from exhibit.ui.map.layout import MapLayout
from exhibit.ui.map.pixmap_cache import MarkPixmaps
from exhibit.ui.map.static_layer import LabelNames, paint_calls, paint_cities, paint_inset, paint_labels
from exhibit.ui.map.viewport import MapViewport


@dataclass(frozen=True, slots=True)
class MapScene:
    """What stands on the base; `chosen` is the region chosen, `faded` are those with nothing of the theme chosen."""

    layout: MapLayout
    names: LabelNames
    chosen: str | None
    faded: frozenset[str]


class MapLayers:
    """What the map paints with in one theme and script, on a screen of one device pixel ratio."""

    def __init__(self, base: MapBase, theme: Theme, script: Script, ratio: float) -> None:
        self.ratio = ratio
        self.lettering = LabelPainter(theme, script, ratio)
        self.kept = MarkPixmaps(theme, ratio)
        self._base, self._theme = base, theme
        self._sheet: LayerCache | None = None
        self._scene: MapScene | None = None
        self._lens: MapViewport | None = None

    def paint_still(self, painter: QPainter, rect: QRect, lens: MapViewport, scene: MapScene) -> None:
        """Draws a part of the view at rest."""
        self._ready(lens, scene).paint_still(painter, rect)

    def paint_moving(self, painter: QPainter, lens: MapViewport, scene: MapScene) -> None:
        """Draws the whole view while it moves, from the pictures of the last rest."""
        sheet = self._sheet or self._ready(lens, scene)
        sheet.paint_moving(painter, lens)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_calls(painter, scene.layout, scene.faded, self.kept, self._theme)
        for one in scene.layout.insets:
            sheet.paint_still(painter, QRectF(*one.frame.grown(1)).toAlignedRect())
        paint_labels(painter, scene.layout, scene.names, self.lettering, self._theme)

    def _ready(self, lens: MapViewport, scene: MapScene) -> LayerCache:
        old, sheet = self._scene, self._sheet
        if sheet is None or self._lens is None or (lens.width, lens.height) != (self._lens.width, self._lens.height):
            sheet = self._sheet = LayerCache(self._base, lens, self._theme, self.ratio)
            old = None
        moved = old is None or lens != self._lens or scene.layout is not old.layout
        recoloured = (
            old is None or scene.faded is not old.faded or (self._base.has_areas and scene.chosen != old.chosen)
        )
        if moved or recoloured:
            sheet.draw(lens, partial(self._draw_part, lens, scene), partial(self._draw_insets, scene))
        if old is None or moved or recoloured or scene.names != old.names:
            sheet.letter(partial(self._draw_labels, scene))
        self._scene, self._lens = scene, lens
        return sheet

    def _draw_part(self, lens: MapViewport, scene: MapScene, painter: QPainter) -> None:
        if scene.chosen:
            self._base.paint_area(painter, lens.scale, lens.at((0.0, 0.0)), self._theme, scene.chosen)
        paint_cities(painter, scene.layout, scene.names, self.lettering, self.kept, self._theme)

    def _draw_insets(self, scene: MapScene, painter: QPainter) -> None:
        paint_calls(painter, scene.layout, scene.faded, self.kept, self._theme)
        for one in scene.layout.insets:
            paint_inset(painter, one, self._base, scene.chosen, self._theme)

    def _draw_labels(self, scene: MapScene, painter: QPainter) -> None:
        paint_labels(painter, scene.layout, scene.names, self.lettering, self._theme)
