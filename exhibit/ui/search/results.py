"""The list of what was found: painted row by row, however many there are; a press on a row goes there."""

from typing import Final

from exhibit.ui.kit.look import Look
from exhibit.ui.kit.scroll import follow_finger
from exhibit.ui.search.paint import Plan, paint_row, plan
from exhibit.ui.search.rows import Index, RowModel, row_at
from exhibit.ui.search.shown import Row

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal  # isort: skip
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent  # isort: skip
from PySide6.QtWidgets import (  # isort: skip
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_CHOOSING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_STAYING: Final = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)
"""Ways to come by the focus that must not scroll: what is pressed would no longer be below the finger."""
_KEPT: Final = 400
"""Rows kept laid out."""


class ResultList(QListView):
    """Rows of `search_shown`; `chosen` carries a row's goal, `left` tells that a key leads back to the field."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._delegate = RowDelegate(look, self)
        self.rows = RowModel(self)
        self._prepare()
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._choose)

    def show_rows(self, rows: tuple[Row, ...], look: Look, *, endless: bool) -> None:
        """Shows rows; those that only go on keep what is in sight where it is."""
        if look != self._delegate.look:
            self._delegate.dress(look)
            self.scheduleDelayedItemsLayout()
        if not self.rows.display(rows, endless=endless):
            self.scrollToTop()

    def enlarge(self, least: int) -> None:
        """Makes what can be pressed at least so many pixels high."""
        if least != self._delegate.least:
            self._delegate.enlarge(least)
            self.scheduleDelayedItemsLayout()

    def stand(self, scrolled: int, row: int) -> None:
        """Puts the list where it stood."""
        self.executeDelayedItemsLayout()
        self.setCurrentIndex(self.rows.index(row))
        self.verticalScrollBar().setValue(scrolled)

    def first(self) -> QModelIndex:
        """The first row that leads somewhere; invalid where none does."""
        numbers = (number for number, row in enumerate(self.rows.rows) if row.goal)
        return self.rows.index(next(numbers, -1))

    def enter(self) -> None:
        """The keyboard comes to the first row."""
        if (first := self.first()).isValid():
            if not self.currentIndex().isValid():
                self.setCurrentIndex(first)
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_first(self) -> None:
        """Goes where the first row leads."""
        self._choose(self.first())

    def _prepare(self) -> None:
        self.setObjectName("results")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below it is painted in vain
        follow_finger(self)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and (goal := row_at(index).goal):
            self.chosen.emit(goal)

    # Qt calls these

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.ring = True
        current = self.currentIndex()
        if event.key() in _CHOOSING:
            self._choose(current)
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and current == self.first()):
            self.left.emit()
        elif (
            event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        if event.reason() not in _STAYING and not self.currentIndex().isValid():
            self.setCurrentIndex(self.first())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), QColor(self._delegate.look.theme.colours.paper))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class RowDelegate(QStyledItemDelegate):
    """The look of a row."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.look = look
        self.ring = False
        """Whether the row the keyboard is on is outlined."""
        self.least = 0
        """Pixels of height of a row that can be pressed."""
        self._plans: dict[int, tuple[Row, int, Plan]] = {}
        """By the identity of a row, which is kept beside its plan, with the width it was laid out in."""

    def dress(self, look: Look) -> None:
        """Takes another theme or script."""
        self.look = look
        self._plans.clear()

    def enlarge(self, least: int) -> None:
        self.least = least
        self._plans.clear()

    def _plan(self, row: Row) -> Plan:
        width, key = self._view.viewport().width(), id(row)
        if key not in self._plans or self._plans[key][1] != width:
            if len(self._plans) >= _KEPT:
                self._plans.clear()
            self._plans[key] = (row, width, plan(row, self.look, width, self.least))
        return self._plans[key][2]

    # Qt calls these

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_at(index)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ring = self.ring and self._view.hasFocus() and index == self._view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, row, self._plan(row), self.look, QRectF(option.rect), hovered=hovered, ring=ring)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.viewport().width(), self._plan(row_at(index)).height)
