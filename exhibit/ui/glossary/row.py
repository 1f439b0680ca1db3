"""The button of a term in the index: it paints the term, its regions and its explanation."""

from math import ceil
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exhibit.ui.glossary.shown import TermRow
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.button import RowButton
from exhibit.ui.widgets.paint import RING, paint_card, paint_ring
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

EntryPosition = Literal["beside", "below"]
"""Where the open entry is: beside the index, or below its row."""

MIN_WIDTH_BESIDE: Final = 430
"""Design pixels of a row from which on the explanation stands beside the term."""
_TERM_WIDTH: Final = 142
"""Design pixels of the term beside its explanation."""
_PADDING: Final = 10
"""Design pixels around the texts."""
_GAP: Final = 16
"""Design pixels between the term and its explanation."""
_SIGN_WIDTH: Final = 18
"""Design pixels of the room for the sign at the right."""
_SIGN_ARM: Final = 4.5
"""Design pixels of half of the sign."""
_SIGN_LINE: Final = 1.6
"""Design pixels of the width of the sign's lines."""
_MIN_HEIGHT: Final = 44
"""Design pixels."""


class TermButton(RowButton):
    """Shows a term; pressing it opens its entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row: TermRow | None = None
        self._position: EntryPosition = "beside"
        self._look: TextLook | None = None
        self._width = 0
        self._height = 0
        self._words: list[TextLines] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_row(self, row: TermRow, position: EntryPosition, look: TextLook) -> None:
        """Shows a term in a look; the sign points to the position of its entry. `fit` must follow."""
        if (row, position) == (self.row, self._position) and look is self._look:
            return
        self.row, self._position, self._look, self._width = row, position, look, 0
        self.set_plain_text(row.term)
        self.setAccessibleName(row.spoken)
        self.setAccessibleDescription("，".join(part for part in (row.text, row.regions) if part))
        self.update()

    def fit(self, width: int) -> int:
        """Lays itself out in a width in pixels; returns the height."""
        if self.row and self._look and width != self._width:
            self._width = width
            self._height = self._lay_out(self.row, self._look, width)
        return self._height

    def _lay_out(self, row: TermRow, look: TextLook, width: int) -> int:
        left = top = look.px(RING + _PADDING)
        room, sign = width - 2 * left, look.px(_SIGN_WIDTH)
        beside = width >= look.px(MIN_WIDTH_BESIDE)
        column = look.px(_TERM_WIDTH) if beside else room - sign
        rest = room - sign - column - look.px(_GAP) if beside else room
        term, regions, text = self._texts(row, look, column, rest)
        name_height = term.height + (regions.height if row.regions else 0)
        if beside:
            drop = (term.layout.lineAt(0).height() - text.layout.lineAt(0).height()) / 2
            self._words = [term.at(left, top), text.at(left + column + look.px(_GAP), top + drop)]
            below = term.height
            height = max(name_height, drop + text.height)
        else:
            self._words = [term.at(left, top), text.at(left, top + term.height)]
            below = term.height + text.height
            height = name_height + text.height
        if row.regions:
            self._words.append(regions.at(left, top + below))
        return max(look.theme.target(_MIN_HEIGHT), ceil(height) + 2 * top)

    def _texts(self, row: TermRow, look: TextLook, name: float, text: float) -> tuple[TextLines, TextLines, TextLines]:
        colours = look.theme.colours
        ink = colours.accent if row.chosen else colours.ink
        return (
            look.words([TextRun(row.term, look.style("serif", 18, bold=True))], (0, 0), name, ink),
            look.words([TextRun(row.regions or " ", look.style("sans", 13))], (0, 0), name, colours.soft),
            look.words([TextRun(row.text, look.style("sans", 15))], (0, 0), text, colours.ink),
        )

    def _paint_ground(self, painter: QPainter, row: TermRow, look: TextLook) -> None:
        if row.chosen or self.underMouse():
            paint_card(painter, QRectF(self.rect()), look, chosen=row.chosen, under_pointer=self.underMouse())
        else:
            inset = look.px(RING + _PADDING)
            y = self.height() - 1
            painter.fillRect(inset, y, self.width() - 2 * inset, 1, QColor(look.theme.colours.line))

    def _paint_sign(self, painter: QPainter, row: TermRow, look: TextLook) -> None:
        """Paints an angle that points to where the entry is or will be."""
        arm = look.px(_SIGN_ARM)
        x = self.width() - look.px(RING + _PADDING) - arm
        middle = QPointF(x, self._words[0].y + self._words[0].layout.lineAt(0).height() / 2)
        colours = look.theme.colours
        painter.setPen(QPen(QColor(colours.accent if row.chosen else colours.edge), look.px(_SIGN_LINE)))
        if self._position == "beside":
            tip, ends = QPointF(arm / 2, 0), (QPointF(-arm / 2, -arm), QPointF(-arm / 2, arm))
        else:
            out = -arm / 2 if row.chosen else arm / 2
            tip, ends = QPointF(0, out), (QPointF(-arm, -out), QPointF(arm, -out))
        for end in ends:
            painter.drawLine(middle + end, middle + tip)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.row is None or self._look is None or not self._words:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self.row, self._look)
        for words in self._words:
            words.paint(painter)
        self._paint_sign(painter, self.row, self._look)
        if self.ring:
            paint_ring(painter, QRectF(self.rect()), self._look)
        painter.end()
