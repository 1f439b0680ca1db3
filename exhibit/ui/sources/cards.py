"""The cards of the panel of sources, each filled again for another article."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from exhibit.model.state import InterfaceLanguage
from exhibit.strings import say
from exhibit.ui.sources.card import SourceCard
from exhibit.ui.sources.shown import CiteShown, FactShown, RemarkShown
from exhibit.ui.sources.source_fact import SourceFact, name_words
from exhibit.ui.widgets.chips import ChipButton
from exhibit.ui.widgets.choice import ChoiceShown
from exhibit.ui.widgets.link_button import LinkButton
from exhibit.ui.widgets.paint import RING
from exhibit.ui.widgets.text_label import UNBOUND, TextLabel, WidthFitting
from exhibit.ui.widgets.text_look import TextLook


class FactsCard(SourceCard):
    """Facts under a heading, and a sentence below them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts: list[SourceFact] = []
        self._last = TextLabel("sans", 14, "ink", self, bold=True)

    def fill(self, heading: str, facts: tuple[FactShown, ...], last: str, look: TextLook) -> None:
        """Shows other facts."""
        while len(self._facts) < len(facts):
            self._facts.append(SourceFact(self))
        longest = max((name_words(fact, look, UNBOUND).width for fact in facts), default=0.0)
        for fact, shown in zip(self._facts, facts, strict=False):
            fact.show_fact(shown, ceil(longest) + look.px(RING + 12), look)
        for index, fact in enumerate(self._facts):
            fact.setVisible(index < len(facts))
        self._last.show_text(last, look)
        lines = [(6.0 if heading or index else 0.0, [fact]) for index, fact in enumerate(self._facts[: len(facts)])]
        self.hold(heading, [*lines, (10, [self._last] if last else [])], look)


class CiteCard(SourceCard):
    """Two references, a button to copy each, and a word when it was copied."""

    grown = Signal()
    """Its height has changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: CiteShown | None = None
        self._look: TextLook | None = None
        self._language: InterfaceLanguage = "hans"
        self._gb = TextLabel("serif", 15, "ink", self)
        self._copy_gb = self._button("copy-gb")
        self._plain = TextLabel("serif", 15, "ink", self)
        self._copy_plain = self._button("copy-plain")
        self._copied = TextLabel("sans", 14, "accent", self, bold=True)
        self._copied.setObjectName("copied")
        self._lacks = TextLabel("sans", 13, "soft", self)
        self._copy_gb.clicked.connect(self._take_gb)
        self._copy_plain.clicked.connect(self._take_plain)

    def _button(self, name: str) -> ChipButton:
        chip = ChipButton(self, bordered=True)
        chip.setCheckable(False)
        chip.setObjectName(name)
        return chip

    def fill(self, shown: CiteShown, look: TextLook, language: InterfaceLanguage) -> None:
        """Shows other references; nothing of them was copied yet."""
        self._shown, self._look, self._language = shown, look, language
        self._gb.show_text(shown.gb, look)
        self._copy_gb.show_choice(ChoiceShown("gb", shown.gb_label, False), look)
        self._plain.show_text(shown.plain, look)
        self._copy_plain.show_choice(ChoiceShown("plain", shown.plain_label, False), look)
        self._lacks.show_text(shown.lacks, look)
        self._say("")

    def _take_gb(self) -> None:
        if self._shown:
            self._copy(self._shown.gb, say("cite-copied-gb", self._language))

    def _take_plain(self) -> None:
        if self._shown:
            self._copy(self._shown.plain, say("cite-copied-plain", self._language))

    def _copy(self, reference: str, said: str) -> None:
        QGuiApplication.clipboard().setText(reference)
        self._say(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._copied, said))
        self.grown.emit()

    def _say(self, said: str) -> None:
        assert self._look is not None
        assert self._shown is not None
        self._copied.show_text(said, self._look)
        self._copied.setVisible(bool(said))
        lines: list[tuple[float, list[WidthFitting]]] = [
            (6, [self._gb]),
            (4, [self._copy_gb]),
            (8, [self._plain]),
            (4, [self._copy_plain]),
            (4, [self._copied] if said else []),
            (8, [self._lacks]),
        ]
        self.hold(self._shown.title, lines, self._look)


class RemarksCard(SourceCard):
    """What the exhibit remarks on, each with the way there; `followed` carries a figure and a block, one of them ""."""

    followed = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._remarks: tuple[RemarkShown, ...] = ()
        self._links: list[LinkButton] = []
        self._texts: list[TextLabel] = []

    def fill(self, heading: str, remarks: tuple[RemarkShown, ...], look: TextLook) -> None:
        """Shows other remarks."""
        self._remarks = remarks
        while len(self._links) < len(remarks):
            link = LinkButton(self)
            link.followed.connect(self._follow)
            self._links.append(link)
            self._texts.append(TextLabel("sans", 14, "ink", self))
        lines: list[tuple[float, list[LinkButton | TextLabel]]] = []
        for number, (link, text, remark) in enumerate(zip(self._links, self._texts, remarks, strict=False)):
            link.show_link(str(number), remark.label, look, remark.where)
            text.show_text(remark.text, look)
            lines += [(6, [link]), (0, [text])]
        for number, (link, text) in enumerate(zip(self._links, self._texts, strict=True)):
            link.setVisible(number < len(remarks))
            text.setVisible(number < len(remarks))
        self.hold(heading, lines, look)

    def _follow(self, key: str) -> None:
        remark = self._remarks[int(key)]
        self.followed.emit(remark.metric, remark.block)
