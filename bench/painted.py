"""Waits for a widget's first paint and prints when it was, on the clock that processes share."""

import os
import sys
from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    # Qt calls this

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def when_painted(application: QApplication, widget: QWidget) -> None:
    """Runs the event loop until `widget` and all that was due with it is painted, prints the time, leaves at once."""
    watch = _Watch()
    widget.installEventFilter(watch)
    while not watch.seen:
        application.processEvents()
    print(monotonic(), flush=True)
    sys.stdout.flush()
    os._exit(0)
