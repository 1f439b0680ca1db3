"""The cards of home in one or two columns; only those in sight are widgets."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.ui.home.card import HomeCard
from exhibit.ui.home.layout import CARD_GAP, CARD_HEIGHT
from exhibit.ui.home.shown import HomeData, HomeShown, home_card
from exhibit.ui.widgets.text_look import TextLook
from exhibit.ui.widgets.virtual_list import RowGrid, VirtualList

_MIN_HEIGHT: Final = 114
"""Design pixels that a card is high at least, with the gap to the next."""


class CardList(VirtualList):
    """A card for each article of the exhibit, as high as the room allows."""

    hero_chosen = Signal(str)
    """The figure of a card was pressed; carries its id."""
    pointed = Signal(str)
    """A region whose card is pointed at, or ""."""

    def __init__(self, data: HomeData, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("home-cards")
        self._data = data
        self._shown: HomeShown | None = None
        self._state: State | None = None
        self._look: TextLook | None = None
        self._columns = 1
        self.inset = 0
        """Pixels left and right of the cards."""
        self._fade = False
        self._lines: list[range] | None = None
        """The cards line by line."""
        self._fitted: tuple[object, ...] | None = None
        """What the list was last laid out for."""
        self._lit = ""
        self.stood.connect(self._follow_policies)

    def show_cards(self, shown: HomeShown, state: State, look: TextLook, columns: int, *, fade: bool) -> None:
        """Shows the cards of a state in so many columns, new colours slowly with `fade`; `fit` must follow."""
        self._shown, self._state, self._look, self.ground.look = shown, state, look, look
        self._columns, self._fade = columns, fade
        self.ground.setAccessibleName(shown.name)
        self.ground.update()

    def light(self, region: str) -> None:
        """Lights the cards of a region, or none for ""."""
        self._lit = region
        for widget in self._bound.values():
            if isinstance(widget, HomeCard) and widget.card:
                widget.light(widget.card.region == region)

    def fit(self) -> None:
        """Lays out anew, if anything is other than it was: there may be very many cards."""
        wanted = (self.size(), self._shown, self._state, self._look, self._columns, self.above)
        if wanted != self._fitted:
            self._fitted = wanted if self.isVisible() else None
            self.refill()  # how high a card is follows from how many have room
            super().fit()
            self.stood.emit()

    # What the list asks for

    def _cut_for(self, width: int) -> RowGrid | None:
        look, cards = self._look, self._data.cards
        if look is None or not cards:
            return None
        if self._lines is None or len(self._lines[0]) != min(self._columns, cards):
            rows = range(cards)
            self._lines = [rows[first : first + self._columns] for first in range(0, cards, self._columns)]
        guesses = [self._tall(look)] * len(self._lines)
        return RowGrid(lines=self._lines, guesses=guesses, left=0, top=0, width=width // self._columns)

    def _tall(self, look: TextLook) -> int:
        """How high a card is to be, with the gap, so that all have room if they can."""
        lines = -(-self._data.cards // self._columns)
        share = (self.height() - self.above) // max(1, lines)
        return max(look.px(_MIN_HEIGHT), min(look.px(CARD_HEIGHT + CARD_GAP), share))

    def _kind(self, row: int) -> type[QWidget]:
        return HomeCard

    def _fill(self, row: int, widget: QWidget) -> None:
        if isinstance(widget, HomeCard) and self._shown and self._state and self._look:
            card = home_card(self._data, self._state, row, self._shown.chosen)
            widget.show_card(card, self._look, self._tall(self._look), fade=self._fade)
            widget.light(bool(self._lit) and card.region == self._lit)
            widget.follow_policy()

    def _new(self, kind: type[QWidget]) -> QWidget:
        card = super()._new(kind)
        if isinstance(card, HomeCard):
            card.hero_pressed.connect(self.hero_chosen)
            card.pointed.connect(self.pointed)
        return card

    def _follow_policies(self) -> None:
        for widget in self._bound.values():
            if isinstance(widget, HomeCard):
                widget.follow_policy()
