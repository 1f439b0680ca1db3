"""Start-up as named steps; the one place that knows every part."""

import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from exhibit.model.text import SCRIPTS, Script
from exhibit.options import Options
from exhibit.package.format import PackageError
from exhibit.package.verify import is_checked_at_once, open_package, verify_digest
from exhibit.resources import MissingResourceError
from exhibit.saved_state import SavedState, load_state, save_state, state_file

# Qt after everything else: it makes each import after its own dearer.
from PySide6.QtCore import QSize, QThread, QTimer, Signal  # isort: skip
from PySide6.QtWidgets import QApplication, QWidget  # isort: skip

from exhibit.session import Session  # isort: skip
from exhibit.ui.fonts import FontError, load_fonts, load_package_fonts  # isort: skip
from exhibit.ui.idle_collector import IdleCollector  # isort: skip
from exhibit.ui.window.view import ExhibitWindow  # isort: skip


def run(file: Path, options: Options) -> int:
    """Opens a package in a window and stays until it is closed. Needs a display. Returns the exit code."""
    application = QApplication(sys.argv[:1])
    visit = ExhibitRun(file, options)
    visit.begin()
    application.exec()
    return visit.end()


class ExhibitRun:
    """An exhibit open in a window, from the first paint to what is remembered of it."""

    def __init__(self, file: Path, options: Options) -> None:
        self._file, self._options = file, options
        self._window: QWidget | None = None
        self._session: Session | None = None
        self._check: DigestCheck | None = None
        self._code = 0
        sys.excepthook = self._catch

    def begin(self) -> None:
        """Opens the package and its window, or the page that says why not."""
        try:
            package = open_package(self._file)
            memory = load_state(state_file(package.exhibit.id), package)
            load_fonts(memory.state.script)
            load_package_fonts(package.fonts())
            self._session = Session(package, memory.state)
            if memory.state.place.article is None:
                self._session.home()
            self._open_window(memory)
            self._prepare_check()
            QTimer.singleShot(0, self._finish)
        except (PackageError, MissingResourceError, FontError) as error:
            self._explain(error)

    def end(self) -> int:
        """Keeps what the reader will want to find again. Returns the exit code."""
        if self._check:
            self._check.wait()
        if self._session and isinstance(self._window, ExhibitWindow):
            size = self._window.normalGeometry().size()
            file = state_file(self._session.package.exhibit.id)
            save_state(file, SavedState(self._session.state, (size.width(), size.height())))
            self._session.package.close()
        return self._code

    def _open_window(self, memory: SavedState) -> None:
        assert self._session is not None
        self._window = ExhibitWindow(self._session, self._options)
        self._window.resize(QSize(*memory.window) if memory.window else QSize(1440, 900))
        self._window.show()
        IdleCollector(self._session, self._window)

    def _prepare_check(self) -> None:
        """A package too large to be checked before it is shown is checked behind the window."""
        if not is_checked_at_once(self._file):
            self._check = DigestCheck(self._file)
            self._check.failed.connect(self._explain)

    def _finish(self) -> None:
        """What the first paint did not wait for."""
        if self._session:
            self._load_other_fonts(self._session.state.script)
        if self._check:
            self._check.start()

    def _load_other_fonts(self, script: Script) -> None:
        for other in SCRIPTS:
            if other != script:
                load_fonts(other)

    def _explain(self, error: Exception) -> None:
        """Puts a readable page in the place of the window."""
        from exhibit.ui.error_page import ErrorPage  # only when there is trouble

        print(error, file=sys.stderr)
        for script in SCRIPTS:
            with suppress(FontError, MissingResourceError):  # the page is readable in other fonts, too
                load_fonts(script)
        trouble = error.trouble if isinstance(error, PackageError) else "fonts"
        page = ErrorPage(trouble, str(error))
        page.resize(self._window.size() if self._window else QSize(900, 640))
        page.show()
        if self._window:
            self._window.close()
        self._window, self._code = page, 1

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What a package read later turns out to be; anything else is a mistake of the program."""
        if isinstance(error, PackageError):
            self._explain(error)
        else:
            sys.__excepthook__(kind, error, trace)


class DigestCheck(QThread):
    """Compares a package with its digest while the window is already in use."""

    failed = Signal(object)

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    # Qt calls this

    def run(self) -> None:
        try:
            verify_digest(self._file)
        except PackageError as error:
            self.failed.emit(error)
