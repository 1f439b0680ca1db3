"""The two columns of a system: the drawing with its head, and the card of the chosen part."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from exhibit.ui.systems.diagram import DiagramView
from exhibit.ui.systems.head import SystemHead
from exhibit.ui.systems.part_card import LINKS, PartCard
from exhibit.ui.systems.part_card_shown import PartCardShown
from exhibit.ui.systems.shown import SystemsShown
from exhibit.ui.widgets.link_list import LinkList
from exhibit.ui.widgets.scroll import ColumnScroll
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

_MARGIN: Final = 14
"""Design pixels left and right of the column in the panel."""
_LARGE_MARGIN: Final = 28
"""Design pixels left and right of the column on the page."""
_TOP: Final = 10
"""Design pixels above the head in the panel."""
_LARGE_TOP: Final = 14
"""Design pixels above the head on the page."""
_GAP: Final = 10
"""Design pixels between the lines of the column."""
_WIDE_DRAWING: Final = 300
"""Design pixels of width from which on a drawing may be a third as high as wide. Below it is at least a square."""
_AROUND_PART: Final = 16
"""Design pixels around a part that stay in sight with it."""


class DrawingPane(ColumnScroll):
    """The head, the drawing and a hint. Without a system: a sentence, and links to the systems of other articles."""

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self._large = large
        self._look: TextLook | None = None
        self.head = SystemHead(self.ground, large=large)
        self.diagram = DiagramView(self.ground)
        self._hint = TextLabel("sans", 17 if large else 15, "soft", self.ground)
        self._empty = TextLabel("sans", 15, "soft", self.ground)
        self.elsewhere = LinkList(self.ground, LINKS)
        self.diagram.reached.connect(self._reveal_box)

    def show_system(self, shown: SystemsShown, look: TextLook) -> None:
        """Shows a system in a look; `fit` must follow."""
        self._look = self.ground.look = look
        self.head.show_head(shown, look)
        self.diagram.show_system(shown, look)
        self._hint.show_text(shown.hint, look)
        self._empty.show_text(shown.empty, look)
        self.elsewhere.show_links(shown.elsewhere_title, shown.elsewhere, look)
        self.ground.update()

    def reveal_part(self, part: str | None) -> None:
        """Scrolls to a part."""
        if box := self.diagram.box_of(part):
            self._reveal_box(box)

    def _reveal_box(self, box: QRect) -> None:
        around = self._look.px(_AROUND_PART) if self._look else 0
        self.scroll_to(box.translated(self.diagram.pos()).adjusted(0, -around, 0, around))

    def _place(self, width: int) -> int:
        look = self._look
        if look is None:
            return 0
        margin = min(look.px(_LARGE_MARGIN if self._large else _MARGIN), width // 20)
        inner, y, gap = width - 2 * margin, look.px(_LARGE_TOP if self._large else _TOP), look.px(_GAP)
        y += self._place_line(self.head, (margin, y, inner), gap)
        y += self._place_line(self._empty, (margin, y, inner), gap)
        y += self._place_line(self.elsewhere, (margin, y, inner), 0)
        hint = self._hint.fit(inner)
        room = self.height() - y - (hint + gap if hint else 0) - gap
        height = self.diagram.fit(inner, max(room, inner if inner < look.px(_WIDE_DRAWING) else inner // 3))
        self.diagram.setGeometry(margin, y, inner, height)
        y += height + gap
        return y + self._place_line(self._hint, (margin, y, inner), gap)

    def _place_line(self, held: SystemHead | TextLabel | LinkList, where: tuple[int, int, int], gap: int) -> int:
        """Places a widget in a line of its own; returns its height with the gap below it."""
        left, top, width = where
        height = held.fit(width)
        held.setGeometry(left, top, width, height)
        return height + gap if height else 0


class CardPane(ColumnScroll):
    """Scrolls over the card of the chosen part."""

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self.card = PartCard(self.ground, large=large)

    def show_card(self, card: PartCardShown, look: TextLook) -> None:
        """Shows a card in a look; `fit` must follow."""
        self.ground.look = look
        self.card.show_card(card, look)

    def _place(self, width: int) -> int:
        height = self.card.fit(width)
        self.card.setGeometry(0, 0, self.width(), max(height, self.height()))
        return height
