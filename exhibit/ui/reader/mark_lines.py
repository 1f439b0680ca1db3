"""The lines below marks: solid below a figure, dotted below a word of the glossary; and the ring of focus."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from exhibit.theme import Theme
from exhibit.ui.reader.passage_layout import PassageLayout

_BELOW: Final = 0.32
"""Ems from the baseline to a line."""
_DOT: Final = 1.4
_LOWER: Final = 4
"""Design pixels; how much lower a dotted line is where a solid one stands."""


def paint_lines(
    painter: QPainter, theme: Theme, laid: PassageLayout, metric: str | None, opened: int | None, sight: tuple[int, int]
) -> None:
    """The lines of the marks in sight; in accent those of the chosen figure and of the word that is explained."""
    colours = theme.colours
    for number, mark in enumerate(laid.passage.marks):
        if sight[0] < mark.end and mark.start < sight[1]:
            if mark.kind == "metric":
                _solid(painter, theme, laid, number, colours.accent if mark.target == metric else colours.gold)
            else:
                _dotted(painter, theme, laid, number, colours.accent if number == opened else colours.soft)


def _solid(painter: QPainter, theme: Theme, laid: PassageLayout, number: int, colour: str) -> None:
    below, thick = _drop(laid), theme.px(2)
    for box in laid.mark_boxes(number):
        painter.fillRect(QRectF(box.left(), box.top() + below, box.width(), thick), QColor(colour))


def _dotted(painter: QPainter, theme: Theme, laid: PassageLayout, number: int, colour: str) -> None:
    """Square dots on whole pixels, so that all look alike."""
    size = theme.px(_DOT)
    brush = _dots(size, colour)
    below = _drop(laid) + (theme.px(_LOWER) if _meets_figure(laid, number) else 0)
    for box in laid.mark_boxes(number):
        left, right, top = round(box.left()) + size, round(box.right()) - size, round(box.top()) + below
        painter.setBrushOrigin(left, top)
        painter.fillRect(left, top, right - left, size, brush)


@lru_cache(maxsize=8)
def _dots(size: int, colour: str) -> QBrush:
    """A brush that paints dots of a size, a bit more than that apart."""
    tile = QImage(2 * size + 1, size, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(0)
    for x in range(size):
        for y in range(size):
            tile.setPixelColor(x, y, QColor(colour))
    return QBrush(tile)


def _drop(laid: PassageLayout) -> int:
    """How far below a line's top the lines of its marks stand."""
    return round(laid.face.baseline + laid.face.em * _BELOW)


def _meets_figure(laid: PassageLayout, number: int) -> bool:
    """Whether a word has characters in common with a figure."""
    word = laid.passage.marks[number]
    figures = (mark for mark in laid.passage.marks if mark.kind == "metric")
    return any(figure.start < word.end and word.start < figure.end for figure in figures)


def paint_mark_ring(painter: QPainter, theme: Theme, laid: PassageLayout, number: int) -> None:
    """The ring of focus around a mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours.focus), 2))
    for box in laid.mark_boxes(number):
        painter.drawRoundedRect(box.adjusted(-theme.px(3), 1, theme.px(3), -1), theme.px(4), theme.px(4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
