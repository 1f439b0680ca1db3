"""Saves a drawing: a menu of file formats, a dialog for the name, and a sentence about the result."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from exhibit.model.system import System
from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.systems.export import save_drawing
from exhibit.ui.systems.shown import source_line, unit_values

_FORMATS: Final = ("SVG", "PNG", "PDF")
_NOT_IN_FILE_NAMES: Final = re.compile(r'[\\/:*?"<>|\s]+')


class DrawingSaver(QObject):
    """Asks for a format and a file name, and saves the drawing in the script and the colours in view."""

    reported = Signal(str)
    """A sentence that says what came of saving."""

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._system: System | None = None
        self._format = _FORMATS[0]
        self._menu = QMenu(view)
        self._menu.setObjectName("save-kinds")
        for name in _FORMATS:
            self._menu.addAction(name)
        self._menu.triggered.connect(self._ask_name)

    def ask(self, system: System, at: QPoint) -> None:
        """Opens the menu of formats at a point of the screen."""
        self._system = system
        self._menu.popup(at)

    def save(self, name: str) -> None:
        """Saves under a path in the format that was chosen. The path must end in the suffix of the format."""
        language, path = self._session.state.language, Path(name)
        if self._system is None:
            return
        if path.suffix.lower() != f".{self._format.lower()}":
            self.reported.emit(say("system-other-kind", language, kind=f".{self._format.lower()}"))
            return
        try:
            self._write(self._system, path)
        except OSError:
            self.reported.emit(say("system-not-saved", language, path=path.parent))
        else:
            self.reported.emit(say("system-saved", language, path=path))

    def _write(self, system: System, path: Path) -> None:
        script, package = self._session.state.script, self._session.package
        source, values = source_line(package, system, script), unit_values(package, system, script)
        save_drawing(system, script, self._session.theme, path, source=source, values=values)

    def _ask_name(self, action: QAction) -> None:
        if self._system is None:
            return
        self._format = action.text()
        state = self._session.state
        dialog = QFileDialog(self._view.window(), say("system-save", state.language))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self._format} (*.{self._format.lower()})")
        dialog.setDefaultSuffix(self._format.lower())
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.selectFile(f"{_NOT_IN_FILE_NAMES.sub('', self._system.title.in_(state.script))}.{self._format.lower()}")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
