"""Lays out and paints the map in its present state and viewport; it knows no events."""

from collections.abc import Callable, Sequence
from math import dist

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.geometry import MapBox, bounding_box, square_around
from exhibit.ui.map.insets import MapInset
from exhibit.ui.map.layers import MapLayers
from exhibit.ui.map.layout import MapGround, MapLayout, PlacedCrowd, PlacedPin, layout_in_motion
from exhibit.ui.map.scene import (
    MapScene,
    corner_place,
    is_large,
    largest_zoom,
    lay_out_scene,
    map_margin,
    pin_side,
    relabelled,
)
from exhibit.ui.map.shown import MapPlaceShown, MapShown
from exhibit.ui.map.symbols import PinLook, PinSize, pin_reach
from exhibit.ui.map.viewport import MapViewport, whole_viewport
from exhibit.ui.widgets.text_look import TextLook


class MapRenderer:
    """What a widget paints of a map. The widget tells it state, size and viewport, and repaints itself."""

    def __init__(self, drawn: ExhibitMap, base: MapBase, shown: MapShown, look: TextLook, widget: QWidget) -> None:
        self._base, self._widget = base, widget
        self.shown, self.look = shown, look
        self.viewport = self._rest_viewport = whole_viewport(1.0, 1.0, drawn.width, drawn.height, 0.0)
        self._rest_layout = MapLayout({})
        self.scene = MapScene(self._rest_layout, {}, None, frozenset())
        self._layers: MapLayers | None = None

    def take(self, shown: MapShown, look: TextLook) -> None:
        """Takes another state or look; call `lay_out` next if places may change, else `update_scene`."""
        if look != self.look:
            self._layers = None
        self.shown, self.look = shown, look

    @property
    def is_large(self) -> bool:
        """Whether the map is the main thing in sight."""
        return is_large(self.viewport.width, self.viewport.height, self.look.theme)

    def prepare_base(self) -> bool:
        """Reads what of the base takes long to read; whether the map looks different now."""
        changed = self._base.prepare(self.look.theme)
        if changed and self._layers:
            self._layers.forget_base()
        return changed

    def resize(self, width: int, height: int, slack: float) -> None:
        """Keeps the same part of the map in another size; call `lay_out` next."""
        theme = self.look.theme
        resized = self.viewport.resized(width, height, map_margin(theme), slack)
        self.viewport = resized.limited(largest_zoom(self.shown, resized, theme))

    def lay_out(self, occupied: Sequence[QRect]) -> None:
        """Lays all out for a view at rest; nothing covers what is occupied."""
        ground = MapGround(self._base.land, self._covered, [_box(rect) for rect in occupied])
        painter = self._paint_layers().labels
        self.scene = lay_out_scene(self.shown, painter, self.viewport, self.look.theme, ground)
        self._rest_layout, self._rest_viewport = self.scene.layout, self.viewport

    def _covered(self, left_top: MapPoint, right_bottom: MapPoint) -> int:
        """Asks the mask only when it is needed, because it is made at the first question."""
        return self._base.mask.covered(left_top, right_bottom)

    def update_scene(self) -> None:
        """Takes labels and marks from the state; all stays where it is."""
        self.scene = relabelled(self.scene, self.shown, self._paint_layers().labels, self.viewport.width)

    def look_through(self, viewport: MapViewport) -> None:
        """Moves the view, until `lay_out` is called."""
        self.viewport = viewport
        furniture = self.scene.furniture
        self.scene = self.scene._replace(
            layout=layout_in_motion(self._rest_layout, self._rest_viewport, viewport),
            furniture=furniture._replace(scale=viewport.scale) if furniture else None,
        )

    def shows_something(self, viewport: MapViewport) -> bool:
        """Whether there is land or a pin in a view, so that a reader who moves there is not lost."""
        points = [*self._base.land, *(place.point for place in self.shown.pins if place.point)]
        view = MapBox(0.0, 0.0, viewport.width, viewport.height)
        return not self._base.land or any(view.contains(viewport.to_view(point)) for point in points)

    def corner_place(self, width: int, height: int) -> MapPoint:
        """Where a bar of buttons covers least of the map (pixels)."""
        return corner_place(width, height, self.shown, self.viewport, self._base.land, self.look.theme)

    # What is where

    def region_at(self, point: MapPoint) -> str | None:
        """The region whose label or area is at a point of the view."""
        if region := self.scene.label_at(point) or self.scene.home_at(point, pin_side(self.look.theme) / 2):
            return region
        framed = any(inset.frame.contains(point) for inset in self.scene.layout.insets)
        return None if framed else self._base.region_at(self.viewport.to_map(point))

    def ring_at(self, point: MapPoint) -> MapInset | None:
        """The inset of the cluster whose ring is at a point of the view."""
        return next((inset for inset in self.scene.layout.insets if inset.ring.contains(point)), None)

    def crowd_at(self, point: MapPoint) -> PlacedCrowd | None:
        """The crowd whose disc is at a point of the view."""
        reach = pin_side(self.look.theme) / 2
        return next((one for one in self.scene.layout.crowds if dist(one.at, point) <= reach), None)

    def pin_rect(self, region: str) -> QRect:
        """All that a region's pin may paint on, with its call-out; empty if it is not laid out yet."""
        placed = self.scene.layout.pins.get(region)
        reach = pin_reach(self.look.theme, self._pin_size)
        return QRectF(*self._pin_box(placed, reach)).toAlignedRect() if placed else QRect()

    def _pin_box(self, pin: PlacedPin, reach: int) -> MapBox:
        box = square_around(pin.at, 2 * reach)
        if pin.card is None:
            return box
        return bounding_box([box, square_around(pin.home, self.look.px(24)), pin.card.grown(self.look.px(3))])

    @property
    def _pin_size(self) -> PinSize:
        """How large pins are; all of a layout are alike."""
        pin = next(iter(self.scene.layout.pins.values()), None)
        return "card" if pin and pin.card else "large" if self.scene.large else "small"

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
        layers, dirty, layout = self._paint_layers(), _box(rect), self.scene.layout
        size, marked = self._pin_size, set[int]()
        reach = pin_reach(self.look.theme, size)
        for place in self.shown.pins:
            pin = layout.pins[place.region]
            if pin.crowd is None and not self._pin_box(pin, reach).overlaps(dirty):
                continue
            look = look_of(place)
            if pin.crowd is not None:
                marked |= {pin.crowd} if look.hovered or look.focused else set()
                continue
            if pin.card and (look.hovered or look.focused):
                layers.paint_lit(painter, self.scene, place.region)
            layers.symbols.paint_pin(painter, pin.at, look._replace(size=size))
        for number, crowd in enumerate(layout.crowds):
            if square_around(crowd.at, pin_side(self.look.theme)).overlaps(dirty):
                layers.symbols.paint_crowd(painter, crowd.at, len(crowd.pins), number in marked)

    def _paint_layers(self) -> MapLayers:
        """What to paint with, made anew for another look or screen."""
        ratio = self._widget.devicePixelRatioF()
        if self._layers is None or self._layers.ratio != ratio:
            self._layers = MapLayers(self._base, self.look, ratio)
        return self._layers


def _box(rect: QRect) -> MapBox:
    return MapBox(rect.x(), rect.y(), rect.width(), rect.height())
