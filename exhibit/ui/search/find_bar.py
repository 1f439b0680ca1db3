"""The bar over the text: what is lit in it, which place is in view, and the ways to the others."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import theme_for
from exhibit.ui.icons import icon
from exhibit.ui.labels import plain_label
from exhibit.ui.qt_override import qt_override
from exhibit.ui.search.find_shown import FindShown, find_shown
from exhibit.ui.search.ime_line_edit import ImeLineEdit

_WIDE: Final = 380
_LEAST: Final = 280
_HIGH: Final = 52
"""Design pixels."""
_BUTTONS: Final = {"find-previous": "chevron-up", "find-next": "chevron-down", "find-close": "close"}


class FindLine(ImeLineEdit):
    """`stepped` carries on or back; `escaped` ends it."""

    stepped = Signal(int)
    escaped = Signal()

    # Qt calls this

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Shows `find_shown`; `turned` tells that it is to come or go, `left` that the keyboard goes to the text."""

    turned = Signal()
    left = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: FindShown | None = None
        self._seen: tuple[object, ...] = ()
        self._make()
        self.hide()
        session.settled.connect(self._refresh)
        self._refresh()

    @property
    def wanted(self) -> bool:
        """Whether it has something to show."""
        return self._shown is not None

    def box(self, middle: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        """Where it stands: at the right top of the middle, and over what is beside it where that is too narrow."""
        theme = theme_for(self._session.state.appearance, self._session.state.scale)
        left, top, width, _ = middle
        gap, right = theme.px(8), left + width
        wide = min(theme.px(_WIDE), max(width - 2 * gap, theme.px(_LEAST)), right - gap)
        at = right - wide - (2 * gap if width >= wide + 2 * gap else 0)
        return at, top + gap, wide, theme.px(_HIGH)

    def take_focus(self) -> None:
        """Makes ready to type."""
        self._refresh()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def _make(self) -> None:
        self.setObjectName("find-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._line = FindLine("find", self)
        self._line.typed.connect(self._session.find)
        self._line.stepped.connect(self._session.step_find)
        self._line.escaped.connect(self._end)
        self._count = plain_label("find-count", self)
        self._row.addWidget(self._line, 1)
        self._row.addWidget(self._count)
        self._buttons = {id: self._button(id) for id in _BUTTONS}
        self._buttons["find-previous"].clicked.connect(self._step_back)
        self._buttons["find-next"].clicked.connect(self._step_on)
        self._buttons["find-close"].clicked.connect(self._end)

    def _button(self, id: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(id)
        self._row.addWidget(button)
        return button

    def _step_on(self) -> None:
        self._session.step_find(1)

    def _step_back(self) -> None:
        self._session.step_find(-1)

    def _end(self) -> None:
        self._session.find(None)
        self.left.emit()

    def _refresh(self) -> None:
        state = self._session.state
        before, self._shown = self._shown, find_shown(self._session.package, state, self._shown)
        seen = (state.appearance, state.scale, state.language)
        if self._shown and seen != self._seen:
            self._seen = seen
            self._dress()
        if self._shown and self._shown != before:
            self._line.show_text(self._shown.text)
            self._count.setText(self._shown.count)
            self._count.setAccessibleName(self._shown.spoken)
            for id in ("find-previous", "find-next"):
                self._buttons[id].setEnabled(self._shown.several)
        if (before is None) != (self._shown is None):
            self.turned.emit()

    def _dress(self) -> None:
        state = self._session.state
        theme, ratio = theme_for(state.appearance, state.scale), self.devicePixelRatioF()
        for id, button in self._buttons.items():
            button.setIcon(icon(_BUTTONS[id], theme.colours.ink, theme.px(18), ratio))
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
            button.setAccessibleName(say(id, state.language))
            button.setToolTip(say(id, state.language))
        self._line.setPlaceholderText(say("find", state.language))
        self._line.setAccessibleName(say("find", state.language))
        self._row.setContentsMargins(theme.px(8), theme.px(5), theme.px(8), theme.px(5))
        self._row.setSpacing(theme.px(4))
