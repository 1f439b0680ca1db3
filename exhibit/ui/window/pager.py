"""The switch of the side column between map, list and panel, where only one of them has room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.window.arrangement import SIDES, Side


class Pager(QWidget):
    """One button a part; `side` says which is shown, `turned` that it changed."""

    turned = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.side: Side = "map"
        self.setObjectName("pager")
        row = QHBoxLayout(self)
        self._buttons = {side: SideButton(side, self) for side in SIDES}
        for button in self._buttons.values():
            row.addWidget(button)
        session.settled.connect(self._refresh)
        self._refresh()

    def turn(self, side: Side) -> None:
        """Shows a part."""
        changed, self.side = self.side != side, side
        self._refresh()
        if changed:
            self.turned.emit()

    def _refresh(self) -> None:
        language = self._session.state.language
        for side, button in self._buttons.items():
            button.setText(say(f"side-{side}", language))
            button.setChecked(side == self.side)
        self.setAccessibleName(say("side", language))


class SideButton(QPushButton):
    """Turns to its part."""

    def __init__(self, side: Side, pager: Pager) -> None:
        super().__init__(pager)
        self._side: Side = side
        self._pager = pager
        self.setObjectName(f"side-{side}")
        self.setCheckable(True)
        self.clicked.connect(self._turn)

    def _turn(self) -> None:
        self._pager.turn(self._side)
