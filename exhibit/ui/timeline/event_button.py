"""The button of an event: its date, its mark on the line, and a card that leads into the text."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.timeline.lane import MARK_RADIUS, TimelineLane, mark_box, paint_line, paint_mark, timeline_lane
from exhibit.ui.timeline.shown import EventShown
from exhibit.ui.widgets.button import RowButton
from exhibit.ui.widgets.paint import RING, SIGN, paint_card, paint_ring, paint_sign
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_PADDING: Final = 14
"""Design pixels around the texts of a card."""
_CARD_GAP: Final = 3
"""Design pixels above and below a card and its focus ring."""
_GAP: Final = 6
"""Design pixels between the texts of a card."""
_DATE_GAP: Final = 4
"""Design pixels below a date that stands in the card."""
_BAR: Final = 4
"""Design pixels of the width of the bar on a card of the article in view."""
_CORNER: Final = 10
"""Design pixels of the corners of a card."""
_MIN_HEIGHT: Final = 44
"""Design pixels."""


class EventButton(RowButton):
    """Shows an event; pressing it leads to its passage in the text."""

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
        """Shows an event in a look; the line ends at the `last` one. `fit` must follow."""
        if (shown, last) == (self.event_shown, self._last) and look is self._look:
            return
        self.event_shown, self._last, self._look, self._width = shown, last, look, 0
        self.set_plain_text(shown.text)
        self.setAccessibleName(shown.spoken)
        self.update()

    def fit(self, width: int) -> int:
        """Lays itself out in a width in pixels; returns the height."""
        if self.event_shown and self._look and width != self._width:
            self._width = width
            self._height = self._lay_out(self.event_shown, self._look, timeline_lane(width, self._look))
        return self._height

    def _lay_out(self, shown: EventShown, look: TextLook, lane: TimelineLane) -> int:
        self._lane, colours = lane, look.theme.colours
        top = look.px(_CARD_GAP + RING + _PADDING)
        left, room = lane.card + look.px(RING + _PADDING), lane.card_width - 2 * look.px(RING + _PADDING)
        text = look.words([TextRun(shown.text, look.style("serif", 18))], (left, top), room, colours.ink)
        if lane.dates is None:
            date = look.words(self._date_in_line(shown, look), (left, top), room, colours.ink)
            text, self.words = text.at(left, top + date.height + look.px(_DATE_GAP)), [date]
            self._mark = top + date.layout.lineAt(0).height() / 2
            date_bottom = 0.0
        else:
            self._mark = top + text.layout.lineAt(0).height() / 2
            self.words, date_bottom = self._date_beside(shown, look, lane)
        bottom = self._add_card_texts(shown, look, text, room)
        return max(look.theme.target(_MIN_HEIGHT), ceil(max(bottom, date_bottom)) + top)

    def _add_card_texts(self, shown: EventShown, look: TextLook, text: TextLines, room: float) -> float:
        """Adds the text, the reason for its date, and the link to the article; returns their bottom."""
        y, colours = text.y + text.height + look.px(_GAP), look.theme.colours
        self.words.append(text)
        if shown.why:
            why = look.words([TextRun(shown.why, look.style("sans", 14))], (text.x, y), room, colours.soft)
            self.words.append(why)
            y += why.height + look.px(_GAP)
        indent = look.px(SIGN + _GAP)
        link = look.words(self._link(shown, look), (text.x + indent, y), room - indent, colours.soft)
        self.words.append(link)
        self._sign = QPointF(text.x, y + link.layout.lineAt(0).height() / 2)
        return y + link.height

    def _date_beside(self, shown: EventShown, look: TextLook, lane: TimelineLane) -> tuple[list[TextLines], float]:
        """Date and certainty left of the line, the date level with the mark; and their bottom."""
        assert lane.dates is not None
        room, colours, bold = lane.dates - lane.left, look.theme.colours, look.style("serif", 19, bold=True)
        lines = [look.words([TextRun(shown.date, bold)], (0, 0), room, colours.ink)]
        if lines[0].layout.lineCount() > 1:
            lines = [look.words([TextRun(line, bold)], (0, 0), room, colours.ink) for line in shown.date_lines]
        y = self._mark - lines[0].layout.lineAt(0).height() / 2
        lines.append(look.words([TextRun(shown.sure.label, look.style("sans", 13))], (0, 0), room, colours.soft))
        placed: list[TextLines] = []
        for line in lines:
            placed.append(line.at(lane.dates - line.width, y))
            y += line.height
        return placed, y

    def _date_in_line(self, shown: EventShown, look: TextLook) -> list[TextRun]:
        sure = TextRun(f"　{shown.sure.label}", look.style("sans", 13, colour=look.theme.colours.soft))
        return [TextRun(shown.date, look.style("serif", 18, bold=True)), sure]

    def _link(self, shown: EventShown, look: TextLook) -> list[TextRun]:
        bold = look.style("sans", 14, bold=True, colour=look.theme.colours.accent)
        title = f" · {shown.article}" if shown.region else shown.article
        runs = [TextRun(shown.region, bold), TextRun(title, look.style("sans", 14))]
        if shown.here:
            runs.append(TextRun(f"　{shown.here}", bold))
        return [run for run in runs if run.text] or [TextRun(" ", bold)]

    @property
    def _card(self) -> QRectF:
        """The box of the card with its focus ring."""
        assert self._lane is not None
        assert self._look is not None
        gap = self._look.px(_CARD_GAP)
        return QRectF(self._lane.card, gap, self._lane.card_width, self.height() - 2 * gap)

    def _mark_box(self, shown: EventShown, look: TextLook, lane: TimelineLane) -> QRectF:
        """A circle beside the date; of a span a bar beside the card, which has no end where the span has none."""
        if not shown.when.is_span:
            return mark_box(lane.line, self._mark, self._mark, look)
        beyond = look.px(2 * MARK_RADIUS)
        top = self._mark if shown.when.first else -beyond
        bottom = self._card.bottom() - look.px(RING + MARK_RADIUS) if shown.when.last else self.height() + beyond
        return mark_box(lane.line, top, bottom, look)

    def _paint_bar(self, painter: QPainter, look: TextLook) -> None:
        """Paints a bar at the left of the card."""
        ring = look.px(RING)
        card = self._card.adjusted(ring, ring, -ring, -ring)
        path = QPainterPath()
        path.addRoundedRect(card, look.px(_CORNER), look.px(_CORNER))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(card.x(), card.y(), look.px(_BAR), card.height()), QColor(look.theme.colours.accent))
        painter.restore()

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown, look, lane = self.event_shown, self._look, self._lane
        if shown is None or look is None or lane is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_line(painter, lane.line, 0, self._mark if self._last else self.height(), look)
        colours, edge = look.theme.colours, look.px(1)
        link = QRectF(lane.line, self._mark - edge / 2, lane.card + look.px(RING) - lane.line, edge)
        painter.fillRect(link, QColor(colours.edge))
        paint_mark(painter, self._mark_box(shown, look, lane), shown.sure.sure, look, colours.paper)
        paint_card(painter, self._card, look, chosen=False, under_pointer=self.underMouse())
        if shown.here:
            self._paint_bar(painter, look)
        for words in self.words:
            words.paint(painter)
        paint_sign(painter, self._sign.x(), self._sign.y(), look)
        if self.ring:
            paint_ring(painter, self._card, look)
        painter.end()
