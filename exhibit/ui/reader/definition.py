"""The part of the card that scrolls: the explanation and the ways on from it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from exhibit.ui.reader.term import TermShown
from exhibit.ui.widgets.button import PaintedButton
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.link_button import LinkButton
from exhibit.ui.widgets.scroll import ColumnScroll
from exhibit.ui.widgets.text_label import TextLabel, WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook

_TARGET: Final = 40
_GAP: Final = 8
_LINE: Final = 40
"""Design pixels that an arrow key scrolls."""


class TermDefinition(ColumnScroll):
    """What the card says of a word."""

    followed = Signal(str)
    sought = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._term: TermShown | None = None
        self._ways: list[ChipButton] = []
        self._make()

    @property
    def controls(self) -> list[PaintedButton]:
        """What the keyboard stops at in it, in order."""
        return [chip for chip in self._ways if not chip.isHidden()] + [self._places]

    def show_term(self, term: TermShown, look: TextLook) -> None:
        another = self._term is None or term.id != self._term.id
        self._term, self._look = term, look
        self._about.show_text(term.about, look)
        self._text.show_text(term.text, look)
        self._label.show_text(term.see_label, look)
        self._places.show_link(term.id, term.places_label, look)
        while len(self._ways) < len(term.see):
            self._add_way()
        for number, chip in enumerate(self._ways):
            chip.setVisible(number < len(term.see))
        for chip, way in zip(self._ways, term.see, strict=False):
            chip.show_choice(ChoiceShown(way.term, way.label, False), look)
        if another:
            self.verticalScrollBar().setValue(0)

    def needed(self, width: int) -> int:
        """The height of all of it in a width."""
        return self._place(width - self.verticalScrollBar().sizeHint().width())

    def scroll_by_key(self, key: int) -> bool:
        """Scrolls by a key; False if it is none for it."""
        bar, line = self.verticalScrollBar(), self._look.px(_LINE) if self._look else 0
        steps: dict[int, int] = {
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_PageUp: -self.height(),
            Qt.Key.Key_PageDown: self.height(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key not in steps:
            return False
        bar.setValue(bar.value() + steps[key])
        return True

    def _make(self) -> None:
        self.viewport().setAutoFillBackground(False)
        self.ground.setAutoFillBackground(False)
        self._about = TextLabel("sans", 13, "soft", self.ground)
        self._text = TextLabel("serif", 17, "ink", self.ground)
        self._label = TextLabel("sans", 13, "soft", self.ground)
        self._places = LinkButton(self.ground)
        self._places.followed.connect(self.sought)
        self._places.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _add_way(self) -> None:
        chip = ChipButton(self.ground, bordered=True, tall=_TARGET)
        chip.setCheckable(False)
        chip.clicked.connect(self._follow)
        self._ways.append(chip)

    def _follow(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self.followed.emit(chip.key)

    def _refresh(self) -> None:
        self.fit()

    def _place(self, width: int) -> int:
        if self._look is None or self._term is None:
            return 0
        gap = self._look.px(_GAP)
        shown = self._ways[: len(self._term.see)]
        see: list[WidthFitting] = [self._label, *shown] if shown else []
        y = 0
        for row in ([self._about], [self._text], see, [self._places]):
            y += place(row, (0, y, width), self._look.px(4)) + gap if row else 0
        return y - gap
