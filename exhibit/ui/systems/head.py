"""The head of a drawing: title, lead, buttons, the choice of a system, and what the marks mean."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.systems.paint import MARK_SIZE, paint_topic_mark
from exhibit.ui.systems.shown import SystemsShown
from exhibit.ui.widgets.chips import ChipButton, ChipGroup
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.text_label import TextLabel, WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook

_BUTTON: Final = 38
"""Design pixels of the height of a button in the panel."""
_LARGE_BUTTON: Final = 48
"""Design pixels of the height of a button on the page."""
_GAP: Final = 4
"""Design pixels between buttons, and between lines."""
_LEGEND_TEXT: Final = 13
"""Design pixels of the legend's text."""
_LINE_MIDDLE: Final = 0.72
"""The middle of a line of text below its top, in the size of its font."""


class SystemHead(QWidget):
    """In the panel its button opens the page. On the page (`large`) the button leads back, and all is larger."""

    chosen = Signal(str)
    turned = Signal()
    """The button to the page, or back to the text, was pressed."""
    save_asked = Signal()

    def __init__(self, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self.setObjectName("system-head")
        self._large = large
        self._look: TextLook | None = None
        self._make()

    def _make(self) -> None:
        height = _LARGE_BUTTON if self._large else _BUTTON
        self._title = TextLabel("serif", 26 if self._large else 19, "ink", self, bold=True)
        self._turn = ChipButton(self, bordered=True, tall=height, size=16 if self._large else 14)
        self._save = ChipButton(self, bordered=True, tall=height, size=16 if self._large else 14)
        self._lead = TextLabel("sans", 17 if self._large else 15, "soft", self)
        self._chooser = ChipGroup("systems", self, joined=False)
        self._legend = TextLabel("sans", _LEGEND_TEXT, "soft", self)
        self._notice = TextLabel("sans", 14, "accent", self)
        self._chooser.picked.connect(self.chosen)
        for chip, signal in ((self._turn, self.turned), (self._save, self.save_asked)):
            chip.setCheckable(False)
            chip.clicked.connect(signal)

    def show_head(self, shown: SystemsShown, look: TextLook) -> None:
        """Shows the head of a system in a look; `fit` must follow."""
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

    def show_notice(self, notice: str) -> None:
        """Shows a sentence about saving, or "" for none; `fit` must follow."""
        if self._look:
            self._notice.show_text(notice, self._look)

    @property
    def notice(self) -> str:
        """The sentence about saving, or ""."""
        return self._notice.text()

    def below_save(self) -> QPoint:
        """The point of the screen below the button that saves."""
        return self._save.mapToGlobal(self._save.rect().bottomLeft())

    def fit(self, width: int) -> int:
        """Places everything in a width in pixels; returns the height."""
        look = self._look
        if look is None:
            return 0
        y = self._place_title(width, look)
        for held in (self._lead, self._chooser, self._notice):
            y += self._place_line(held, (0, y, width), look)
        mark = look.px(MARK_SIZE)
        return y + self._place_line(self._legend, (mark, y, width - mark), look)

    def _place_title(self, width: int, look: TextLook) -> int:
        """Places the title, and the buttons at its right if there is room, else below it; returns the height."""
        gap = look.px(_GAP)
        buttons = [chip for chip in (self._turn, self._save) if not chip.isHidden()]
        buttons_width = sum(chip.natural() for chip in buttons) + gap * len(buttons)
        beside = self._title.natural() + buttons_width <= width
        title_height = self._title.fit(width - buttons_width if beside else width)
        if not beside:
            self._title.setGeometry(0, 0, width, title_height)
            return title_height + place(buttons, (0, title_height + gap, width), gap) + gap
        height = place(buttons, (width - buttons_width + gap, 0, buttons_width), gap)
        top = max(0, (height - title_height) // 2)
        self._title.setGeometry(0, top, width - buttons_width, title_height)
        return max(height, title_height)

    def _place_line(self, held: WidthFitting, where: tuple[int, int, int], look: TextLook) -> int:
        left, top, width = where
        height = held.fit(width)
        if not height:
            held.setGeometry(left, top, width, 0)
            return 0
        gap = look.px(_GAP)
        held.setGeometry(left, top + gap, width, height)
        return height + gap

    # Qt calls this

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look and self._legend.text():
            painter = QPainter(self)
            at = self._legend.geometry()
            middle = at.top() + self._look.theme.text(_LEGEND_TEXT) * _LINE_MIDDLE
            paint_topic_mark(painter, QPointF(self._look.px(MARK_SIZE) / 2, middle), self._look)
            painter.end()
