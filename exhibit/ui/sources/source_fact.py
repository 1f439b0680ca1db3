"""A fact about the source: its name, and its text beside or below it."""

from math import ceil
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.sources.shown import SourceFactShown
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.text_label import UNBOUND
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_MIN_TEXT_WIDTH: Final = 170
"""Design pixels of a text beside its name, at least; else the text is below the name."""


class SourceFact(QLabel):
    """Shows a fact, and can show another later. A screen reader reads `name：text`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._fact = SourceFactShown("", "")
        self._look: TextLook | None = None
        self._text_left = 0
        self._lines: list[TextLines] = []

    def show_fact(self, fact: SourceFactShown, text_left: int, look: TextLook) -> None:
        """Shows another fact, or the same in another look; `fit` must follow.

        `text_left` is where the text begins beside the name, in pixels.
        """
        self._fact, self._text_left, self._look = fact, text_left, look
        self.setText(f"{fact.label}：{fact.text} {fact.more}".strip())
        self.update()

    def natural(self) -> int:
        """The preferred width in pixels: a line of its own."""
        return UNBOUND

    def fit(self, width: int) -> int:
        """Lays the fact out in a width and returns its height, both in pixels."""
        if self._look is None:
            return 0
        look, colours, indent = self._look, self._look.theme.colours, self._look.px(RING)
        name = name_lines(self._fact, look, width).at(indent, 0)
        beside = width - self._text_left >= look.px(_MIN_TEXT_WIDTH)
        left, y = (self._text_left, 0.0) if beside else (indent, name.height)
        runs = [TextRun(self._fact.text, look.style("sans", 14))]
        text = look.words(runs, (left, y), width - left, colours.ink)
        if beside:
            name = name.at(indent, text.layout.lineAt(0).ascent() - name.layout.lineAt(0).ascent())
        self._lines = [name, text]
        y += text.height
        if self._fact.more:
            runs = [TextRun(self._fact.more, look.style("sans", 13))]
            more = look.words(runs, (left, y + look.px(2)), width - left, colours.soft)
            self._lines.append(more)
            y = more.y + more.height
        return ceil(y)

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for lines in self._lines:
            lines.paint(painter)
        painter.end()


def name_lines(fact: SourceFactShown, look: TextLook, width: int) -> TextLines:
    """The name of a fact, laid out in a width in pixels."""
    return look.words([TextRun(fact.label, look.style("sans", 13))], (0, 0), width, look.theme.colours.soft)
