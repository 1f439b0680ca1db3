"""The columns of the timeline: dates, line and cards. Paints the line and its marks."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.model.event import DateCertainty
from exhibit.ui.widgets.page_header import margin
from exhibit.ui.widgets.text_look import TextLook

MARK_RADIUS: Final = 8
"""Design pixels of the radius of an event's mark."""
_MARK_GAP: Final = 3
"""Design pixels around a mark that the line leaves free."""
_MARK_LINE: Final = 2
"""Design pixels of the width of a mark's outline."""
_LINE: Final = 2
"""Design pixels of the width of the line."""
_MIN_WIDTH_BESIDE: Final = 720
"""Design pixels from which on dates stand left of the line."""
_MAX_WIDTH: Final = 1280
"""Design pixels of dates, line and cards together."""
_DATES_SHARE: Final = 0.2
"""The share of the width for dates left of the line."""
_MIN_DATES: Final = 190
"""Design pixels of dates left of the line."""
_DATES_GAP: Final = 14
"""Design pixels between the dates and a mark."""
_CARD_GAP: Final = 10
"""Design pixels between a mark and a card."""


class TimelineLane(NamedTuple):
    """Pixels from the left of a row. `dates` is the right end of the dates, None if they stand in the cards."""

    left: int
    dates: int | None
    line: int
    card: int
    card_width: int


def timeline_lane(width: int, look: TextLook) -> TimelineLane:
    """The columns in a width in pixels. Dates stand left of the line if there is room."""
    side = margin(look, width)
    whole = min(width - 2 * side, look.px(_MAX_WIDTH))
    left = (width - whole) // 2
    if whole < look.px(_MIN_WIDTH_BESIDE):
        line, dates = left + look.px(MARK_RADIUS + _MARK_GAP), None
    else:
        dates = left + max(look.px(_MIN_DATES), round(whole * _DATES_SHARE))
        line = dates + look.px(_DATES_GAP + MARK_RADIUS + _MARK_GAP)
    card = line + look.px(MARK_RADIUS + _CARD_GAP)
    return TimelineLane(left=left, dates=dates, line=line, card=card, card_width=left + whole - card)


def paint_line(painter: QPainter, x: int, top: float, bottom: float, look: TextLook) -> None:
    """Paints a piece of the line."""
    width = look.px(_LINE)
    painter.fillRect(QRectF(x - width / 2, top, width, bottom - top), QColor(look.theme.colours.edge))


def paint_gap(painter: QPainter, x: int, top: float, bottom: float, look: TextLook) -> None:
    """Paints a dotted piece of the line: years without events."""
    pen = QPen(QColor(look.theme.colours.edge), look.px(_LINE))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 4])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def mark_box(x: float, top: float, bottom: float, look: TextLook) -> QRectF:
    """The box of a mark on the line at `x`, from the middle of its upper end to that of its lower end."""
    radius = look.px(MARK_RADIUS)
    return QRectF(x - radius, top - radius, 2 * radius, bottom - top + 2 * radius)


def paint_mark(painter: QPainter, box: QRectF, sure: DateCertainty, look: TextLook, ground: str) -> None:
    """Paints a mark: filled if the date is printed, half filled if it is implied, a broken outline if it is open."""
    width, gap = look.theme.scale * _MARK_LINE, look.px(_MARK_GAP)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    _draw_rounded(painter, box.adjusted(-gap, -gap, gap, gap))
    colour = QColor(look.theme.colours.accent)
    pen = QPen(colour, width)
    if sure == "open":
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.9, 1.4])
    painter.setPen(pen)
    painter.setBrush(colour if sure == "printed" else Qt.BrushStyle.NoBrush)
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    _draw_rounded(painter, inner)
    if sure == "implied":
        painter.save()
        painter.setClipRect(QRectF(box.x(), box.y(), box.width() / 2, box.height()), Qt.ClipOperation.IntersectClip)
        painter.setBrush(colour)
        _draw_rounded(painter, inner)
        painter.restore()


def _draw_rounded(painter: QPainter, box: QRectF) -> None:
    """A circle, or two half circles and what lies between."""
    painter.drawRoundedRect(box, box.width() / 2, box.width() / 2)
