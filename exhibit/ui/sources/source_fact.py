"""A fact of the source: its name, and what it is beside or below it."""

from math import ceil
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from exhibit.ui.sources.shown import FactShown
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.text_label import UNBOUND
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_BESIDE: Final = 170
"""Design pixels a text has at least beside its name; with less it stands below."""


class SourceFact(QLabel):
    """Read out as `name：text`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._fact = FactShown("", "")
        self._look: TextLook | None = None
        self._column = 0
        self._words: list[TextLines] = []

    def show_fact(self, fact: FactShown, column: int, look: TextLook) -> None:
        """Says another fact, or the same in another look; its text begins at `column`, if there is room."""
        self._fact, self._column, self._look = fact, column, look
        self.setText(f"{fact.label}：{fact.text} {fact.more}".strip())
        self.update()

    def natural(self) -> int:
        """As wide as it may."""
        return UNBOUND

    def fit(self, width: int) -> int:
        """Lays itself out in a width; its height."""
        if self._look is None:
            return 0
        look, colours, indent = self._look, self._look.theme.colours, self._look.px(RING)
        name = name_words(self._fact, look, width).at(indent, 0)
        beside = width - self._column >= look.px(_BESIDE)
        left, y = (self._column, 0.0) if beside else (indent, name.height)
        runs = [TextRun(self._fact.text, look.style("sans", 14))]
        text = look.words(runs, (left, y), width - left, colours.ink)
        if beside:
            name = name.at(indent, text.layout.lineAt(0).ascent() - name.layout.lineAt(0).ascent())
        self._words = [name, text]
        y += text.height
        if self._fact.more:
            runs = [TextRun(self._fact.more, look.style("sans", 13))]
            more = look.words(runs, (left, y + look.px(2)), width - left, colours.soft)
            self._words.append(more)
            y = more.y + more.height
        return ceil(y)

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for words in self._words:
            words.paint(painter)
        painter.end()


def name_words(fact: FactShown, look: TextLook, width: int) -> TextLines:
    """The name of a fact, laid out."""
    return look.words([TextRun(fact.label, look.style("sans", 13))], (0, 0), width, look.theme.colours.soft)
