"""A button that paints itself, and the keys that move the focus between buttons."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.layout import FocusDirection


class PaintedButton(QAbstractButton):
    """A button that paints itself, with a focus ring for the keyboard. A click does not check it: the session does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ring = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_plain_text(self, text: str) -> None:
        """Takes a text as it is: `&` makes no shortcut of the letter behind it."""
        self.setText(text)
        self.setShortcut(QKeySequence())

    # Qt calls these

    @qt_override
    def nextCheckState(self) -> None:
        pass

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason
        self.ring = event.reason() in by_key
        super().focusInEvent(event)

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring = False
        super().focusOutEvent(event)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class RowButton(PaintedButton):
    """One of many buttons whose parent handles the arrow keys; Qt's own buttons would take them for Tab."""

    # Qt calls this

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ways():
            self.ring = True
            event.ignore()
        else:
            super().keyPressEvent(event)


def ways() -> Mapping[int, FocusDirection]:
    """Maps arrow keys, Home and End to directions."""
    return {
        Qt.Key.Key_Left: "left",
        Qt.Key.Key_Right: "right",
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
        Qt.Key.Key_Home: "first",
        Qt.Key.Key_End: "last",
    }
