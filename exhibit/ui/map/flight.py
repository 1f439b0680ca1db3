"""The flight of a map's view to another part of the map."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from exhibit.ui.map.viewport import MapViewport, between

DURATION_MS: Final = 250


class MapFlight(QObject):
    """Goes from one viewport to another in DURATION_MS, slower towards the end."""

    moved = Signal(object)
    """Another MapViewport on the way; the last one is the goal."""
    landed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._start: MapViewport | None = None
        self._goal: MapViewport | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(DURATION_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._move)
        self._animation.finished.connect(self.landed)

    @property
    def is_running(self) -> bool:
        """Whether the view is on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def go(self, start: MapViewport, goal: MapViewport) -> None:
        """Begins a flight; one that is on its way ends where it is."""
        self._animation.stop()
        self._start, self._goal = start, goal
        self._animation.start()

    def stop(self) -> None:
        """Ends the flight where it is."""
        self._animation.stop()

    def _move(self, share: float) -> None:
        if self._start and self._goal:
            self.moved.emit(self._goal if share >= 1 else between(self._start, self._goal, share))
