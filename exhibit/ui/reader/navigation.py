"""Moves the page to what the state says: a reading position, a sentence, a chosen passage, an explained term."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF

from exhibit.theme import Theme
from exhibit.ui.reader.page_scroll import PageScroll
from exhibit.ui.reader.shown import ReaderShown


class PageNavigator:
    """Shows one ReaderShown after the other on a page and moves the page no more than is needed."""

    def __init__(self, scroll: PageScroll) -> None:
        self._scroll = scroll
        self._stays = False
        """Whether the page must not move."""

    def open(self) -> None:
        """Shows a text at its reading position, else at the highlighted sentence, else at its beginning."""
        scroll, shown = self._scroll, self._scroll.shown
        scroll.open()
        scroll.go_to(shown.anchor)
        if shown.anchor is None and shown.highlighted:
            self._reveal_sentence(shown.highlighted.block, shown.highlighted.start, shown.highlighted.end)
        if shown.anchor is None:
            self._reveal_find(None)

    def show(self, shown: ReaderShown, theme: Theme) -> None:
        """Shows the same text again and moves to what has changed."""
        before = self._scroll.shown
        self._scroll.show(shown, theme)
        went_back = shown.anchor is not None and shown.anchor != self._scroll.reported
        self._move(before)
        if not went_back:
            self._reveal_find(before)
        if shown.term and shown.requested != before.requested:
            self._reveal_term()
        if _chosen(shown) != _chosen(before):
            self._scroll.viewport.update()

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Keeps the page where it is while something visible is chosen."""
        self._stays = True
        try:
            yield
        finally:
            self._stays = False
        self._scroll.report()

    def _move(self, before: ReaderShown) -> None:
        shown, scroll = self._scroll.shown, self._scroll
        if self._stays:
            scroll.reported = shown.anchor
        elif shown.anchor != scroll.reported or self._has_lost_passage(before):
            scroll.go_to(shown.anchor)
        elif shown.highlighted and shown.highlighted != before.highlighted:
            self._reveal_sentence(shown.highlighted.block, shown.highlighted.start, shown.highlighted.end)

    def _has_lost_passage(self, before: ReaderShown) -> bool:
        """Whether another passage is chosen than before, and it begins above the viewport."""
        shown = self._scroll.shown
        if shown.chosen == before.chosen or not shown.marked[1] or not shown.anchor:
            return False
        return shown.anchor.block == shown.chosen and self._scroll.line_in_viewport((shown.marked[0], 0))[0] < 0

    def _reveal_sentence(self, block: str, start: int, end: int) -> None:
        """Brings a sentence to a third of the height, unless all of it is visible."""
        index = self._scroll.shown.index(block)
        if index is None:
            return
        height = self._scroll.viewport.height()
        top = self._scroll.line_in_viewport((index, start))[0]
        bottom = self._scroll.line_in_viewport((index, end - 1))[1]
        if top < 0 or bottom > height:
            self._scroll.move_by(top - height // 3)

    def _reveal_find(self, before: ReaderShown | None) -> None:
        """Brings the current place of the searched text in sight, if it has changed."""
        finds = self._scroll.shown.finds
        target_before = before.finds.target if before and before.finds else None
        if finds and finds.target and finds.target != target_before:
            self._reveal_sentence(*finds.target)

    def _reveal_term(self) -> None:
        """Moves no further than is needed to see the explained term."""
        if box := term_box(self._scroll):
            pixels = min(box.top(), 0) + max(box.bottom() + 1 - self._scroll.viewport.height(), 0)
            if pixels:
                self._scroll.move_by(pixels)


def term_box(scroll: PageScroll) -> QRect | None:
    """The box of the explained term in the viewport; None if no term is explained or nothing is laid out yet.

    The box of a term in two lines is as wide as its longer part.
    """
    term = scroll.shown.term
    index = scroll.shown.index(term.at.block) if term else None
    if term is None or index is None or scroll.layout is None:
        return None
    passage, opened = scroll.page.at(index), scroll.shown.opened
    boxes = passage.mark_boxes(opened[1]) if opened else passage.boxes(term.at.offset, term.at.offset + 1)
    widest = max(boxes, key=QRectF.width)
    box = QRectF(widest.left(), boxes[0].top(), widest.width(), boxes[-1].bottom() - boxes[0].top())
    return box.translated(scroll.columns.left, scroll.page.top(index) - scroll.y).toAlignedRect()


def _chosen(shown: ReaderShown) -> tuple[object, ...]:
    """What is painted as chosen."""
    return shown.metric, shown.marked, shown.topic, shown.opened, shown.finds
