"""Paints a row of the list: its card, its texts, its mark."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.regions.model import SECOND_ROLE, RegionIndex, row_at
from exhibit.ui.regions.row_plan import WRAPPED, RegionFonts, RegionRowPlan
from exhibit.ui.regions.shown import RegionRow

_CARD_MARGIN: Final = 14
"""Between the list's edge and a card, in design pixels."""
_MARK_DISTANCE: Final = 10
"""Between a title and the middle of its mark, in design pixels."""
_SIDE_ALIGNMENT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class RegionRowDelegate(QStyledItemDelegate):
    """Paints rows; chosen, visited, under the pointer and in focus each differ by form."""

    def __init__(self, fonts: RegionFonts, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.fonts = fonts
        self.ring = False
        """Whether the current row has a focus ring."""

    def _is_hovered(self, box: QRect) -> bool:
        """Whether the pointer is over a row. QStyle would say it too, but making the enums of QStyle takes 4 ms."""
        viewport = self._view.viewport()
        return viewport.underMouse() and box.contains(viewport.mapFromGlobal(QCursor.pos()))

    def _paint_card(self, painter: QPainter, box: QRectF, row: RegionRow, hovered: bool) -> None:
        theme, colours = self.fonts.look.theme, self.fonts.look.theme.colours
        chosen = row.chosen and row.kind == "region"
        control = row.kind == "topic"
        if not chosen and not hovered and not control:
            return
        path = QPainterPath()
        path.addRoundedRect(box, theme.px(9), theme.px(9))
        if chosen:
            painter.fillPath(path.translated(0, theme.px(1)), QColor(colours.shadow))
        painter.fillPath(path, QColor(colours.card if chosen or control else colours.paper))
        if chosen:
            painter.save()
            painter.setClipPath(path)
            painter.fillRect(QRectF(box.x(), box.y(), theme.px(4), box.height()), QColor(colours.accent))
            painter.restore()
        if hovered or control or theme.appearance == "contrast":
            border = colours.accent if hovered and control else colours.edge if hovered or control else colours.line
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(border), 1))
            painter.drawPath(path)

    def _paint_texts(self, painter: QPainter, plan: RegionRowPlan, at: QPointF, row: RegionRow, second: str) -> None:
        colours = self.fonts.look.theme.colours
        current = row.kind == "more" or (row.chosen and row.kind != "region")
        painter.setFont(self.fonts.title_font(row))
        painter.setPen(QColor(colours.accent if current else colours.soft if row.soft else colours.ink))
        painter.drawText(plan.title.translated(at), WRAPPED, row.title)
        painter.setFont(self.fonts.small)
        painter.setPen(QColor(colours.soft))
        painter.drawText(plan.second.translated(at), WRAPPED, second)
        painter.setPen(QColor(colours.accent if row.kind == "topic" else colours.soft))
        painter.drawText(plan.side.translated(at), _SIDE_ALIGNMENT, row.side)

    def _paint_mark(self, painter: QPainter, plan: RegionRowPlan, at: QPointF, row: RegionRow) -> None:
        """In the gutter: a check mark if it was visited, a dot at the article or section in view."""
        theme, colours = self.fonts.look.theme, self.fonts.look.theme.colours
        first_line = QRectF(plan.title)
        painter.setFont(self.fonts.title_font(row))
        first_line.setHeight(min(plan.title.height(), painter.fontMetrics().height()))
        centre = QPointF(first_line.left() - theme.px(_MARK_DISTANCE), first_line.center().y()) + at
        if row.chosen and row.kind != "region":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(centre, theme.px(3), theme.px(3))
        elif row.visited and not row.chosen:
            _paint_check(painter, centre, float(theme.px(6)), colours.visited)

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        theme = self.fonts.look.theme
        inset = theme.px(2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours.focus), theme.px(2)))
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), theme.px(8), theme.px(8))

    # Qt calls these

    @qt_override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: RegionIndex) -> None:
        row, second = row_at(index), str(index.data(SECOND_ROLE))
        area, px = QRectF(option.rect), self.fonts.look.px
        box = area.adjusted(px(_CARD_MARGIN), px(2), -px(_CARD_MARGIN), -px(2))
        plan = self.fonts.plan(row, second, option.rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, box, row, self._is_hovered(option.rect))
        self._paint_texts(painter, plan, area.topLeft(), row, second)
        self._paint_mark(painter, plan, area.topLeft(), row)
        if self.ring and self._view.hasFocus() and index == self._view.currentIndex():
            self._paint_ring(painter, box)
        painter.restore()

    @qt_override_or(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: RegionIndex) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.fonts.plan(row_at(index), str(index.data(SECOND_ROLE)), width).height)


def _paint_check(painter: QPainter, centre: QPointF, size: float, colour: str) -> None:
    path = QPainterPath(centre + QPointF(-0.5, 0.04) * size)
    path.lineTo(centre + QPointF(-0.12, 0.42) * size)
    path.lineTo(centre + QPointF(0.55, -0.38) * size)
    pen = QPen(QColor(colour), max(1.4, size * 0.26))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
