"""The map's layers put together: base, cities and chosen area, insets, labels; redrawn where they differ."""

from functools import partial

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from exhibit.ui.map.base import MapBase
from exhibit.ui.map.layer_cache import LayerCache
from exhibit.ui.map.scene import MapScene
from exhibit.ui.map.scene_painter import ScenePainter
from exhibit.ui.map.viewport import MapViewport
from exhibit.ui.widgets.text_look import TextLook


class MapLayers:
    """What the map paints with in one look, on a screen of one device pixel ratio."""

    def __init__(self, base: MapBase, look: TextLook, ratio: float) -> None:
        self.ratio = ratio
        scene_painter = self._scene_painter = ScenePainter(base, look, ratio)
        self.labels, self.symbols = scene_painter.labels, scene_painter.symbols
        self._base, self._theme = base, look.theme
        self._cache: LayerCache | None = None
        self._scene: MapScene | None = None
        self._viewport: MapViewport | None = None

    def paint_at_rest(self, painter: QPainter, rect: QRect, viewport: MapViewport, scene: MapScene) -> None:
        """Paints a part of the view at rest."""
        self._updated(viewport, scene).paint_at_rest(painter, rect)

    def paint_in_motion(self, painter: QPainter, viewport: MapViewport, scene: MapScene) -> None:
        """Paints the whole view while it moves, from the images of the last rest."""
        cache = self._cache or self._updated(viewport, scene)
        cache.paint_in_motion(painter, viewport)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._scene_painter.paint_true_places(painter, scene)
        for inset in scene.layout.insets:
            cache.paint_at_rest(painter, QRectF(*inset.frame.grown(1)).toAlignedRect())
        self._scene_painter.paint_labels(painter, scene)

    def _updated(self, viewport: MapViewport, scene: MapScene) -> LayerCache:
        """The images of a scene; only those are drawn again that differ from the last scene."""
        before, cache = self._scene, self._cache
        last = self._viewport
        if cache is None or last is None or (viewport.width, viewport.height) != (last.width, last.height):
            cache = self._cache = LayerCache(self._base, viewport, self._theme, self.ratio)
            before = None
        moved = before is None or viewport != last or scene.layout is not before.layout
        recoloured = (
            before is None or scene.faded != before.faded or (self._base.has_areas and scene.chosen != before.chosen)
        )
        if moved or recoloured:
            cache.draw(viewport, partial(self._draw_part, viewport, scene), partial(self._draw_insets, scene))
        if before is None or moved or recoloured or scene.labels != before.labels:
            cache.draw_labels(partial(self._draw_labels, scene))
        self._scene, self._viewport = scene, viewport
        return cache

    def _draw_part(self, viewport: MapViewport, scene: MapScene, painter: QPainter) -> None:
        if scene.chosen:
            origin = viewport.to_view((0.0, 0.0))
            self._base.paint_area(painter, viewport.scale, origin, self._theme, scene.chosen)
        self._scene_painter.paint_cities(painter, scene)

    def _draw_insets(self, scene: MapScene, painter: QPainter) -> None:
        self._scene_painter.paint_true_places(painter, scene)
        self._scene_painter.paint_insets(painter, scene)

    def _draw_labels(self, scene: MapScene, painter: QPainter) -> None:
        self._scene_painter.paint_labels(painter, scene)
