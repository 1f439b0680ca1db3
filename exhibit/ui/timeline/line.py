"""The line itself: years, events and gaps one below the other."""

from typing import Final

from PySide6.QtWidgets import QWidget

from exhibit.model.event import Event
from exhibit.strings import say
from exhibit.ui.timeline.event import EventButton
from exhibit.ui.timeline.lane import timeline_lane
from exhibit.ui.timeline.mark_widgets import CertaintyLegend, GapMark, YearMark
from exhibit.ui.timeline.shown import GapRow, TimelineData, TimelineRow, TimelineShown, YearRow, event_shown, gap_shown
from exhibit.ui.widgets.text_look import TextLook
from exhibit.ui.widgets.virtual_list import RowGrid, VirtualList

_LEGEND: Final = -1
"""The row that says what the marks mean."""


class EventList(VirtualList):
    """Every event; a press leads into the text."""

    def __init__(self, facts: TimelineData, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("events")
        self._facts = facts
        self._shown: TimelineShown | None = None
        self._look: TextLook | None = None

    def show_events(self, shown: TimelineShown, look: TextLook) -> None:
        """Another state; `fit` must follow."""
        self._shown, self._look, self.ground.look = shown, look, look
        self.ground.setAccessibleName(shown.title)
        self.refill()
        self.ground.update()

    # What the column asks for

    def _cut_for(self, width: int) -> RowGrid | None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return None
        across = max(1, timeline_lane(width, look).card_width // look.px(18))
        guesses = [_guess(row, across, look) for row in shown.rows]
        lines = [[number] for number in range(len(guesses))]
        if shown.legend:
            lines, guesses = [[_LEGEND], *lines], [look.px(44), *guesses]
        return RowGrid(lines, guesses, 0, look.px(4), width)

    def _kind(self, row: int) -> type[QWidget]:
        if row == _LEGEND or self._shown is None:
            return CertaintyLegend
        found = self._shown.rows[row]
        return YearMark if isinstance(found, YearRow) else GapMark if isinstance(found, GapRow) else EventButton

    def _fill(self, row: int, widget: QWidget) -> None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return
        if isinstance(widget, CertaintyLegend):
            widget.show_legend(shown.legend_title, shown.legend, look)
            return
        found = shown.rows[row]
        if isinstance(found, YearRow) and isinstance(widget, YearMark):
            label = say("timeline-year", shown.language, year=found.year)
            widget.show_year(str(found.year), label, look, first=row == 0)
        elif isinstance(found, GapRow) and isinstance(widget, GapMark):
            widget.show_gap(gap_shown(found, shown.language), found.after - found.before, look)
        elif isinstance(found, Event) and isinstance(widget, EventButton):
            last = row == len(shown.rows) - 1
            widget.show_event(event_shown(self._facts, shown, found), look, last=last)


def _guess(row: TimelineRow, across: int, look: TextLook) -> int:
    if isinstance(row, Event):
        why = len(row.why) if row.why else 0
        return look.px(78 + 27 * -(-len(row.text) // across) + 22 * -(-why // across))
    return look.px(70 if isinstance(row, YearRow) else 150)
