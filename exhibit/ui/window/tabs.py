"""Tabs in one line and one font, the largest in which they all have room."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget

from exhibit.model.text import Script
from exhibit.theme import Theme
from exhibit.ui.fonts import font_of
from exhibit.ui.qt_override import qt_override_or
from exhibit.ui.window.fit_text import largest

_FONT_SIZE: Final = 16
_PADDING: Final = 14
_MIN_PADDING: Final = 7
"""Design pixels: the words, and the room on either side of a word."""


class PanelTabs(QTabBar):
    """A bar of `count` tabs; `fit` gives it a width."""

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._padding = 0
        self.setObjectName("tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        for _ in range(count):
            self.addTab("")

    def fit(self, width: int, theme: Theme, script: Script) -> None:
        """Takes the largest font, up to the usual one, with which all tabs have room in a width of pixels."""
        least = theme.px(_MIN_PADDING)
        sides = 2 * self.count()
        pixels, words = largest(theme, script, _FONT_SIZE, self._words, width - sides * least)
        self._padding = max(least, min(theme.px(_PADDING), (width - words) // sides))
        self.setFont(font_of("sans", script, pixels))

    def _words(self, metrics: QFontMetrics) -> int:
        return sum(metrics.horizontalAdvance(self.tabText(index)) for index in range(self.count()))

    # Qt calls this

    @qt_override_or(QSize())
    def tabSizeHint(self, index: int) -> QSize:
        bold = self.font()
        bold.setBold(True)
        word = QFontMetrics(bold).horizontalAdvance(self.tabText(index))
        return QSize(word + 2 * self._padding, super().tabSizeHint(index).height())
