"""Makes everything that Qt calls raise, one thing after the other; `python -m tests.app.faults FILE ERROR`; prints JSON.

It is a process of its own, because without the guards it would end with a segmentation fault.
"""

import importlib
import inspect
import json
import logging
import pkgutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CellType
from typing import Any, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QHelpEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

import exhibit.app
import exhibit.ui
from exhibit.app.exceptions import ExceptionReporter
from exhibit.app.logs import LOG
from exhibit.model.state import TABS, State
from exhibit.options import Options
from exhibit.package.format import PackageError
from exhibit.package.reader import PackageReader
from exhibit.session import Session
from exhibit.ui.qt_override import is_guarded
from exhibit.ui.session_view import SessionView
from exhibit.ui.window.view import ExhibitWindow
from tests.pages import PAGES

ERRORS: Final[dict[str, Callable[[], Exception]]] = {
    "ZeroDivisionError": ZeroDivisionError,
    "MemoryError": MemoryError,
    "PackageError": lambda: PackageError(Path("x.exhibit"), "damaged", "made for a test"),
}
_NO_MODIFIER: Final = Qt.KeyboardModifier.NoModifier


class RecordList(logging.Handler):
    """Keeps every record of the log."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class Faults:
    """The window of a package, and everything of it that can be made to raise."""

    def __init__(self, file: Path, error: Callable[[], Exception]) -> None:
        self._error = error
        self.raised: Counter[str] = Counter()
        self.log = RecordList()
        LOG.handlers, LOG.propagate = [self.log], False
        self.reporter = ExceptionReporter(lambda told: None)
        self.reporter.install()
        self.package = PackageReader(file)
        self.session = Session(self.package, State(), options=Options())
        self.session.home()
        self.window = ExhibitWindow(self.session)
        self.window.resize(1440, 900)
        self.window.show()
        while not self.window.complete:
            QApplication.processEvents()
        self._visit_everything()

    def in_overrides(self) -> None:
        """Makes each guarded override raise while its object gets every kind of event, then if it is called."""
        for owner, name, guarded in overrides():
            self._replace(f"{owner.__qualname__}.{name}", guarded, self._objects_of(owner))

    def in_views(self) -> None:
        """Makes what each view derives from the state raise."""
        for view in [self.window, *self.window.findChildren(QWidget)]:
            if isinstance(view, SessionView) and view.isVisible():
                view.derive = self._failing(f"{type(view).__name__}.derive")  # type: ignore[method-assign]
                self.session.toggle_script()
                _settle()
                del view.derive

    def in_commands(self) -> None:
        """Makes each command raise."""
        for id, action in self.window.actions_by_id.items():
            command = action.command
            action.command = command._replace(run=self._failing(f"command {id}"))
            action.trigger()
            action.command = command

    def _replace(self, name: str, guarded: Callable[..., object], objects: list[Any]) -> None:
        cell = _cell_of(guarded)
        original, cell.cell_contents = cell.cell_contents, self._failing(name)
        for one in objects:
            if isinstance(one, QWidget):
                send_everything(one)
        if not self.raised[name]:
            guarded(*[None] * len(inspect.signature(original).parameters))
        cell.cell_contents = original
        _settle()

    def _failing(self, name: str) -> Callable[..., Any]:
        def fail(*arguments: object) -> object:
            self.raised[name] += 1
            raise self._error()

        return fail

    def _objects_of(self, owner: type) -> list[Any]:
        """A visible object of a class, or of a class below it, and the view over it if it is a scroll area."""
        found = [one for one in [self.window, *self.window.findChildren(QWidget)] if isinstance(one, owner)]
        seen = sorted(found, key=lambda one: not one.isVisible())[:1]
        return [*seen, *(one.viewport() for one in seen if isinstance(one, QAbstractScrollArea))]

    def _visit_everything(self) -> None:
        for tab in TABS:
            self.session.show_tab(tab)
            _settle()
        for page in PAGES:
            self.session.show_page(page)
            _settle()
        self.window.open_keyboard()
        self.session.show_page("text")
        self.session.find("书")
        _settle()


def overrides() -> Iterator[tuple[type, str, Callable[..., object]]]:
    """Every guarded override of the window and the application: its class, its name and itself."""
    for package in (exhibit.ui, exhibit.app):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for owner in vars(importlib.import_module(found.name)).values():
                if inspect.isclass(owner) and owner.__module__ == found.name:
                    yield from ((owner, name, one) for name, one in vars(owner).items() if is_guarded(one))


def send_everything(widget: QWidget) -> None:
    """Sends a widget what a window system may send, on the way of Qt's own events."""
    middle = widget.rect().center()
    place, everywhere = QPointF(middle), QPointF(widget.mapToGlobal(middle))
    QTest.mouseMove(widget, middle)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NO_MODIFIER, middle)
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, _NO_MODIFIER, middle)
    QTest.wheelEvent(widget.window().windowHandle(), widget.mapTo(widget.window(), place), QPoint(0, 120))
    for event in (
        QEnterEvent(place, place, everywhere),
        QEvent(QEvent.Type.Leave),
        QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason),
        QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason),
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, widget.mapToGlobal(middle)),
        QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle)),
        QInputMethodEvent("pin", []),
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, _NO_MODIFIER),
        QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Down, _NO_MODIFIER),
        QEvent(QEvent.Type.FontChange),
        QEvent(QEvent.Type.LayoutRequest),
    ):
        QApplication.sendEvent(widget, event)
    size = widget.size()
    widget.resize(size.width() + 1, size.height() + 1)
    widget.resize(size)
    widget.repaint()
    if not widget.isWindow() and widget.isVisible():
        widget.hide()
        widget.show()
    if over := QApplication.activePopupWidget():
        over.close()


def _cell_of(guarded: Callable[..., object]) -> CellType:
    """Where a guard keeps the override that it calls."""
    closure: tuple[CellType, ...] = getattr(guarded, "__closure__", ())
    return next(cell for cell in closure if cell.cell_contents is getattr(guarded, "__wrapped__", None))


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def main(file: str, error: str) -> None:
    """Runs, and prints what raised how often, what was counted and logged, and whether the window still works."""
    application = QApplication(sys.argv[:1])
    faults = Faults(Path(file), ERRORS[error])
    faults.in_overrides()
    faults.in_views()
    faults.in_commands()
    faults.session.choose_region("west")
    _settle()
    traced = [one for one in faults.log.records if one.exc_info and one.exc_info[2]]
    print(json.dumps({
        "raised": faults.raised,
        "counted": faults.reporter.count,
        "traced": len(traced),
        "kinds": sorted({type(one.exc_info[1]).__name__ for one in traced if one.exc_info}),
        "lives": faults.window.isVisible() and faults.window.reader.isVisible(),
        "region": faults.session.state.place.region,
    }))  # fmt: skip
    faults.window.close_threads()
    faults.window.close()
    faults.package.close()
    application.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
