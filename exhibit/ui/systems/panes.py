"""The two columns of a system: its drawing under its head, and the card of the chosen part."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from exhibit.ui.systems.diagram import DiagramView
from exhibit.ui.systems.head import SystemHead
from exhibit.ui.systems.part_card import PartCard
from exhibit.ui.systems.part_card_shown import PartCardShown
from exhibit.ui.systems.part_links import PartLinks
from exhibit.ui.systems.shown import SystemsShown
from exhibit.ui.widgets.scroll import ColumnScroll
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

_MARGIN: Final = 14
_LARGE_MARGIN: Final = 28
_WIDE: Final = 300
"""Design pixels from which a drawing may be half as high as wide; a narrower one is as high at least, and scrolls."""
_AROUND: Final = 16
"""Design pixels around a part that stay in sight with it."""


class DrawingPane(ColumnScroll):
    """Head, drawing, and what to do; where there is no system, what is said instead and the ways to others."""

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self._large = large
        self._look: TextLook | None = None
        self.head = SystemHead(self.ground, large=large)
        self.board = DiagramView(self.ground)
        self._hint = TextLabel("sans", 17 if large else 15, "soft", self.ground)
        self._empty = TextLabel("sans", 15, "soft", self.ground)
        self.elsewhere = PartLinks(self.ground)
        self.board.reached.connect(self._reveal_box)

    def show_system(self, shown: SystemsShown, look: TextLook) -> None:
        """Another system, part or look; `fit` must follow."""
        self._look = self.ground.look = look
        self.head.show_head(shown, look)
        self.board.show_system(shown, look)
        self._hint.show_text(shown.hint, look)
        self._empty.show_text(shown.empty, look)
        self.elsewhere.show_ways(shown.elsewhere_title, shown.elsewhere, look)
        self.ground.update()

    def reveal_part(self, part: str | None) -> None:
        """Brings a part in sight."""
        if box := self.board.box_of(part):
            self._reveal_box(box)

    def _reveal_box(self, box: QRect) -> None:
        around = self._look.px(_AROUND) if self._look else 0
        self.reveal(box.translated(self.board.pos()).adjusted(0, -around, 0, around))

    def _refresh(self) -> None:
        """The view that holds it follows the session."""

    def _place(self, width: int) -> int:
        look = self._look
        if look is None:
            return 0
        margin = min(look.px(_LARGE_MARGIN if self._large else _MARGIN), width // 20)
        inner, y, gap = width - 2 * margin, look.px(14 if self._large else 10), look.px(10)
        y += self._put(self.head, (margin, y, inner), gap)
        y += self._put(self._empty, (margin, y, inner), gap)
        y += self._put(self.elsewhere, (margin, y, inner), 0)
        hint = self._hint.fit(inner)
        room = self.height() - y - (hint + gap if hint else 0) - gap
        high = self.board.fit(inner, max(room, inner if inner < look.px(_WIDE) else inner // 3))
        self.board.setGeometry(margin, y, inner, high)
        y += high + gap
        return y + self._put(self._hint, (margin, y, inner), gap)

    def _put(self, held: SystemHead | TextLabel | PartLinks, where: tuple[int, int, int], gap: int) -> int:
        """Puts something in a line of its own; the height it takes with the gap below it."""
        left, top, width = where
        height = held.fit(width)
        held.setGeometry(left, top, width, height)
        return height + gap if height else 0


class CardPane(ColumnScroll):
    """The card of the chosen part."""

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self.card = PartCard(self.ground, large=large)

    def show_card(self, card: PartCardShown, look: TextLook) -> None:
        """Another part, or the same in another look."""
        self.ground.look = look
        self.card.show_card(card, look)

    def _refresh(self) -> None:
        """The view that holds it follows the session."""

    def _place(self, width: int) -> int:
        height = self.card.fit(width)
        self.card.setGeometry(0, 0, self.width(), max(height, self.height()))
        return height
