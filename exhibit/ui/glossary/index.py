"""The index of words: in columns where there is room, the open entry below its row where there is no room beside."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from exhibit.ui.glossary.data import GlossaryData
from exhibit.ui.glossary.entry import TermEntryRest, TermEntryView
from exhibit.ui.glossary.row import LEAST_BESIDE, OpenPosition, TermButton
from exhibit.ui.glossary.shown import GlossaryShown, term_row
from exhibit.ui.widgets.page_header import margin
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.row_heights import RowLines
from exhibit.ui.widgets.text_look import TextLook
from exhibit.ui.widgets.virtual_list import RowGrid, VirtualList

_ENTRY: Final = -1
"""The row that is no word but the open entry."""
_GAP: Final = 12
_MOST_COLUMNS: Final = 4
_CHARACTER: Final = 15
_GUESSED_ENTRY: Final = 400


class TermIndex(VirtualList):
    """Every word of the glossary; a press opens its entry."""

    def __init__(self, facts: GlossaryData, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("terms")
        self._facts = facts
        self._shown: GlossaryShown | None = None
        self._look: TextLook | None = None
        self._opens: OpenPosition = "beside"
        self.entry = TermEntryRest(self.ground)
        self.entry.hide()
        self._spare[TermEntryRest] = [self.entry]

    def show_terms(self, shown: GlossaryShown, opens: OpenPosition, look: TextLook) -> None:
        """Another state; `fit` must follow."""
        self._shown, self._look, self._opens, self.ground.look = shown, look, opens, look
        self.ground.setAccessibleName(shown.title)
        self.refill()
        self.ground.update()

    def reveal_open(self) -> None:
        """Brings the open word in sight, with as much of its entry as there is room for."""
        if self._shown and (entry := self._shown.entry):
            self.reveal_rows(entry.number, _ENTRY if self._opens == "below" else entry.number)

    # What the column asks for

    def _cut_for(self, width: int) -> RowGrid | None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return None
        side = max(0, margin(look, width) - look.px(RING))
        inner, gap = width - 2 * side, look.px(_GAP)
        count = max(1, min(_MOST_COLUMNS, (inner + gap) // (look.px(LEAST_BESIDE) + gap)))
        wide = (inner - gap * (count - 1)) // count
        lines = self._lines(count, shown)
        guess = [self._guess(line, wide, look) for line in lines]
        return RowGrid(lines, guess, side, look.px(8), wide, gap)

    def _lines(self, count: int, shown: GlossaryShown) -> RowLines:
        total = len(self._facts.terms)
        lines = [range(first, min(first + count, total)) for first in range(0, total, count)]
        if shown.entry and self._opens == "below":
            return [*lines[: shown.entry.number + 1], [_ENTRY], *lines[shown.entry.number + 1 :]]
        return lines

    def _guess(self, line: Sequence[int], width: int, look: TextLook) -> int:
        if line[0] == _ENTRY:
            return look.px(_GUESSED_ENTRY)
        across = max(1, (width - look.px(200)) // look.px(_CHARACTER))
        longest = max(len(self._facts.terms[row].text) for row in line)
        return look.px(28 + 22 * max(2, -(-longest // across)))

    def _kind(self, row: int) -> type[QWidget]:
        return TermEntryRest if row == _ENTRY else TermButton

    def _fill(self, row: int, widget: QWidget) -> None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return
        if isinstance(widget, TermButton):
            widget.show_row(term_row(self._facts, shown, row), self._opens, look)
        elif isinstance(widget, TermEntryView) and shown.entry:
            widget.show_entry(shown.entry, look)
