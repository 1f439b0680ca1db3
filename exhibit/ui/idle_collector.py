"""Frees what only points at itself while nobody does anything.

Left to Python it would be done in the midst of a key, where it can take longer than the key does, or on the thread of
the search, which must not end what belongs to the window's.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from exhibit.session import Session

_REST: Final = 1_000
"""Milliseconds without any change after which it is done."""
_AT_LATEST: Final = 20_000
"""Objects after which Python does it all the same."""


class IdleCollector(QObject):
    """Sweeps whenever a session comes to rest. What lives at the first rest stays to the end, and is not looked at."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._sweep)
        for change in (session.changed, session.typed):
            change.connect(self._rest.start)
        gc.set_threshold(_AT_LATEST)
        self._rest.start()

    def _sweep(self) -> None:
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()
