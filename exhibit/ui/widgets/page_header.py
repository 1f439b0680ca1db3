"""The header of a page in the middle: its title, a summary, and the way back to the text."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.text_label import TextLabel, WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook

MARGIN: Final = 36
"""Design pixels left and right of the content of a wide page."""
_TARGET: Final = 44


class PageHeader(QWidget):
    """Stays in place while the page scrolls below it."""

    left = Signal()
    """The way back was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._title = TextLabel("serif", 26, "ink", self, bold=True)
        self._summary = TextLabel("sans", 14, "soft", self)
        self.way = ChipButton(self, bordered=True, tall=_TARGET, size=15)
        self.way.setCheckable(False)
        self.way.setObjectName("page-leave")
        self.way.clicked.connect(self.left)

    def show_head(self, title: str, summary: str, leave: str, look: TextLook) -> None:
        """Shows other texts, or the same in another look; `fit` must follow."""
        self._look = look
        self._title.show_text(title, look)
        self._summary.show_text(summary, look)
        self.way.show_choice(ChoiceShown("", leave, False), look)
        self.update()

    def fit(self, width: int) -> int:
        """Lays everything out in a width and returns the height; both in pixels."""
        if self._look is None:
            return 0
        look, side = self._look, margin(self._look, width)
        y, room, gap = look.px(8), width - 2 * side, look.px(14)
        held: list[WidthFitting] = [self._title, self._summary, self.way]
        if sum(one.natural() + gap for one in held) - gap > room:
            y += place([self._title, self.way], (side, y, room), gap, spread=True)
            held = [self._summary]
        return y + place(held, (side, y, room), gap, spread=True) + look.px(8)

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look:
            painter, colours = QPainter(self), self._look.theme.colours
            painter.fillRect(self.rect(), QColor(colours.panel))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
            painter.end()


def margin(look: TextLook, width: int) -> int:
    """The margin at each side of a page of a width; both in pixels."""
    return min(look.px(MARGIN), width // 20)
