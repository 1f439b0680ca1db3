"""The sheet of commands and their keys."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.labels import plain_label
from exhibit.ui.window.commands import CommandAction


class HelpSheet(QDialog):
    """Lists every command with its keys, in the interface language."""

    def __init__(self, session: Session, actions: Sequence[CommandAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self._actions = actions
        self.setObjectName("help-sheet")
        self._make()
        session.settled.connect(self._refresh)
        self._refresh()

    def _make(self) -> None:
        column = QVBoxLayout(self)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        grid = QGridLayout(sheet)
        self._rows = [(plain_label("key", sheet), plain_label("command", sheet)) for _ in self._actions]
        for number, (keys, command) in enumerate(self._rows):
            grid.addWidget(keys, number, 0)
            grid.addWidget(command, number, 1)
        grid.setColumnStretch(1, 1)
        area.setWidget(sheet)
        self._close = QPushButton(self)
        self._close.setObjectName("close")
        self._close.clicked.connect(self.accept)
        column.addWidget(area)
        column.addWidget(self._close)

    def _refresh(self) -> None:
        language = self._session.state.language
        self.setWindowTitle(say("help", language))
        self._close.setText(say("close", language))
        for action, (keys, command) in zip(self._actions, self._rows, strict=True):
            keys.setText(" · ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()))
            command.setText(say(action.command.id, language))
        scale = self._session.state.scale / 100
        self.resize(round(560 * scale), min(round(720 * scale), self._window.height() - 40))
