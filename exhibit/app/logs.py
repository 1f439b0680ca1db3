"""The log: a rotating file in the state folder of at most about 5 MB. A full disk never stops the program."""

import faulthandler
import logging
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from exhibit.state_folder import make_private, state_folder

LOG: Final = logging.getLogger("exhibit")
"""What every part of the application logs to."""
_FILE_SIZE: Final = 1_000_000
"""Bytes of one log file."""
_OLD_FILES: Final = 4
"""Log files kept besides the one that is written."""
_SAME_A_MINUTE: Final = 5
"""Records of one place in the code that are written within a minute; the others are counted."""
_MINUTE: Final = 60.0


def start_logging() -> None:
    """Sends the log and the stacks of crashes to files in the state folder; without one, to standard error."""
    logging.raiseExceptions = False  # a log that cannot be written must not end the program
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    handler = _handler(state_folder())
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.addFilter(RepeatLimit())
    LOG.handlers = [handler]


class RepeatLimit:
    """A filter that lets a place in the code log a few records a minute, and then says how many it held back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._begun: dict[tuple[str, int], float] = {}
        self._count: dict[tuple[str, int], int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is written."""
        place, now = _place(record), self._now()
        if now - self._begun.get(place, -_MINUTE) >= _MINUTE:
            held_back = self._count.get(place, 0) - _SAME_A_MINUTE
            self._begun[place], self._count[place] = now, 0
            if held_back > 0:
                record.msg = f"{record.msg} (and {held_back} more like it before)"
        self._count[place] += 1
        return self._count[place] <= _SAME_A_MINUTE


def _place(record: logging.LogRecord) -> tuple[str, int]:
    """Where a record comes from: the innermost line of its exception, or else the call that logged it."""
    trace = record.exc_info[2] if record.exc_info else None
    if trace is None:
        return record.pathname, record.lineno
    while trace.tb_next:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_filename, trace.tb_lineno


def _handler(folder: Path | None) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # 7 ms, which the first paint does not need

    if folder:
        try:
            make_private(folder)
            faulthandler.enable(_private(folder / "crashes.log"))
            _private(folder / "exhibit.log").close()
            return RotatingFileHandler(folder / "exhibit.log", maxBytes=_FILE_SIZE, backupCount=_OLD_FILES)
        except OSError:
            pass  # a read-only or full disk: standard error takes the log
    with suppress(ValueError):  # standard error is no file
        faulthandler.enable()
    return logging.StreamHandler()


def _private(file: Path) -> IO[str]:
    """A file opened to append to it, which only its user can read. Raises OSError."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8")
