"""Mouse and finger on the text: marks are hovered and chosen, passages chosen, text is selected."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QScroller

from exhibit.ui.reader.mark_focus import MarkFocus
from exhibit.ui.reader.page_scroll import PageScroll
from exhibit.ui.reader.shown import MarkId
from exhibit.ui.reader.text_choices import TextChoices
from exhibit.ui.reader.text_selector import TextSelector

_DRAG_SCROLL_MS: Final = 40
"""Milliseconds between two steps of scrolling while a selection is dragged beyond the edge."""


class TextPointer(QObject):
    """Turns what a pointer does on the text into choices and selections.

    A mark is as large as its text, not as a finger: WCAG 2.5.5 exempts targets in a sentence or a block of text. What
    a mark leads to can be reached by controls of full size, too: the tiles of the figures and the glossary.
    """

    def __init__(self, scroll: PageScroll, selector: TextSelector, marks: MarkFocus, choices: TextChoices) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._selector = selector
        self._marks = marks
        self._choices = choices
        self._hovered: MarkId | None = None
        self._pressed: MarkId | None = None
        """The mark on which a button or a finger went down."""
        self._select_from: QPointF | None = None
        """Where a mouse button went down that may begin a selection."""
        self._tapped: QPointF | None = None
        """Where a mouse button or a finger went down that may choose a passage."""
        self._selecting = False
        self._dragged_to = QPointF()
        self._last_double_click = 0
        """The time stamp of the event, in milliseconds."""
        self._drag_scroll = QTimer(self)
        self._drag_scroll.setInterval(_DRAG_SCROLL_MS)
        self._drag_scroll.timeout.connect(self._scroll_on)
        scroll.viewport.setMouseTracking(True)
        QScroller.grabGesture(scroll.viewport, QScroller.ScrollerGestureType.TouchGesture)

    @property
    def hovered(self) -> MarkId | None:
        """The mark under the pointer."""
        return self._hovered

    def press(self, event: QMouseEvent) -> None:
        """The left button or a finger goes down."""
        point = event.position()
        self._pressed = self._mark_at(point)
        self._marks.focus(None)
        if not self._selector.selection and not event.modifiers():
            self._tapped = point
        if event.pointerType() != QPointingDevice.PointerType.Finger:
            self._begin_selection(event)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves, with the left button down or without."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(event.position())
        else:
            self.hover(self._mark_at(event.position()))

    def release(self, event: QMouseEvent) -> None:
        """The left button or a finger goes up."""
        point = event.position()
        pressed, tapped = self._pressed, self._tapped
        self.let_go()
        if pressed and not self._selector.selection and pressed == self._mark_at(point):
            self._choices.choose_mark(pressed)
        elif tapped and not pressed and _is_near(tapped, point):
            self._choices.choose_at(self._scroll.page.character_at(*self._scroll.on_page(point)))

    def double_click(self, event: QMouseEvent) -> None:
        """The left button goes down for the second time."""
        self._last_double_click = event.timestamp()
        self._selector.select_run(event.position())

    def hover(self, mark: MarkId | None) -> None:
        """Highlights the mark under the pointer."""
        before, self._hovered = self._hovered, mark
        if before == mark:
            return
        for one in (before, mark):
            if one is not None:
                self._repaint_passage(one[0])
        if mark:
            self._scroll.viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._scroll.viewport.unsetCursor()

    def let_go(self) -> None:
        """Ends what began when the button went down."""
        self._pressed = self._select_from = self._tapped = None
        self._selecting = False
        self._drag_scroll.stop()

    def clear(self) -> None:
        """Forgets all marks because another text is shown."""
        self._hovered = None
        self.let_go()

    def _mark_at(self, point: QPointF) -> MarkId | None:
        return self._scroll.page.mark_at(*self._scroll.on_page(point))

    def _begin_selection(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._last_double_click and event.timestamp() - self._last_double_click < QApplication.doubleClickInterval():
            self._tapped = None
            self._selector.select_passage(self._scroll.page.line_at(point.y() + self._scroll.y)[0])
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._selector.selection:
            self._selector.extend_to(point, point)
        else:
            self._select_from = point
            self._selector.select(None)

    def _drag_to(self, point: QPointF) -> None:
        if self._select_from is None:
            return
        if self._selecting or not _is_near(self._select_from, point):
            self._selecting = True
            self._pressed = self._tapped = None
            self._dragged_to = point
            self._selector.extend_to(point, self._select_from)
            self._scroll_while_outside()

    def _scroll_while_outside(self) -> None:
        """Scrolls on while the pointer is above or below the viewport."""
        outside = not 0 <= self._dragged_to.y() < self._scroll.viewport.height()
        if not outside:
            self._drag_scroll.stop()
        elif not self._drag_scroll.isActive():
            self._drag_scroll.start()

    def _scroll_on(self) -> None:
        y, height = self._dragged_to.y(), self._scroll.viewport.height()
        self._scroll.scroll_by(round(y if y < 0 else y - height))
        self._drag_to(self._dragged_to)

    def _repaint_passage(self, index: int) -> None:
        top, viewport = self._scroll.page.top(index) - self._scroll.y, self._scroll.viewport
        viewport.update(QRect(0, top, viewport.width(), self._scroll.page.at(index).height))


def _is_near(one: QPointF, other: QPointF) -> bool:
    """Whether two points are too near each other for dragging."""
    return (one - other).manhattanLength() < QApplication.startDragDistance()
