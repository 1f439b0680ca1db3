"""The button under a pin: it takes pointer and keys, the map paints it."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from exhibit.ui.map.shown import MapPlaceShown

BACK: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Ways to come by the focus again that change nothing about the ring."""
_PRESSING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class PinButton(QAbstractButton):
    """A place one can choose; all keys but those that press it are the map's."""

    chosen = Signal(str)
    hovered = Signal(str, bool)
    focused = Signal(str, bool)
    """Whether the ring is to be seen, too."""
    left = Signal(str)

    def __init__(self, region: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._region = region
        self._ringed = False
        self.setObjectName(f"pin-{region}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self._tell)

    def display(self, place: MapPlaceShown) -> None:
        """Takes the names of a place."""
        self.setAccessibleName(place.spoken)
        self.setAccessibleDescription(place.note)
        self.setToolTip("\n".join(part for part in (place.spoken, place.note) if part))

    def be_tab_stop(self, stop: bool) -> None:
        """Whether Tab leads here."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _tell(self) -> None:
        self.chosen.emit(self._region)

    # Qt calls these

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hovered.emit(self._region, True)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(self._region, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in BACK:
            self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        self.focused.emit(self._region, self._ringed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.left.emit(self._region)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSING and not event.isAutoRepeat():
            self.click()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()
