"""What happens to an exception that nobody caught: it is logged and counted, and it ends nothing."""

import sys
from collections.abc import Callable
from types import TracebackType

from exhibit.app.logs import LOG


class ExceptionReporter:
    """Takes the place of `sys.excepthook`, which Qt's slots, timers and guarded overrides report to.

    `tell` is told each exception after it was logged, to show what a reader can use. It must not raise.
    """

    def __init__(self, tell: Callable[[BaseException], None]) -> None:
        self._tell = tell
        self._tells = False
        self.count = 0
        """Exceptions so far."""

    def install(self) -> None:
        """From now on takes every exception that nobody caught."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs an exception with its stack, counts it, and tells it, unless one is just being told."""
        self.count += 1
        LOG.error("%s: %s", kind.__name__, error, exc_info=(kind, error, trace))
        if not self._tells:
            self._tells = True
            try:
                self._tell(error)
            finally:
                self._tells = False
