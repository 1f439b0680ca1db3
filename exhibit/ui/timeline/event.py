"""An event: a button with its date, its mark on the line, and the card that leads into the text."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.timeline.lane import TimelineLane, paint_line, paint_mark, timeline_lane
from exhibit.ui.timeline.shown import EventShown
from exhibit.ui.widgets.button import RowButton
from exhibit.ui.widgets.paint import RING, SIGN, paint_card, paint_ring, paint_sign
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_PAD: Final = 14
_BETWEEN: Final = 3
"""Design pixels above and below a card, beside the room for its ring."""
_GAP: Final = 6
_BAR: Final = 4
_CORNER: Final = 10
_TARGET: Final = 44


class EventButton(RowButton):
    """Leads to where the text tells of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.event_shown: EventShown | None = None
        self._last = False
        self._look: TextLook | None = None
        self._lane: TimelineLane | None = None
        self.words: list[TextLines] = []
        self._sign = QPointF()
        self._mark = 0.0
        self._width = 0
        self._height = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_event(self, shown: EventShown, look: TextLook, *, last: bool) -> None:
        """Another event, or the same in another look; `fit` must follow."""
        if (shown, last) == (self.event_shown, self._last) and look is self._look:
            return
        self.event_shown, self._last, self._look, self._width = shown, last, look, 0
        self.setText(shown.text)
        self.setAccessibleName(shown.spoken)
        self.update()

    def fit(self, width: int) -> int:
        """Takes a width; the height it needs."""
        if self.event_shown and self._look and width != self._width:
            self._width = width
            self._height = self._lay_out(self.event_shown, self._look, timeline_lane(width, self._look))
        return self._height

    def _lay_out(self, shown: EventShown, look: TextLook, where: TimelineLane) -> int:
        self._lane, colours = where, look.theme.colours
        top = look.px(_BETWEEN + RING + _PAD)
        left, room = where.card + look.px(RING + _PAD), where.card_width - 2 * look.px(RING + _PAD)
        text = look.words([TextRun(shown.text, look.style("serif", 18))], (left, top), room, colours.ink)
        if where.dates is None:
            date = look.words(self._date_in_line(shown, look), (left, top), room, colours.ink)
            text, self.words = text.at(left, top + date.height + look.px(4)), [date]
            self._mark = top + date.layout.lineAt(0).height() / 2
            least = 0.0
        else:
            self._mark = top + text.layout.lineAt(0).height() / 2
            self.words, least = self._beside(shown, look, where)
        bottom = self._below(shown, look, text, room)
        return max(look.px(_TARGET), ceil(max(bottom, least)) + top)

    def _below(self, shown: EventShown, look: TextLook, text: TextLines, room: float) -> float:
        """The text, where its date comes from, and the way into the article; where they end."""
        y, colours = text.y + text.height + look.px(_GAP), look.theme.colours
        self.words.append(text)
        if shown.why:
            why = look.words([TextRun(shown.why, look.style("sans", 14))], (text.x, y), room, colours.soft)
            self.words.append(why)
            y += why.height + look.px(_GAP)
        indent = look.px(SIGN + _GAP)
        way = look.words(self._way(shown, look), (text.x + indent, y), room - indent, colours.soft)
        self.words.append(way)
        self._sign = QPointF(text.x, y + way.layout.lineAt(0).height() / 2)
        return y + way.height

    def _beside(self, shown: EventShown, look: TextLook, where: TimelineLane) -> tuple[list[TextLines], float]:
        """Date and sureness left of the line, the date level with the mark; and where they end."""
        assert where.dates is not None
        room, colours = where.dates - where.left, look.theme.colours
        date = look.words([TextRun(shown.date, look.style("serif", 19, bold=True))], (0, 0), room, colours.ink)
        sure = look.words([TextRun(shown.sure.label, look.style("sans", 13))], (0, 0), room, colours.soft)
        y = self._mark - date.layout.lineAt(0).height() / 2
        below = y + date.height
        return [
            date.at(where.dates - date.width, y), sure.at(where.dates - sure.width, below),
        ], below + sure.height  # fmt: skip

    def _date_in_line(self, shown: EventShown, look: TextLook) -> list[TextRun]:
        sure = TextRun(f"　{shown.sure.label}", look.style("sans", 13, colour=look.theme.colours.soft))
        return [TextRun(shown.date, look.style("serif", 18, bold=True)), sure]

    def _way(self, shown: EventShown, look: TextLook) -> list[TextRun]:
        bold = look.style("sans", 14, bold=True, colour=look.theme.colours.accent)
        title = f" · {shown.article}" if shown.region else shown.article
        runs = [TextRun(shown.region, bold), TextRun(title, look.style("sans", 14))]
        if shown.here:
            runs.append(TextRun(f"　{shown.here}", bold))
        return [run for run in runs if run.text] or [TextRun(" ", bold)]

    @property
    def _card(self) -> QRectF:
        """Where the card stands, the room for its ring included."""
        assert self._lane is not None
        assert self._look is not None
        between = self._look.px(_BETWEEN)
        return QRectF(self._lane.card, between, self._lane.card_width, self.height() - 2 * between)

    def _paint_bar(self, painter: QPainter, look: TextLook) -> None:
        """At the left of the card of an event of the article in view."""
        ring = look.px(RING)
        card = self._card.adjusted(ring, ring, -ring, -ring)
        path = QPainterPath()
        path.addRoundedRect(card, look.px(_CORNER), look.px(_CORNER))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(card.x(), card.y(), look.px(_BAR), card.height()), QColor(look.theme.colours.accent))
        painter.restore()

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, look, where = self.event_shown, self._look, self._lane
        if shown is None or look is None or where is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_line(painter, where.line, 0, self._mark if self._last else self.height(), look)
        colours, edge = look.theme.colours, look.px(1)
        painter.fillRect(QRectF(where.line, self._mark - edge / 2, where.card + look.px(RING) - where.line, edge),
                         QColor(colours.edge))  # fmt: skip
        paint_mark(painter, QPointF(where.line, self._mark), shown.sure.sure, look, colours.paper)
        paint_card(painter, self._card, look, chosen=False, under_pointer=self.underMouse())
        if shown.here:
            self._paint_bar(painter, look)
        for words in self.words:
            words.paint(painter)
        paint_sign(painter, self._sign.x(), self._sign.y(), look)
        if self.ring:
            paint_ring(painter, self._card, look)
        painter.end()
