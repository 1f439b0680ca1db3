"""The sheet under mouse and finger: marks are hovered and chosen, passages chosen, text is selected."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimerEvent, Signal
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QScroller, QWidget

from exhibit.model.state import Anchor
from exhibit.ui.reader.navigation import GuidedScroll
from exhibit.ui.reader.selection import TextPosition, TextSelection
from exhibit.ui.reader.shown import MarkId, ReaderShown
from exhibit.ui.reader.typography import run_at

_BEAT: Final = 40
"""Milliseconds between two steps while a selection is dragged beyond the edge."""


class PointedScroll(GuidedScroll):
    """A sheet that answers a pointer."""

    chosen = Signal(object)
    """A figure, or None to choose none."""
    explained = Signal(object, object)
    """A word of the glossary and the Anchor of where it stands, or None twice to close its explanation."""
    picked = Signal(object)
    """A block to be marked as read, or None to mark none."""

    def __init__(self, shown: ReaderShown, parent: QWidget | None = None) -> None:
        super().__init__(shown, parent)
        self._pressed: MarkId | None = None
        self._pressed_at: QPointF | None = None
        """Where a mouse button went down that may begin a selection."""
        self._tapped: QPointF | None = None
        """Where a mouse button or a finger went down that may choose a passage."""
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

    def _select(self, selection: TextSelection | None) -> None:
        if selection != self._look.selection:
            self._look.selection = selection
            self.viewport().update()

    # Where things are

    def _position_at(self, point: QPointF) -> TextPosition:
        """The position between two characters nearest to a point of the viewport."""
        index, line, x = self._line_at(point)
        return index, self._laid(index).boundary(line, x)

    def _character_at(self, point: QPointF) -> TextPosition | None:
        """The character under a point."""
        index, line, x = self._line_at(point)
        laid = self._laid(index)
        inside = 0 <= point.y() + self._look.y - self._top(index) - laid.line_top(line) < laid.face.line
        at = laid.character(line, x) if inside else None
        return None if at is None else (index, at)

    def _mark_at(self, point: QPointF) -> MarkId | None:
        """The mark under a point: the figure, where a word reaches over one."""
        found = self._character_at(point)
        return self._mark_on(*found) if found else None

    def _mark_on(self, index: int, position: int) -> MarkId | None:
        marks = enumerate(self._laid(index).passage.marks)
        hit = [(mark.kind != "metric", number) for number, mark in marks if mark.start <= position < mark.end]
        return (index, min(hit)[1]) if hit else None

    def _line_at(self, point: QPointF) -> tuple[int, int, float]:
        """Passage and line nearest to a point, and x in the column."""
        y = point.y() + self._look.y
        index = self._index_at(y)
        return index, self._laid(index).line_at(y - self._top(index)), point.x() - self._look.left

    # What the pointer does

    def _hover(self, mark: MarkId | None) -> None:
        before, self._look.hovered = self._look.hovered, mark
        if before == mark:
            return
        for one in (before, mark):
            if one is not None:
                top = self._top(one[0]) - self._look.y
                self.viewport().update(QRect(0, top, self.viewport().width(), self._laid(one[0]).height))
        if mark:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def _choose(self, id: MarkId) -> None:
        """Chooses a figure, opens a word's explanation or closes it."""
        passage = self._laid(id[0]).passage
        mark = passage.marks[id[1]]
        if mark.kind == "metric":
            self.chosen.emit(mark.target)
        elif id == self._shown.opened:
            self.explained.emit(None, None)
        else:
            self.explained.emit(mark.target, Anchor(passage.block, mark.start))

    def _tap(self, point: QPointF) -> None:
        """A plain click closes an explanation; else it chooses the passage whose text it meets, or none."""
        found = self._character_at(point)
        block = self._laid(found[0]).passage.block if found else ""
        if self._shown.term:
            self.explained.emit(None, None)
        elif block and block != self._shown.chosen:
            self._pick(block)
        elif self._shown.chosen:
            self.picked.emit(None)

    def _pick(self, block: str) -> None:
        """Chooses a passage that is in sight: nothing moves."""
        self._staying = True
        self.picked.emit(block)
        self._staying = False
        self._report()

    def _press(self, event: QMouseEvent) -> None:
        point = event.position()
        self._pressed = self._mark_at(point)
        self._look.focused = None
        if not self.has_selection() and not event.modifiers():
            self._tapped = point
        if event.pointerType() == QPointingDevice.PointerType.Finger:
            return
        if event.timestamp() - self._double_click < QApplication.doubleClickInterval() and self._double_click:
            self._tapped = None
            self._select_passage(self._line_at(point)[0])
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._look.selection:
            self._select(TextSelection(self._look.selection.anchor, self._position_at(point)))
        else:
            self._pressed_at = point
            self._select(None)

    def _drag(self, point: QPointF) -> None:
        if self._pressed_at is None:
            return
        far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._selecting or far:
            self._selecting = True
            self._pressed = self._tapped = None
            self._pointer = point
            anchor = self._look.selection.anchor if self._look.selection else self._position_at(self._pressed_at)
            self._select(TextSelection(anchor, self._position_at(point)))
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
        self._pressed = self._pressed_at = self._tapped = None
        self._selecting = False
        self._rest()

    def _select_run(self, point: QPointF) -> None:
        """A number with its unit, a word, or what stands between two marks of punctuation."""
        index, position = self._character_at(point) or self._position_at(point)
        passage, found = self._laid(index).passage, self._mark_on(index, position)
        mark = passage.marks[found[1]] if found else None
        start, end = (mark.start, mark.end) if mark else run_at(passage.text, position)
        self._select(TextSelection((index, start), (index, end)))

    def _select_passage(self, index: int) -> None:
        self._select(TextSelection((index, 0), (index, len(self._laid(index).passage.text))))

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
            self._hover(self._mark_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_open:
            return
        pressed, tapped, extending = self._pressed, self._tapped, self.has_selection()
        self._let_go()
        if pressed and not extending and pressed == self._mark_at(event.position()):
            self._choose(pressed)
        elif tapped and not pressed and _is_near(tapped, event.position()):
            self._tap(event.position())

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


def _is_near(one: QPointF, other: QPointF) -> bool:
    """Whether a press and a release are one click."""
    return (one - other).manhattanLength() < QApplication.startDragDistance()
