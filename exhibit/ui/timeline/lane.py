"""Where line, dates and cards stand in a width, and the marks on the line."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.model.event import DateCertainty
from exhibit.ui.widgets.page_header import margin
from exhibit.ui.widgets.text_look import TextLook

MARK: Final = 8
"""Design pixels of the radius of an event's mark."""
_AIR: Final = 3
"""Around a mark the line is interrupted."""
_LEAST_WIDE: Final = 720
"""Design pixels from which on dates stand left of the line."""
_MOST: Final = 1280
_DATES: Final = 0.2
_LEAST_DATES: Final = 190


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """Pixels from the left; `dates` is where what stands left of the line ends, None where nothing does."""

    left: int
    dates: int | None
    line: int
    card: int
    card_width: int


def timeline_lane(width: int, look: TextLook) -> TimelineLane:
    """Line and cards in a width; dates left of the line where there is room."""
    side = margin(look, width)
    whole = min(width - 2 * side, look.px(_MOST))
    left = (width - whole) // 2
    if whole < look.px(_LEAST_WIDE):
        line, dates = left + look.px(MARK + _AIR), None
    else:
        dates = left + max(look.px(_LEAST_DATES), round(whole * _DATES))
        line = dates + look.px(14 + MARK + _AIR)
    card = line + look.px(MARK + 10)
    return TimelineLane(left, dates, line, card, left + whole - card)


def paint_line(painter: QPainter, x: int, top: float, bottom: float, look: TextLook) -> None:
    """A piece of the line."""
    wide = look.px(2)
    painter.fillRect(QRectF(x - wide / 2, top, wide, bottom - top), QColor(look.theme.colours.edge))


def paint_gap(painter: QPainter, x: int, top: float, bottom: float, look: TextLook) -> None:
    """A piece in which there is nothing: dots."""
    pen = QPen(QColor(look.theme.colours.edge), look.px(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 4])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def paint_mark(painter: QPainter, centre: QPointF, sure: DateCertainty, look: TextLook, ground: str) -> None:
    """Filled where the date is printed, half where it is implied, a broken ring where it is open."""
    radius, wide = look.px(MARK), look.theme.scale * 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(centre, radius + look.px(_AIR), radius + look.px(_AIR))
    colour = QColor(look.theme.colours.accent)
    pen = QPen(colour, wide)
    if sure == "open":
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.9, 1.4])
    painter.setPen(pen)
    painter.setBrush(colour if sure == "printed" else Qt.BrushStyle.NoBrush)
    inner = radius - wide / 2
    box = QRectF(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner)
    painter.drawEllipse(box)
    if sure == "implied":
        painter.setBrush(colour)
        painter.drawPie(box, 90 * 16, 180 * 16)
