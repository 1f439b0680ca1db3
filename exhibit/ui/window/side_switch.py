"""The switch of the side column between map, list and panel, where only one of them has room."""

from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.window.fit_text import largest
from exhibit.ui.window.layout import SIDES, SidePart

_FONT_SIZE: Final = 15
_PADDING: Final = 16
_MIN_PADDING: Final = 3
"""Design pixels: the words, and the room on either side of a word."""
_FRAME: Final = 2
"""Pixels of a button's frame and its neighbour's."""


class SideSwitchShown(NamedTuple):
    """The name of the switch, and the words of its buttons in the order of SIDES."""

    name: str
    labels: tuple[str, ...]


class SideSwitch(SessionView[SideSwitchShown], QWidget):
    """One button for each part; `side` is the part that is shown, `turned` says that it changed."""

    turned = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.side: SidePart = "map"
        self.setObjectName("pager")
        row = self._row = QHBoxLayout(self)
        self._buttons = {side: SideButton(side, self) for side in SIDES}
        for button in self._buttons.values():
            row.addWidget(button)
        self._check()
        self.follow(session)

    def turn(self, side: SidePart) -> None:
        """Shows a part."""
        changed, self.side = self.side != side, side
        self._check()
        if changed:
            self.turned.emit()

    def derive(self, state: State) -> SideSwitchShown:
        labels = tuple(say(f"side-{side}", state.language) for side in SIDES)
        return SideSwitchShown(say("side", state.language), labels)

    def display(self, before: SideSwitchShown | None) -> None:
        self.setAccessibleName(self.shown.name)
        for button, label in zip(self._buttons.values(), self.shown.labels, strict=True):
            button.setText(label)
        self._fit()

    def _check(self) -> None:
        for side, button in self._buttons.items():
            button.setChecked(side == self.side)

    def _fit(self) -> None:
        """Takes the largest font, up to the usual one, with which every word has room in its button."""
        theme, margins = self.theme, self._row.contentsMargins()
        gaps = margins.left() + margins.right() + self._row.spacing() * (len(SIDES) - 1)
        room = (self.width() - gaps) // len(SIDES) - 2 * _FRAME
        least = theme.px(_MIN_PADDING)
        pixels, longest = largest(theme, self.look.script, _FONT_SIZE, self._longest, room - 2 * least)
        beside = max(least, min(theme.px(_PADDING), (room - longest) // 2))
        style = f"QPushButton {{ font-size: {pixels}px; padding-left: {beside}px; padding-right: {beside}px; }}"
        if style != self.styleSheet():
            self.setStyleSheet(style)

    def _longest(self, metrics: QFontMetrics) -> int:
        return max(metrics.horizontalAdvance(button.text()) for button in self._buttons.values())

    # Qt calls this

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class SideButton(QPushButton):
    """Turns to its part."""

    def __init__(self, side: SidePart, switch: SideSwitch) -> None:
        super().__init__(switch)
        self._side: SidePart = side
        self._switch = switch
        self.setObjectName(f"side-{side}")
        self.setCheckable(True)
        self.clicked.connect(self._turn)

    def _turn(self) -> None:
        self._switch.turn(self._side)
