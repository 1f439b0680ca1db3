"""One run of random events in a process of its own: `python -m tools.monkey_run FILE SEED EVENTS LOG`; prints JSON.

LOG gets a line for each event before it is sent, so that the event that ends the process is known.
"""

import gc
import json
import logging
import os
import sys
import threading
import time
from pathlib import Path
from typing import IO, Final, NamedTuple

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QFileDialog

from bench.live_heap import live_heap
from exhibit.app.desktop import DesktopRun
from exhibit.app.logs import LOG
from exhibit.app.opening import opened
from exhibit.options import Options
from exhibit.session import Session
from exhibit.ui.window.view import ExhibitWindow
from tools.monkey_events import EventTarget, event_kind

_SIZE: Final = (1440, 900)
_REST: Final = 0.5
"""Seconds after which everything that was put off is done."""
_MENU_MS: Final = 5
_KEPT: Final = 20
"""Failures that are told in full."""
_OF_THE_PLATFORM: Final = "This plugin does not support "
"""What the offscreen platform says whenever a menu or a dialog opens."""


class MonkeySample(NamedTuple):
    """What there is in the process while the window rests at the start of the exhibit."""

    heap: float
    """Megabytes of live heap."""
    qt_objects: int
    python_objects: int
    files: int
    """Open file descriptors."""
    threads: int


class MonkeyResult(NamedTuple):
    """What came of a run. Times are milliseconds of processor time an event, `worst` by the clock."""

    events: int
    exceptions: int
    messages: int
    """What Qt warned of."""
    closed: int
    """How often an event closed the window, which was then shown again."""
    failures: tuple[str, ...]
    first_time: float
    last_time: float
    worst: float
    samples: tuple[MonkeySample, ...]
    """After each quarter of the events."""


class FailureNotes(logging.Handler):
    """Counts exceptions and Qt's warnings, and keeps the first of them with the event they came at."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.at = "start"
        self.exceptions = self.messages = 0
        self.kept: list[str] = []
        qInstallMessageHandler(self._note_message)

    def emit(self, record: logging.LogRecord) -> None:
        self.exceptions += 1
        self._keep(self.format(record))

    def _note_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not text.startswith(_OF_THE_PLATFORM):
            self.messages += 1
            self._keep(f"Qt: {text}")

    def _keep(self, text: str) -> None:
        if len(self.kept) < _KEPT:
            self.kept.append(f"{self.at}: {text}")


class MonkeyRun:
    """Sends random events to the real window of a package."""

    def __init__(self, file: Path, seed: int, log: IO[str]) -> None:
        self._seed, self._log = seed, log
        self._notes = FailureNotes()
        self._desktop = DesktopRun(opened(file, Options()), Options())
        self._desktop.begin()
        self._window = next(top for top in QApplication.topLevelWidgets() if isinstance(top, ExhibitWindow))
        self._target = EventTarget(self._window)
        self._closed, self._worst = 0, 0.0
        self._menus = MenuGuard(self._target)
        while not self._window.complete:
            QApplication.processEvents()
        LOG.addHandler(self._notes)

    def run(self, events: int) -> MonkeyResult:
        """Sends the events and measures after each quarter. After the first and last, a tenth comes again."""
        tenth, quarter = max(1, events // 10), max(1, events // 4)
        samples, times = [], []
        for begin in range(0, events, quarter):
            self._send(range(begin, min(begin + quarter, events)))
            if begin == 0 or begin + quarter >= events:
                times.append(self._timed(tenth))
            samples.append(self._sample())
            print(f"{self._notes.at}: {samples[-1]}", file=sys.stderr, flush=True)
        notes = self._notes
        return MonkeyResult(
            events, notes.exceptions, notes.messages, self._closed, tuple(notes.kept), times[0], times[-1],
            self._worst, tuple(samples),
        )  # fmt: skip

    def end(self) -> None:
        """Closes the window as a reader does."""
        self._window.close()
        self._desktop.end()

    def _timed(self, count: int) -> float:
        self._rest()
        begun = time.process_time()
        self._send(range(count))
        return (time.process_time() - begun) / count * 1_000

    def _send(self, numbers: range) -> None:
        for number in numbers:
            kind, random = event_kind(self._seed, number)
            self._notes.at = f"event {number} ({kind.name})"
            self._log.write(f"{self._notes.at}\n")
            begun = time.perf_counter()
            with self._menus:
                kind.send(self._target, random)
                self._settle()
            self._worst = max(self._worst, (time.perf_counter() - begun) * 1_000)
            self._restore(keep_sheet=random.random() < 0.9)

    def _settle(self) -> None:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _restore(self, *, keep_sheet: bool) -> None:
        """Closes the dialog of file names, and others now and then; shows the window again if it was closed."""
        dialog = QApplication.activeModalWidget()
        if dialog and (isinstance(dialog, QFileDialog) or not keep_sheet):
            dialog.close()
        if not self._window.isVisible():
            self._closed += 1
            self._window.show()

    def _rest(self) -> None:
        """Goes to the start of the exhibit and waits until nothing happens any more."""
        while over := QApplication.activePopupWidget() or QApplication.activeModalWidget():
            over.close()
        self._window.showNormal()
        self._window.resize(*_SIZE)
        _go_to_start(self._window.session)
        until = time.monotonic() + _REST
        while time.monotonic() < until:
            self._settle()
            time.sleep(0.005)
        QPixmapCache.clear()

    def _sample(self) -> MonkeySample:
        self._rest()
        gc.collect()
        return MonkeySample(
            live_heap(),
            len(self._window.findChildren(QObject)),
            len(gc.get_objects()),
            len(os.listdir("/proc/self/fd")),  # noqa: PTH208  # only their number
            threading.active_count(),
        )


class MenuGuard(QTimer):
    """While an event is handled, sends a menu that took over the event loop one click of its own, and closes it."""

    def __init__(self, target: EventTarget) -> None:
        super().__init__()
        self._target = target
        self._number = 0
        self.setInterval(_MENU_MS)
        self.timeout.connect(self._leave_menu)

    def __enter__(self) -> None:
        self.start()

    def __exit__(self, *error: object) -> None:
        self.stop()

    def _leave_menu(self) -> None:
        menu = QApplication.activePopupWidget()
        if menu is None:
            return
        self._number += 1
        kind, random = event_kind(0, self._number)
        if kind.name in ("mouse", "mouse move", "key", "touch"):
            kind.send(self._target, random)
        if menu := QApplication.activePopupWidget():
            menu.close()


def _go_to_start(session: Session) -> None:
    session.set_script("hans")
    session.set_english(False)
    session.set_appearance("light")
    session.reset_scale()
    session.set_order("text")
    session.home()
    session.show_page("text")
    session.show_tab("metrics")
    session.find(None)


def main(file: str, seed: str, events: str, log: str) -> None:
    """Runs, and prints the result."""
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    with Path(log).open("w", buffering=1, encoding="utf-8") as stream:
        run = MonkeyRun(Path(file), int(seed), stream)
        result = run.run(int(events))
        run.end()
    print(json.dumps(result._asdict() | {"samples": [sample._asdict() for sample in result.samples]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
