"""Paints the lines below marks, solid below a figure and dotted below a term, and the ring of focus."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from exhibit.theme import Theme
from exhibit.ui.reader.passage_layout import PassageLayout

_LINE_DROP: Final = 0.32
"""Ems from the baseline to the line of a mark."""
_LINE_WIDTH: Final = 2
"""Design pixels of a solid line."""
_DOT_SIZE: Final = 1.4
"""Design pixels."""
_DOTS_DROP: Final = 4
"""Design pixels that a dotted line is lower where it would meet a solid one."""
_RING_WIDTH: Final = 2
"""Design pixels."""


def paint_mark_line(painter: QPainter, theme: Theme, passage: PassageLayout, number: int, colour: str) -> None:
    """Paints the line of a mark, given by its number in the passage."""
    paint = _paint_solid if passage.passage.marks[number].kind == "metric" else _paint_dotted
    paint(painter, theme, passage, number, colour)


def _paint_solid(painter: QPainter, theme: Theme, passage: PassageLayout, number: int, colour: str) -> None:
    top, height = _line_top(passage), theme.px(_LINE_WIDTH)
    for box in passage.mark_boxes(number):
        painter.fillRect(QRectF(box.left(), box.top() + top, box.width(), height), QColor(colour))


def _paint_dotted(painter: QPainter, theme: Theme, passage: PassageLayout, number: int, colour: str) -> None:
    """Square dots on whole pixels, so that all look alike."""
    size = theme.px(_DOT_SIZE)
    brush = _dots(size, colour)
    drop = _line_top(passage) + (theme.px(_DOTS_DROP) if _meets_figure(passage, number) else 0)
    for box in passage.mark_boxes(number):
        left, right, top = round(box.left()) + size, round(box.right()) - size, round(box.top()) + drop
        painter.setBrushOrigin(left, top)
        painter.fillRect(left, top, right - left, size, brush)


@lru_cache(maxsize=8)
def _dots(size: int, colour: str) -> QBrush:
    """A brush of square dots `size` pixels wide, one pixel more than that apart."""
    tile = QImage(2 * size + 1, size, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(0)
    for x in range(size):
        for y in range(size):
            tile.setPixelColor(x, y, QColor(colour))
    return QBrush(tile)


def _line_top(passage: PassageLayout) -> int:
    """Pixels from the top of a line of text to the lines of its marks."""
    return round(passage.face.baseline + passage.face.em * _LINE_DROP)


def _meets_figure(passage: PassageLayout, number: int) -> bool:
    """Whether a term has characters in common with a figure."""
    term = passage.passage.marks[number]
    figures = (mark for mark in passage.passage.marks if mark.kind == "metric")
    return any(figure.start < term.end and term.start < figure.end for figure in figures)


def paint_mark_ring(painter: QPainter, theme: Theme, passage: PassageLayout, number: int) -> None:
    """Paints the ring of focus around a mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours.focus), theme.px(_RING_WIDTH)))
    side, gap, radius = theme.px(3), theme.px(1), theme.px(4)
    for box in passage.mark_boxes(number):
        painter.drawRoundedRect(box.adjusted(-side, gap, side, -gap), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
