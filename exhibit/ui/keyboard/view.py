"""The keyboard for fingers: pinyin and initials below, the names they complete above; no input method is needed."""

from collections.abc import Callable
from time import monotonic
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.search import NameCompletion
from exhibit.model.text import Script
from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import Theme, theme_for
from exhibit.ui.keyboard.layout import KeyAction, KeyboardLayout, KeySpec, RepeatFilter, keyboard_layout
from exhibit.ui.search.search_thread import SearchClient
from exhibit.ui.search.shown import completions_shown
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.text_look import TextLook, TextRun

_MOST: Final = 8
"""Names beside each other."""
_GAP: Final = 6


class KeyButton(PaintedButton):
    """A key or a name; `pressed_key` carries it when the finger leaves it. It never takes the focus from the field."""

    pressed_key = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.goal: KeySpec | NameCompletion | None = None
        self._look: TextLook | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._tell)

    def show_key(self, goal: KeySpec | NameCompletion, text: str, look: TextLook) -> None:
        self.goal, self._look = goal, look
        self.setText(text)
        self.setAccessibleName(text)
        self.update()

    def natural(self) -> int:
        """The width a name would like."""
        if self._look is None:
            return 0
        style = self._look.style("serif", 24)
        return int(self._look.words([TextRun(self.text(), style)], (0, 0), 1 << 20, "#000000").width) + self._look.px(
            44
        )

    def _tell(self) -> None:
        self.pressed_key.emit(self.goal)

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_cap(painter, self, self._look)
        painter.end()


def _paint_cap(painter: QPainter, cap: KeyButton, look: TextLook) -> None:
    colours, named = look.theme.colours, isinstance(cap.goal, NameCompletion)
    done = isinstance(cap.goal, KeySpec) and cap.goal.act == "done"
    ground = colours.lit if cap.isDown() else colours.accent if done else colours.card
    painter.setPen(QPen(QColor(colours.accent if named else colours.edge), 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(cap.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
    letter = isinstance(cap.goal, KeySpec) and cap.goal.act == "type"
    size = 24.0 if named or letter else 17.0
    pixels = min(look.px(size), max(12, int(cap.height() * 0.46)))
    style = look.exact_style("serif" if named else "sans", pixels, bold=done)
    painter.setFont(style.font)
    room = cap.width() - look.px(6)
    if isinstance(cap.goal, KeySpec) and (wide := painter.fontMetrics().horizontalAdvance(cap.text())) > room:
        painter.setFont(look.exact_style("sans", max(10, pixels * room // wide), bold=done).font)
    painter.setPen(QColor(colours.ink if cap.isDown() or not done else colours.on_accent))
    text = painter.fontMetrics().elidedText(cap.text(), Qt.TextElideMode.ElideRight, cap.width() - look.px(4))
    painter.drawText(cap.rect(), int(Qt.AlignmentFlag.AlignCenter), text)


class ScreenKeyboard(QWidget):
    """Keys, and the completions of what is typed; what a key does is told, a name is gone to."""

    typed = Signal(str)
    deleted = Signal()
    cleared = Signal()
    done = Signal()

    def __init__(
        self,
        session: Session,
        asker: SearchClient,
        parent: QWidget,
        delay: int,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._asker = asker
        self._repeats = RepeatFilter(delay)
        self._clock = clock
        self._look: TextLook | None = None
        self._hint = ""
        self._make()
        self.hide()
        session.settled.connect(self._refresh)
        asker.answered.connect(self._refresh)

    def wanted_height(self, width: int, height: int) -> int:
        """The height it takes at the bottom of a window."""
        return self._layout(width, height).height

    def side(self) -> int:
        """The height of a key, in pixels."""
        return self._layout(self.window().width(), self.window().height()).side

    def _make(self) -> None:
        self.setObjectName("keyboard")
        self._acts: dict[KeyAction, Callable[[], None]] = {
            "delete": self.deleted.emit,
            "clear": self.cleared.emit,
            "done": self.done.emit,
        }
        self._caps = [KeyButton(self) for _ in self._layout(1000, 1000).keys]
        self._names = [KeyButton(self) for _ in range(_MOST)]
        for cap in self._caps:
            cap.pressed_key.connect(self._press)
        for cap in self._names:
            cap.pressed_key.connect(self._choose)

    def _layout(self, width: int, height: int) -> KeyboardLayout:
        return keyboard_layout(width, height, self._session.state.scale / 100)

    def _press(self, key: KeySpec) -> None:
        if not self._repeats.counts(key.id, self._clock() * 1000):
            return
        if key.act == "type":
            self.typed.emit(key.text)
        else:
            self._acts[key.act]()

    def _choose(self, completion: NameCompletion) -> None:
        self._session.choose_completion(completion)
        self.done.emit()

    def _refresh(self) -> None:
        if self.isHidden():
            return
        state = self._session.state
        look = self._new_look(theme_for(state.appearance, state.scale), state.script)
        layout = self._layout(self.width(), self.window().height())
        for cap, (key, box) in zip(self._caps, layout.keys, strict=True):
            text = key.text or say(f"key-{key.act}", state.language)
            cap.setObjectName(f"key-{key.id}")
            cap.show_key(key, text, look)
            cap.setGeometry(box.x, box.y, box.width, box.height)
        self._place_names(layout, look)
        self.setAccessibleName(say("keyboard", state.language))
        self.update()

    def _place_names(self, layout: KeyboardLayout, look: TextLook) -> None:
        """As many names as there is room for, the first ones first."""
        shown = completions_shown(self._session.state, self._asker.answer)
        strip, x, placed = layout.strip, layout.strip.x, []
        self._hint = "" if shown else say(self._empty(), self._session.state.language)
        for number, cap in enumerate(self._names):
            cap.hide()
            if number >= len(shown):
                continue
            cap.show_key(shown[number][1], shown[number][0], look)
            cap.setObjectName(f"completion-{number}")
            wide = min(max(cap.natural(), layout.side), strip.width)
            if x + wide <= strip.x + strip.width:
                placed.append((cap, x, wide))
                x += wide + _GAP
        left = (strip.x + strip.width - x + _GAP) // 2  # in the middle, as the keys are
        for cap, at, wide in placed:
            cap.setGeometry(at + left, strip.y, wide, strip.height)
            cap.show()

    def _empty(self) -> str:
        query = self._session.state.place.query
        return "keyboard-none" if query and query.text.strip() else "keyboard-hint"

    def _new_look(self, theme: Theme, script: Script) -> TextLook:
        if self._look is None or (self._look.theme, self._look.script) != (theme, script):
            self._look = TextLook(theme, script)
        return self._look

    # Qt calls these

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self._asker.complete(visible)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        colours = self._look.theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.side))
        painter.fillRect(QRect(0, 0, self.width(), 1), QColor(colours.edge))
        if self._hint:
            strip = self._layout(self.width(), self.window().height()).strip
            painter.setFont(self._look.style("sans", 17).font)
            painter.setPen(QColor(colours.soft))
            box = QRect(strip.x, strip.y, strip.width, strip.height)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._hint)
        painter.end()
