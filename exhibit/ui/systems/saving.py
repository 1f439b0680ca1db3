"""Saving a drawing: a menu of kinds of file, a dialog for the name, and what came of it in words."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from exhibit.model.system import System
from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import theme_for
from exhibit.ui.systems.export import save_drawing
from exhibit.ui.systems.shown import source_line, unit_values

KINDS: Final = ("SVG", "PNG", "PDF")
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\s]+')


class DrawingSaver(QObject):
    """Asks where to save a drawing, saves it in the script and the colours in view, and tells what came of it."""

    said = Signal(str)

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._system: System | None = None
        self._kind = KINDS[0]
        self._menu = QMenu(view)
        self._menu.setObjectName("save-kinds")
        for kind in KINDS:
            self._menu.addAction(kind)
        self._menu.triggered.connect(self._ask_name)

    def ask(self, system: System, at: QPoint) -> None:
        """Offers the kinds of file at a place of the screen."""
        self._system = system
        self._menu.popup(at)

    def save(self, name: str) -> None:
        """Saves as the kind chosen under a file's whole name."""
        language, path = self._session.state.language, Path(name)
        if self._system is None:
            return
        if path.suffix.lower() != f".{self._kind.lower()}":
            self.said.emit(say("system-other-kind", language, kind=f".{self._kind.lower()}"))
            return
        try:
            self._write(self._system, path)
        except OSError:
            self.said.emit(say("system-not-saved", language, path=path.parent))
        else:
            self.said.emit(say("system-saved", language, path=path))

    def _write(self, system: System, path: Path) -> None:
        state, package = self._session.state, self._session.package
        theme = theme_for(state.appearance, 100)
        source, values = source_line(package, system, state.script), unit_values(package, system, state.script)
        save_drawing(system, state.script, theme, path, source=source, values=values)

    def _ask_name(self, kind: QAction) -> None:
        if self._system is None:
            return
        self._kind = kind.text()
        state = self._session.state
        dialog = QFileDialog(self._view.window(), say("system-save", state.language))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self._kind} (*.{self._kind.lower()})")
        dialog.setDefaultSuffix(self._kind.lower())
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.selectFile(f"{_NOT_IN_NAMES.sub('', self._system.title.in_(state.script))}.{self._kind.lower()}")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
