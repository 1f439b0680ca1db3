"""A place of the open word: a button that paints the sentence around it and leads there."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.ui.glossary.occurrences import OccurrenceShown
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.paint import RING, SIGN, paint_ring, paint_sign
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_PAD: Final = 10
_BAR: Final = 4
_GAP: Final = 4
_CORNER: Final = 4
_TARGET: Final = 44


class OccurrenceButton(PaintedButton):
    """Leads to the passage."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place: OccurrenceShown | None = None
        self._look: TextLook | None = None
        self._width = 0
        self._words: list[TextLines] = []
        self._height = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_place(self, place: OccurrenceShown, look: TextLook) -> None:
        """Another place, or the same in another look; `fit` must follow."""
        if place != self.place or look is not self._look:
            self.place, self._look, self._width = place, look, 0
            self.setText(place.where)
            self.setAccessibleName(place.spoken)
            self.update()

    def fit(self, width: int) -> int:
        """Takes a width; the height it needs."""
        if self.place and self._look and width != self._width:
            self._width = width
            self._height = self._lay_out(self.place, self._look, width)
        return self._height

    def _lay_out(self, place: OccurrenceShown, look: TextLook, width: int) -> int:
        colours = look.theme.colours
        left, top = look.px(RING + _BAR + _PAD), look.px(RING + _PAD) - look.px(2)
        room = width - left - look.px(RING + _PAD)
        sentence = look.words(self._sentence(place, look), (left, top), room, colours.ink)
        y = top + sentence.height + look.px(_GAP)
        indent = look.px(SIGN + _GAP)
        where = look.words(
            [TextRun(place.where or " ", look.style("sans", 14, bold=True))], (left + indent, y), room - indent,
            colours.accent,
        )  # fmt: skip
        self._words = [sentence, where]
        return max(look.px(_TARGET), ceil(y + where.height) + top)

    def _sentence(self, place: OccurrenceShown, look: TextLook) -> list[TextRun]:
        plain = look.style("serif", 16)
        word = look.style("serif", 16, bold=True, colour=look.theme.colours.accent)
        parts = (place.quote.before, plain), (place.quote.number, word), (place.quote.after, plain)
        return [TextRun(text, style) for text, style in parts if text] or [TextRun(" ", plain)]

    # Qt calls this

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
