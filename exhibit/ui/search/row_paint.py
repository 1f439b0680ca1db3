"""How a row of the list is laid out and painted."""

from collections.abc import Iterator
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout

from exhibit.model.text import to_utf16
from exhibit.theme import TypeFace
from exhibit.ui.search.shown import SearchRow, SearchRowKind
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

LEFT: Final = 28
"""Design pixels between the list's edge and its texts."""
_CARD: Final = 14
_INSET: Final = 16
"""Between an offer's edge and its text."""
_USUAL: Final = 9
_ABOVE: Final[dict[SearchRowKind, int]] = {"group": 18, "offer": 11, "note": 10}
_BELOW: Final[dict[SearchRowKind, int]] = {"group": 4, "offer": 11, "note": 10}
_SIZES: Final[dict[SearchRowKind, float]] = {"group": 14, "name": 18, "hit": 18, "more": 15}
_COLOURS: Final[dict[SearchRowKind, str]] = {
    "group": "accent",
    "more": "accent",
    "offer": "accent",
    "note": "soft",
    "chosen": "accent",
}
_BOLD: Final = ("group", "more", "offer", "chosen")
_DOT: Final = 3
_LEAST: Final = 32
"""Design pixels of a target."""


class SearchRowPlan(NamedTuple):
    """A row laid out in a width."""

    text: TextLines
    where: TextLines | None
    height: int


def plan(row: SearchRow, look: TextLook, width: int, least: int = 0) -> SearchRowPlan:
    """Lays a row out; a group's count and a name's kind stand behind it, a hit's place below its sentence.

    A row that leads somewhere is at least `least` pixels high, its texts in the middle.
    """
    left, above, colours = look.px(LEFT), look.px(_ABOVE.get(row.kind, _USUAL)), look.theme.colours
    left += look.px(_INSET) if row.kind == "offer" else 0
    room = max(1, width - 2 * left)
    colour = getattr(colours, _COLOURS.get(row.kind, "ink"))
    text = look.words(_runs(row, look), (left, above), room, colour)
    where = None
    bottom = text.y + text.height
    if row.kind == "hit" and row.where:
        style = look.style("sans", 13, colour=colours.soft)
        where = look.words([TextRun(row.where, style)], (left, bottom + look.px(2)), room, colours.soft)
        bottom = where.y + where.height
    height = ceil(bottom) + look.px(_BELOW.get(row.kind, _USUAL))
    spare = 0 if row.kind in ("group", "note") else max(0, max(least, look.px(_LEAST)) - height)
    if spare:
        text = text.at(text.x, text.y + spare // 2)
        where = where.at(where.x, where.y + spare // 2) if where else None
    return SearchRowPlan(text, where, height + spare)


def paint_row(
    painter: QPainter, row: SearchRow, plan: SearchRowPlan, look: TextLook, box: QRectF, *, hovered: bool, ring: bool
) -> None:
    """Paints a row in its box."""
    colours, theme = look.theme.colours, look.theme
    card = box.adjusted(theme.px(_CARD), theme.px(1), -theme.px(_CARD), -theme.px(1))
    if row.kind == "offer":
        card.setLeft(box.left() + theme.px(LEFT))
        card.setWidth(plan.text.width + 2 * theme.px(_INSET))
    if row.kind == "offer" or (hovered and row.goal):
        painter.setPen(QPen(QColor(colours.edge if row.kind == "offer" or hovered else colours.line), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(9), theme.px(9))
    corner = QPointF(box.topLeft())
    if row.kind == "group":
        line = QRectF(corner.x() + plan.text.x, corner.y() + theme.px(8), box.width() - 2 * plan.text.x, 1)
        painter.fillRect(line, QColor(colours.line))
    if row.kind in ("hit", "name"):
        _paint_marks(painter, row, plan.text, look, corner)
    if row.kind == "chosen":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        middle = QPointF((plan.text.x + theme.px(_CARD)) / 2, plan.text.y + plan.text.height / 2)
        painter.drawEllipse(corner + middle, theme.px(_DOT), theme.px(_DOT))
    plan.text.paint(painter, corner.x(), corner.y())
    if plan.where:
        plan.where.paint(painter, corner.x(), corner.y())
    if ring:
        wide = theme.px(2)
        painter.setPen(QPen(QColor(colours.focus), wide))
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.drawRoundedRect(card.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), theme.px(9), theme.px(9))


def _runs(row: SearchRow, look: TextLook) -> list[TextRun]:
    face: TypeFace = "serif" if row.kind in ("hit", "name") else "sans"
    style = look.style(face, _SIZES.get(row.kind, 16), bold=row.kind in _BOLD)
    runs = [TextRun(row.text, style)]
    if row.where and row.kind != "hit":
        runs.append(TextRun(f"　{row.where}", look.style("sans", 13, colour=look.theme.colours.soft)))
    return runs


def _paint_marks(painter: QPainter, row: SearchRow, words: TextLines, look: TextLook, corner: QPointF) -> None:
    """The ground below what was looked for, line by line."""
    radius = look.px(3)
    painter.setPen(QPen(QColor(look.theme.colours.gold), 1))
    painter.setBrush(QColor(look.theme.colours.lit))
    for box in _boxes(row, words.layout, corner.x() + words.x, corner.y() + words.y):
        painter.drawRoundedRect(box, radius, radius)


def _boxes(row: SearchRow, layout: QTextLayout, x: float, y: float) -> Iterator[QRectF]:
    """Where the marks of a row stand, its text being laid out at a place."""
    marks = [(to_utf16(row.text, start), to_utf16(row.text, end)) for start, end in row.marks]
    for line in map(layout.lineAt, range(layout.lineCount() if marks else 0)):
        begins, top, height = line.textStart(), y + line.y(), line.height()
        ends = begins + line.textLength()
        for start, end in marks:
            if start < ends and end > begins:
                at = (max(start, begins), min(end, ends))
                left, right = (float(line.cursorToX(one)[0]) for one in at)  # type: ignore[index]  # a pair
                yield QRectF(x + left, top, right - left, height)
