"""What stands over a drawing: title, lead, the choice of a drawing, buttons, what the marks mean."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.systems.paint import MARK, paint_mark
from exhibit.ui.systems.shown import SystemsShown
from exhibit.ui.widgets.chips import ChipButton, ChipGroup
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.text_label import TextLabel, WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook

_BUTTON: Final = 38
_LARGE_BUTTON: Final = 48


class SystemHead(QWidget):
    """In the panel it leads to the page; on the page (`large`) it leads back, and all is larger."""

    chosen = Signal(str)
    turned = Signal()
    """To the page, or from it back to the text."""
    save_asked = Signal()

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self.setObjectName("system-head")
        self._large = large
        self._look: TextLook | None = None
        self._make()

    def _make(self) -> None:
        tall = _LARGE_BUTTON if self._large else _BUTTON
        self._title = TextLabel("serif", 26 if self._large else 19, "ink", self, bold=True)
        self._turn = ChipButton(self, bordered=True, tall=tall, size=16 if self._large else 14)
        self._save = ChipButton(self, bordered=True, tall=tall, size=16 if self._large else 14)
        self._lead = TextLabel("sans", 17 if self._large else 15, "soft", self)
        self._chooser = ChipGroup("systems", self, joined=False)
        self._legend = TextLabel("sans", 13, "soft", self)
        self._notice = TextLabel("sans", 14, "accent", self)
        self._chooser.picked.connect(self.chosen)
        for chip, signal in ((self._turn, self.turned), (self._save, self.save_asked)):
            chip.setCheckable(False)
            chip.clicked.connect(signal)

    def show_head(self, shown: SystemsShown, look: TextLook) -> None:
        """Says another system, or the same in another look; `fit` must follow."""
        self._look = look
        self._title.show_text(shown.title, look)
        self._lead.show_text(shown.lead, look)
        self._legend.show_text(shown.legend, look)
        self._turn.show_choice(ChoiceShown("turn", shown.leave if self._large else shown.fill, False), look)
        self._save.show_choice(ChoiceShown("save", shown.save, False), look)
        self._save.setVisible(shown.system is not None)
        self._turn.setVisible(shown.system is not None or self._large)
        self._chooser.show_choices(shown.chooser_title, shown.chooser, look)
        self._chooser.setVisible(bool(shown.chooser))
        self.update()

    def say(self, notice: str) -> None:
        """Says what came of saving; "" says no more. `fit` must follow."""
        if self._look:
            self._notice.show_text(notice, self._look)

    @property
    def notice(self) -> str:
        """What was said of saving."""
        return self._notice.text()

    def below_save(self) -> QPoint:
        """The place of the screen below the button that saves."""
        return self._save.mapToGlobal(self._save.rect().bottomLeft())

    def fit(self, width: int) -> int:
        """Places everything in a width; the height it takes."""
        look = self._look
        if look is None:
            return 0
        y = self._place_title(width, look)
        for held in (self._lead, self._chooser, self._notice):
            y += self._place_line(held, (0, y, width), look)
        mark = look.px(MARK)
        return y + self._place_line(self._legend, (mark, y, width - mark), look)

    def _place_title(self, width: int, look: TextLook) -> int:
        """The title, and the buttons at its right where they have room, else below it."""
        gap = look.px(4)
        buttons = [chip for chip in (self._turn, self._save) if not chip.isHidden()]
        wide = sum(chip.natural() for chip in buttons) + gap * len(buttons)
        beside = self._title.natural() + wide <= width
        high = self._title.fit(width - wide if beside else width)
        if not beside:
            self._title.setGeometry(0, 0, width, high)
            return high + place(buttons, (0, high + gap, width), gap) + gap
        tall = place(buttons, (width - wide + gap, 0, wide), gap)
        self._title.setGeometry(0, max(0, (tall - high) // 2), width - wide, high)
        return max(tall, high)

    def _place_line(self, held: WidthFitting, where: tuple[int, int, int], look: TextLook) -> int:
        left, top, width = where
        height = held.fit(width)
        if not height:
            held.setGeometry(left, top, width, 0)
            return 0
        gap = look.px(4)
        held.setGeometry(left, top + gap, width, height)
        return height + gap

    # Qt calls this

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look and self._legend.text():
            painter = QPainter(self)
            at = self._legend.geometry()
            middle = at.top() + self._look.px(13) * 0.72
            paint_mark(painter, QPointF(self._look.px(MARK) / 2, middle), self._look)
            painter.end()
