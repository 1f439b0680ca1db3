"""Tabs in one line, of one size of letters, as large as they all have room."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of
from exhibit.ui.window.fit_text import largest

_LETTERS: Final = 16
_BESIDE: Final = 14
_LEAST_BESIDE: Final = 7
"""Design pixels: letters, and what stands on either side of a word."""


class PanelTabs(QTabBar):
    """A bar of so many tabs; `fit` gives it a width."""

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._beside = 0
        self.setObjectName("tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        for _ in range(count):
            self.addTab("")

    def fit(self, width: int, theme: Theme, script: Script) -> None:
        """Takes the largest letters up to the usual ones with which all tabs have room."""
        least = theme.px(_LEAST_BESIDE)
        sides = 2 * self.count()
        pixels, words = largest(theme, script, _LETTERS, self._words, width - sides * least)
        self._beside = max(least, min(theme.px(_BESIDE), (width - words) // sides))
        self.setFont(font_of("sans", script, pixels))

    def _words(self, letters: QFontMetrics) -> int:
        return sum(letters.horizontalAdvance(self.tabText(index)) for index in range(self.count()))

    # Qt calls this

    def tabSizeHint(self, index: int) -> QSize:
        bold = self.font()
        bold.setBold(True)
        word = QFontMetrics(bold).horizontalAdvance(self.tabText(index))
        return QSize(word + 2 * self._beside, super().tabSizeHint(index).height())
