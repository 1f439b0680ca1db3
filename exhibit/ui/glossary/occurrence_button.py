"""The button of an occurrence of the open term: it paints the sentence and leads to it."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.ui.glossary.occurrences import OccurrenceShown
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.paint import RING, SIGN, paint_ring, paint_sign
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_PADDING: Final = 10
"""Design pixels around the texts."""
_LEADING: Final = 2
"""Design pixels that a line of text leaves free above its characters."""
_BAR: Final = 4
"""Design pixels of the width of the bar at the left."""
_GAP: Final = 4
"""Design pixels between the lines, and between sign and section."""
_CORNER: Final = 4
"""Design pixels of the corners of the focus ring."""
_MIN_HEIGHT: Final = 44
"""Design pixels."""


class OccurrenceButton(PaintedButton):
    """Shows an occurrence; pressing it leads to its block in the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.occurrence: OccurrenceShown | None = None
        self._look: TextLook | None = None
        self._width = 0
        self._words: list[TextLines] = []
        self._height = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_occurrence(self, occurrence: OccurrenceShown, look: TextLook) -> None:
        """Shows an occurrence in a look; `fit` must follow."""
        if occurrence != self.occurrence or look is not self._look:
            self.occurrence, self._look, self._width = occurrence, look, 0
            self.set_plain_text(occurrence.where)
            self.setAccessibleName(occurrence.spoken)
            self.update()

    def fit(self, width: int) -> int:
        """Lays itself out in a width in pixels; returns the height."""
        if self.occurrence and self._look and width != self._width:
            self._width = width
            self._height = self._lay_out(self.occurrence, self._look, width)
        return self._height

    def _lay_out(self, occurrence: OccurrenceShown, look: TextLook, width: int) -> int:
        colours = look.theme.colours
        left, top = look.px(RING + _BAR + _PADDING), look.px(RING + _PADDING) - look.px(_LEADING)
        room = width - left - look.px(RING + _PADDING)
        sentence = look.words(self._sentence(occurrence, look), (left, top), room, colours.ink)
        y = top + sentence.height + look.px(_GAP)
        indent = look.px(SIGN + _GAP)
        where = look.words(
            [TextRun(occurrence.where or " ", look.style("sans", 14, bold=True))], (left + indent, y), room - indent,
            colours.accent,
        )  # fmt: skip
        self._words = [sentence, where]
        return max(look.theme.target(_MIN_HEIGHT), ceil(y + where.height) + top)

    def _sentence(self, occurrence: OccurrenceShown, look: TextLook) -> list[TextRun]:
        plain = look.style("serif", 16)
        word = look.style("serif", 16, bold=True, colour=look.theme.colours.accent)
        parts = (occurrence.quote.before, plain), (occurrence.quote.number, word), (occurrence.quote.after, plain)
        return [TextRun(text, style) for text, style in parts if text] or [TextRun(" ", plain)]

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or not self._words:
            return
        look, colours, ring = self._look, self._look.theme.colours, self._look.px(RING)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        painter.fillRect(ground, QColor(colours.quote))
        painter.fillRect(QRectF(ground.x(), ground.y(), look.px(_BAR), ground.height()), QColor(colours.gold))
        sentence, where = self._words
        sentence.paint(painter)
        paint_sign(painter, sentence.x, where.y + where.layout.lineAt(0).height() / 2, look)
        where.paint(painter)
        if self.underMouse():
            painter.setPen(QPen(QColor(colours.edge), 1))
            painter.drawRect(ground.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.ring:
            paint_ring(painter, QRectF(self.rect()), look, _CORNER)
        painter.end()
