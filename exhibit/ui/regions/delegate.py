"""Paints a row of the list: its card, its texts, its marks."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from exhibit.ui.regions.model import ROW_ROLE, SECOND_ROLE, Index
from exhibit.ui.regions.plan import WRAPPED, Faces, Plan
from exhibit.ui.regions.shown import Row


class RowDelegate(QStyledItemDelegate):
    """The look of a row; chosen, visited, under the pointer and in focus each differ by form."""

    def __init__(self, faces: Faces, view: QListView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self.faces = faces
        self.ring = False
        """Whether the row the keyboard is on is outlined."""

    def _paint_card(self, painter: QPainter, box: QRectF, row: Row, hovered: bool) -> None:
        theme, colours = self.faces.theme, self.faces.theme.colours
        path = QPainterPath()
        path.addRoundedRect(box, theme.px(9), theme.px(9))
        if row.chosen and row.kind == "region":
            shade = QPainterPath(path).translated(0, theme.px(2))
            painter.fillPath(shade, QColor(colours.shadow))
            painter.fillPath(path, QColor(colours.card))
            painter.save()
            painter.setClipPath(path)
            painter.fillRect(QRectF(box.x(), box.y(), theme.px(4), box.height()), QColor(colours.accent))
            painter.restore()
        elif hovered:
            painter.fillPath(path, QColor(colours.card))
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawPath(path)

    def _paint_texts(self, painter: QPainter, plan: Plan, at: QPointF, row: Row, second: str) -> None:
        colours, small = self.faces.theme.colours, self.faces.small
        title = plan.title.translated(at)
        painter.setFont(self._title_font(row))
        painter.setPen(QColor(colours.accent if row.kind == "more" or _is_current(row) else colours.ink))
        drawn = painter.drawText(title, WRAPPED, row.title)
        if row.visited and not _is_current(row) and not (row.chosen and row.kind == "region"):
            self._paint_check(painter, QRectF(drawn))
        painter.setFont(small)
        painter.setPen(QColor(colours.soft))
        line = plan.second.translated(at)
        if second:
            text = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line, WRAPPED, text)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(plan.side.translated(at), int(side), row.side)
