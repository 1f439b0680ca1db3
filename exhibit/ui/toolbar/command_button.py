"""A button of the bar that shows a command and runs it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget


class CommandButton(QToolButton):
    """Takes label, tool tip and icon from an action, and triggers it.

    The action is not the button's default action: Qt makes one more connection to that at each of its changes, so that
    each switch of the language would take longer than the one before (Qt 6.11.3).
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)

    def show_action(self, action: QAction) -> None:
        """Shows an action and follows it; called once."""
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        if self.icon().cacheKey() != action.icon().cacheKey():
            self.setIcon(action.icon())
