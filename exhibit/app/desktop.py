"""Desktop reading: an exhibit in a window, from the first paint to the state that is kept of it."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, QThread, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from exhibit.app.exceptions import ExceptionReporter
from exhibit.app.logs import LOG, start_logging
from exhibit.app.opening import OpenedPackage, first_state
from exhibit.app.signals import SignalWatcher
from exhibit.model.text import SCRIPTS
from exhibit.options import Options
from exhibit.package.format import PackageError
from exhibit.package.reader import PackageReader
from exhibit.package.verify import is_checked_at_once, verify_digest
from exhibit.resources import MissingResourceError
from exhibit.saved_state import SavedState, save_state
from exhibit.session import Session
from exhibit.state_folder import state_file
from exhibit.ui.fonts import FontError, load_fonts, load_package_fonts
from exhibit.ui.idle_collector import IdleCollector
from exhibit.ui.qt_override import qt_override
from exhibit.ui.window.view import ExhibitWindow

_FIRST_SIZE = QSize(1440, 900)
"""The window's size at the first start, in pixels, if the screen has room for it."""


def run_desktop(opened: OpenedPackage, options: Options) -> int:
    """Shows a package in a window and stays until it is closed. Needs a display. Returns the exit code."""
    application = QApplication(sys.argv[:1])
    keep_no_dialog_history()
    desktop = DesktopRun(opened, options)
    watcher = SignalWatcher(desktop.stop, application)
    desktop.begin()
    application.exec()
    watcher.close()
    return desktop.end()


class DesktopRun:
    """One package in one window. `begin` opens it, `reset` begins anew, `end` keeps its state."""

    def __init__(self, opened: OpenedPackage, options: Options) -> None:
        self._opened, self._options = opened, options
        self._package: PackageReader | None = opened.package
        self._session: Session | None = None
        self._window: QWidget | None = None
        self._check: DigestCheck | None = None
        self._code = 0
        self.exceptions = ExceptionReporter(self._tell)
        self.exceptions.install()

    def begin(self) -> None:
        """Opens the window, or the page that says why not."""
        try:
            if self._opened.error:
                raise self._opened.error
            self._open()
        except (PackageError, MissingResourceError, FontError) as error:
            self._explain(error)

    def _open(self) -> None:
        assert self._package is not None
        saved = self._opened.saved
        load_fonts(saved.state.script)
        load_package_fonts(self._package.fonts())
        self._prepare_check()
        self._open_window(saved).completed.connect(self._finish)

    def reset(self) -> None:
        """Throws the session and the window away and makes new ones: nothing of the last visitor is left."""
        if self._package is not None and self._window is not None:
            last = self._window
            _clear_clipboard()
            self._open_window(SavedState(first_state(), (last.width(), last.height())))
            _dispose(last)

    def stop(self, number: int) -> None:
        """Closes the window because the operating system sent a signal; the state is kept."""
        LOG.info("ended by signal %s", number)
        self._code = 128 + number
        QApplication.quit()

    def end(self) -> int:
        """Keeps what the reader will want to find again and closes the package. Returns the exit code."""
        if self._check:
            self._check.wait()
        if isinstance(self._window, ExhibitWindow):
            self._save_state(self._window)
            self._window.close_threads()
        if self._package:
            self._package.close()
        return self._code

    def _save_state(self, window: ExhibitWindow) -> None:
        size = window.normalGeometry().size()
        file = state_file(window.session.package.exhibit.id) if self._options.mode.keeps_state else None
        if file:
            save_state(file, SavedState(window.session.state, (size.width(), size.height())))

    def _open_window(self, saved: SavedState) -> ExhibitWindow:
        assert self._package is not None
        self._session = Session(self._package, saved.state, options=self._options)
        window = self._window = ExhibitWindow(self._session)
        window.resize_within_screen(QSize(*saved.window) if saved.window else _FIRST_SIZE)
        window.show()
        IdleCollector(self._session, window)
        return window

    def _prepare_check(self) -> None:
        """A package too large to be checked before it is shown is checked in the background."""
        if not is_checked_at_once(self._opened.file):
            self._check = DigestCheck(self._opened.file)
            self._check.failed.connect(self._explain)

    def _finish(self) -> None:
        """Does what the first paint does not need: the log, the other script's fonts, and the background check."""
        start_logging()
        if self._session:
            for script in SCRIPTS:
                if script != self._session.state.script:
                    load_fonts(script)
        if self._check:
            self._check.start()

    def _tell(self, error: BaseException) -> None:
        """Shows what a reader can use of an exception: that the package proved damaged."""
        if isinstance(error, PackageError):
            QTimer.singleShot(0, lambda: self._explain(error))  # the exception may come from the midst of a paint
        else:
            _complain(f"exhibit: {type(error).__name__}: {error} (its stack is in the log)")

    def _explain(self, error: Exception) -> None:
        """Puts a readable page in the place of the window."""
        from exhibit.ui.error_page import ErrorPage  # only when it is needed

        LOG.error("%s", error)
        _complain(str(error))
        if self._session:
            self._session.blockSignals(True)  # else a window that could only be made in part follows it
        for script in SCRIPTS:
            with suppress(FontError, MissingResourceError):  # the page can be read in other fonts, too
                load_fonts(script)
        page = ErrorPage(error.fault if isinstance(error, PackageError) else "fonts", str(error))
        page.resize(self._window.size() if self._window else QSize(900, 640))
        page.show()
        if self._window:
            _dispose(self._window)
        self._window, self._code = page, 1


class DigestCheck(QThread):
    """Compares a package with its digest while the window is already in use."""

    failed = Signal(object)
    """Carries the PackageError."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    # Qt calls this

    @qt_override
    def run(self) -> None:
        try:
            verify_digest(self._file)
        except PackageError as error:
            self.failed.emit(error)


def keep_no_dialog_history() -> None:
    """Lets Qt's dialogs write no file: theirs would name the folders that were seen, outside of the state folder."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _complain(text: str) -> None:
    """Prints to standard error, as far as it takes anything."""
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def _clear_clipboard() -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _dispose(window: QWidget) -> None:
    """Closes a window, ends its threads, and frees it in the next turn of the event loop."""
    if isinstance(window, ExhibitWindow):
        window.close_threads()
    window.close()
    window.deleteLater()
