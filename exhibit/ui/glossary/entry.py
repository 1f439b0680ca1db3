"""The open entry: what the word means, how else it is written, where to read on, and each of its places."""

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

_TARGET: Final = 44
_MARGIN: Final = 18
_GAP: Final = 10


class TermEntryView(QWidget):
    """Shows an EntryShown; `whole` with the word and its explanation, else only what its row does not say."""

    whole = True
    closed = Signal()
    seen = Signal(str)
    """Another word was asked for."""
    followed = Signal(str, str, str)
    """A place was chosen: article, edition and block."""
    grown = Signal()
    """More places were asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry")
        self._look: TextLook | None = None
        self._entry: EntryShown | None = None
        self._ways: list[ChipButton] = []
        self._places: list[OccurrenceButton] = []
        self._headings: list[TextLabel] = []
        self._make()

    @property
    def controls(self) -> list[PaintedButton]:
        """What the keyboard stops at, in order."""
        if self._entry is None:
            return []
        ways, places = self._ways[: len(self._entry.see)], self._places[: len(self._entry.places)]
        return [*ways, *places, *([self._more] if self._entry.more else []), *([self._close] if self.whole else [])]

    def show_entry(self, entry: EntryShown, look: TextLook) -> None:
        """Another entry, or the same in another look; `fit` must follow."""
        self._entry, self._look = entry, look
        self.setAccessibleName(entry.term)
        self._term.show_text(entry.term, look)
        self._text.show_text(entry.text, look)
        self._also.show_text(entry.also, look)
        self._see.show_text(entry.see_label, look)
        self._label.show_text(entry.places_label, look)
        self._close.show_choice(ChoiceShown("", entry.close, False), look)
        self._show_ways(entry, look)
        self._show_places(entry, look)
        self._more.show_choice(ChoiceShown("", entry.more, False), look)
        self._more.setVisible(bool(entry.more))
        self._order()

    def fit(self, width: int) -> int:
        """Places everything in a width; the height it takes."""
        if self._look is None or self._entry is None:
            return 0
        look = self._look
        left = min(look.px(_MARGIN), width // 20)
        room, y = width - 2 * left, look.px(_GAP)
        for held, gap, spread in self._held(self._entry):
            if held:
                y += place(held, (left, y, room), look.px(6), spread=spread) + look.px(gap)
        for index, shown in enumerate(self._entry.places):
            if shown.heading:
                y += look.px(_GAP) + place([self._headings[index]], (left, y + look.px(_GAP), room), 0)
            height = self._places[index].fit(room)
            self._places[index].setGeometry(left, y, room, height)
            y += height
        if self._entry.more:
            y += look.px(4) + place([self._more], (left, y + look.px(4), room), 0)
        return y + look.px(_GAP)

    def _held(self, entry: EntryShown) -> "list[tuple[list[WidthFitting], float, bool]]":
        """What stands above the places: in each line what is side by side, the gap below, whether its end is apart."""
        head: list[tuple[list[WidthFitting], float, bool]] = []
        if self.whole:
            head = [([self._term, self._close], 4, True), ([self._text], 8, False)]
        also: list[WidthFitting] = [self._also] if entry.also else []
        see: list[WidthFitting] = [self._see, *self._ways[: len(entry.see)]] if entry.see else []
        return [*head, (also, 8, False), (see, 8, False), ([self._label], 0, False)]

    def _make(self) -> None:
        self._term = TextLabel("serif", 27, "ink", self, bold=True)
        self._text = TextLabel("serif", 18, "ink", self)
        self._also = TextLabel("sans", 14, "soft", self)
        self._see = TextLabel("sans", 14, "soft", self)
        self._label = TextLabel("sans", 14, "soft", self)
        self._more = self._chip()
        self._more.clicked.connect(self.grown)
        self._close = self._chip()
        self._close.clicked.connect(self.closed)
        for one in (self._term, self._text, self._close):
            one.setVisible(self.whole)

    def _chip(self) -> ChipButton:
        chip = ChipButton(self, bordered=True, tall=_TARGET, size=15)
        chip.setCheckable(False)
        return chip

    def _show_ways(self, entry: EntryShown, look: TextLook) -> None:
        while len(self._ways) < len(entry.see):
            chip = self._chip()
            chip.clicked.connect(self._follow_way)
            self._ways.append(chip)
        for chip, way in zip(self._ways, entry.see, strict=False):
            chip.show_choice(ChoiceShown(way.term, way.label, False), look)
        for number, chip in enumerate(self._ways):
            chip.setVisible(number < len(entry.see))

    def _show_places(self, entry: EntryShown, look: TextLook) -> None:
        while len(self._places) < len(entry.places):
            button = OccurrenceButton(self)
            button.clicked.connect(self._follow_place)
            self._places.append(button)
            self._headings.append(TextLabel("sans", 15, "ink", self, bold=True))
        for button, heading, shown in zip(self._places, self._headings, entry.places, strict=False):
            button.show_place(shown, look)
            heading.show_text(shown.heading, look)
        for number, (button, heading) in enumerate(zip(self._places, self._headings, strict=True)):
            button.setVisible(number < len(entry.places))
            heading.setVisible(number < len(entry.places) and bool(entry.places[number].heading))

    def _order(self) -> None:
        """Tab goes through the controls as they stand."""
        controls = self.controls
        for one, other in pairwise(controls):
            QWidget.setTabOrder(one, other)

    def _follow_way(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self.seen.emit(chip.key)

    def _follow_place(self) -> None:
        button = self.sender()
        if isinstance(button, OccurrenceButton) and button.place:
            self.followed.emit(button.place.article, button.place.edition, button.place.block)


class TermEntryRest(TermEntryView):
    """What stands below the row of the open word, which has its explanation already."""

    whole = False


class EntryPane(ColumnScroll):
    """Scrolls over one entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = TermEntryView(self.ground)

    def show_entry(self, entry: EntryShown, look: TextLook) -> None:
        """Another entry; `fit` must follow."""
        self.ground.look = look
        self.setAccessibleName(entry.term)
        self.entry.show_entry(entry, look)
        self.ground.update()

    def _place(self, width: int) -> int:
        height = self.entry.fit(width)
        self.entry.setGeometry(0, 0, width, height)
        return height
