"""The layout and the painting of a row of the list."""

from collections.abc import Iterator
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout

from exhibit.model.text import to_utf16
from exhibit.theme import TypeFace
from exhibit.ui.search.shown import SearchRow, SearchRowKind
from exhibit.ui.widgets.text_look import TextLines, TextLook, TextRun

_TEXT_LEFT: Final = 28
"""Design pixels between the edges of the list and its texts."""
_CARD_LEFT: Final = 14
"""Design pixels between the edges of the list and the ground of a row."""
_CARD_RADIUS: Final = 9
"""Design pixels of a ground's round corners."""
_SUGGESTION_PADDING: Final = 16
"""Design pixels between the border of a suggestion and its text."""
_PADDING: Final = 9
"""Design pixels above and below the texts of most rows."""
_PADDING_ABOVE: Final[dict[SearchRowKind, int]] = {"group": 18, "suggestion": 11, "note": 10}
"""The same above the texts of other rows."""
_PADDING_BELOW: Final[dict[SearchRowKind, int]] = {"group": 4, "suggestion": 11, "note": 10}
"""The same below them."""
_SIZE: Final = 16
"""The font size of most rows, in the design."""
_SIZES: Final[dict[SearchRowKind, float]] = {"group": 14, "name": 18, "hit": 18, "more": 15}
"""The font sizes of other rows."""
_WHERE_SIZE: Final = 13
"""The font size of the place of a hit, in the design."""
_COLOURS: Final[dict[SearchRowKind, str]] = {
    "group": "accent",
    "more": "accent",
    "suggestion": "accent",
    "note": "soft",
    "chosen": "accent",
}
"""The colours of texts that are not `ink`."""
_BOLD: Final = ("group", "more", "suggestion", "chosen")
"""Rows in bold type."""
_DOT_RADIUS: Final = 3
"""Design pixels of the dot beside the chosen row."""
_MIN_HEIGHT: Final = 32
"""Minimum height of a row that can be pressed, in design pixels."""


class SearchRowPlan(NamedTuple):
    """The layout of a row in a width; its height is in pixels."""

    text: TextLines
    where: TextLines | None
    height: int


def lay_out_row(row: SearchRow, look: TextLook, width: int, min_height: int = 0) -> SearchRowPlan:
    """The layout of a row in a width. The place of a hit is below its sentence; other details follow the text.

    A row that can be pressed is at least `min_height` high, with its texts in the middle. All in pixels.
    """
    left, top, colours = look.px(_TEXT_LEFT), look.px(_PADDING_ABOVE.get(row.kind, _PADDING)), look.theme.colours
    left += look.px(_SUGGESTION_PADDING) if row.kind == "suggestion" else 0
    room = max(1, width - 2 * left)
    text = look.words(_runs(row, look), (left, top), room, getattr(colours, _COLOURS.get(row.kind, "ink")))
    where = None
    bottom = text.y + text.height
    if row.kind == "hit" and row.where:
        style = look.style("sans", _WHERE_SIZE, colour=colours.soft)
        where = look.words([TextRun(row.where, style)], (left, bottom + look.px(2)), room, colours.soft)
        bottom = where.y + where.height
    height = ceil(bottom) + look.px(_PADDING_BELOW.get(row.kind, _PADDING))
    spare = max(0, _min_height(row, look, min_height) - height)
    text = text.at(text.x, text.y + spare // 2)
    where = where.at(where.x, where.y + spare // 2) if where else None
    return SearchRowPlan(text, where, height + spare)


def _min_height(row: SearchRow, look: TextLook, min_height: int) -> int:
    return 0 if row.kind in ("group", "note") else max(min_height, look.theme.target(_MIN_HEIGHT))


def paint_row(
    painter: QPainter, row: SearchRow, plan: SearchRowPlan, look: TextLook, box: QRectF, *, hovered: bool, ring: bool
) -> None:
    """Paints a row in its box; `ring` outlines it for the keyboard."""
    card = _card(row, plan, look, box)
    if row.kind == "suggestion" or (hovered and row.target):
        painter.setPen(QPen(QColor(look.theme.colours.edge), 1))
        painter.setBrush(QColor(look.theme.colours.card))
        _paint_rounded(painter, card.adjusted(0.5, 0.5, -0.5, -0.5), look)
    if row.kind == "group":
        _paint_line(painter, plan, look, box)
    elif row.kind in ("hit", "name"):
        _paint_marks(painter, row, plan.text, look, box.topLeft())
    elif row.kind == "chosen":
        _paint_dot(painter, plan, look, box)
    for text in (plan.text, plan.where):
        if text:
            text.paint(painter, box.x(), box.y())
    if ring:
        _paint_ring(painter, card, look)


def _card(row: SearchRow, plan: SearchRowPlan, look: TextLook, box: QRectF) -> QRectF:
    """The ground of a row; that of a suggestion ends with its text."""
    card = box.adjusted(look.px(_CARD_LEFT), look.px(1), -look.px(_CARD_LEFT), -look.px(1))
    if row.kind == "suggestion":
        card.setLeft(box.left() + look.px(_TEXT_LEFT))
        card.setWidth(plan.text.width + 2 * look.px(_SUGGESTION_PADDING))
    return card


def _paint_rounded(painter: QPainter, card: QRectF, look: TextLook) -> None:
    painter.drawRoundedRect(card, look.px(_CARD_RADIUS), look.px(_CARD_RADIUS))


def _paint_line(painter: QPainter, plan: SearchRowPlan, look: TextLook, box: QRectF) -> None:
    """Paints the line above a heading."""
    line = QRectF(box.x() + plan.text.x, box.y() + look.px(8), box.width() - 2 * plan.text.x, 1)
    painter.fillRect(line, QColor(look.theme.colours.line))


def _paint_dot(painter: QPainter, plan: SearchRowPlan, look: TextLook, box: QRectF) -> None:
    """Paints the dot beside the chosen row."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.colours.accent))
    middle = QPointF((plan.text.x + look.px(_CARD_LEFT)) / 2, plan.text.y + plan.text.height / 2)
    painter.drawEllipse(box.topLeft() + middle, look.px(_DOT_RADIUS), look.px(_DOT_RADIUS))


def _paint_ring(painter: QPainter, card: QRectF, look: TextLook) -> None:
    """Paints the outline of the row with the keyboard focus."""
    width = look.px(2)
    painter.setPen(QPen(QColor(look.theme.colours.focus), width))
    painter.setBrush(QColor(0, 0, 0, 0))
    _paint_rounded(painter, card.adjusted(width / 2, width / 2, -width / 2, -width / 2), look)


def _runs(row: SearchRow, look: TextLook) -> list[TextRun]:
    face: TypeFace = "serif" if row.kind in ("hit", "name") else "sans"
    style = look.style(face, _SIZES.get(row.kind, _SIZE), bold=row.kind in _BOLD)
    runs = [TextRun(row.text, style)]
    if row.where and row.kind != "hit":
        runs.append(TextRun(f"　{row.where}", look.style("sans", _WHERE_SIZE, colour=look.theme.colours.soft)))
    return runs


def _paint_marks(painter: QPainter, row: SearchRow, text: TextLines, look: TextLook, corner: QPointF) -> None:
    """Paints the ground below the matches, line by line."""
    radius = look.px(3)
    painter.setPen(QPen(QColor(look.theme.colours.gold), 1))
    painter.setBrush(QColor(look.theme.colours.lit))
    for box in _mark_boxes(row, text.layout, corner.x() + text.x, corner.y() + text.y):
        painter.drawRoundedRect(box, radius, radius)


def _mark_boxes(row: SearchRow, layout: QTextLayout, x: float, y: float) -> Iterator[QRectF]:
    """The boxes of a row's matches; its text is laid out at `x`, `y`."""
    marks = [(to_utf16(row.text, start), to_utf16(row.text, end)) for start, end in row.marks]
    for line in map(layout.lineAt, range(layout.lineCount() if marks else 0)):
        begins, top, height = line.textStart(), y + line.y(), line.height()
        ends = begins + line.textLength()
        for start, end in marks:
            if start < ends and end > begins:
                at = (max(start, begins), min(end, ends))
                left, right = (float(line.cursorToX(one)[0]) for one in at)  # type: ignore[index]  # a pair
                yield QRectF(x + left, top, right - left, height)
