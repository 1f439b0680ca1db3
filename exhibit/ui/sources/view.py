"""The panel of sources."""

from typing import Final

from PySide6.QtWidgets import QWidget

from exhibit.model.state import Location, State
from exhibit.session import Session
from exhibit.ui.session_view import SessionView
from exhibit.ui.sources.cards import FactsCard, ReferencesCard, RemarksCard, SourceCard
from exhibit.ui.sources.shown import RemarkedFigure, RemarkTarget, SourcesShown, sources_shown
from exhibit.ui.widgets.layout import stacked
from exhibit.ui.widgets.scroll import ColumnScroll
from exhibit.ui.widgets.text_label import TextLabel, place
from exhibit.ui.widgets.text_look import TextLook

_MARGIN: Final = 14
"""Design pixels above and beside everything in the panel; beside it less if the panel is narrow."""
_MIN_COLUMN_WIDTH: Final = 340
"""Design pixels."""
_MAX_COLUMNS: Final = 2
"""Cards side by side, at most."""
_CARD_GAP: Final = 4
"""Design pixels between cards, beside the room for focus rings."""


class SourcesView(SessionView[SourcesShown], ColumnScroll):
    """Where the article in view was printed, how to cite it, and what the exhibit did with it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make()
        self.follow(session)

    def _make(self) -> None:
        self.setObjectName("sources")
        self._title = TextLabel("sans", 16, "ink", self.ground, bold=True)
        self._empty = TextLabel("sans", 15, "soft", self.ground)
        self._facts = FactsCard(self.ground)
        self._references = ReferencesCard(self.ground)
        self._changed = FactsCard(self.ground)
        self._remarks = RemarksCard(self.ground)
        self._references.grown.connect(self.fit)
        self._remarks.followed.connect(self._follow)

    def relevant(self, state: State) -> State:
        place = Location(article=state.place.article, edition=state.place.edition)
        return state._replace(place=place, visited=frozenset())

    def derive(self, state: State) -> SourcesShown:
        return sources_shown(self._session.package, state)

    def display(self, before: SourcesShown | None) -> None:
        shown = self.shown
        self._fill(shown, self.look)
        self.fit()
        if before and (before.article, before.edition) != (shown.article, shown.edition):
            self.verticalScrollBar().setValue(0)

    def _fill(self, shown: SourcesShown, look: TextLook) -> None:
        self.setAccessibleName(shown.title)
        self.ground.look = look
        self._title.show_text(shown.title, look)
        self._empty.show_text(shown.empty, look)
        if shown.references:
            self._facts.fill("", shown.facts, shown.unverified, look)
            self._references.fill(shown.references, look, self._session.state.language)
            self._changed.fill(shown.changed_title, shown.changed, "", look)
            self._remarks.fill(shown.remarks_title, shown.remarks, look)
        self._empty.setVisible(bool(shown.empty))
        cards = self._cards()
        for card in (self._facts, self._references, self._changed, self._remarks):
            card.setVisible(card in cards)
        self.ground.update()

    def _cards(self) -> list[SourceCard]:
        """The cards in use."""
        if self.shown.references is None:
            return []
        cards: list[SourceCard] = [self._facts, self._references, self._changed]
        return [*cards, self._remarks] if self.shown.remarks else cards

    def _place(self, width: int) -> int:
        look, gap = self.look, self.look.px(_CARD_GAP)
        margin = min(look.px(_MARGIN), width // 20)
        inner, y = width - 2 * margin, look.px(_MARGIN)
        y += place([self._title, self._empty], (margin, y, inner), look.px(8)) + look.px(8)
        columns = max(1, min(_MAX_COLUMNS, (inner + gap) // (look.px(_MIN_COLUMN_WIDTH) + gap)))
        card_width = (inner - gap * (columns - 1)) // columns
        cards = self._cards()
        boxes = stacked([card.fit(card_width) for card in cards], columns, card_width, gap)
        for card, box in zip(cards, boxes, strict=True):
            card.setGeometry(margin + box.x, y + box.y, box.width, box.height)
        return y + max((box.y + box.height for box in boxes), default=0) + look.px(16)

    def _follow(self, target: RemarkTarget) -> None:
        """Goes to a figure, or to a note in the text."""
        if isinstance(target, RemarkedFigure):
            self._session.choose_metric(target.metric)
        else:
            self._session.choose_passage(target.article, target.edition, target.block)
