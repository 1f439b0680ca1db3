"""The text under hand: choosing figures, selecting, copying, keys, mouse and touch."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPointingDevice,
)
from PySide6.QtWidgets import QApplication, QMenu, QScroller, QWidget

from exhibit.strings import say
from exhibit.ui.reader.paint import Figure
from exhibit.ui.reader.quote import citation_line, quotation
from exhibit.ui.reader.selection import Position, Selection, selected_text, whole
from exhibit.ui.reader.sheet import Sheet
from exhibit.ui.reader.shown import ReaderShown
from exhibit.ui.reader.typography import run_at

_BEAT: Final = 40
"""Milliseconds between two steps while a selection is dragged beyond the edge."""
_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TextView(Sheet):
    """A Sheet that answers; `chosen` names a figure, or None to choose none."""

    chosen = Signal(object)
    ringed = Signal()
    """Whether the text as a whole wears the ring of focus (`ring`) may have changed."""

    def __init__(self, shown: ReaderShown, parent: QWidget | None = None) -> None:
        super().__init__(shown, parent)
        self.ring = False
        self._pressed: Figure | None = None
        self._dragging = False
        self._drag_from = QPointF()
        self._pointer = QPointF()
        self._double_click = 0
        self._beat = 0
        self._menu: QMenu | None = None
        self._listen()

    def has_selection(self) -> bool:
        return bool(self._look.selection)

    def select_all(self) -> None:
        self._select(whole(self._shown))

    def copy(self) -> None:
        """The selected text and its citation."""
        if self._look.selection and self._shown.reading:
            text = selected_text(self._shown, self._look.selection)
            _to_clipboard(quotation(text, self._shown.reading, self._shown.script))

    def copy_plain(self) -> None:
        """The selected text alone."""
        if self._look.selection:
            _to_clipboard(selected_text(self._shown, self._look.selection))

    def copy_citation(self) -> None:
        """Where the article is from."""
        if self._shown.reading:
            _to_clipboard(citation_line(self._shown.reading, self._shown.script))

    def _listen(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def _open(self) -> None:
        self._look.selection = self._look.hovered = self._look.focused = self._pressed = None
        self._stop_dragging()
        super()._open()

    # Where things are

    def _position_at(self, point: QPointF) -> Position:
        """The position between two characters nearest to a point of the viewport."""
        assert self._flow is not None
        y = point.y() + self._look.y
        index = self._flow.index_at(y)
        laid = self._flow.at(index)
        line = laid.line_at(y - self._flow.top(index))
        return index, laid.boundary(line, point.x() - self._look.left)

    def _figure_at(self, point: QPointF) -> Figure | None:
        assert self._flow is not None
        y = point.y() + self._look.y
        index = self._flow.index_at(y)
        laid = self._flow.at(index)
        line = laid.line_at(y - self._flow.top(index))
        if not 0 <= y - self._flow.top(index) - laid.line_top(line) < laid.face.line:
            return None
        at = laid.character(line, point.x() - self._look.left)
        marks = enumerate(laid.passage.marks)
        return None if at is None else next(((index, n) for n, mark in marks if mark.start <= at < mark.end), None)

    def _figures(self) -> list[Figure]:
        first = len(self._shown.head)
        blocks = enumerate(self._shown.blocks, first)
        return [(index, number) for index, block in blocks for number in range(len(block.marks))]

    def _figure_in_sight(self, figure: Figure) -> bool:
        top, bottom = self.position_in_sight(figure[0], self._shown.passage(figure[0]).marks[figure[1]].start)
        return top >= 0 and bottom <= self.viewport().height()
