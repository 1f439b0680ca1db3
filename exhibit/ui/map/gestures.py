"""What fingers and the mouse do to the map's viewport: drag and pinch."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QPinchGesture

from exhibit.ui.map.viewport import MapViewport


class MapGestures:
    """Knows what is pressed, dragged or pinched at the moment."""

    def __init__(self) -> None:
        self._pressed: QPointF | None = None
        self._dragged = False
        self._pinching = False
        self._zoom_before_pinch = 1.0

    @property
    def is_pressed(self) -> bool:
        """Whether the button or a finger is down on the map."""
        return self._pressed is not None

    def press(self, at: QPointF) -> None:
        """Begins a press that may become a drag."""
        self._pressed, self._dragged = at, False

    def drag(self, at: QPointF, viewport: MapViewport) -> MapViewport | None:
        """The viewport panned with the pointer, or None if this is no drag."""
        if self._pressed is None or self._pinching or viewport.is_whole:
            return None
        by = (at - self._pressed).toPoint()
        if not self._dragged and by.manhattanLength() < QApplication.startDragDistance():
            return None
        self._pressed, self._dragged = at, True
        return viewport.panned(by.x(), by.y())

    def release(self) -> bool:
        """Ends a press; whether it was a tap."""
        tapped = self._pressed is not None and not self._dragged and not self._pinching
        self._pressed, self._dragged = None, False
        return tapped

    def pinch(self, gesture: QPinchGesture, centre: QPoint, before: QPoint, viewport: MapViewport) -> MapViewport:
        """The viewport zoomed and panned with two fingers; `centre` is their middle in the view, `before` the last."""
        self._pinching = gesture.state() in (Qt.GestureState.GestureStarted, Qt.GestureState.GestureUpdated)
        if gesture.state() == Qt.GestureState.GestureStarted:
            self._zoom_before_pinch = viewport.zoom
        factor = gesture.totalScaleFactor() * self._zoom_before_pinch / viewport.zoom
        zoomed = viewport.zoomed(factor, (centre.x(), centre.y()))
        return zoomed.panned(centre.x() - before.x(), centre.y() - before.y())
