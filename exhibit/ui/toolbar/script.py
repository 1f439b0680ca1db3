"""The switch between Simplified and Traditional: one control of two halves."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from exhibit.model.text import Script
from exhibit.session import Session
from exhibit.strings import say

_HALVES: Final[dict[Script, tuple[str, str]]] = {"hans": ("简", "simplified"), "hant": ("繁", "traditional")}
"""What each half shows in its own script, and the key of its name."""


class ScriptSwitch(QWidget):
    """Two halves of which the one in view is pressed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("script")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._halves = {script: self._half(script, row) for script in _HALVES}
        session.changed.connect(self._refresh)
        self._refresh()

    def _half(self, script: Script, row: QHBoxLayout) -> QPushButton:
        half = QPushButton(_HALVES[script][0], self)
        half.setObjectName(script)
        half.setCheckable(True)
        half.clicked.connect(self._choose_hans if script == "hans" else self._choose_hant)
        row.addWidget(half)
        return half

    def _choose_hans(self) -> None:
        self._session.set_script("hans")
        self._refresh()

    def _choose_hant(self) -> None:
        self._session.set_script("hant")
        self._refresh()

    def _refresh(self) -> None:
        state = self._session.state
        for script, half in self._halves.items():
            half.setChecked(script == state.script)
            half.setAccessibleName(say(_HALVES[script][1], state.language))
            half.setToolTip(half.accessibleName())
