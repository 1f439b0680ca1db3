"""The strip above the on-screen keyboard: names that complete what is typed."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.search import NameCompletion
from exhibit.model.state import Location, State
from exhibit.session import Session
from exhibit.ui.keyboard.key_cap import KeyCap, KeyCapStyle
from exhibit.ui.keyboard.layout import KEY_GAP
from exhibit.ui.qt_override import qt_override
from exhibit.ui.search.search_client import SearchClient
from exhibit.ui.search.shown import CompletionsShown, completions_shown
from exhibit.ui.session_view import SessionView
from exhibit.ui.widgets.text_label import UNBOUND
from exhibit.ui.widgets.text_look import TextLook, TextRun, look_for

_MAX_NAMES: Final = 8
"""Names beside each other."""
_NAME_STYLE: Final = KeyCapStyle("serif", 24, edge="accent", shrinks=False)
_NAME_PADDING: Final = 44
"""Design pixels of width that a name's text leaves free, both sides together."""
_HINT_SIZE: Final = 17
"""The font size of the hint, in the design."""


class CompletionButton(KeyCap):
    """A name; `chosen` carries its completion."""

    chosen = Signal(object)

    def __init__(self, number: int, look: TextLook, parent: QWidget) -> None:
        super().__init__(_NAME_STYLE, look, parent)
        self._completion: NameCompletion | None = None
        self.setObjectName(f"completion-{number}")
        self.clicked.connect(self._choose)

    def show_completion(self, name: str, completion: NameCompletion, look: TextLook) -> None:
        """Shows the name of a completion."""
        self._completion = completion
        self.show_cap(name, look)

    def preferred_width(self, look: TextLook) -> int:
        """The width of the name and of what is free beside it, in pixels."""
        run = TextRun(self.text(), look.style(_NAME_STYLE.face, _NAME_STYLE.size))
        return int(look.words([run], (0, 0), UNBOUND, look.theme.colours.ink).width) + look.px(_NAME_PADDING)

    def _choose(self) -> None:
        self.chosen.emit(self._completion)


class CompletionStrip(SessionView[CompletionsShown], QWidget):
    """As many completions as have room, or a hint; a tap on one goes there, and `chosen` tells that."""

    chosen = Signal()

    def __init__(self, session: Session, client: SearchClient, parent: QWidget) -> None:
        super().__init__(parent)
        self._client = client
        look = look_for(session.theme, session.state.script)
        self._buttons = [CompletionButton(number, look, self) for number in range(_MAX_NAMES)]
        for button in self._buttons:
            button.chosen.connect(self._choose)
        self.setObjectName("completions")
        client.answered.connect(self._follow_client)
        self.follow(session)

    def relevant(self, state: State) -> State:
        return state._replace(place=Location(query=state.place.query), visited=frozenset())

    def derive(self, state: State) -> CompletionsShown:
        return completions_shown(state, self._client.progress.results)

    def display(self, before: CompletionsShown | None) -> None:
        for button, (name, completion) in zip(self._buttons, self.shown.names, strict=False):
            button.show_completion(name, completion, self.look)
        self._place()
        self.update()

    def _follow_client(self) -> None:
        if self.isVisible():
            self.derive_again()

    def _place(self) -> None:
        """Puts the names in the middle of the strip, the first ones first, as many as there is room for."""
        gap, room, x = self.theme.mm(KEY_GAP), self.width(), 0
        placed: list[tuple[CompletionButton, int, int]] = []
        for number, button in enumerate(self._buttons):
            button.hide()
            if number < len(self.shown.names):
                width = min(max(button.preferred_width(self.look), self.height()), room)
                if x + width <= room:
                    placed.append((button, x, width))
                    x += width + gap
        left = (room - x + gap) // 2
        for button, at, width in placed:
            button.setGeometry(left + at, 0, width, self.height())
            button.show()

    def _choose(self, completion: NameCompletion) -> None:
        self._session.choose_completion(completion)
        self.chosen.emit()

    # Qt calls these

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_client()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown.hint:
            painter = QPainter(self)
            painter.setFont(self.look.style("sans", _HINT_SIZE).font)
            painter.setPen(QColor(self.theme.colours.soft))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), self.shown.hint)
            painter.end()
