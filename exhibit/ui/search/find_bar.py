"""The find bar over the text: what is highlighted, which place is in view, and buttons that lead to the others."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from exhibit.model.state import InterfaceLanguage, Location, State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import Theme
from exhibit.ui.icons import icon
from exhibit.ui.labels import plain_label
from exhibit.ui.qt_override import qt_override
from exhibit.ui.search.find_shown import FindShown, find_shown, is_find_open
from exhibit.ui.search.ime_line_edit import ImeLineEdit
from exhibit.ui.session_view import SessionView

_BUTTONS: Final = {"find-previous": "chevron-up", "find-next": "chevron-down", "find-close": "close"}
"""The buttons from left to right, and their icons."""
_CONTROL: Final = 40
"""Design pixels of the room of a button and of the field; the style sheet fills it."""
_ICON: Final = 18
"""Design pixels of an icon."""
_MAX_WIDTH: Final = 380
"""Design pixels of width with buttons for a mouse."""
_MIN_WIDTH: Final = 280
"""The same in a narrow window."""
_HEIGHT: Final = 52
"""Design pixels of height with buttons for a mouse."""


class FindLine(ImeLineEdit):
    """`stepped` leads to the next place (1) or the one before it (-1); `escaped` closes the bar."""

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


class FindBar(SessionView[FindShown | None], QWidget):
    """Shows `FindShown`. Its holder shows it while it is `wanted`; `left` tells that the focus goes to the text."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.shown = None
        self._dressed_for: tuple[Theme, InterfaceLanguage] | None = None
        self._make()
        self.follow(session)
        self.hide()

    @property
    def wanted(self) -> bool:
        """Whether the session asks for it."""
        return is_find_open(self._session.state)

    def box(self, middle: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        """Its box (left, top, width, height) at the right top of the middle of the window, in pixels.

        It covers what is beside a middle that is too narrow.
        """
        theme = self._session.theme  # the window asks before this view has followed the session
        left, top, width, _ = middle
        gap, right = theme.px(8), left + width
        growth = theme.target(_CONTROL) - theme.px(_CONTROL)
        max_width, min_width = (theme.px(size) + len(_BUTTONS) * growth for size in (_MAX_WIDTH, _MIN_WIDTH))
        own_width = min(max_width, max(width - 2 * gap, min_width), right - gap)
        own_left = right - own_width - (2 * gap if width >= own_width + 2 * gap else 0)
        return own_left, top + gap, own_width, theme.px(_HEIGHT) + growth

    def take_focus(self) -> None:
        """Takes the keyboard focus and selects the text; the bar must be visible."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def _make(self) -> None:
        self.setObjectName("find-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._line = FindLine("find", self)
        self._line.typed.connect(self._session.find)
        self._line.stepped.connect(self._session.step_find)
        self._line.escaped.connect(self._close)
        self._position = plain_label("find-count", self)
        self._row.addWidget(self._line, 1)
        self._row.addWidget(self._position)
        self._buttons = {id: self._new_button(id) for id in _BUTTONS}
        self._buttons["find-previous"].clicked.connect(self._step_back)
        self._buttons["find-next"].clicked.connect(self._step_on)
        self._buttons["find-close"].clicked.connect(self._close)

    def _new_button(self, id: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(id)
        self._row.addWidget(button)
        return button

    # Following the session

    def relevant(self, state: State) -> State:
        place = state.place
        found = Location(
            article=place.article, edition=place.edition, page=place.page, find=place.find, find_at=place.find_at
        )
        return state._replace(place=found, visited=frozenset())

    def derive(self, state: State) -> FindShown | None:
        return find_shown(self._session.package, state, self.shown)

    def display(self, before: FindShown | None) -> None:
        shown = self.shown
        if shown is None:
            return
        dress = (self.theme, shown.language)
        if dress != self._dressed_for:  # icons take long to render: not for every letter
            self._dressed_for = dress
            self._dress(self.theme, shown.language)
        self._line.show_text(shown.text)
        self._position.setText(shown.position)
        self._position.setAccessibleName(shown.accessible_position)
        for id in ("find-previous", "find-next"):
            self._buttons[id].setEnabled(shown.has_places)

    def _dress(self, theme: Theme, language: InterfaceLanguage) -> None:
        size, ratio = theme.px(_ICON), self.devicePixelRatioF()
        for id, button in self._buttons.items():
            button.setIcon(icon(_BUTTONS[id], theme.colours.ink, size, ratio))
            button.setIconSize(QSize(size, size))
            button.setAccessibleName(say(id, language))
            button.setToolTip(say(id, language))
        self._line.setPlaceholderText(say("find", language))
        self._line.setAccessibleName(say("find", language))
        self._row.setContentsMargins(theme.px(8), theme.px(5), theme.px(8), theme.px(5))
        self._row.setSpacing(theme.px(4))

    # What the reader does

    def _step_on(self) -> None:
        self._session.step_find(1)

    def _step_back(self) -> None:
        self._session.step_find(-1)

    def _close(self) -> None:
        self._session.find(None)
        self.left.emit()
