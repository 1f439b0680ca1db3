"""The card of the chosen part: its explanation, its figures, and links into the text."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.systems.figures import PartFigures
from exhibit.ui.systems.part_card_shown import PartCardShown
from exhibit.ui.widgets.close_button import CloseButton
from exhibit.ui.widgets.link_list import LinkList, LinkListStyle
from exhibit.ui.widgets.text_label import TextLabel
from exhibit.ui.widgets.text_look import TextLook

_CLOSE: Final = 40
"""Design pixels of a side of the closing button in the panel."""
_LARGE_CLOSE: Final = 48
"""Design pixels of a side of the closing button on the page."""
_MARGIN: Final = 14
"""Design pixels left and right in the panel."""
_LARGE_MARGIN: Final = 28
"""Design pixels left and right on the page."""
_TOP: Final = 10
"""Design pixels above the name."""
_BOTTOM: Final = 14
"""Design pixels below the last line."""
_GAP: Final = 10
"""Design pixels between the sections of the card."""
_NAME_GAP: Final = 2
"""Design pixels below the name."""

LINKS: Final = LinkListStyle("sans", 14, "soft", side_by_side=True)
"""Links of a system in the panel."""
_LARGE_LINKS: Final = LinkListStyle("sans", 17, "soft", link_height=46, link_size=17, side_by_side=True)


class PartCard(QWidget):
    """Explains the chosen part; `large` in larger type."""

    closed = Signal()
    figure_followed = Signal(str)
    passage_followed = Signal(object)
    """The id of a passage."""

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self.setObjectName("part-card")
        self._look: TextLook | None = None
        self._name = TextLabel("serif", 24 if large else 20, "ink", self, bold=True)
        self._margin = _LARGE_MARGIN if large else _MARGIN
        self._close_size = _LARGE_CLOSE if large else _CLOSE
        self._close = CloseButton("part-close", self)
        self._topic_label = TextLabel("sans", 15 if large else 13, "soft", self)
        self._text = TextLabel("sans", 18 if large else 15, "ink", self)
        self._figures = PartFigures(self, large=large)
        style = _LARGE_LINKS if large else LINKS
        self._passages = LinkList(self, style)
        self._see = LinkList(self, style)
        self._close.clicked.connect(self.closed)
        self._figures.followed.connect(self.figure_followed)
        self._passages.followed.connect(self.passage_followed)
        self._see.followed.connect(self.passage_followed)

    def show_card(self, card: PartCardShown, look: TextLook) -> None:
        """Shows a card in a look; `fit` must follow."""
        self._look = look
        self.setAccessibleName(card.name)
        self._name.show_text(card.name, look)
        self._close.show_label(card.clear, look)
        self._topic_label.show_text(card.topic, look)
        self._text.show_text(card.text, look)
        self._figures.show_figures(card.figures_title, card.figures, look)
        self._passages.show_links(card.passages_title, card.passages, look)
        self._see.show_links(card.see_title, card.see, look)
        self.update()

    def fit(self, width: int) -> int:
        """Places everything in a width in pixels; returns the height."""
        look = self._look
        if look is None:
            return 0
        margin = min(look.px(self._margin), width // 20)
        x, y, inner = margin, look.px(_TOP), width - 2 * margin
        y += self._place_name(x, y, inner, look)
        for held in (self._topic_label, self._text, self._figures, self._passages, self._see):
            if height := held.fit(inner):
                y += look.px(_GAP) if held is not self._topic_label else 0
                held.setGeometry(x, y, inner, height)
                y += height
        return y + look.px(_BOTTOM)

    def _place_name(self, x: int, y: int, width: int, look: TextLook) -> int:
        """Places the name, and the closing button at its right; returns the height of both."""
        side = look.theme.target(self._close_size)
        height = self._name.fit(width - side)
        self._name.setGeometry(x, y + max(0, (side - height) // 2), width - side, height)
        self._close.setGeometry(x + width - side, y, side, side)
        return max(height, side) + look.px(_NAME_GAP)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look:
            painter = QPainter(self)
            painter.fillRect(event.rect(), QColor(self._look.theme.colours.card))
            painter.end()
