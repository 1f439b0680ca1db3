"""The list of what was found: painted row by row, however many there are; a press on a row goes there."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.search.row_model import SearchIndex, SearchRowModel, row_at
from exhibit.ui.search.row_paint import SearchRowPlan, paint_row, plan
from exhibit.ui.search.shown import SearchRow
from exhibit.ui.widgets.scroll import follow_finger
from exhibit.ui.widgets.text_look import TextLook

_CHOOSING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_STAYING: Final = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)
"""Ways to come by the focus that must not scroll: what is pressed would no longer be below the finger."""
_GUESS: Final = 60
"""Design pixels of height of a row that is not laid out yet."""
_KEPT: Final = 400
"""Rows kept laid out."""


class ResultList(QListView):
    """Rows of `search_shown`; `chosen` carries a row's goal, `left` tells that a key leads back to the field."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: TextLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = SearchRowModel(self)
        self._delegate = SearchRowDelegate(look, self.rows, self)
        self._prepare()
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._choose)
        self._ring = False
        """Whether the row the keyboard is on is outlined."""
        self._hovered = -1
        """The row the mouse came over last."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._lay_rest)

    @property
    def look(self) -> TextLook:
        """What the rows are painted with."""
        return self._delegate.look

    def show_rows(self, rows: tuple[SearchRow, ...], look: TextLook, *, endless: bool) -> None:
        """Shows rows; those that only go on keep what is in sight where it is."""
        if look != self._delegate.look:
            self._delegate.dress(look)
            self._delegate.widen(self._inner_width())
            self.scheduleDelayedItemsLayout()
        if not self.rows.display(rows, endless=endless):
            self._hovered = -1
            self.scrollToTop()
            self._delegate.hasty = True
            self.executeDelayedItemsLayout()  # now, so that they are painted with what stands around them
            self._rest.start()

    def enlarge(self, least: int) -> None:
        """Makes what can be pressed at least so many pixels high."""
        if least != self._delegate.least:
            self._delegate.enlarge(least)
            self.scheduleDelayedItemsLayout()

    def stand(self, scrolled: int, row: int) -> None:
        """Puts the list where it stood."""
        self._lay_rest()
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
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below it is painted in vain
        follow_finger(self)

    def _inner_width(self) -> int:
        """Of the rows: the same with a scroll bar and without."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _lay_rest(self) -> None:
        """Lays out what is not in sight too."""
        self._rest.stop()
        if self._delegate.settle():
            self.doItemsLayout()
        else:
            self.executeDelayedItemsLayout()

    def _rows_in(self, area: QRect) -> Iterator[tuple[int, QRect]]:
        """The rows that stand in an area of the list, and where."""
        number, top = 0, 0
        if self.verticalScrollBar().value():  # else there is no need to ask Qt, which takes long to tell
            index = self.indexAt(QPoint(0, area.top()))
            number, top = index.row(), self.visualRect(index).top()
        width, bottom = self.viewport().width(), area.bottom()
        for row in range(number, len(self.rows.rows)) if number >= 0 else ():
            if top > bottom:
                return
            height = self._delegate.planned(row)[1].height
            if top + height > area.top():
                yield row, QRect(0, top, width, height)
            top += height

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and (goal := row_at(index).goal):
            self.chosen.emit(goal)

    # Qt calls these

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
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

    @qt_override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hovered = self.indexAt(event.position().toPoint()).row()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        if event.reason() not in _STAYING and not self.currentIndex().isValid():
            self.setCurrentIndex(self.first())
        self.viewport().update()

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows at once: Qt's own way asks for each of them again and again, which is as dear as its text."""
        look, current = self._delegate.look, self.currentIndex().row()
        ring = current if self._ring and self.hasFocus() else None
        hovered = self._hovered if self.viewport().underMouse() else None
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.theme.colours.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, box in self._rows_in(event.rect()):
            row, laid = self._delegate.planned(number)
            paint_row(painter, row, laid, look, QRectF(box), hovered=number == hovered, ring=number == ring)
        painter.end()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._delegate.widen(self._inner_width()) or self._rest.isActive():
            self.scheduleDelayedItemsLayout()


class SearchRowDelegate(QStyledItemDelegate):
    """How rows are laid out, and how high they are."""

    def __init__(self, look: TextLook, model: SearchRowModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.look = look
        self.least = 0
        """Pixels of height of a row that can be pressed."""
        self.hasty = False
        """Whether the heights of rows that are not in sight are only guessed."""
        self._room = 0
        """Pixels of height that the rows laid out so far leave free."""
        self._width = 0
        self._plans: dict[tuple[str, str, str], SearchRowPlan] = {}
        """By what of a row is laid out: the next key often finds the same with other marks."""

    def dress(self, look: TextLook) -> None:
        """Takes another theme or script."""
        self.look = look
        self._plans.clear()

    def enlarge(self, least: int) -> None:
        self.least = least
        self._plans.clear()

    def settle(self) -> bool:
        """No height is guessed any more; whether one was."""
        guessed, self.hasty = self.hasty and self._room <= 0, False
        return guessed

    def widen(self, width: int) -> bool:
        """Takes the width of the rows; whether it is another."""
        widened, self._width = width != self._width, width
        if widened:
            self._plans.clear()
        return widened

    def planned(self, number: int) -> tuple[SearchRow, SearchRowPlan]:
        """A row laid out."""
        row = self._model.rows[number]
        key = row.kind, row.text, row.where
        if key not in self._plans:
            if len(self._plans) >= _KEPT:
                self._plans.clear()
            self._plans[key] = plan(row, self.look, self._width, self.least)
        return row, self._plans[key]

    # Qt calls these

    @qt_override_or(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: SearchIndex) -> QSize:
        number = index.row()
        if number == 0:
            self._room = self._view.height()
        elif self.hasty and self._room <= 0:
            return QSize(self._width, self.look.px(_GUESS))
        height = self.planned(number)[1].height
        self._room -= height
        return QSize(self._width, height)
