"""Runs the garbage collector while the window is idle, and only in the window's thread.

Python's own collector runs whenever enough objects were made: in the midst of a key, where it can take longer than the
key, or on the search's thread, where it would destroy Qt objects of the window's thread and wait for it for ever.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from exhibit.session import Session

_IDLE_MS: Final = 1_000
"""Milliseconds without any change of the session after which garbage is collected."""
_MAX_OBJECTS: Final = 50_000
"""New objects after which garbage is collected although the window is not idle."""


class IdleCollector(QObject):
    """Collects garbage whenever a session rests. Objects that live at the first rest are not looked at again."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._collect)
        session.changed.connect(self._idle.start)
        session.settled.connect(self._collect_if_urgent)
        gc.disable()
        gc.unfreeze()  # the objects of a window that a reset threw away
        self._before = gc.get_count()[0]
        self._idle.start()

    def _collect_if_urgent(self) -> None:
        if gc.get_count()[0] - self._before > _MAX_OBJECTS:
            self._before = 0
            gc.collect()

    def _collect(self) -> None:
        self._before = 0
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()
