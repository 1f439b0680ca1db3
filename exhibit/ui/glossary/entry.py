"""The open entry: explanation, other spellings, related terms, and the term's occurrences."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exhibit.ui.glossary.occurrence_button import OccurrenceButton
from exhibit.ui.glossary.shown import EntryShown
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.scroll import ColumnScroll
from exhibit.ui.widgets.text_label import TextLabel, WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook

_BUTTON: Final = 44
"""Design pixels of the height of a button."""
_MARGIN: Final = 18
"""Design pixels left and right of everything."""
_GAP: Final = 10
"""Design pixels above everything, below it, and around a heading."""
_BESIDE_GAP: Final = 6
"""Design pixels between what shares a line."""
_MORE_GAP: Final = 4
"""Design pixels above and below the button for more occurrences."""


class TermEntryView(QWidget):
    """An entry of the glossary. Without `whole` it leaves out what the term's row in the index shows."""

    whole = True
    closed = Signal()
    term_followed = Signal(str)
    """A related term was chosen, by its id."""
    occurrence_followed = Signal(str, str, str)
    """An occurrence was chosen: the ids of its article, edition and block."""
    more_asked = Signal()
    """The button for more occurrences was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry")
        self._look: TextLook | None = None
        self._entry: EntryShown | None = None
        self._see_buttons: list[ChipButton] = []
        self._occurrences: list[OccurrenceButton] = []
        self._headings: list[TextLabel] = []
        self._make()

    @property
    def controls(self) -> list[PaintedButton]:
        """The buttons in the order of Tab."""
        if self._entry is None:
            return []
        more = [self._more] if self._entry.more else []
        close = [self._close] if self.whole else []
        return [*self._used_see_buttons(), *self._used_occurrences(), *more, *close]

    def show_entry(self, entry: EntryShown, look: TextLook) -> None:
        """Shows an entry in a look; `fit` must follow."""
        self._entry, self._look = entry, look
        self.setAccessibleName(entry.term)
        self._term.show_text(entry.term, look)
        self._text.show_text(entry.text, look)
        self._also.show_text(entry.also, look)
        self._see.show_text(entry.see_label, look)
        self._occurrences_label.show_text(entry.occurrences_label, look)
        self._close.show_choice(ChoiceShown("", entry.close, False), look)
        self._show_see_buttons(entry, look)
        self._show_occurrences(entry, look)
        self._more.show_choice(ChoiceShown("", entry.more, False), look)
        self._more.setVisible(bool(entry.more))
        self._set_tab_order()

    def fit(self, width: int) -> int:
        """Places everything in a width in pixels; returns the height."""
        if self._look is None or self._entry is None:
            return 0
        look = self._look
        left = min(look.px(_MARGIN), width // 20)
        room, y = width - 2 * left, look.px(_GAP)
        for widgets, gap, spread in self._head_lines(self._entry):
            if widgets:
                y += place(widgets, (left, y, room), look.px(_BESIDE_GAP), spread=spread) + look.px(gap)
        for button, heading in zip(self._used_occurrences(), self._headings, strict=False):
            if heading.text():
                y += look.px(_GAP) + place([heading], (left, y + look.px(_GAP), room), 0)
            height = button.fit(room)
            button.setGeometry(left, y, room, height)
            y += height
        if self._entry.more:
            y += look.px(_MORE_GAP) + place([self._more], (left, y + look.px(_MORE_GAP), room), 0)
        return y + look.px(_GAP)

    def _head_lines(self, entry: EntryShown) -> list[tuple[list[WidthFitting], float, bool]]:
        """The lines above the occurrences: their widgets, the gap below, and whether the last stands at the end."""
        head: list[tuple[list[WidthFitting], float, bool]] = []
        if self.whole:
            head = [([self._term, self._close], 4, True), ([self._text], 8, False)]
        also: list[WidthFitting] = [self._also] if entry.also else []
        see: list[WidthFitting] = [self._see, *self._used_see_buttons()] if entry.see else []
        return [*head, (also, 8, False), (see, 8, False), ([self._occurrences_label], 0, False)]

    def _used_see_buttons(self) -> list[ChipButton]:
        return self._see_buttons[: len(self._entry.see)] if self._entry else []

    def _used_occurrences(self) -> list[OccurrenceButton]:
        return self._occurrences[: len(self._entry.occurrences)] if self._entry else []

    def _make(self) -> None:
        self._term = TextLabel("serif", 27, "ink", self, bold=True)
        self._text = TextLabel("serif", 18, "ink", self)
        self._also = TextLabel("sans", 14, "soft", self)
        self._see = TextLabel("sans", 14, "soft", self)
        self._occurrences_label = TextLabel("sans", 14, "soft", self)
        self._more = self._button()
        self._more.clicked.connect(self.more_asked)
        self._close = self._button()
        self._close.clicked.connect(self.closed)
        for widget in (self._term, self._text, self._close):
            widget.setVisible(self.whole)

    def _button(self) -> ChipButton:
        button = ChipButton(self, bordered=True, tall=_BUTTON, size=15)
        button.setCheckable(False)
        return button

    def _show_see_buttons(self, entry: EntryShown, look: TextLook) -> None:
        while len(self._see_buttons) < len(entry.see):
            button = self._button()
            button.clicked.connect(self._follow_term)
            self._see_buttons.append(button)
        for button, see in zip(self._see_buttons, entry.see, strict=False):
            button.show_choice(ChoiceShown(see.term, see.label, False), look)
        for number, button in enumerate(self._see_buttons):
            button.setVisible(number < len(entry.see))

    def _show_occurrences(self, entry: EntryShown, look: TextLook) -> None:
        while len(self._occurrences) < len(entry.occurrences):
            button = OccurrenceButton(self)
            button.clicked.connect(self._follow_occurrence)
            self._occurrences.append(button)
            self._headings.append(TextLabel("sans", 15, "ink", self, bold=True))
        for button, heading, shown in zip(self._occurrences, self._headings, entry.occurrences, strict=False):
            button.show_occurrence(shown, look)
            heading.show_text(shown.heading, look)
        for number, (button, heading) in enumerate(zip(self._occurrences, self._headings, strict=True)):
            used = number < len(entry.occurrences)
            button.setVisible(used)
            heading.setVisible(used and bool(heading.text()))

    def _set_tab_order(self) -> None:
        for one, other in pairwise(self.controls):
            QWidget.setTabOrder(one, other)

    def _follow_term(self) -> None:
        button = self.sender()
        if isinstance(button, ChipButton):
            self.term_followed.emit(button.key)

    def _follow_occurrence(self) -> None:
        button = self.sender()
        if isinstance(button, OccurrenceButton) and button.occurrence:
            found = button.occurrence
            self.occurrence_followed.emit(found.article, found.edition, found.block)


class TermEntryRest(TermEntryView):
    """The entry below the row of its term, which shows the explanation already."""

    whole = False


class EntryPane(ColumnScroll):
    """Scrolls over the open entry beside the index."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = TermEntryView(self.ground)

    def show_entry(self, entry: EntryShown, look: TextLook) -> None:
        """Shows an entry in a look; `fit` must follow."""
        self.ground.look = look
        self.setAccessibleName(entry.term)
        self.entry.show_entry(entry, look)
        self.ground.update()

    def _place(self, width: int) -> int:
        height = self.entry.fit(width)
        self.entry.setGeometry(0, 0, width, height)
        return height
