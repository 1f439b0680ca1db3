"""The map on the screen: wheel, fingers and keys move it, and there is a button under each pin."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.geometry import DIRECTIONS, PinDirection
from exhibit.ui.map.gestures import MapGestures
from exhibit.ui.map.pins import MapPins
from exhibit.ui.map.renderer import MapRenderer
from exhibit.ui.map.scene import MapScene, map_margin, pin_side
from exhibit.ui.map.shown import MapShown
from exhibit.ui.map.viewport import MAX_ZOOM, MapViewport
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
        self._renderer = MapRenderer(drawn, base, shown, look, self)
        self._gestures = MapGestures()
        self._pins = MapPins([place.region for place in shown.pins], self)
        self._bar = ZoomBar(self)
        self._resting = QTimer(self)
        self._make()
        self._show_names()

    def _make(self) -> None:
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
        return self._renderer.viewport

    @property
    def scene(self) -> MapScene:
        """What is drawn on the base."""
        return self._renderer.scene

    @property
    def is_moving(self) -> bool:
        """Whether the view moved a moment ago and is not drawn sharply yet."""
        return self._resting.isActive()

    def display(self, shown: MapShown, look: TextLook) -> None:
        """Shows another state of the same map."""
        renderer = self._renderer
        before, look_changed = renderer.shown, look != renderer.look
        renderer.take(shown, look)
        self._show_names()
        if look_changed:
            self._fit()
        elif _numbers(shown) != _numbers(before):
            self.rest()
        else:
            renderer.update_scene()
            self.update()
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
        self._look_through(self.viewport.whole())

    def rest(self) -> None:
        """Lays the view out anew and draws it sharply."""
        self._resting.stop()
        self._lay_out()

    def _show_names(self) -> None:
        shown = self._renderer.shown
        self.setAccessibleName(shown.labels.map)
        self.setAccessibleDescription(shown.labels.keys)
        self._bar.display(shown.labels, self._renderer.look.theme)
        self._pins.display(shown.pins)

    def _fit(self) -> None:
        """Shows the same part of the map in the size that the widget has now."""
        self._renderer.resize(self.width(), self.height())
        x, y = self._renderer.corner_place(self._bar.width(), self._bar.height())
        self._bar.move(round(x), round(y))
        self._lay_out()

    def _lay_out(self) -> None:
        self._renderer.lay_out([self._bar.geometry()])
        self._put_buttons()
        self.update()

    def _put_buttons(self) -> None:
        self._pins.arrange(self.scene.layout, pin_side(self._renderer.look.theme))
        self._bar.enable(larger=self.viewport.zoom < MAX_ZOOM, smaller=not self.viewport.is_whole)

    def _repaint_pin(self, region: str) -> None:
        """Paints a pin again and nothing around it."""
        self.update(self._renderer.pin_rect(region))

    # Moving the view

    def _look_through(self, viewport: MapViewport) -> bool:
        """Moves the view; whether it moved."""
        if viewport == self.viewport:
            return False
        self._renderer.look_through(viewport)
        self._put_buttons()
        self._resting.start()
        self.update()
        return True

    def _reveal(self, region: str) -> None:
        """Moves the view as far as needed to have a region's pin in it."""
        if point := self._point_of(region):
            self._look_through(self.viewport.revealing(point, map_margin(self._renderer.look.theme)))

    def _point_of(self, region: str | None) -> MapPoint | None:
        """The place of a region's pin in map units."""
        return next((place.point for place in self._renderer.shown.pins if place.region == region), None)

    def _zoom(self, factor: float, about: MapPoint) -> bool:
        viewport = self.viewport.zoomed(factor, about)
        if viewport.is_whole:
            self._pass_focus_on()
        return self._look_through(viewport)

    def _zoom_centre(self) -> MapPoint:
        """Where keys and buttons zoom to: the pin in focus, the chosen one, or the middle."""
        point = self._point_of(self._pins.focused or self._renderer.shown.chosen)
        at = self.viewport.to_view(point) if point else (-1.0, -1.0)
        inside = 0 <= at[0] <= self.width() and 0 <= at[1] <= self.height()
        return at if inside else (self.width() / 2, self.height() / 2)

    def _pass_focus_on(self) -> None:
        """Moves the focus away from the buttons that are about to be disabled."""
        if self._bar.whole.hasFocus() or self._bar.smaller.hasFocus():
            self._bar.larger.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pan(self, direction: PinDirection) -> None:
        right, down = DIRECTIONS[direction]
        step = self._renderer.look.px(_PAN_STEP)
        self._look_through(self.viewport.panned(-right * step, -down * step))

    # Pointer and keys

    def _tap(self, at: QPointF) -> None:
        """Chooses what is there; the ring of a cluster is enlarged until its pins part."""
        if inset := self._renderer.ring_at((at.x(), at.y())):
            self._zoom(inset.scale / self.viewport.scale * _INSET_ZOOM, inset.ring.centre)
        elif region := self._renderer.region_at((at.x(), at.y())):
            self.chosen.emit(region)

    def _point_at(self, at: QPointF) -> None:
        """Shows the pin whose label or area the pointer is on."""
        region = self._renderer.region_at((at.x(), at.y()))
        self._pins.point_at(region)
        self.setCursor(Qt.CursorShape.PointingHandCursor if region else Qt.CursorShape.ArrowCursor)

    def _pinch(self, gesture: QPinchGesture) -> None:
        centre = self.mapFromGlobal(gesture.centerPoint().toPoint())
        before = self.mapFromGlobal(gesture.lastCenterPoint().toPoint())
        self._look_through(self._gestures.pinch(gesture, centre, before, self.viewport))

    def _press_key(self, event: QKeyEvent) -> bool:
        """Does what a key means; whether it means anything."""
        key = event.key()
        if direction := _ARROWS.get(key):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._pan(direction)
            else:
                points = {place.region: place.point for place in self._renderer.shown.pins if place.point}
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

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._renderer.paint(painter, event.region(), self._pins.look_of)
        painter.end()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    @qt_override_or(QSize())
    def sizeHint(self) -> QSize:
        return QSize(*map(self._renderer.look.px, _SIZE))

    @qt_override_or(QSize())
    def minimumSizeHint(self) -> QSize:
        side = self._renderer.look.px(_MIN_SIDE)
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
        elif viewport := self._gestures.drag(event.position(), self.viewport):
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
