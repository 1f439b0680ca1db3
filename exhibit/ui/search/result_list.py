"""The list of results: it paints its rows itself, and a press on a row goes where the row leads."""

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
from exhibit.ui.search.row_paint import SearchRowPlan, lay_out_row, paint_row
from exhibit.ui.search.shown import SearchRow
from exhibit.ui.widgets.scroll import follow_finger
from exhibit.ui.widgets.text_look import TextLook

_CHOOSING_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
"""Keys that go where the current row leads."""
_REASONS_TO_STAY: Final = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)
"""With these the list must not scroll when it gets the focus: the row below the finger would be another."""
_GUESSED_HEIGHT: Final = 60
"""Design pixels of height of a row before it is laid out."""
_CACHE_SIZE: Final = 400
"""Row layouts that are kept."""


class ResultList(QListView):
    """Rows of the search; `chosen` carries a row's target, `left` tells that a key leads back to the field."""

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
        self._has_ring = False
        """Whether the current row is outlined while the list has the focus."""
        self._hovered = -1
        """The row that the mouse entered last."""
        self._layout_due = QTimer(self)
        self._layout_due.setSingleShot(True)
        self._layout_due.timeout.connect(self._lay_out_rest)

    @property
    def look(self) -> TextLook:
        """The fonts and colours of the rows."""
        return self._delegate.look

    def show_rows(self, rows: tuple[SearchRow, ...], look: TextLook, *, endless: bool) -> None:
        """Shows rows. Rows that only continue those before leave the scroll position."""
        if look != self._delegate.look:
            self._delegate.set_look(look)
            self._delegate.set_width(self._inner_width())
            self.scheduleDelayedItemsLayout()
        if not self.rows.display(rows, endless=endless):
            self._hovered = -1
            self.scrollToTop()
            self._delegate.guesses = True
            self.executeDelayedItemsLayout()  # now, so that they are painted together with the rest of the page
            self._layout_due.start()

    def set_min_height(self, pixels: int) -> None:
        """Sets the minimum height of rows that can be pressed."""
        if pixels != self._delegate.min_height:
            self._delegate.set_min_height(pixels)
            self.scheduleDelayedItemsLayout()

    def restore_position(self, scrolled: int, row: int) -> None:
        """Scrolls to an earlier position, in pixels, and makes a row the current one."""
        self._lay_out_rest()
        self.setCurrentIndex(self.rows.index(row))
        self.verticalScrollBar().setValue(scrolled)

    def first(self) -> QModelIndex:
        """The first row that leads somewhere; invalid where none does."""
        numbers = (number for number, row in enumerate(self.rows.rows) if row.target)
        return self.rows.index(next(numbers, -1))

    def enter(self) -> None:
        """Takes the keyboard focus, with the first row current if none is."""
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
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else the page is painted below it
        follow_finger(self)

    def _inner_width(self) -> int:
        """The width of the rows, the same with a scroll bar and without."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _lay_out_rest(self) -> None:
        """Lays out the rows whose height was guessed."""
        self._layout_due.stop()
        if self._delegate.stop_guessing():
            self.doItemsLayout()
        else:
            self.executeDelayedItemsLayout()

    def _rows_in(self, area: QRect) -> Iterator[tuple[int, QRect]]:
        """The numbers and boxes of the rows in an area of the viewport."""
        number, top = 0, 0
        if self.verticalScrollBar().value():  # without scrolling the answer is known, and Qt's is slow
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
        if index.isValid() and (target := row_at(index).target):
            self.chosen.emit(target)

    # Qt calls these

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._has_ring = True
        current = self.currentIndex()
        if event.key() in _CHOOSING_KEYS:
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
        self._has_ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        if event.reason() not in _REASONS_TO_STAY and not self.currentIndex().isValid():
            self.setCurrentIndex(self.first())
        self.viewport().update()

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints all rows at once: Qt would ask the delegate for each row's size again, which costs as much as text."""
        look, current = self._delegate.look, self.currentIndex().row()
        ring = current if self._has_ring and self.hasFocus() else None
        hovered = self._hovered if self.viewport().underMouse() else None
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.theme.colours.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, box in self._rows_in(event.rect()):
            row, plan = self._delegate.planned(number)
            paint_row(painter, row, plan, look, QRectF(box), hovered=number == hovered, ring=number == ring)
        painter.end()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._delegate.set_width(self._inner_width()) or self._layout_due.isActive():
            self.scheduleDelayedItemsLayout()


class SearchRowDelegate(QStyledItemDelegate):
    """Lays out rows and tells Qt their heights."""

    def __init__(self, look: TextLook, model: SearchRowModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.look = look
        self.min_height = 0
        """Minimum height in pixels of a row that can be pressed."""
        self.guesses = False
        """Whether the heights of rows below the viewport are guessed."""
        self._room = 0
        """Pixels of the viewport's height below the rows that were laid out so far."""
        self._width = 0
        self._plans: dict[tuple[str, str, str], SearchRowPlan] = {}
        """Layouts by kind, text and place of a row: the next query often finds the same with other marks."""

    def set_look(self, look: TextLook) -> None:
        """Takes another theme or script."""
        self.look = look
        self._plans.clear()

    def set_min_height(self, pixels: int) -> None:
        """Takes another minimum height of rows that can be pressed."""
        self.min_height = pixels
        self._plans.clear()

    def set_width(self, width: int) -> bool:
        """Takes the width of the rows, in pixels. Returns whether it has changed."""
        changed, self._width = width != self._width, width
        if changed:
            self._plans.clear()
        return changed

    def stop_guessing(self) -> bool:
        """Guesses no height from now on. Returns whether one was guessed."""
        guessed, self.guesses = self.guesses and self._room <= 0, False
        return guessed

    def planned(self, number: int) -> tuple[SearchRow, SearchRowPlan]:
        """A row and its layout."""
        row = self._model.rows[number]
        key = row.kind, row.text, row.where
        if key not in self._plans:
            if len(self._plans) >= _CACHE_SIZE:
                self._plans.clear()
            self._plans[key] = lay_out_row(row, self.look, self._width, self.min_height)
        return row, self._plans[key]

    # Qt calls this

    @qt_override_or(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: SearchIndex) -> QSize:
        number = index.row()
        if number == 0:
            self._room = self._view.height()
        elif self.guesses and self._room <= 0:
            return QSize(self._width, self.look.px(_GUESSED_HEIGHT))
        height = self.planned(number)[1].height
        self._room -= height
        return QSize(self._width, height)
