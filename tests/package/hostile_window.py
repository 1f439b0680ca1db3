"""Opens a package in a window, visits every page, then verifies the package, and prints what that cost, as JSON."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, get_args

from PySide6.QtWidgets import QApplication

from exhibit.app.desktop import DesktopRun
from exhibit.app.opening import opened
from exhibit.model.search import SearchQuery
from exhibit.model.state import MiddlePage, PanelTab
from exhibit.options import Options
from exhibit.package.format import PackageError
from exhibit.package.verify import verify
from exhibit.ui.window.view import ExhibitWindow

_TURNS: Final = 20
"""Turns of the event loop after each step."""
_TURN_S: Final = 0.004
_QUERIES: Final = ("书画", "长街的人都说", "zhanchu", "没有这个")


class WindowReport(NamedTuple):
    """What a package did to a window. Seconds are of processor time, megabytes the peak of the process."""

    is_shown: bool
    """Whether the exhibit was in view at the end; otherwise the page that says why not."""
    opening_s: float
    opening_mb: float
    slowest_step: str
    slowest_s: float
    visiting_mb: float
    exceptions: tuple[str, ...]
    """What nobody caught, apart from packages that prove damaged."""
    is_verified: bool
    verifying_s: float


class ExceptionList:
    """Collects exceptions that nobody caught and passes them on."""

    def __init__(self, run: DesktopRun) -> None:
        self._run = run
        self.found: list[str] = []
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Takes the place of `sys.excepthook`."""
        if not isinstance(error, PackageError):
            self.found.append(f"{kind.__name__}: {error}")
        self._run.exceptions.report(kind, error, trace)


def peak_megabytes() -> float:
    """The most memory that this process had."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def cost(step: Callable[[], object]) -> float:
    """Seconds of processor time of a step and of what follows from it."""
    begun = time.process_time()
    step()
    for _ in range(_TURNS):
        QApplication.processEvents()
        time.sleep(_TURN_S)
    return time.process_time() - begun


def steps(window: ExhibitWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything that a visitor can look at."""
    session = window.session
    for page in get_args(MiddlePage):
        yield page, partial(session.show_page, page)
    yield "text", partial(session.show_page, "text")
    for tab in get_args(PanelTab):
        yield tab, partial(session.show_tab, tab)
    yield "everywhere", partial(session.show_everywhere, True)
    topics = session.package.exhibit.topics
    yield "topic", partial(session.filter_topic, topics[0].id if topics else None)
    for query in _QUERIES:
        yield f"search {query}", partial(session.search, SearchQuery(query))
    yield "script", session.toggle_script
    yield "picture", window.grab


def open_window() -> ExhibitWindow | None:
    """The window that shows an exhibit."""
    windows = (top for top in QApplication.topLevelWidgets() if isinstance(top, ExhibitWindow))
    return next((window for window in windows if window.isVisible()), None)


def visit(window: ExhibitWindow | None) -> dict[str, float]:
    """The cost of each step, as long as the exhibit is in view."""
    costs = {"": 0.0}
    for name, step in steps(window) if window else ():
        if open_window():
            costs[name] = cost(step)
    return costs


def report(file: Path) -> WindowReport:
    """Opens the package and looks at everything."""
    begun = time.process_time()
    run = DesktopRun(opened(file, Options()), Options())
    exceptions = ExceptionList(run)
    opening_s, opening_mb = time.process_time() - begun + cost(run.begin), peak_megabytes()
    costs = visit(open_window())
    is_shown, visiting_mb = open_window() is not None, peak_megabytes()
    slowest = max(costs, key=costs.__getitem__)
    begun, is_verified = time.process_time(), False
    with suppress(PackageError):
        verify(file)
        is_verified = True
    return WindowReport(
        is_shown=is_shown,
        opening_s=opening_s,
        opening_mb=opening_mb,
        slowest_step=slowest,
        slowest_s=costs[slowest],
        visiting_mb=visiting_mb,
        exceptions=tuple(exceptions.found),
        is_verified=is_verified,
        verifying_s=time.process_time() - begun,
    )


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    print(json.dumps(report(Path(sys.argv[1]))._asdict()), flush=True)
    os._exit(0)  # the window is not closed: a thread that hangs must not keep this process
