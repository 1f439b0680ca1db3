"""The on-screen keyboard: it tells what each key does, and its holder says to which field."""

from collections.abc import Callable
from time import monotonic
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import InterfaceLanguage
from exhibit.strings import say
from exhibit.ui.keyboard.key_cap import KeyCap, KeyCapStyle
from exhibit.ui.keyboard.layout import ROWS, KeyAction, KeyboardLayout, KeySpec, RepeatFilter, keyboard_layout
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.text_look import TextLook

_CAP_STYLES: Final[dict[KeyAction, KeyCapStyle]] = {
    "type": KeyCapStyle("sans", 24),
    "delete": KeyCapStyle("sans", 17),
    "clear": KeyCapStyle("sans", 17),
    "done": KeyCapStyle("sans", 17, bold=True, ground="accent", ink="on_accent"),
}


class KeyButton(KeyCap):
    """A key; `tapped` carries it when the finger leaves it."""

    tapped = Signal(object)

    def __init__(self, key: KeySpec, look: TextLook, parent: QWidget) -> None:
        super().__init__(_CAP_STYLES[key.act], look, parent)
        self._key = key
        self.setObjectName(f"key-{key.id}")
        self.clicked.connect(self._tap)

    def show_key(self, look: TextLook, language: InterfaceLanguage) -> None:
        """Shows the letter it types, or what it does."""
        self.show_cap(self._key.text or say(f"key-{self._key.act}", language), look)

    def _tap(self) -> None:
        self.tapped.emit(self._key)


class ScreenKeyboard(QWidget):
    """Keys for fingers: `typed` carries a letter or a digit, the other signals tell which key was tapped."""

    typed = Signal(str)
    deleted = Signal()
    cleared = Signal()
    done = Signal()

    def __init__(self, look: TextLook, parent: QWidget, delay: int, clock: Callable[[], float] = monotonic) -> None:
        """Ignores repeated taps within `delay` milliseconds; `clock` tells the time in seconds."""
        super().__init__(parent)
        self._look = look
        self._repeats = RepeatFilter(delay)
        self._clock = clock
        self._header: QWidget | None = None
        self._signals: dict[KeyAction, Callable[[], None]] = {
            "delete": self.deleted.emit,
            "clear": self.cleared.emit,
            "done": self.done.emit,
        }
        self._buttons = [KeyButton(key, look, self) for row in ROWS for key in row]
        for button in self._buttons:
            button.tapped.connect(self._tap)
        self.setObjectName("keyboard")
        self.hide()

    def hold_header(self, header: QWidget) -> None:
        """Puts a child widget in a row of its own above the keys."""
        self._header = header
        self._place()

    def show_keys(self, look: TextLook, language: InterfaceLanguage) -> None:
        """Shows the keys in a look, labelled in a language."""
        self._look = look
        self.setAccessibleName(say("keyboard", language))
        for button in self._buttons:
            button.show_key(look, language)
        self._place()
        self.update()

    def wanted_height(self, width: int, height: int) -> int:
        """The height it takes at the bottom of a window of a size, all in pixels."""
        return self._layout(width, height).height

    def key_side(self) -> int:
        """The height of a key in its window, in pixels."""
        return self._layout(self.window().width(), self.window().height()).side

    def _layout(self, width: int, height: int) -> KeyboardLayout:
        return keyboard_layout(width, height, self._look.theme, header=self._header is not None)

    def _place(self) -> None:
        layout = self._layout(self.width(), self.window().height())
        for button, (_, box) in zip(self._buttons, layout.keys, strict=True):
            button.setGeometry(*box)
        if self._header and layout.header:
            self._header.setGeometry(*layout.header)

    def _tap(self, key: KeySpec) -> None:
        if not self._repeats.counts(key.id, self._clock() * 1000):
            return
        if key.act == "type":
            self.typed.emit(key.text)
        else:
            self._signals[key.act]()

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._look.theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.side))
        painter.fillRect(QRect(0, 0, self.width(), 1), QColor(colours.edge))
        painter.end()
