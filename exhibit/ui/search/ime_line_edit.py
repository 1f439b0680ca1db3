"""A line of text to be typed that says nothing while an input method composes."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from exhibit.ui.qt_override import qt_override

_LONGEST = 200
"""Characters; what is pasted beyond that is no query."""


class ImeLineEdit(QLineEdit):
    """`typed` carries the text as soon as it is another, a composition being over."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.composes = False
        self._said = ""
        self.setObjectName(name)
        self.setMaxLength(_LONGEST)
        self.textEdited.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Shows a text that came from elsewhere; what is being typed is not disturbed."""
        if text != self._said and not self.composes:
            self._said = text
            if text != self.text():
                self.setText(text)

    def press(self, text: str) -> None:
        """A key of the keyboard on the screen."""
        self.insert(text)
        self._tell()

    def press_delete(self) -> None:
        """Takes away the last character, or what is selected."""
        self.backspace()
        self._tell()

    def _tell(self) -> None:
        if not self.composes and self.text() != self._said:
            self._said = self.text()
            self.typed.emit(self._said)

    # Qt calls these

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.composes = False  # what was composed is given up without a word
        self._tell()

    @qt_override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composes = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._tell()
