"""Ends the application when the operating system asks for it, as if its window had been closed."""

import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class SignalWatcher(QObject):
    """Calls `end` in Qt's event loop when one of SIGNALS comes.

    Python runs a signal's handler only between two steps of Python code, and Qt's event loop may wait for hours: so
    Python writes a byte to a socket at once, which wakes the loop (signal.set_wakeup_fd).
    """

    def __init__(self, end: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._ours, theirs = socket.socketpair()
        self._ours.setblocking(False)
        theirs.setblocking(False)
        self._theirs = theirs
        signal.set_wakeup_fd(theirs.fileno())
        for number in SIGNALS:
            signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def close(self) -> None:
        """Gives the signals back to Python's own handlers."""
        signal.set_wakeup_fd(-1)
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _wake(self) -> None:
        numbers = [number for number in self._ours.recv(64) if number in SIGNALS]
        if numbers:
            self._end(numbers[0])


def _noted(number: int, frame: FrameType | None) -> None:
    """Does nothing: the byte that Python wrote tells the signal's number."""
