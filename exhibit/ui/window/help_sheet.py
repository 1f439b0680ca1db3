"""The sheet of commands and their keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from exhibit.model.state import InterfaceLanguage, State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.labels import plain_label
from exhibit.ui.session_view import SessionView
from exhibit.ui.window.commands import CommandAction

_WIDTH: Final = 560
_HEIGHT: Final = 720
_MARGIN: Final = 40
"""Design pixels: the sheet, and how much of the window's height it leaves."""


class HelpSheet(SessionView[InterfaceLanguage], QDialog):
    """Lists every command with its keys, in the interface language."""

    def __init__(self, session: Session, actions: Sequence[CommandAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._actions = actions
        self.setObjectName("help-sheet")
        self._make()
        self.follow(session)

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

    def derive(self, state: State) -> InterfaceLanguage:
        return state.language

    def display(self, before: InterfaceLanguage | None) -> None:
        self.setWindowTitle(say("help", self.shown))
        self._close.setText(say("close", self.shown))
        for action, (keys, command) in zip(self._actions, self._rows, strict=True):
            keys.setText(" · ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()))
            command.setText(say(action.command.id, self.shown))
        room = self._window.height() - self.theme.px(_MARGIN)
        self.resize(self.theme.px(_WIDTH), min(self.theme.px(_HEIGHT), room))
