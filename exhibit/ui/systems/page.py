"""A drawing that fills the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from exhibit.ui.systems.views import SystemPanes


class DrawingPage(SystemPanes):
    """The drawing as large as it can be; the card of the chosen part stands beside it or below."""

    large = True

    def _turn(self) -> None:
        self._session.show_page("text")

    # Qt calls this

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not (self.shown and self.shown.chosen):
            self._turn()
        else:
            super().keyPressEvent(event)
