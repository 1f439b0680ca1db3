"""The cards of the panel of sources; each can show another article later."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import InterfaceLanguage
from exhibit.strings import say
from exhibit.ui.qt_override import qt_override
from exhibit.ui.sources.shown import ReferencesShown, RemarkShown, SourceFactShown
from exhibit.ui.sources.source_fact import SourceFact, name_lines
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.link_button import LinkButton
from exhibit.ui.widgets.paint import RING, paint_card
from exhibit.ui.widgets.text_label import UNBOUND, TextLabel, WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook

CardLine = tuple[float, Sequence[WidthFitting]]
"""The gap above a line in design pixels, and what is in the line side by side."""

_PADDING: Final = 12
"""Design pixels from the card's border to what it holds, beside the room for a focus ring."""
_LINE_GAP: Final = 6
"""Design pixels above most lines, and between things in one line."""
_SMALL_GAP: Final = 4
"""Design pixels between a reference and its button."""
_NAME_GAP: Final = 12
"""Design pixels between the longest name of a fact and the texts."""


class SourceCard(QWidget):
    """A heading, and lines of texts and buttons below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: TextLook | None = None
        self._heading = TextLabel("serif", 17, "ink", self, bold=True)
        self._lines: Sequence[CardLine] = ()

    def hold(self, heading: str, lines: Sequence[CardLine], look: TextLook) -> None:
        """Takes other lines of widgets, which are children of the card already; `fit` must follow."""
        self._look, self._lines = look, lines
        self.setAccessibleName(heading)
        self._heading.show_text(heading, look)
        self._heading.setVisible(bool(heading))
        self.update()

    def fit(self, width: int) -> int:
        """Places everything in a width and returns the height it takes, both in pixels."""
        if self._look is None:
            return 0
        look = self._look
        left = look.px(RING) + min(look.px(_PADDING), width // 20)
        room, y = width - 2 * left, look.px(RING + _PADDING - 2)
        for gap, line in ((0, [self._heading] if self._heading.text() else []), *self._lines):
            if line:
                y += look.px(gap) if gap else 0
                y += place(line, (left, y, room), look.px(_LINE_GAP))
        return y + look.px(RING + _PADDING - 2)

    # Qt calls these

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_card(painter, QRectF(self.rect()), self._look, chosen=False, under_pointer=False)
            painter.end()


class FactsCard(SourceCard):
    """Facts under a heading, and a sentence below them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts: list[SourceFact] = []
        self._sentence = TextLabel("sans", 14, "ink", self, bold=True)

    def fill(self, heading: str, facts: tuple[SourceFactShown, ...], sentence: str, look: TextLook) -> None:
        """Shows other facts, or the same in another look; `fit` must follow."""
        while len(self._facts) < len(facts):
            self._facts.append(SourceFact(self))
        longest = max((name_lines(fact, look, UNBOUND).width for fact in facts), default=0.0)
        for fact, shown in zip(self._facts, facts, strict=False):
            fact.show_fact(shown, ceil(longest) + look.px(RING + _NAME_GAP), look)
        for index, fact in enumerate(self._facts):
            fact.setVisible(index < len(facts))
        self._sentence.show_text(sentence, look)
        lines: list[CardLine] = [
            (_LINE_GAP if heading or index else 0, [fact]) for index, fact in enumerate(self._facts[: len(facts)])
        ]
        self.hold(heading, [*lines, (10, [self._sentence] if sentence else [])], look)


class ReferencesCard(SourceCard):
    """Two references, a button to copy each, and a message once one was copied."""

    grown = Signal()
    """The card needs another height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: ReferencesShown | None = None
        self._language: InterfaceLanguage = "hans"
        self._gb7714 = TextLabel("serif", 15, "ink", self)
        self._copy_gb7714 = self._button("copy-gb")
        self._plain = TextLabel("serif", 15, "ink", self)
        self._copy_plain = self._button("copy-plain")
        self._copied = TextLabel("sans", 14, "accent", self, bold=True)
        self._copied.setObjectName("copied")
        self._missing = TextLabel("sans", 13, "soft", self)
        self._copy_gb7714.clicked.connect(self._take_gb7714)
        self._copy_plain.clicked.connect(self._take_plain)

    def _button(self, name: str) -> ChipButton:
        chip = ChipButton(self, bordered=True)
        chip.setCheckable(False)
        chip.setObjectName(name)
        return chip

    def fill(self, shown: ReferencesShown, look: TextLook, language: InterfaceLanguage) -> None:
        """Shows other references, or the same in another look, without a message; `fit` must follow."""
        self._shown, self._language = shown, language
        self._gb7714.show_text(shown.gb7714, look)
        self._copy_gb7714.show_choice(ChoiceShown("gb", shown.copy_gb7714, False), look)
        self._plain.show_text(shown.plain, look)
        self._copy_plain.show_choice(ChoiceShown("plain", shown.copy_plain, False), look)
        self._missing.show_text(shown.missing, look)
        self._show_message("", shown.title, look)

    def _take_gb7714(self) -> None:
        if self._shown:
            self._copy(self._shown.gb7714, say("cite-copied-gb", self._language))

    def _take_plain(self) -> None:
        if self._shown:
            self._copy(self._shown.plain, say("cite-copied-plain", self._language))

    def _copy(self, reference: str, message: str) -> None:
        QGuiApplication.clipboard().setText(reference)
        if self._shown and self._look:
            self._show_message(message, self._shown.title, self._look)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._copied, message))
        self.grown.emit()

    def _show_message(self, message: str, title: str, look: TextLook) -> None:
        self._copied.show_text(message, look)
        self._copied.setVisible(bool(message))
        lines: list[CardLine] = [
            (_LINE_GAP, [self._gb7714]),
            (_SMALL_GAP, [self._copy_gb7714]),
            (8, [self._plain]),
            (_SMALL_GAP, [self._copy_plain]),
            (_SMALL_GAP, [self._copied] if message else []),
            (8, [self._missing]),
        ]
        self.hold(title, lines, look)


class RemarksCard(SourceCard):
    """The exhibit's remarks, each below a link to what it is about."""

    followed = Signal(object)
    """A link was pressed: the target of its remark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._remarks: tuple[RemarkShown, ...] = ()
        self._links: list[LinkButton] = []
        self._texts: list[TextLabel] = []

    def fill(self, heading: str, remarks: tuple[RemarkShown, ...], look: TextLook) -> None:
        """Shows other remarks, or the same in another look; `fit` must follow."""
        self._remarks = remarks
        while len(self._links) < len(remarks):
            link = LinkButton(self)
            link.followed.connect(self._follow)
            self._links.append(link)
            self._texts.append(TextLabel("sans", 14, "ink", self))
        lines: list[CardLine] = []
        for number, (link, text, remark) in enumerate(zip(self._links, self._texts, remarks, strict=False)):
            link.show_link(str(number), remark.link.label, look, remark.link.where)
            text.show_text(remark.text, look)
            lines += [(_LINE_GAP, [link]), (0, [text])]
        for number, (link, text) in enumerate(zip(self._links, self._texts, strict=True)):
            link.setVisible(number < len(remarks))
            text.setVisible(number < len(remarks))
        self.hold(heading, lines, look)

    def _follow(self, number: str) -> None:
        self.followed.emit(self._remarks[int(number)].link.target)
