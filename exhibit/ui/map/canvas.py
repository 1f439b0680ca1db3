"""The map on the screen: painted from kept images, moved by wheel, fingers and keys, a button under each pin."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.geometry import DIRECTIONS, MapBox, PinDirection, square_around
from exhibit.ui.map.gestures import MapGestures
from exhibit.ui.map.label_painter import LabelText
from exhibit.ui.map.layers import MapLayers
from exhibit.ui.map.layout import MapLayout, layout_in_motion
from exhibit.ui.map.pins import MapPins
from exhibit.ui.map.scene import MapScene, corner_place, label_texts, map_margin, pin_side, scene_layout
from exhibit.ui.map.shown import MapShown
from exhibit.ui.map.symbols import pin_reach
from exhibit.ui.map.viewport import MAX_ZOOM, MapViewport, whole_viewport
from exhibit.ui.map.zoombar import ZoomBar
from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.widgets.text_look import TextLook

_REST_DELAY_MS: Final = 120
"""Time without movement after which the map is drawn sharply."""
_ZOOM_STEP: Final = 1.4
"""The factor of one key press, one press of a button, or one notch of a wheel."""
_DOUBLE_CLICK_ZOOM: Final = 2.0
"""The factor of a double click."""
_INSET_ZOOM: Final = 1.1
"""How much more than its inset a cluster is enlarged when its ring is tapped, so that its pins part."""
_WHEEL_NOTCH: Final = 120
"""The units of Qt for one notch of a wheel."""
_PAN_STEP: Final = 60
"""How far a key pans, in design pixels."""
_SIZE: Final = (338, 420)
"""The preferred width and height, in design pixels."""
_MIN_SIDE: Final = 140
"""The minimum width and height, in design pixels."""

_ARROWS: Final[dict[int, PinDirection]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_LARGER_KEYS: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_SMALLER_KEYS: Final = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class MapCanvas(QWidget):
    """A map with its pins, seen through a viewport."""

    chosen = Signal(str)

    def __init__(
        self, drawn: ExhibitMap, base: MapBase, shown: MapShown, look: TextLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._base, self._shown, self._look = base, shown, look
        self._viewport = self._rest_viewport = whole_viewport(1.0, 1.0, drawn.width, drawn.height, 0.0)
        self._rest_layout = MapLayout({}, (), ())
        self._scene = MapScene(self._rest_layout, {}, None, frozenset())
        self._layers: MapLayers | None = None
        self._gestures = MapGestures()
        self._pins = MapPins([place.region for place in shown.pins], self)
        self._bar = ZoomBar(self)
        self._resting = QTimer(self)
        self._prepare()
        self._show_names()

    def _prepare(self) -> None:
        self.setObjectName("map-canvas")
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_DELAY_MS)
        self._resting.timeout.connect(self.rest)
        self._pins.chosen.connect(self.chosen)
        self._pins.reached.connect(self._reveal)
        self._pins.changed.connect(self._repaint_pin)
        self._bar.larger.clicked.connect(self.zoom_in)
        self._bar.smaller.clicked.connect(self.zoom_out)
        self._bar.whole.clicked.connect(self.show_whole)

    @property
    def viewport(self) -> MapViewport:
        """The part of the map in view."""
        return self._viewport

    @property
    def scene(self) -> MapScene:
        """What is drawn on the base."""
        return self._scene

    @property
    def is_moving(self) -> bool:
        """Whether the view moved a moment ago and is not drawn sharply yet."""
        return self._resting.isActive()

    def display(self, shown: MapShown, look: TextLook) -> None:
        """Shows another state of the same map."""
        look_changed, before = look != self._look, self._shown
        self._shown, self._look = shown, look
        self._show_names()
        if look_changed:
            self._layers = None
            self._fit()
        elif _numbers(shown) != _numbers(before):
            self.rest()
        else:
            self._set_scene(self._scene.layout, self._label_texts())
        if shown.chosen and shown.chosen != before.chosen:
            self._reveal(shown.chosen)

    def zoom_in(self) -> None:
        """Enlarges the map by a step."""
        self._zoom(_ZOOM_STEP, self._zoom_centre())

    def zoom_out(self) -> None:
        """Shrinks the map by a step."""
        self._zoom(1 / _ZOOM_STEP, self._zoom_centre())

    def show_whole(self) -> None:
        """Goes back to the whole map."""
        self._pass_focus_on()
        self._look_through(self._viewport.whole())

    def rest(self) -> None:
        """Lays the view out anew and draws it sharply."""
        self._resting.stop()
        self._lay_out()

    def _show_names(self) -> None:
        labels = self._shown.labels
        self.setAccessibleName(labels.map)
        self.setAccessibleDescription(labels.keys)
        self._bar.display(labels, self._look.theme)
        self._pins.display(self._shown.pins)

    # The viewport

    def _look_through(self, viewport: MapViewport) -> bool:
        """Moves the view; whether it moved."""
        if viewport == self._viewport:
            return False
        self._viewport = viewport
        layout = layout_in_motion(self._rest_layout, self._rest_viewport, viewport)
        self._scene = self._scene._replace(layout=layout)
        self._put_buttons()
        self._resting.start()
        self.update()
        return True

    def _reveal(self, region: str) -> None:
        """Moves the view as far as needed to have a region's pin in it."""
        for place in self._shown.pins:
            if place.region == region and place.point:
                self._look_through(self._viewport.revealing(place.point, map_margin(self._look.theme)))

    def _zoom(self, factor: float, about: MapPoint) -> bool:
        viewport = self._viewport.zoomed(factor, about)
        if viewport.is_whole:
            self._pass_focus_on()
        return self._look_through(viewport)

    def _zoom_centre(self) -> MapPoint:
        """Where keys and buttons zoom to: the pin in focus, the chosen one, or the middle."""
        wanted = self._pins.focused or self._shown.chosen
        point = next((place.point for place in self._shown.pins if place.region == wanted), None)
        at = self._viewport.to_view(point) if point else (-1.0, -1.0)
        inside = 0 <= at[0] <= self.width() and 0 <= at[1] <= self.height()
        return at if inside else (self.width() / 2, self.height() / 2)

    def _pass_focus_on(self) -> None:
        """Moves the focus away from the buttons that are about to be disabled."""
        if self._bar.whole.hasFocus() or self._bar.smaller.hasFocus():
            self._bar.larger.setFocus(Qt.FocusReason.OtherFocusReason)

    # Layout

    def _fit(self) -> None:
        """Shows the same part of the map in the size that the widget has now."""
        theme = self._look.theme
        self._viewport = self._viewport.resized(self.width(), self.height(), map_margin(theme))
        width, height = self._bar.width(), self._bar.height()
        x, y = corner_place(width, height, self._shown, self._viewport, self._base.land, theme)
        self._bar.move(round(x), round(y))
        self._lay_out()

    def _lay_out(self) -> None:
        labels = self._label_texts()
        self._rest_layout = scene_layout(
            self._shown,
            labels,
            self._paint_layers().labels,
            self._viewport,
            self._look.theme,
            land=self._base.land,
            occupied=[_box(self._bar.geometry())],
        )
        self._rest_viewport = self._viewport
        self._set_scene(self._rest_layout, labels)
        self._put_buttons()

    def _label_texts(self) -> dict[str, LabelText]:
        return label_texts(self._shown, self._paint_layers().labels, self.width())

    def _set_scene(self, layout: MapLayout, labels: dict[str, LabelText]) -> None:
        """Shows labels and the state's marks at a layout."""
        faded = frozenset(place.region for place in self._shown.places if place.faded)
        self._scene = MapScene(layout=layout, labels=labels, chosen=self._shown.chosen, faded=faded)
        self.update()

    def _put_buttons(self) -> None:
        self._pins.arrange(self._scene.layout, pin_side(self._look.theme))
        self._bar.enable(larger=self._viewport.zoom < MAX_ZOOM, smaller=not self._viewport.is_whole)

    def _paint_layers(self) -> MapLayers:
        """What to paint with, made anew for another look or screen."""
        ratio = self.devicePixelRatioF()
        if self._layers is None or self._layers.ratio != ratio:
            self._layers = MapLayers(self._base, self._look, ratio)
        return self._layers

    # Pointer and keys

    def _region_at(self, at: QPointF) -> str | None:
        """The region whose label or area is at a point."""
        point = (at.x(), at.y())
        if region := self._scene.label_at(point):
            return region
        framed = any(inset.frame.contains(point) for inset in self._scene.layout.insets)
        return None if framed else self._base.region_at(self._viewport.to_map(point))

    def _tap(self, at: QPointF) -> None:
        """Chooses what is there; the ring of a cluster is enlarged until its pins part."""
        for inset in self._scene.layout.insets:
            if inset.ring.contains((at.x(), at.y())):
                self._zoom(inset.scale / self._viewport.scale * _INSET_ZOOM, inset.ring.centre)
                return
        if region := self._region_at(at):
            self.chosen.emit(region)

    def _point_at(self, at: QPointF) -> None:
        """Shows the pin whose label or area the pointer is on."""
        region = self._region_at(at)
        self._pins.point_at(region)
        self.setCursor(Qt.CursorShape.PointingHandCursor if region else Qt.CursorShape.ArrowCursor)

    def _pinch(self, gesture: QPinchGesture) -> None:
        centre = self.mapFromGlobal(gesture.centerPoint().toPoint())
        before = self.mapFromGlobal(gesture.lastCenterPoint().toPoint())
        self._look_through(self._gestures.pinch(gesture, centre, before, self._viewport))

    def _pan(self, direction: PinDirection) -> None:
        right, down = DIRECTIONS[direction]
        step = self._look.px(_PAN_STEP)
        self._look_through(self._viewport.panned(-right * step, -down * step))

    def _press_key(self, event: QKeyEvent) -> bool:
        """Does what a key means; whether it means anything."""
        key = event.key()
        if direction := _ARROWS.get(key):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._pan(direction)
            else:
                points = {place.region: place.point for place in self._shown.pins if place.point}
                self._pins.step(points, direction)
        elif key in _LARGER_KEYS:
            self.zoom_in()
        elif key in _SMALLER_KEYS:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.show_whole()
        else:
            return False
        return True

    # Painting

    def _repaint_pin(self, region: str) -> None:
        """Paints a pin again and nothing around it."""
        if placed := self._scene.layout.pins.get(region):
            self.update(QRectF(*square_around(placed.at, 2 * pin_reach(self._look.theme))).toAlignedRect())

    def _paint_pins(self, painter: QPainter, dirty: MapBox) -> None:
        side, symbols = 2 * pin_reach(self._look.theme), self._paint_layers().symbols
        for place in self._shown.pins:
            at = self._scene.layout.pins[place.region].at
            if square_around(at, side).overlaps(dirty):
                symbols.paint_pin(painter, at, self._pins.look_of(place))

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        layers = self._paint_layers()
        painter = QPainter(self)
        if self._viewport != self._rest_viewport:
            layers.paint_in_motion(painter, self._viewport, self._scene)
            self._paint_pins(painter, _box(self.rect()))
        else:
            for rect in event.region():  # type: ignore[attr-defined]  # a QRegion is iterable
                layers.paint_at_rest(painter, rect, self._viewport, self._scene)
                self._paint_pins(painter, _box(rect))
        painter.end()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    @qt_override_or(QSize())
    def sizeHint(self) -> QSize:
        return QSize(*map(self._look.px, _SIZE))

    @qt_override_or(QSize())
    def minimumSizeHint(self) -> QSize:
        side = self._look.px(_MIN_SIDE)
        return QSize(max(side, self._bar.width()), max(side, self._bar.height()))

    @qt_override_or(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            gesture = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(gesture, QPinchGesture):
                self._pinch(gesture)
                return True
        return super().event(event)

    @qt_override
    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = _ZOOM_STEP ** (event.angleDelta().y() / _WHEEL_NOTCH)
        at = event.position()
        event.setAccepted(self._zoom(factor, (at.x(), at.y())))

    @qt_override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._gestures.press(event.position())

    @qt_override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._gestures.is_pressed:
            self._point_at(event.position())
        elif viewport := self._gestures.drag(event.position(), self._viewport):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._look_through(viewport)

    @qt_override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gestures.release():
            self._tap(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor)

    @qt_override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._gestures.release()
        self._zoom(_DOUBLE_CLICK_ZOOM, (event.position().x(), event.position().y()))

    @qt_override
    def leaveEvent(self, event: QEvent) -> None:
        self._pins.point_at(None)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._press_key(event))


def _numbers(shown: MapShown) -> list[str]:
    return [place.number for place in shown.places]


def _box(rect: QRect) -> MapBox:
    return MapBox(rect.x(), rect.y(), rect.width(), rect.height())
