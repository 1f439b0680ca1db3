"""What is chosen in the text: a figure, a term to explain, a passage."""

from PySide6.QtCore import QObject, Signal

from exhibit.model.state import Anchor
from exhibit.ui.reader.navigation import PageNavigator
from exhibit.ui.reader.page_scroll import PageScroll
from exhibit.ui.reader.selection import TextPosition
from exhibit.ui.reader.shown import MarkId


class TextChoices(QObject):
    """Tells what pointer and keys choose in the text."""

    metric_chosen = Signal(object)
    """A figure, or None to choose no figure."""
    term_chosen = Signal(object, object)
    """A term to explain and its Anchor in the text, or None twice to close the explanation."""
    passage_chosen = Signal(object)
    """A block, or None to choose no passage."""

    def __init__(self, scroll: PageScroll, navigator: PageNavigator) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._navigator = navigator

    def choose_mark(self, mark_id: MarkId) -> None:
        """Chooses a figure; opens the explanation of a term, or closes it where it is open."""
        passage = self._scroll.page.at(mark_id[0]).passage
        mark = passage.marks[mark_id[1]]
        if mark.kind == "metric":
            self.metric_chosen.emit(mark.target)
        elif mark_id == self._scroll.shown.opened:
            self.close_term()
        else:
            self.term_chosen.emit(mark.target, Anchor(passage.block, mark.start))

    def choose_at(self, character: TextPosition | None) -> None:
        """Closes an open explanation; else chooses the passage of a character, or none."""
        shown = self._scroll.shown
        block = shown.passage(character[0]).block if character else ""
        if shown.term:
            self.close_term()
        elif block and block != shown.chosen:
            self._choose_visible(block)
        elif shown.chosen:
            self.passage_chosen.emit(None)

    def step_passage(self, step: int) -> None:
        """Chooses the next (1) or the previous (-1) block, from the chosen one or from what is at the top."""
        shown = self._scroll.shown
        if self._scroll.layout is None or not shown.blocks:
            return
        first, end = len(shown.header), len(shown.header) + len(shown.blocks)
        at = shown.index(shown.chosen) if shown.chosen else None
        if at is None:
            top = self._scroll.top_position()[0]
            at = top - 1 if step > 0 and top >= first else top
        index = max(first, min(at + step, end - 1))
        block = shown.passage(index).block
        if self._scroll.is_whole_in_viewport(index):
            self._choose_visible(block)
        else:
            self.passage_chosen.emit(block)

    def close_term(self) -> None:
        """Closes the explanation."""
        self.term_chosen.emit(None, None)

    def leave(self) -> bool:
        """Leaves what was chosen last: the figure, else the passage; False if nothing is chosen."""
        if self._scroll.shown.metric:
            self.metric_chosen.emit(None)
        elif self._scroll.shown.chosen:
            self.passage_chosen.emit(None)
        else:
            return False
        return True

    def _choose_visible(self, block: str) -> None:
        """Chooses a passage without moving the page."""
        with self._navigator.staying():
            self.passage_chosen.emit(block)
