"""The page of search in the middle of the window."""

from collections import OrderedDict
from math import ceil
from typing import Final

from exhibit.model.search import Completion, Hit, Query
from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.kit.captions import Caption, place
from exhibit.ui.kit.chips import TARGET, Choice
from exhibit.ui.kit.look import Look, look_for
from exhibit.ui.search.asking import Asker
from exhibit.ui.search.filters import ChoiceList, FilterChip
from exhibit.ui.search.keys import SIDE
from exhibit.ui.search.results import ResultList
from exhibit.ui.search.shown import FILTERS, Filter, SearchShown, filter_choices, of_kind, search_shown

from PySide6.QtCore import QModelIndex, Qt, Signal  # isort: skip
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent  # isort: skip
from PySide6.QtWidgets import QWidget  # isort: skip

_EDGE: Final = 24
_GAP: Final = 6
_LOW: Final = 380
_LOWER: Final = 110
"""Design pixels of height below which the filters give way to the hits, and then the title."""
_KEPT: Final = 50
"""Queries whose place in the list is remembered for the way back."""


class SearchPage(QWidget):
    """Shows `search_shown`; `left` tells that the keyboard goes back to the field."""

    left = Signal()

    def __init__(self, session: Session, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asker = asker
        self._shown: SearchShown | None = None
        self._look: Look | None = None
        self._stood: OrderedDict[Query, tuple[int, int]] = OrderedDict()
        """Where the list was scrolled to and which row was current, for each query."""
        self._in_list: Query | None = None
        """The query whose rows are in the list."""
        self._choices: ChoiceList | None = None
        """What a filter can be set to, once it was asked for."""
        self._finger = 0
        """Pixels that a finger needs, while it types."""
        self._goes = False
        """Whether the first row is to be gone to once it is there."""
        self._make()
        session.settled.connect(self._refresh)
        asker.answered.connect(self._refresh)
        self._refresh()

    def _make(self) -> None:
        self.setObjectName("search-page")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._title = Caption("serif", 21, "ink", self, bold=True)
        self._title.setObjectName("search-title")
        self._kinds = Choice("search-kinds", self, joined=False)
        self._kinds.picked.connect(self._take_kind)
        self._filters = [FilterChip(key, self) for key in FILTERS]
        for chip in self._filters:
            chip.opened.connect(self.open_filter)
        self._list = ResultList(self._new_look(), self)
        self._list.chosen.connect(self._go)
        self._list.left.connect(self.left)
        self._list.rows.wanted.connect(self._asker.fetch_more)

    def enter_list(self) -> None:
        """The keyboard comes to the first hit."""
        self._list.enter()

    def choose_first(self) -> None:
        """Goes to the first hit, if need be once it is found."""
        if self._asker.waits:
            self._goes = True
        else:
            self._list.choose_first()

    def serve_finger(self, size: int) -> None:
        """Makes what can be pressed that many pixels high, 0 for a mouse."""
        if size != self._finger:
            self._finger = size
            self._fit()

    def open_filter(self, key: Filter, touched: bool) -> None:
        """Opens what a filter can be set to, in rows of 20 mm for a finger."""
        look = self._new_look()
        if self._choices is None:
            self._choices = ChoiceList(look, self)
            self._choices.chosen.connect(self._take_choice)
        rows = filter_choices(self._session.package, self._session.state, key, self._asker.answer)
        chip = next(chip for chip in self._filters if chip.filter == key)
        self._choices.offer(rows, look, chip, look.px(SIDE) if touched or self._finger else 0)

    def _new_look(self) -> Look:
        self._look = look_for(self._session.state, self._look)
        return self._look

    def _refresh(self) -> None:
        if self._session.state.place.page != "search":
            self._goes = False
            self._remember()
            return
        before, look = self._look, self._new_look()
        if self._asker.waits and self._shown and not self._asker.begun and look is before:
            return  # what was found for the text before stands until there is more to say
        shown = search_shown(self._session.package, self._session.state, self._asker.answer)
        if shown != self._shown or look is not before:
            stays = look is before and self._in_list is not None and self._in_list == self._answered()
            self._shown = shown
            self._show(shown, look, self._list.y() if stays else 0)

    def _show(self, shown: SearchShown, look: Look, top: int) -> None:
        """Puts all on the page, the list no higher than `top`: where only numbers become others nothing moves."""
        self._remember()
        self._title.show_text(shown.title, look)
        self.setAccessibleName(shown.title)
        self._list.setAccessibleName(shown.title)
        self._kinds.show_choices(say("search-kinds", shown.language), shown.kinds, look)
        for chip, one in zip(self._filters, shown.filters, strict=True):
            chip.show_filter(one, look)
        self._fit(top)
        self._list.show_rows(shown.rows, look, endless=shown.endless)
        self._stand()
        if self._goes and not self._asker.waits:
            self._goes = False
            self._list.choose_first()

    def _remember(self) -> None:
        """Keeps where the list stands, for the way back."""
        if self._in_list:
            self._stood[self._in_list] = (self._list.verticalScrollBar().value(), self._list.currentIndex().row())
            self._stood.move_to_end(self._in_list)
            if len(self._stood) > _KEPT:
                self._stood.popitem(last=False)

    def _answered(self) -> Query | None:
        """The query that is answered, if it is the one that was asked."""
        answer = self._asker.answer
        return answer.query if answer and not self._asker.waits else None

    def _stand(self) -> None:
        """Puts the list where it stood with these rows."""
        answered = self._answered()
        if answered == self._in_list:
            return
        self._in_list = answered
        if answered and answered in self._stood:
            self._list.stand(*self._stood[answered])
        elif self._list.currentIndex().isValid():
            self._list.setCurrentIndex(QModelIndex())

    def _fit(self, highest: int = 0) -> None:
        look = self._look
        if look is None or self.width() <= 0:
            return
        left, gap = look.px(_EDGE), look.px(_GAP)
        width = max(1, self.width() - 2 * left)
        self._enlarge(look)
        titled = self.height() >= look.px(_LOWER)
        self._title.setVisible(titled)
        top = look.px(14) + place([self._title], (left, look.px(14), width), gap) + gap if titled else 0
        roomy = self.height() >= look.px(_LOW) + 4 * self._finger
        for part in (self._kinds, *self._filters):
            part.setVisible(roomy)
        if roomy:
            top += place([self._kinds], (left, top, width), gap) + gap
            top += place(self._filters, (left, top, width), gap) + gap
        top = max(top, highest)
        self._list.setGeometry(0, top, self.width(), max(1, self.height() - top))

    def _enlarge(self, look: Look) -> None:
        """Gives what can be pressed the size that is asked for."""
        self._list.enlarge(self._finger)
        tall = max(TARGET, ceil(self._finger / look.theme.scale))
        self._kinds.enlarge(tall)
        for chip in self._filters:
            chip.enlarge(tall)

    def _go(self, goal: Hit | Completion | Query) -> None:
        self._remember()
        if isinstance(goal, Hit):
            self._session.choose_hit(goal)
        elif isinstance(goal, Completion):
            self._session.choose_completion(goal)
        else:
            self._session.search(goal)

    def _query(self) -> Query:
        return self._session.state.place.query or Query("", self._session.state.script)

    def _take_kind(self, kind: str) -> None:
        self._session.search(of_kind(self._query(), kind))

    def _take_choice(self, query: Query) -> None:
        if self._choices:
            self._choices.hide()
        self._session.search(query)

    # Qt calls these

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._list.setFocus(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._new_look().theme.colours.paper))
        painter.end()
