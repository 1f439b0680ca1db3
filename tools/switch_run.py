"""Many switches of each kind in a process of its own: `python -m tools.switch_run FILE COUNT`; prints JSON."""

import json
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from bench.desk import SIZE, Desk
from bench.live_heap import live_heap
from exhibit.model.state import APPEARANCES

_WARM_UP: Final = 120
_BLOCK: Final = 8
"""The first and the last of so many parts are timed."""
_WIDTHS: Final = (1440, 1200, 1000, 800, 640)
_STEPS: Final = (1, 1, 1, -1, -1, -1)


class SwitchResult(NamedTuple):
    """What many switches of a kind cost: milliseconds of processor time a switch at first and at last."""

    kind: str
    number: int
    first_time: float
    last_time: float
    kib: float
    """Live heap that stayed behind, a switch of the second half: by then every cache is full."""
    qt_objects: int
    """Objects that stayed behind, of all switches of that half."""


def switches(desk: Desk) -> dict[str, Callable[[], object]]:
    """A function for each kind that switches once."""
    session, window = desk.session, desk.window
    appearances, steps, widths = cycle(APPEARANCES), cycle(_STEPS), cycle(_WIDTHS)
    return {
        "script": session.toggle_script,
        "language": lambda: session.set_english(not session.state.english),
        "appearance": lambda: session.set_appearance(next(appearances)),
        "text size": lambda: session.rescale(next(steps)),
        "window size": lambda: window.resize(next(widths), SIZE[1]),
    }


def measure(desk: Desk, kind: str, switch: Callable[[], object], count: int) -> SwitchResult:
    """Switches so often and measures."""
    half, block = count // 2, count // _BLOCK
    _milliseconds(switch, _WARM_UP)
    first = _milliseconds(switch, block)
    _milliseconds(switch, half - block)
    heap, objects = _resting_heap(desk), len(desk.window.findChildren(QObject))
    _milliseconds(switch, half - block)
    last = _milliseconds(switch, block)
    kib = (_resting_heap(desk) - heap) * 1024 / half
    return SwitchResult(kind, count, first, last, kib, len(desk.window.findChildren(QObject)) - objects)


def _milliseconds(switch: Callable[[], object], count: int) -> float:
    begun = time.process_time()
    for _ in range(count):
        switch()
        QApplication.processEvents()
    return (time.process_time() - begun) / max(1, count) * 1_000


def _resting_heap(desk: Desk) -> float:
    desk.window.resize(*SIZE)
    for _ in range(20):
        QApplication.processEvents()
        time.sleep(0.01)
    QPixmapCache.clear()
    return live_heap()


def main(file: str, count: str) -> None:
    """Measures every kind and prints the results."""
    application = QApplication(sys.argv[:1])
    desk = Desk(Path(file))
    results = [measure(desk, kind, switch, int(count)) for kind, switch in switches(desk).items()]
    desk.close()
    application.quit()
    print(json.dumps([result._asdict() for result in results]))


if __name__ == "__main__":
    main(*sys.argv[1:])
