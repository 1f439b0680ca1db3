"""The keyboard's way through the marks of a page, in reading order."""

from PySide6.QtCore import QObject, Signal

from exhibit.ui.reader.page_scroll import PageScroll
from exhibit.ui.reader.selection import TextPosition
from exhibit.ui.reader.shown import MarkId, ReaderShown


class MarkFocus(QObject):
    """Holds the mark that has the focus of the keyboard."""

    moved = Signal(object)
    """Another mark, a MarkId, has the focus."""

    def __init__(self, scroll: PageScroll) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._focused: MarkId | None = None

    @property
    def focused(self) -> MarkId | None:
        """The mark that has the focus."""
        return self._focused

    def focus(self, mark: MarkId | None) -> None:
        """Moves the focus to a mark and scrolls to it; None takes the focus from all marks."""
        self._focused = mark
        if mark:
            if not self._is_visible(mark):
                self._scroll.scroll_into_view(self._start(mark))
            self.moved.emit(mark)
        self._scroll.viewport.update()

    def step(self, step: int) -> bool:
        """Moves the focus to the next mark (1) or the one before (-1); False at the end of the page.

        Without a focused mark, the first or last visible one takes the focus.
        """
        focused = self._focused
        self.focus(next_mark(self._scroll.shown, focused, step) if focused else self._first_visible(step))
        return self._focused is not None

    def clear(self) -> None:
        """Forgets the mark because another text is shown."""
        self._focused = None

    def _first_visible(self, step: int) -> MarkId | None:
        shown = self._scroll.shown
        passages = self._scroll.passages_in_viewport()[::step]
        marks = ((index, number) for index in passages for number in range(len(shown.marks(index)))[::step])
        return next((mark for mark in marks if self._is_visible(mark)), None)

    def _is_visible(self, mark: MarkId) -> bool:
        if mark[0] not in self._scroll.passages_in_viewport():
            return False
        top, bottom = self._scroll.line_in_viewport(self._start(mark))
        return top >= 0 and bottom <= self._scroll.viewport.height()

    def _start(self, mark: MarkId) -> TextPosition:
        return mark[0], self._scroll.shown.marks(mark[0])[mark[1]].start


def next_mark(shown: ReaderShown, mark: MarkId, step: int) -> MarkId | None:
    """The next mark (`step` 1) or the one before (-1); None at the end of the page."""
    index, number = mark[0], mark[1] + step
    if 0 <= number < len(shown.marks(index)):
        return index, number
    passages = range(index + 1, shown.count) if step > 0 else range(index - 1, -1, -1)
    found = next((passage for passage in passages if shown.marks(passage)), None)
    if found is None:
        return None
    return found, 0 if step > 0 else len(shown.marks(found)) - 1
