"""The map's kept pictures put together: base, cities and chosen area, insets, labels; redrawn where they differ."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.map.base import Base
from exhibit.ui.map.kept import KeptMarks
from exhibit.ui.map.layout import Layout
from exhibit.ui.map.lens import Lens
from exhibit.ui.map.lettering import Lettering
from exhibit.ui.map.sheet import Sheet
from exhibit.ui.map.still import Names, paint_calls, paint_cities, paint_inset, paint_labels


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands on the base; `chosen` is the region chosen, `faded` are those with nothing of the theme chosen."""

    layout: Layout
    names: Names
    chosen: str | None
    faded: frozenset[str]


class Layers:
    """What the map paints with in one theme and script, on a screen of one device pixel ratio."""

    def __init__(self, base: Base, theme: Theme, script: Script, ratio: float) -> None:
        self.ratio = ratio
        self.lettering = Lettering(theme, script, ratio)
        self.kept = KeptMarks(theme, ratio)
        self._base, self._theme = base, theme
        self._sheet: Sheet | None = None
        self._scene: Scene | None = None
        self._lens: Lens | None = None

    def paint_still(self, painter: QPainter, rect: QRect, lens: Lens, scene: Scene) -> None:
        """Draws a part of the view at rest."""
        self._ready(lens, scene).paint_still(painter, rect)

    def paint_moving(self, painter: QPainter, lens: Lens, scene: Scene) -> None:
        """Draws the whole view while it moves, from the pictures of the last rest."""
        sheet = self._sheet or self._ready(lens, scene)
        sheet.paint_moving(painter, lens)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_calls(painter, scene.layout, scene.faded, self.kept, self._theme)
        for one in scene.layout.insets:
            sheet.paint_still(painter, QRectF(*one.frame.grown(1)).toAlignedRect())
        paint_labels(painter, scene.layout, scene.names, self.lettering, self._theme)

    def _ready(self, lens: Lens, scene: Scene) -> Sheet:
        old, sheet = self._scene, self._sheet
        if sheet is None or self._lens is None or (lens.width, lens.height) != (self._lens.width, self._lens.height):
            sheet = self._sheet = Sheet(self._base, lens, self._theme, self.ratio)
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

    def _draw_part(self, lens: Lens, scene: Scene, painter: QPainter) -> None:
        if scene.chosen:
            self._base.paint_area(painter, lens.scale, lens.at((0.0, 0.0)), self._theme, scene.chosen)
        paint_cities(painter, scene.layout, scene.names, self.lettering, self.kept, self._theme)

    def _draw_insets(self, scene: Scene, painter: QPainter) -> None:
        paint_calls(painter, scene.layout, scene.faded, self.kept, self._theme)
        for one in scene.layout.insets:
            paint_inset(painter, one, self._base, scene.chosen, self._theme)

    def _draw_labels(self, scene: Scene, painter: QPainter) -> None:
        paint_labels(painter, scene.layout, scene.names, self.lettering, self._theme)
