"""Waits until a widget is painted, and says what that cost."""

from collections.abc import Callable
from time import monotonic, process_time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE: Final = 20.0
"""Seconds after which a paint is no longer expected."""
_TURNS: Final = 3
"""Turns of the event loop in which what was put off is done."""


class Watch(QObject):
    """Sees when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._seen = False
        widget.installEventFilter(self)

    def wait(self) -> None:
        """Runs the event loop until the widget and all that was due with it is painted."""
        self._seen = False
        late = monotonic() + _PATIENCE
        QCoreApplication.sendPostedEvents()  # paints what is due, and runs no timer for what follows later
        while not self._seen:
            QApplication.processEvents()
            if monotonic() > late:
                raise TimeoutError("nothing was painted")

    def cost(self, act: Callable[[], object]) -> float:
        """Milliseconds of processor time, all threads, from `act` to its being painted; not what was put off."""
        return self.costs(act)[0]

    def costs(self, act: Callable[[], object]) -> tuple[float, float]:
        """The same, and until everything that was put off is done and painted."""
        start = process_time()
        act()
        self.wait()
        painted = process_time() - start
        for _ in range(_TURNS):
            QApplication.processEvents()
        return painted * 1000, (process_time() - start) * 1000

    # Qt calls this

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._seen = self._seen or event.type() == QEvent.Type.Paint
        return False
