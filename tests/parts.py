"""Parts of the window by their names, and what is done with any of them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from exhibit.session import Session
from exhibit.ui.window.view import ExhibitWindow


class Parts:
    """The window and its session."""

    def __init__(self, window: ExhibitWindow, session: Session) -> None:
        self.window = window
        self.session = session

    def sees(self, name: str) -> bool:
        """Whether a part is on screen."""
        found = self._find(name)
        return found is not None and found.isVisible()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def settle(self) -> None:
        """Lets the window follow what was chosen."""
        QApplication.processEvents()
        QApplication.processEvents()

    def _find(self, name: str) -> QWidget | None:
        return self.window.findChild(QWidget, name)

    def _button(self, name: str) -> QAbstractButton:
        found = self._find(name)
        assert isinstance(found, QAbstractButton), f"no button {name}"
        return found
