"""Paints a row of the list: its card, its texts, its marks."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from exhibit.ui.regions.model import SECOND_ROLE, RegionIndex, row_at
from exhibit.ui.regions.row_plan import WRAPPED, RegionFonts, RegionRowPlan
from exhibit.ui.regions.shown import RegionRow

_MARGIN: Final = 14
"""Between the list's edge and a card."""
_BESIDE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class RegionRowDelegate(QStyledItemDelegate):
    """The look of a row; chosen, visited, under the pointer and in focus each differ by form."""

    def __init__(self, faces: RegionFonts, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.faces = faces
        self.ring = False
        """Whether the row the keyboard is on is outlined."""

    def _paint_card(self, painter: QPainter, box: QRectF, row: RegionRow, hovered: bool) -> None:
        theme, colours = self.faces.theme, self.faces.theme.colours
        chosen = row.chosen and row.kind == "region"
        control = row.kind == "theme"
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
        colours = self.faces.theme.colours
        current = row.kind == "more" or (row.chosen and row.kind != "region")
        painter.setFont(self.faces.title_font(row))
        painter.setPen(QColor(colours.accent if current else colours.soft if row.soft else colours.ink))
        painter.drawText(plan.title.translated(at), WRAPPED, row.title)
        painter.setFont(self.faces.small)
        painter.setPen(QColor(colours.soft))
        painter.drawText(plan.second.translated(at), WRAPPED, second)
        painter.setPen(QColor(colours.accent if row.kind == "theme" else colours.soft))
        painter.drawText(plan.side.translated(at), _BESIDE, row.side)

    def _paint_mark(self, painter: QPainter, plan: RegionRowPlan, at: QPointF, row: RegionRow) -> None:
        """In the gutter: a check at what was visited, a bullet at the article or section in view."""
        theme, colours = self.faces.theme, self.faces.theme.colours
        first_line = QRectF(plan.title)
        painter.setFont(self.faces.title_font(row))
        first_line.setHeight(min(plan.title.height(), painter.fontMetrics().height()))
        centre = QPointF(first_line.left() - theme.px(10), first_line.center().y()) + at
        if row.chosen and row.kind != "region":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(centre, theme.px(3), theme.px(3))
        elif row.visited and not row.chosen:
            _paint_check(painter, centre, float(theme.px(6)), colours.visited)

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        theme = self.faces.theme
        inset = theme.px(2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours.focus), theme.px(2)))
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), theme.px(8), theme.px(8))

    # Qt calls these

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: RegionIndex) -> None:
        row, second = row_at(index), str(index.data(SECOND_ROLE))
        area = QRectF(option.rect)
        state = option.state
        theme = self.faces.theme
        box = area.adjusted(theme.px(_MARGIN), theme.px(2), -theme.px(_MARGIN), -theme.px(2))
        plan = self.faces.plan(row, second, option.rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, box, row, bool(state & QStyle.StateFlag.State_MouseOver))
        self._paint_texts(painter, plan, area.topLeft(), row, second)
        self._paint_mark(painter, plan, area.topLeft(), row)
        if self.ring and self._view.hasFocus() and index == self._view.currentIndex():
            self._paint_ring(painter, box)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: RegionIndex) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.faces.plan(row_at(index), str(index.data(SECOND_ROLE)), width).height)


def _paint_check(painter: QPainter, centre: QPointF, size: float, colour: str) -> None:
    path = QPainterPath(centre + QPointF(-0.5, 0.04) * size)
    path.lineTo(centre + QPointF(-0.12, 0.42) * size)
    path.lineTo(centre + QPointF(0.55, -0.38) * size)
    pen = QPen(QColor(colour), max(1.4, size * 0.26))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
