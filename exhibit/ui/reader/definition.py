"""The part of a term's card that scrolls: the explanation, links to related terms and to all places."""

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

_TEXT_SIZE: Final = 17
"""Design pixels."""
_LABEL_SIZE: Final = 13
"""Design pixels."""
_CHIP_HEIGHT: Final = 40
"""Design pixels."""
_ROW_GAP: Final = 8
"""Design pixels between two rows."""
_CHIP_GAP: Final = 4
"""Design pixels between two chips."""
_KEY_STEP: Final = 40
"""Design pixels that an arrow key scrolls."""


class TermDefinition(ColumnScroll):
    """The explanation of a term."""

    related_chosen = Signal(str)
    """Another term to explain."""
    places_chosen = Signal(str)
    """The term of which all places are to be shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._term: TermShown | None = None
        self._chips: list[ChipButton] = []
        self._make()

    @property
    def controls(self) -> list[PaintedButton]:
        """The controls that Tab stops at, in order."""
        return [chip for chip in self._chips if not chip.isHidden()] + [self._places]

    def show_term(self, term: TermShown, look: TextLook) -> None:
        """Shows a term; another one from its beginning."""
        is_other = self._term is None or term.id != self._term.id
        self._term, self._look = term, look
        self._about.show_text(term.about, look)
        self._text.show_text(term.text, look)
        self._label.show_text(term.see_label, look)
        self._places.show_link(term.id, term.places_label, look)
        while len(self._chips) < len(term.see):
            self._add_chip()
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(term.see))
        for chip, related in zip(self._chips, term.see, strict=False):
            chip.show_choice(ChoiceShown(related.term, related.label, False), look)
        if is_other:
            self.verticalScrollBar().setValue(0)

    def needed_height(self, width: int) -> int:
        """The height in pixels that shows everything in a width."""
        return self._place(width - self.verticalScrollBar().sizeHint().width())

    def scroll_by_key(self, key: int) -> bool:
        """Scrolls by a key; False if the key does not scroll."""
        bar, step = self.verticalScrollBar(), self._look.px(_KEY_STEP) if self._look else 0
        steps: dict[int, int] = {
            Qt.Key.Key_Up: -step,
            Qt.Key.Key_Down: step,
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
        self._about = TextLabel("sans", _LABEL_SIZE, "soft", self.ground)
        self._text = TextLabel("serif", _TEXT_SIZE, "ink", self.ground)
        self._label = TextLabel("sans", _LABEL_SIZE, "soft", self.ground)
        self._places = LinkButton(self.ground)
        self._places.followed.connect(self.places_chosen)
        self._places.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _add_chip(self) -> None:
        chip = ChipButton(self.ground, bordered=True, tall=_CHIP_HEIGHT)
        chip.setCheckable(False)
        chip.clicked.connect(self._choose_related)
        self._chips.append(chip)

    def _choose_related(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self.related_chosen.emit(chip.key)

    def _place(self, width: int) -> int:
        if self._look is None or self._term is None:
            return 0
        gap = self._look.px(_ROW_GAP)
        chips = self._chips[: len(self._term.see)]
        related: list[WidthFitting] = [self._label, *chips] if chips else []
        y = 0
        for row in ([self._about], [self._text], related, [self._places]):
            y += place(row, (0, y, width), self._look.px(_CHIP_GAP)) + gap if row else 0
        return y - gap
