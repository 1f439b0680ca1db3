"""Lays out and paints the map in its present state and viewport; it knows no events."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.geometry import MapBox, square_around
from exhibit.ui.map.insets import MapInset
from exhibit.ui.map.label_painter import MapLabelText
from exhibit.ui.map.layers import MapLayers
from exhibit.ui.map.layout import MapLayout, layout_in_motion
from exhibit.ui.map.scene import MapScene, corner_place, label_texts, map_margin, scene_layout
from exhibit.ui.map.shown import MapPlaceShown, MapShown
from exhibit.ui.map.symbols import PinLook, pin_reach
from exhibit.ui.map.viewport import MapViewport, whole_viewport
from exhibit.ui.widgets.text_look import TextLook


class MapRenderer:
    """What a widget paints of a map. The widget tells it state, size and viewport, and repaints itself."""

    def __init__(self, drawn: ExhibitMap, base: MapBase, shown: MapShown, look: TextLook, widget: QWidget) -> None:
        self._base, self._widget = base, widget
        self.shown, self.look = shown, look
        self.viewport = self._rest_viewport = whole_viewport(1.0, 1.0, drawn.width, drawn.height, 0.0)
        self._rest_layout = MapLayout({}, (), ())
        self.scene = MapScene(self._rest_layout, {}, None, frozenset())
        self._layers: MapLayers | None = None

    def take(self, shown: MapShown, look: TextLook) -> None:
        """Takes another state or look; call `lay_out` next if places may change, else `update_scene`."""
        if look != self.look:
            self._layers = None
        self.shown, self.look = shown, look

    def resize(self, width: int, height: int) -> None:
        """Keeps the same part of the map in another size; call `lay_out` next."""
        self.viewport = self.viewport.resized(width, height, map_margin(self.look.theme))

    def lay_out(self, occupied: Sequence[QRect]) -> None:
        """Lays all out for a view at rest; nothing covers what is occupied."""
        labels = self._label_texts()
        self._rest_layout = scene_layout(
            self.shown,
            labels,
            self._paint_layers().labels,
            self.viewport,
            self.look.theme,
            land=self._base.land,
            occupied=[_box(rect) for rect in occupied],
        )
        self._rest_viewport = self.viewport
        self._set_scene(self._rest_layout, labels)

    def update_scene(self) -> None:
        """Takes labels and marks from the state; all stays where it is."""
        self._set_scene(self.scene.layout, self._label_texts())

    def _label_texts(self) -> dict[str, MapLabelText]:
        return label_texts(self.shown, self._paint_layers().labels, self.viewport.width)

    def _set_scene(self, layout: MapLayout, labels: dict[str, MapLabelText]) -> None:
        faded = frozenset(place.region for place in self.shown.places if place.faded)
        self.scene = MapScene(layout=layout, labels=labels, chosen=self.shown.chosen, faded=faded)

    def look_through(self, viewport: MapViewport) -> None:
        """Moves the view, until `lay_out` is called."""
        self.viewport = viewport
        self.scene = self.scene._replace(layout=layout_in_motion(self._rest_layout, self._rest_viewport, viewport))

    def corner_place(self, width: int, height: int) -> MapPoint:
        """Where a bar of buttons covers least of the map (pixels)."""
        return corner_place(width, height, self.shown, self.viewport, self._base.land, self.look.theme)

    # What is where

    def region_at(self, point: MapPoint) -> str | None:
        """The region whose label or area is at a point of the view."""
        if region := self.scene.label_at(point):
            return region
        framed = any(inset.frame.contains(point) for inset in self.scene.layout.insets)
        return None if framed else self._base.region_at(self.viewport.to_map(point))

    def ring_at(self, point: MapPoint) -> MapInset | None:
        """The inset of the cluster whose ring is at a point of the view."""
        return next((inset for inset in self.scene.layout.insets if inset.ring.contains(point)), None)

    def pin_rect(self, region: str) -> QRect:
        """All that a region's pin may paint on; empty if it is not laid out yet."""
        placed = self.scene.layout.pins.get(region)
        return QRectF(*self._pin_box(placed.at)).toAlignedRect() if placed else QRect()

    def _pin_box(self, at: MapPoint) -> MapBox:
        return square_around(at, 2 * pin_reach(self.look.theme))

    # Painting

    def paint(self, painter: QPainter, region: QRegion, look_of: Callable[[MapPlaceShown], PinLook]) -> None:
        """Paints a part of the view at rest, or all of it while it moves; `look_of` says how a pin looks."""
        layers = self._paint_layers()
        if self.viewport != self._rest_viewport:
            layers.paint_in_motion(painter, self.viewport, self.scene)
            self._paint_pins(painter, self._widget.rect(), look_of)
            return
        for rect in region:  # type: ignore[attr-defined]  # a QRegion is iterable
            layers.paint_at_rest(painter, rect, self.viewport, self.scene)
            self._paint_pins(painter, rect, look_of)

    def _paint_pins(self, painter: QPainter, rect: QRect, look_of: Callable[[MapPlaceShown], PinLook]) -> None:
        symbols, dirty = self._paint_layers().symbols, _box(rect)
        for place in self.shown.pins:
            at = self.scene.layout.pins[place.region].at
            if self._pin_box(at).overlaps(dirty):
                symbols.paint_pin(painter, at, look_of(place))

    def _paint_layers(self) -> MapLayers:
        """What to paint with, made anew for another look or screen."""
        ratio = self._widget.devicePixelRatioF()
        if self._layers is None or self._layers.ratio != ratio:
            self._layers = MapLayers(self._base, self.look, ratio)
        return self._layers


def _box(rect: QRect) -> MapBox:
    return MapBox(rect.x(), rect.y(), rect.width(), rect.height())
