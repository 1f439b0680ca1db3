"""Paints the passages in sight: ground, lit sentence, selection, text, underlines, the ring of focus."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.model.article import Mark
from exhibit.theme import Theme
from exhibit.ui.reader.flow import Flow
from exhibit.ui.reader.layout import LaidOut
from exhibit.ui.reader.selection import Selection

Figure = tuple[int, int]
"""A passage and which of its marks."""


@dataclass(slots=True)
class Look:
    """Everything a picture of the page follows from, besides its text."""

    theme: Theme
    left: int = 0
    """Where the column begins."""
    y: int = 0
    """What of the flow is at the top."""
    selection: Selection | None = None
    hovered: Figure | None = None
    focused: Figure | None = None


def paint_page(painter: QPainter, flow: Flow, look: Look, exposed: QRect) -> None:
    """Paints the exposed part; what stands there must be laid out."""
    painter.fillRect(exposed, QColor(look.theme.colours.paper))
    index = flow.index_at(look.y + exposed.top())
    while index < flow.count and flow.top(index) < look.y + exposed.bottom() + 1:
        corner = QPointF(look.left, flow.top(index) - look.y)
        painter.save()
        painter.translate(corner)
        _passage(painter, flow, look, index, QRectF(exposed).translated(-corner))
        painter.restore()
        index += 1


def stretches(laid: LaidOut, start: int, end: int) -> Iterator[tuple[int, float, float]]:
    """Line, left and right edge of each part of a stretch of text."""
    if start >= end:
        return
    for line in range(laid.line_of(start), laid.line_of(end - 1) + 1):
        first, last = max(start, laid.start(line)), min(end, laid.end(line))
        yield line, laid.x(line, first), laid.edge(line, last)


def figure_boxes(laid: LaidOut, mark: Mark) -> list[QRectF]:
    """Where a figure stands, counted from the passage's corner: a box for each of its lines."""
    return [
        QRectF(left, laid.line_top(line), right - left, laid.face.line)
        for line, left, right in stretches(laid, mark.start, mark.end)
    ]


def _passage(painter: QPainter, flow: Flow, look: Look, index: int, clip: QRectF) -> None:
    laid, theme = flow.at(index), look.theme
    first, last = (laid.line_at(y) for y in (clip.top(), clip.bottom()))
    sight = laid.start(first), laid.end(last)
    lit = flow.shown.lit
    if lit and lit.block == laid.passage.block:
        _sentence(painter, theme, laid, _common(sight, (lit.start, lit.end)))
    if look.hovered and look.hovered[0] == index:
        _tint(painter, theme, laid, laid.passage.marks[look.hovered[1]])
    if look.selection and (part := look.selection.within(index, len(laid.passage.text))):
        _selected(painter, theme, laid, _common(sight, part))
    _furniture(painter, flow, theme, laid)
    painter.setPen(QColor(getattr(theme.colours, laid.face.style.colour)))
    laid.layout.draw(painter, QPointF(0, 0), [], clip)
    for number, mark in enumerate(laid.passage.marks):
        if sight[0] < mark.end and mark.start < sight[1]:
            _underline(painter, theme, laid, mark, chosen=mark.target == flow.shown.metric)
            if look.focused == (index, number):
                _ring(painter, theme, laid, mark)


def _common(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])


def _sentence(painter: QPainter, theme: Theme, laid: LaidOut, part: tuple[int, int]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.lit))
    gap, side, radius = theme.px(2), theme.px(3), theme.px(5)
    for line, left, right in stretches(laid, *part):
        box = QRectF(left - side, laid.line_top(line) + gap, right - left + 2 * side, laid.face.line - 2 * gap)
        painter.drawRoundedRect(box, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _tint(painter: QPainter, theme: Theme, laid: LaidOut, mark: Mark) -> None:
    for box in figure_boxes(laid, mark):
        painter.fillRect(box.adjusted(0, theme.px(3), 0, -theme.px(3)), QColor(theme.colours.lit))


def _selected(painter: QPainter, theme: Theme, laid: LaidOut, part: tuple[int, int]) -> None:
    for line, left, right in stretches(laid, *part):
        box = QRectF(left, laid.line_top(line), right - left, laid.face.line)
        painter.fillRect(box, QColor(theme.colours.selection))


def _furniture(painter: QPainter, flow: Flow, theme: Theme, laid: LaidOut) -> None:
    """What belongs to a style: a heading's ordinal, a note's bar, the line below the facts."""
    name, face = laid.passage.style, laid.face
    text = QRectF(0, face.above, flow.setting.width, laid.lines * face.line)
    if laid.passage.number:
        painter.setFont(face.font)
        painter.setPen(QColor(theme.colours.ink))
        painter.drawText(QPointF(0, face.above + face.baseline), laid.passage.number)
    if name == "note":
        painter.fillRect(QRectF(0, text.top(), theme.px(3), text.height()), QColor(theme.colours.gold))
    if name in ("meta", "source"):
        y = text.bottom() + theme.px(14) if name == "meta" else text.top() - theme.px(14)
        painter.fillRect(QRectF(0, y, text.width(), 1), QColor(theme.colours.line))


def _underline(painter: QPainter, theme: Theme, laid: LaidOut, mark: Mark, *, chosen: bool) -> None:
    colour = QColor(theme.colours.accent if chosen else theme.colours.gold)
    below = round(laid.face.baseline + laid.face.em * 0.32)
    for box in figure_boxes(laid, mark):
        painter.fillRect(QRectF(box.left(), box.top() + below, box.width(), theme.px(2)), colour)


def _ring(painter: QPainter, theme: Theme, laid: LaidOut, mark: Mark) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours.focus), 2))
    for box in figure_boxes(laid, mark):
        painter.drawRoundedRect(box.adjusted(-theme.px(3), 1, theme.px(3), -1), theme.px(4), theme.px(4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
