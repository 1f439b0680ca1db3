"""The panel of sources: follows the session, places the cards, leads to what they remark on."""

from typing import Final

from PySide6.QtWidgets import QWidget

from exhibit.session import Session
from exhibit.ui.sources.card import SourceCard
from exhibit.ui.sources.cards import CiteCard, FactsCard, RemarksCard
from exhibit.ui.sources.shown import SourcesShown, sources_shown
from exhibit.ui.widgets.layout import stacked
from exhibit.ui.widgets.scroll import ColumnScroll, is_explicitly_hidden
from exhibit.ui.widgets.text_label import TextLabel, place
from exhibit.ui.widgets.text_look import TextLook, look_for

_LEAST_COLUMN: Final = 340
_MOST_COLUMNS: Final = 2
_GAP: Final = 4


class SourcesView(ColumnScroll):
    """Where the article in view was printed, how to cite it, and what the exhibit did with it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: tuple[object, ...] = ()
        self._shown: SourcesShown | None = None
        self._look: TextLook | None = None
        self._make()
        self._refresh()

    def _make(self) -> None:
        self.setObjectName("sources")
        self._title = TextLabel("sans", 16, "ink", self.ground, bold=True)
        self._empty = TextLabel("sans", 15, "soft", self.ground)
        self._facts = FactsCard(self.ground)
        self._cite = CiteCard(self.ground)
        self._changed = FactsCard(self.ground)
        self._remarks = RemarksCard(self.ground)
        self._cite.grown.connect(self.fit)
        self._remarks.followed.connect(self._follow)
        self._session.settled.connect(self._refresh)

    def _refresh(self) -> None:
        state, place = self._session.state, self._session.state.place
        seen = (place.article, place.edition, state.script, state.language, state.appearance, state.scale)
        if is_explicitly_hidden(self) or seen == self._seen:
            return
        self._seen = seen
        before, shown = self._shown, sources_shown(self._session.package, state)
        self._shown, self._look = shown, look_for(state, self._look)
        self._fill(shown, self._look)
        self.fit()
        if before and (before.article, before.edition) != (shown.article, shown.edition):
            self.verticalScrollBar().setValue(0)

    def _fill(self, shown: SourcesShown, look: TextLook) -> None:
        self.setAccessibleName(shown.title)
        self.ground.look = look
        self._title.show_text(shown.title, look)
        self._empty.show_text(shown.empty, look)
        if shown.cite:
            self._facts.fill("", shown.facts, shown.unverified, look)
            self._cite.fill(shown.cite, look, self._session.state.language)
            self._changed.fill(shown.changed_title, shown.changed, "", look)
            self._remarks.fill(shown.remarks_title, shown.remarks, look)
        self._empty.setVisible(bool(shown.empty))
        cards = self._cards()
        for card in (self._facts, self._cite, self._changed, self._remarks):
            card.setVisible(card in cards)
        self.ground.update()

    def _cards(self) -> list[SourceCard]:
        """Those that have something to say."""
        if self._shown is None or self._shown.cite is None:
            return []
        cards: list[SourceCard] = [self._facts, self._cite, self._changed]
        return [*cards, self._remarks] if self._shown.remarks else cards

    def _place(self, width: int) -> int:
        if self._look is None:
            return 0
        look, gap = self._look, self._look.px(_GAP)
        margin = min(look.px(14), width // 20)
        inner, y = width - 2 * margin, look.px(14)
        y += place([self._title, self._empty], (margin, y, inner), look.px(8)) + look.px(8)
        across = max(1, min(_MOST_COLUMNS, (inner + gap) // (look.px(_LEAST_COLUMN) + gap)))
        wide = (inner - gap * (across - 1)) // across
        cards = self._cards()
        boxes = stacked([card.fit(wide) for card in cards], across, wide, gap)
        for card, box in zip(cards, boxes, strict=True):
            card.setGeometry(margin + box.x, y + box.y, box.width, box.height)
        return y + max((box.y + box.height for box in boxes), default=0) + look.px(16)

    def _follow(self, metric: str, block: str) -> None:
        """To a figure's tile and sentence, or to a note in the text."""
        if metric:
            self._session.choose_metric(metric)
        elif self._shown:
            self._session.choose_passage(self._shown.article, self._shown.edition, block)
