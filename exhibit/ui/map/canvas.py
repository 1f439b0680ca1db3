"""What a visitor does to the map: wheel, pinch, drag, double click, keys."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from exhibit.model.region import ExhibitMap, MapPoint
from exhibit.theme import Theme
from exhibit.ui.map.base import MapBase
from exhibit.ui.map.moves import WAYS, PinDirection, toward
from exhibit.ui.map.shown import MapShown
from exhibit.ui.map.surface import MapSurface

_STEP: Final = 1.4
"""What one press of a key or button, or one click of a wheel, enlarges by."""
_DOUBLE: Final = 2.0
_CLICK: Final = 120
"""A wheel's units for one click."""

_ARROWS: Final[dict[int, PinDirection]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_LARGER: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_SMALLER: Final = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class MapCanvas(MapSurface):
    """The map under the visitor's hand."""

    def __init__(
        self, drawn: ExhibitMap, base: MapBase, shown: MapShown, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(drawn, base, shown, theme, parent)
        self._pressed: QPointF | None = None
        self._dragged = False
        self._pinching = False
        self._pinched_from = 1.0
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._bar.larger.clicked.connect(self.zoom_in)
        self._bar.smaller.clicked.connect(self.zoom_out)
        self._bar.whole.clicked.connect(self.show_whole)

    def zoom_in(self) -> None:
        self._zoom(_STEP, self._middle())

    def zoom_out(self) -> None:
        self._zoom(1 / _STEP, self._middle())

    def show_whole(self) -> None:
        """Back to the whole map."""
        self._pass_focus_on()
        self.look_through(self.lens.whole())

    def _zoom(self, factor: float, about: MapPoint) -> bool:
        lens = self.lens.zoomed(factor, about)
        if lens.is_whole:
            self._pass_focus_on()
        return self.look_through(lens)

    def _middle(self) -> MapPoint:
        """Where keys and buttons zoom to: the pin in focus, the one chosen, or the middle."""
        wanted = self._focused or next((place.region for place in self._shown.pins if place.chosen), None)
        point = next((place.point for place in self._shown.pins if place.region == wanted), None)
        at = self.lens.at(point) if point else (-1.0, -1.0)
        inside = 0 <= at[0] <= self.width() and 0 <= at[1] <= self.height()
        return at if inside else (self.width() / 2, self.height() / 2)

    def _pass_focus_on(self) -> None:
        """The buttons that lead back to the whole are about to be of no use."""
        if self._bar.whole.hasFocus() or self._bar.smaller.hasFocus():
            self._bar.larger.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrow(self, direction: PinDirection) -> None:
        points = {place.region: place.point for place in self._shown.pins if place.point}
        start = next((region for region, pin in self._pins.items() if pin.hasFocus()), None)
        if start and (found := toward(points, start, direction)):
            self._pins[found].setFocus(Qt.FocusReason.OtherFocusReason)

    def _pan(self, direction: PinDirection) -> None:
        right, down = WAYS[direction]
        step = self._theme.px(60)
        self.look_through(self.lens.panned(-right * step, -down * step))

    def _region_at(self, at: QPointF) -> str | None:
        """The region whose label or area is at a point."""
        point = (at.x(), at.y())
        for region, placed in self._layout.pins.items():
            if placed.label and placed.label.box.contains(point):
                return region
        framed = any(one.frame.contains(point) for one in self._layout.insets)
        return None if framed else self._base.region_at(self.lens.back(point))

    def _tap(self, at: QPointF) -> None:
        """Chooses what is there; a crowd's ring is enlarged until its pins part."""
        point = (at.x(), at.y())
        for one in self._layout.insets:
            if one.ring.contains(point):
                self._zoom(one.scale / self.lens.scale * 1.1, one.ring.centre)
                return
        if region := self._region_at(at):
            self.chosen.emit(region)

    def _pinch(self, gesture: QPinchGesture) -> None:
        self._pinching = gesture.state() in (Qt.GestureState.GestureStarted, Qt.GestureState.GestureUpdated)
        centre = self.mapFromGlobal(gesture.centerPoint().toPoint())
        before = self.mapFromGlobal(gesture.lastCenterPoint().toPoint())
        if gesture.state() == Qt.GestureState.GestureStarted:
            self._pinched_from = self.lens.zoom
        factor = gesture.totalScaleFactor() * self._pinched_from / self.lens.zoom
        lens = self.lens.zoomed(factor, (centre.x(), centre.y()))
        self.look_through(lens.panned(centre.x() - before.x(), centre.y() - before.y()))

    def _drag(self, by: QPoint) -> None:
        self._dragged = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.look_through(self.lens.panned(by.x(), by.y()))

    def _point_out(self, at: QPointF) -> None:
        """Shows the pin whose label or area the pointer is on."""
        region = self._region_at(at)
        if region != self._hovered:
            if self._hovered:
                self._hover(self._hovered, False)
            if region in self._pins:
                self._hover(region, True)
        self.setCursor(Qt.CursorShape.PointingHandCursor if region else Qt.CursorShape.ArrowCursor)

    # Qt calls these

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            gesture = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(gesture, QPinchGesture):
                self._pinch(gesture)
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = _STEP ** (event.angleDelta().y() / _CLICK)
        at = event.position()
        event.setAccepted(self._zoom(factor, (at.x(), at.y())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._point_out(at)
        elif not self._pinching and not self.lens.is_whole:
            by = (at - self._pressed).toPoint()
            if self._dragged or by.manhattanLength() >= QApplication.startDragDistance():
                self._pressed = at
                self._drag(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._dragged and not self._pinching:
            self._tap(event.position())
        self._pressed, self._dragged = None, False
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self._zoom(_DOUBLE, (event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        if self._hovered:
            self._hover(self._hovered, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if direction := _ARROWS.get(key):
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pan(direction) if shifted else self._arrow(direction)
        elif key in _LARGER:
            self.zoom_in()
        elif key in _SMALLER:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.show_whole()
        else:
            event.ignore()
