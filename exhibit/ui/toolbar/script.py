"""The switch between Simplified and Traditional: one control of two halves."""

from typing import Final, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from exhibit.model.state import State
from exhibit.model.text import Script
from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.session_view import SessionView

_HALVES: Final[dict[Script, tuple[str, str]]] = {"hans": ("简", "simplified"), "hant": ("繁", "traditional")}
"""What each half shows in its own script, and the key of its name."""


class ScriptSwitchShown(NamedTuple):
    """The script in view, and the names of the halves in the order of _HALVES."""

    script: Script
    names: tuple[str, ...]


class ScriptSwitch(SessionView[ScriptSwitchShown], QWidget):
    """Two halves, of which the one of the script in view is pressed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("script")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._halves = {script: self._half(script, row) for script in _HALVES}
        self.follow(session, at_once=True)

    def _half(self, script: Script, row: QHBoxLayout) -> QPushButton:
        half = QPushButton(_HALVES[script][0], self)
        half.setObjectName(script)
        half.setCheckable(True)
        half.clicked.connect(self._choose_hans if script == "hans" else self._choose_hant)
        row.addWidget(half)
        return half

    def derive(self, state: State) -> ScriptSwitchShown:
        return ScriptSwitchShown(state.script, tuple(say(name, state.language) for _, name in _HALVES.values()))

    def display(self, before: ScriptSwitchShown | None) -> None:
        self._check()
        for half, name in zip(self._halves.values(), self.shown.names, strict=True):
            half.setAccessibleName(name)
            half.setToolTip(name)

    def _choose_hans(self) -> None:
        self._session.set_script("hans")
        self._check()

    def _choose_hant(self) -> None:
        self._session.set_script("hant")
        self._check()

    def _check(self) -> None:
        """Presses the half of the script in view; a click on it has just released it."""
        for script, half in self._halves.items():
            half.setChecked(script == self.shown.script)
