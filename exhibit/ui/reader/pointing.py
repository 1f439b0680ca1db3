"""The sheet under mouse and finger: figures are hovered and chosen, text is selected by dragging and clicking."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimerEvent, Signal
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QScroller, QWidget

from exhibit.ui.reader.paint import Figure
from exhibit.ui.reader.selection import Position, Selection
from exhibit.ui.reader.sheet import Sheet
from exhibit.ui.reader.shown import ReaderShown
from exhibit.ui.reader.typography import run_at

_BEAT: Final = 40
"""Milliseconds between two steps while a selection is dragged beyond the edge."""


class PointedSheet(Sheet):
    """A Sheet that answers a pointer; `chosen` names a figure, or None to choose none."""

    chosen = Signal(object)

    def __init__(self, shown: ReaderShown, parent: QWidget | None = None) -> None:
        super().__init__(shown, parent)
        self._pressed: Figure | None = None
        self._pressed_at: QPointF | None = None
        """Where a mouse button went down that may begin a selection."""
        self._selecting = False
        self._pointer = QPointF()
        self._double_click = 0
        """When the last double click was, as events tell time."""
        self._beat = 0
        self.viewport().setMouseTracking(True)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def _open(self) -> None:
        self._look.selection = self._look.hovered = self._look.focused = None
        self._let_go()
        super()._open()

    def _scrolled(self) -> None:
        self._hover(None)
        super()._scrolled()

    def _select(self, selection: Selection | None) -> None:
        if selection != self._look.selection:
            self._look.selection = selection
            self.viewport().update()

    # Where things are

    def _position_at(self, point: QPointF) -> Position:
        """The position between two characters nearest to a point of the viewport."""
        index, line, x = self._line_at(point)
        return index, self._laid(index).boundary(line, x)

    def _character_at(self, point: QPointF) -> Position | None:
        """The character under a point."""
        index, line, x = self._line_at(point)
        laid = self._laid(index)
        inside = 0 <= point.y() + self._look.y - self._top(index) - laid.line_top(line) < laid.face.line
        at = laid.character(line, x) if inside else None
        return None if at is None else (index, at)

    def _figure_at(self, point: QPointF) -> Figure | None:
        if (found := self._character_at(point)) is None:
            return None
        index, at = found
        marks = enumerate(self._laid(index).passage.marks)
        return next(((index, number) for number, mark in marks if mark.start <= at < mark.end), None)

    def _line_at(self, point: QPointF) -> tuple[int, int, float]:
        """Passage and line nearest to a point, and x in the column."""
        y = point.y() + self._look.y
        index = self._index_at(y)
        return index, self._laid(index).line_at(y - self._top(index)), point.x() - self._look.left

    # What the pointer does

    def _hover(self, figure: Figure | None) -> None:
        before, self._look.hovered = self._look.hovered, figure
        if before == figure:
            return
        for one in (before, figure):
            if one is not None:
                top = self._top(one[0]) - self._look.y
                self.viewport().update(QRect(0, top, self.viewport().width(), self._laid(one[0]).height))
        if figure:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def _choose(self, figure: Figure) -> None:
        self.chosen.emit(self._laid(figure[0]).passage.marks[figure[1]].target)

    def _press(self, event: QMouseEvent) -> None:
        point = event.position()
        self._pressed = self._figure_at(point)
        self._look.focused = None
        if event.pointerType() == QPointingDevice.PointerType.Finger:
            return
        if event.timestamp() - self._double_click < QApplication.doubleClickInterval() and self._double_click:
            self._select_passage(self._line_at(point)[0])
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._look.selection:
            self._select(Selection(self._look.selection.anchor, self._position_at(point)))
        else:
            self._pressed_at = point
            self._select(None)

    def _drag(self, point: QPointF) -> None:
        if self._pressed_at is None:
            return
        far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._selecting or far:
            self._selecting = True
            self._pressed = None
            self._pointer = point
            anchor = self._look.selection.anchor if self._look.selection else self._position_at(self._pressed_at)
            self._select(Selection(anchor, self._position_at(point)))
            self._pull()

    def _pull(self) -> None:
        """Scrolls on while the pointer is beyond the edge."""
        beyond = not 0 <= self._pointer.y() < self.viewport().height()
        if beyond and not self._beat:
            self._beat = self.startTimer(_BEAT)
        elif not beyond:
            self._rest()

    def _rest(self) -> None:
        if self._beat:
            self.killTimer(self._beat)
            self._beat = 0

    def _let_go(self) -> None:
        self._pressed = self._pressed_at = None
        self._selecting = False
        self._rest()

    def _select_run(self, point: QPointF) -> None:
        """A number with its unit, a word, or what stands between two marks of punctuation."""
        index, position = self._character_at(point) or self._position_at(point)
        passage = self._laid(index).passage
        marked = ((mark.start, mark.end) for mark in passage.marks if mark.start <= position < mark.end)
        start, end = next(marked, None) or run_at(passage.text, position)
        self._select(Selection((index, start), (index, end)))

    def _select_passage(self, index: int) -> None:
        self._select(Selection((index, 0), (index, len(self._laid(index).passage.text))))

    # Qt calls these

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_open:
            self._press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._is_open:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())
        else:
            self._hover(self._figure_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_open:
            return
        pressed, extending = self._pressed, self.has_selection()
        self._let_go()
        if pressed and not extending and pressed == self._figure_at(event.position()):
            self._choose(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_open:
            self._double_click = event.timestamp()
            self._select_run(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        if self._is_open:
            self._hover(None)

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() != self._beat:
            super().timerEvent(event)
            return
        y, height = self._pointer.y(), self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(y if y < 0 else y - height))
        self._drag(self._pointer)

    def has_selection(self) -> bool:
        """Whether any text is selected."""
        return bool(self._look.selection)
