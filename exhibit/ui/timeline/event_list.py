"""The list of the timeline: headings, events and gaps one below the other."""

from typing import Final

from PySide6.QtWidgets import QWidget

from exhibit.date_words import point_words
from exhibit.model.event import Event
from exhibit.ui.timeline.event_button import EventButton
from exhibit.ui.timeline.lane import timeline_lane
from exhibit.ui.timeline.mark_widgets import CertaintyLegend, GapMark, HeadingMark
from exhibit.ui.timeline.shown import (
    GapRow,
    HeadingRow,
    TimelineData,
    TimelineRow,
    TimelineShown,
    event_shown,
    gap_shown,
)
from exhibit.ui.widgets.text_look import TextLook
from exhibit.ui.widgets.virtual_list import RowGrid, VirtualList

_LEGEND: Final = -1
"""The number of the row that explains the marks."""
_TOP: Final = 4
"""Design pixels above the first row and below the last."""
_GUESSED_LEGEND: Final = 44
"""Design pixels that the legend is guessed to be high."""
_GUESSED_HEADING: Final = 70
"""Design pixels that a heading is guessed to be high."""
_GUESSED_GAP: Final = 48
"""Design pixels that a gap is guessed to be high."""
_GUESSED_EVENT: Final = 78
"""Design pixels that an event is guessed to need beside the lines of its texts."""
_GUESSED_CHARACTER: Final = 18
"""Design pixels that a character of an event is guessed to be wide."""
_GUESSED_LINE: Final = 27
"""Design pixels that a line of an event is guessed to be high."""
_GUESSED_REASON_LINE: Final = 22
"""Design pixels that a line about the date is guessed to be high."""


class EventList(VirtualList):
    """Every event. Pressing one leads into the text."""

    def __init__(self, data: TimelineData, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("events")
        self._data = data
        self._shown: TimelineShown | None = None
        self._look: TextLook | None = None

    def show_events(self, shown: TimelineShown, look: TextLook) -> None:
        """Shows the events of a state in a look; `fit` must follow."""
        self._shown, self._look, self.ground.look = shown, look, look
        self.ground.setAccessibleName(shown.title)
        self.refill()
        self.ground.update()

    # What the list asks for

    def _cut_for(self, width: int) -> RowGrid | None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return None
        in_line = max(1, timeline_lane(width, look).card_width // look.px(_GUESSED_CHARACTER))
        guesses = [_guess(row, in_line, look) for row in shown.rows]
        lines = [[number] for number in range(len(guesses))]
        if shown.legend:
            lines, guesses = [[_LEGEND], *lines], [look.px(_GUESSED_LEGEND), *guesses]
        return RowGrid(lines=lines, guesses=guesses, left=0, top=look.px(_TOP), width=width)

    def _kind(self, row: int) -> type[QWidget]:
        if row == _LEGEND or self._shown is None:
            return CertaintyLegend
        found = self._shown.rows[row]
        return HeadingMark if isinstance(found, HeadingRow) else GapMark if isinstance(found, GapRow) else EventButton

    def _fill(self, row: int, widget: QWidget) -> None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return
        if isinstance(widget, CertaintyLegend):
            widget.show_legend(shown.legend_title, shown.legend, look)
            return
        found = shown.rows[row]
        if isinstance(found, HeadingRow) and isinstance(widget, HeadingMark):
            widget.show_heading(point_words(found.point, shown.language), look, first=row == 0)
        elif isinstance(found, GapRow) and isinstance(widget, GapMark):
            widget.show_gap(gap_shown(found, shown.language), look)
        elif isinstance(found, Event) and isinstance(widget, EventButton):
            last = row == len(shown.rows) - 1
            widget.show_event(event_shown(self._data, shown, found), look, last=last)


def _guess(row: TimelineRow, in_line: int, look: TextLook) -> int:
    """A guessed height in pixels, with so many characters in a line."""
    if isinstance(row, Event):
        lines, reason_lines = -(-len(row.text) // in_line), -(-len(row.why or "") // in_line)
        return look.px(_GUESSED_EVENT + _GUESSED_LINE * lines + _GUESSED_REASON_LINE * reason_lines)
    return look.px(_GUESSED_HEADING if isinstance(row, HeadingRow) else _GUESSED_GAP)
