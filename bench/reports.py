"""What a window in a process of its own prints about itself."""

import os
import re
import sys
from pathlib import Path
from time import monotonic, process_time
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bench.painted import Watch

_SETTLED: Final = 3.0
"""Seconds after which a window has done all that it puts off."""


def report(wanted: str, painted: QWidget) -> None:
    """Prints what is wanted of the window that `painted` is in, and leaves at once.

    `paint`: the time of its first paint, on the clock that processes share;
    `memory`: megabytes, those shared with others divided among them;
    `idle=SECONDS`: processor time spent while nothing happens, in per cent.
    """
    Watch(painted).wait()
    kind, _, amount = wanted.partition("=")
    print(monotonic() if kind == "paint" else _memory() if kind == "memory" else _idle(float(amount)), flush=True)
    sys.stdout.flush()
    os._exit(0)


def _memory() -> float:
    _stay(_SETTLED)
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    assert found
    return int(found[1]) / 1024


def _idle(seconds: float) -> float:
    _stay(_SETTLED)
    start = process_time()
    _stay(seconds)
    return (process_time() - start) / seconds * 100


def _stay(seconds: float) -> None:
    QTimer.singleShot(int(seconds * 1000), QApplication.quit)
    QApplication.exec()
