"""A line edit that says nothing while an input method composes."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from exhibit.ui.qt_override import qt_override

_MAX_LENGTH: Final = 200
"""Characters of a query; the rest of a longer pasted text is cut off."""


class ImeLineEdit(QLineEdit):
    """`typed` carries the text whenever the user has changed it, but not during a composition."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._composes = False
        self._told = ""
        """The text that was told, or shown from elsewhere, last."""
        self._postponed: str | None = None
        """A text from elsewhere that came during a composition."""
        self.setObjectName(name)
        self.setMaxLength(_MAX_LENGTH)
        self.textEdited.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Shows a text from elsewhere; during a composition it waits for the end of it."""
        if self._composes:
            self._postponed = text
        elif text != self._told:
            self._told = text
            if text != self.text():
                self.setText(text)

    def press(self, text: str) -> None:
        """Types a letter of the on-screen keyboard."""
        self.insert(text)
        self._tell()

    def press_delete(self) -> None:
        """Deletes the selection, or the character before the cursor."""
        self.backspace()
        self._tell()

    def wipe(self) -> None:
        """Deletes the whole text."""
        self.setText("")
        self._tell()

    def _tell(self) -> None:
        if self._composes:
            return
        postponed, self._postponed = self._postponed, None
        if self.text() != self._told:
            self._told = self.text()
            self.typed.emit(self._told)
        elif postponed is not None:
            self.show_text(postponed)

    # Qt calls these

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composes = False  # Qt gives up a composition without an event
        self._tell()

    @qt_override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composes = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._tell()
