"""Paints the passages in sight: ground, lit sentence, selection, text, the bar beside what is chosen, its marks."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exhibit.theme import Theme
from exhibit.ui.reader.mark_lines import paint_lines, paint_mark_ring
from exhibit.ui.reader.page_layout import PageLayout
from exhibit.ui.reader.passage_layout import PassageLayout
from exhibit.ui.reader.selection import TextSelection
from exhibit.ui.reader.shown import MarkId


@dataclass(slots=True)
class PageLook:
    """Everything a picture of the page follows from, besides its text."""

    theme: Theme
    left: int = 0
    """Where the column begins."""
    y: int = 0
    """What of the flow is at the top."""
    selection: TextSelection | None = None
    hovered: MarkId | None = None
    focused: MarkId | None = None


def paint_page(painter: QPainter, flow: PageLayout, look: PageLook, exposed: QRect) -> None:
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


def _passage(painter: QPainter, flow: PageLayout, look: PageLook, index: int, clip: QRectF) -> None:
    laid, theme, shown = flow.at(index), look.theme, flow.shown
    first, last = (laid.line_at(y) for y in (clip.top(), clip.bottom()))
    sight = laid.start(first), laid.end(last)
    if shown.highlighted and shown.highlighted.block == laid.passage.block:
        _sentence(painter, theme, laid, _common(sight, (shown.highlighted.start, shown.highlighted.end)))
    for stretch, current in shown.finds.of(laid.passage.block) if shown.finds else ():
        _found(painter, theme, laid, stretch, current=current)
    for mark in (look.hovered, shown.opened):
        if mark and mark[0] == index:
            _tint(painter, theme, laid, mark[1])
    if look.selection and (part := look.selection.within(index, len(laid.passage.text))):
        _selected(painter, theme, laid, _common(sight, part))
    _furniture(painter, flow, theme, laid)
    if shown.marked[0] <= index < shown.marked[1]:
        _bar(painter, shown.marked, look, laid, index)
    painter.setPen(QColor(getattr(theme.colours, laid.face.style.colour)))
    laid.layout.draw(painter, QPointF(0, 0), [], clip)
    if laid.passage.marks:
        paint_lines(painter, theme, laid, shown.metric, _number_in(index, shown.opened), sight)
        focused = _number_in(index, look.focused)
        if focused is not None:
            paint_mark_ring(painter, theme, laid, focused)


def _number_in(index: int, mark: MarkId | None) -> int | None:
    """The number of a mark, if it is in a passage."""
    return mark[1] if mark and mark[0] == index else None


def _common(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])


def _sentence(painter: QPainter, theme: Theme, laid: PassageLayout, part: tuple[int, int]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.lit))
    gap, side, radius = theme.px(2), theme.px(3), theme.px(5)
    for box in laid.boxes(*part):
        painter.drawRoundedRect(box.adjusted(-side, gap, side, -gap), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _found(painter: QPainter, theme: Theme, laid: PassageLayout, part: tuple[int, int], *, current: bool) -> None:
    """A place of what was looked for; the current one has a stronger frame."""
    wide = theme.px(2) if current else 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.colours.accent if current else theme.colours.gold), wide))
    painter.setBrush(QColor(theme.colours.lit))
    gap, side, radius = theme.px(3), theme.px(1), theme.px(3)
    for box in laid.boxes(*part):
        painter.drawRoundedRect(box.adjusted(-side, gap, side, -gap), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _tint(painter: QPainter, theme: Theme, laid: PassageLayout, number: int) -> None:
    for box in laid.mark_boxes(number):
        painter.fillRect(box.adjusted(0, theme.px(3), 0, -theme.px(3)), QColor(theme.colours.lit))


def _selected(painter: QPainter, theme: Theme, laid: PassageLayout, part: tuple[int, int]) -> None:
    for box in laid.boxes(*part):
        painter.fillRect(box, QColor(theme.colours.selection))


def _bar(painter: QPainter, marked: tuple[int, int], look: PageLook, laid: PassageLayout, index: int) -> None:
    """The bar beside what was chosen to be read, in the room left of the column."""
    theme, face = look.theme, laid.face
    away = min(theme.px(15), look.left - 1)
    wide = min(theme.px(3), max(2, away // 3))
    top = face.above if index == marked[0] else 0
    bottom = laid.height - (face.below if index + 1 == marked[1] else 0)
    painter.fillRect(QRectF(-away, top, wide, bottom - top), QColor(theme.colours.accent))


def _furniture(painter: QPainter, flow: PageLayout, theme: Theme, laid: PassageLayout) -> None:
    """What belongs to a style: a heading's ordinal, a note's bar, the line below the facts."""
    name, face = laid.passage.style, laid.face
    text = QRectF(0, face.above, flow.setting.width, laid.lines * face.line)
    if laid.passage.number:
        painter.setFont(face.font)
        painter.setPen(QColor(theme.colours.ink))
        painter.drawText(QPointF(0, face.above + face.baseline), laid.passage.number)
        if flow.shown.is_on_topic(laid.passage.section):
            _dot(painter, theme, laid)
    if name == "note":
        painter.fillRect(QRectF(0, text.top(), theme.px(3), text.height()), QColor(theme.colours.gold))
    if name in ("meta", "source"):
        y = text.bottom() + theme.px(14) if name == "meta" else text.top() - theme.px(14)
        painter.fillRect(QRectF(0, y, text.width(), 1), QColor(theme.colours.line))


def _dot(painter: QPainter, theme: Theme, laid: PassageLayout) -> None:
    """Between a heading's ordinal and its title: the section is about the chosen topic."""
    face = laid.face
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.gold))
    middle = QPointF(laid.indent - face.em / 2, face.above + face.baseline - face.em * 0.36)
    painter.drawEllipse(middle, face.em * 0.17, face.em * 0.17)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
