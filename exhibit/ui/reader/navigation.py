"""The page goes where the state says: to an anchor, a lit sentence, a chosen passage, a word that is explained."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import Anchor
from exhibit.theme import theme_for
from exhibit.ui.reader.page_scroll import TextScroll
from exhibit.ui.reader.shown import HighlightedSentence, ReaderShown


class GuidedScroll(TextScroll):
    """A Sheet that shows one ReaderShown after the other."""

    def __init__(self, shown: ReaderShown, parent: QWidget | None = None) -> None:
        super().__init__(shown, parent)
        self._staying = False
        """Whether what is chosen now is chosen where it stands."""

    def show_page(self, shown: ReaderShown) -> None:
        """Shows it, moving as little as can be."""
        before, self._shown = self._shown, shown
        if self._flow is None:
            return
        if not shown.same_text(before):
            self._open()
            return
        self._flow.shown = shown
        if before.script != shown.script or before.language != shown.language or before.scale != shown.scale:
            changed = self._arrange() or before.scale != shown.scale
            self._reshape(None if changed else self._flow)
        elif before.appearance != shown.appearance:
            self._look.theme = theme_for(shown.appearance, shown.scale)
            self.viewport().update()
        self._follow(before)

    def word_in_sight(self) -> QRect | None:
        """Where the word stands that is explained, counted from the corner of the sight; None if there is none.

        Of a word in two lines it is as wide as the longer part.
        """
        term = self._shown.term
        index = self._shown.index(term.at.block) if term else None
        if term is None or index is None or self._flow is None:
            return None
        laid, opened = self._laid(index), self._shown.opened
        boxes = laid.mark_boxes(opened[1]) if opened else laid.boxes(term.at.offset, term.at.offset + 1)
        widest = max(boxes, key=QRectF.width)
        whole = QRectF(widest.left(), boxes[0].top(), widest.width(), boxes[-1].bottom() - boxes[0].top())
        return whole.translated(self._look.left, self._top(index) - self._look.y).toAlignedRect()

    def column_in_sight(self) -> QRect:
        """The column of the text, as high as the sight."""
        return QRect(self._look.left, 0, self._columns.text, self.viewport().height())

    def _open(self) -> None:
        """Shows another text: at the anchor if there is one, else at the lit sentence, else at the beginning."""
        self._arrange()
        self._flow = self._new_flow(None)
        self._held = None
        self._go_to(self._shown.anchor)
        if self._shown.anchor is None and self._shown.highlighted:
            self._reveal(self._shown.highlighted)
        if self._shown.anchor is None:
            self._reveal_find(None)

    def _follow(self, before: ReaderShown) -> None:
        shown = self._shown
        returned = shown.anchor is not None and shown.anchor != self._own
        if self._staying:
            self._own = shown.anchor
        elif shown.anchor != self._own or self._has_lost(before):
            self._go_to(shown.anchor)
        elif shown.highlighted and shown.highlighted != before.highlighted:
            self._reveal(shown.highlighted)
        if not returned:
            self._reveal_find(before)
        if shown.term and shown.asked != before.asked:
            self._reveal_word()
        if _chosen(shown) != _chosen(before):
            self.viewport().update()

    def _has_lost(self, before: ReaderShown) -> bool:
        """Whether the chosen passage is another than before and begins out of sight."""
        shown = self._shown
        if shown.chosen == before.chosen or not shown.marked[1] or not shown.anchor:
            return False
        return shown.anchor.block == shown.chosen and self.position_in_sight(shown.marked[0], 0)[0] < 0

    def _go_to(self, anchor: Anchor | None) -> None:
        self._own = anchor
        index = self._shown.index(anchor.block) if anchor else None
        y = 0
        if anchor and index is not None:
            laid = self._laid(index)
            y = self._top(index) + laid.line_top(laid.line_of(anchor.offset)) - self._pad
        self._held = None
        self._place(y)

    def _reveal(self, lit: HighlightedSentence) -> None:
        """Brings a sentence to a third of the height, unless all of it is in sight."""
        index = self._shown.index(lit.block)
        if index is None:
            return
        height = self.viewport().height()
        top, bottom = self.position_in_sight(index, lit.start)[0], self.position_in_sight(index, lit.end - 1)[1]
        if top < 0 or bottom > height:
            self._held = None
            self._place(self._look.y + top - height // 3)
            self._report()

    def _reveal_find(self, before: ReaderShown | None) -> None:
        """Brings the place of what was looked for in sight, once it was gone to."""
        finds = self._shown.finds
        if finds and finds.target and not (before and before.finds and before.finds.target == finds.target):
            block, start, end = finds.target
            self._reveal(HighlightedSentence("", block, start, end))

    def _reveal_word(self) -> None:
        """Scrolls just as far as it takes to see the word that is explained."""
        if word := self.word_in_sight():
            height = self.viewport().height()
            moved = min(word.top(), 0) + max(word.bottom() + 1 - height, 0)
            if moved:
                self._held = None
                self._place(self._look.y + moved)
                self._report()

    # Qt calls this

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open()


def _chosen(shown: ReaderShown) -> tuple[object, ...]:
    """What is painted as chosen."""
    return shown.metric, shown.marked, shown.topic, shown.opened, shown.finds
