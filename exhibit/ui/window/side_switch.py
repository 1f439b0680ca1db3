"""The switch of the side column between map, list and panel, where only one of them has room."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from exhibit.model.state import InterfaceLanguage
from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import theme_for
from exhibit.ui.window.fit_text import largest
from exhibit.ui.window.layout import SIDES, SidePart

_LETTERS: Final = 15
_BESIDE: Final = 16
_LEAST_BESIDE: Final = 3
"""Design pixels: letters, and what stands on either side of a word."""
_FRAME: Final = 2
"""Pixels."""


class SideSwitch(QWidget):
    """One button a part; `side` says which is shown, `turned` that it changed."""

    turned = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.side: SidePart = "map"
        self._seen: tuple[object, ...] = ()
        """What the words and their size follow from, besides the width."""
        self.setObjectName("pager")
        row = self._row = QHBoxLayout(self)
        self._buttons = {side: SideButton(side, self) for side in SIDES}
        for button in self._buttons.values():
            row.addWidget(button)
        session.settled.connect(self._refresh)
        self._refresh()

    def turn(self, side: SidePart) -> None:
        """Shows a part."""
        changed, self.side = self.side != side, side
        self._refresh()
        if changed:
            self.turned.emit()

    def _refresh(self) -> None:
        state = self._session.state
        for side, button in self._buttons.items():
            button.setChecked(side == self.side)
        seen = (state.language, state.script, state.scale)
        if seen != self._seen:
            self._seen = seen
            self._name(state.language)
            self._fit()

    def _name(self, language: InterfaceLanguage) -> None:
        for side, button in self._buttons.items():
            button.setText(say(f"side-{side}", language))
        self.setAccessibleName(say("side", language))

    def _fit(self) -> None:
        """Takes the largest letters up to the usual ones with which every word has room in its button."""
        state = self._session.state
        theme, margins = theme_for(state.appearance, state.scale), self._row.contentsMargins()
        gaps = margins.left() + margins.right() + self._row.spacing() * (len(SIDES) - 1)
        room = (self.width() - gaps) // len(SIDES) - 2 * _FRAME
        least = theme.px(_LEAST_BESIDE)
        pixels, longest = largest(theme, state.script, _LETTERS, self._longest, room - 2 * least)
        beside = max(least, min(theme.px(_BESIDE), (room - longest) // 2))
        style = f"QPushButton {{ font-size: {pixels}px; padding-left: {beside}px; padding-right: {beside}px; }}"
        if style != self.styleSheet():
            self.setStyleSheet(style)

    def _longest(self, letters: QFontMetrics) -> int:
        return max(letters.horizontalAdvance(button.text()) for button in self._buttons.values())

    # Qt calls this

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class SideButton(QPushButton):
    """Turns to its part."""

    def __init__(self, side: SidePart, pager: SideSwitch) -> None:
        super().__init__(pager)
        self._side: SidePart = side
        self._pager = pager
        self.setObjectName(f"side-{side}")
        self.setCheckable(True)
        self.clicked.connect(self._turn)

    def _turn(self) -> None:
        self._pager.turn(self._side)
