"""The index of terms: in columns if there is room, with the open entry below its row if it is not beside the index."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from exhibit.ui.glossary.data import GlossaryData
from exhibit.ui.glossary.entry import TermEntryRest, TermEntryView
from exhibit.ui.glossary.row import MIN_WIDTH_BESIDE, EntryPosition, TermButton
from exhibit.ui.glossary.shown import GlossaryShown, term_row
from exhibit.ui.widgets.page_header import margin
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.row_heights import RowLines
from exhibit.ui.widgets.text_look import TextLook
from exhibit.ui.widgets.virtual_list import RowGrid, VirtualList

_ENTRY: Final = -1
"""The number of the row that is the open entry and no term."""
_COLUMN_GAP: Final = 12
"""Design pixels between columns."""
_MAX_COLUMNS: Final = 4
_TOP: Final = 8
"""Design pixels above the first row and below the last."""
_GUESSED_ENTRY: Final = 400
"""Design pixels that the open entry is guessed to be high."""
_GUESSED_BESIDE: Final = 200
"""Design pixels that a row is guessed to need beside its explanation."""
_GUESSED_CHARACTER: Final = 15
"""Design pixels that a character is guessed to be wide."""
_GUESSED_LINE: Final = 22
"""Design pixels that a line is guessed to be high."""
_GUESSED_PADDING: Final = 28
"""Design pixels that a row is guessed to need above and below its lines."""


class TermIndex(VirtualList):
    """Every term of the glossary. Pressing one opens its entry."""

    def __init__(self, data: GlossaryData, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("terms")
        self._data = data
        self._shown: GlossaryShown | None = None
        self._look: TextLook | None = None
        self._position: EntryPosition = "beside"
        self.entry = TermEntryRest(self.ground)
        self.entry.hide()
        self._spare[TermEntryRest] = [self.entry]

    def show_terms(self, shown: GlossaryShown, position: EntryPosition, look: TextLook) -> None:
        """Shows the index of a state in a look, with the entry in a position; `fit` must follow."""
        self._shown, self._look, self._position, self.ground.look = shown, look, position, look
        self.ground.setAccessibleName(shown.title)
        self.refill()
        self.ground.update()

    def reveal_open(self) -> None:
        """Scrolls to the open term, with as much of its entry below it as fits."""
        if self._shown and (entry := self._shown.entry):
            self.reveal_rows(entry.number, _ENTRY if self._position == "below" else entry.number)

    # What the list asks for

    def _cut_for(self, width: int) -> RowGrid | None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return None
        side = max(0, margin(look, width) - look.px(RING))
        inner, gap = width - 2 * side, look.px(_COLUMN_GAP)
        count = max(1, min(_MAX_COLUMNS, (inner + gap) // (look.px(MIN_WIDTH_BESIDE) + gap)))
        row_width = (inner - gap * (count - 1)) // count
        lines = self._lines(count, shown)
        guesses = [self._guess(line, row_width, look) for line in lines]
        return RowGrid(lines=lines, guesses=guesses, left=side, top=look.px(_TOP), width=row_width, gap=gap)

    def _lines(self, count: int, shown: GlossaryShown) -> RowLines:
        total = len(self._data.terms)
        lines = [range(first, min(first + count, total)) for first in range(0, total, count)]
        if shown.entry and self._position == "below":
            return [*lines[: shown.entry.number + 1], [_ENTRY], *lines[shown.entry.number + 1 :]]
        return lines

    def _guess(self, line: Sequence[int], width: int, look: TextLook) -> int:
        if line[0] == _ENTRY:
            return look.px(_GUESSED_ENTRY)
        in_line = max(1, (width - look.px(_GUESSED_BESIDE)) // look.px(_GUESSED_CHARACTER))
        longest = max(len(self._data.terms[row].text) for row in line)
        return look.px(_GUESSED_PADDING + _GUESSED_LINE * max(2, -(-longest // in_line)))

    def _kind(self, row: int) -> type[QWidget]:
        return TermEntryRest if row == _ENTRY else TermButton

    def _fill(self, row: int, widget: QWidget) -> None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return
        if isinstance(widget, TermButton):
            widget.show_row(term_row(self._data, shown, row), self._position, look)
        elif isinstance(widget, TermEntryView) and shown.entry:
            widget.show_entry(shown.entry, look)
