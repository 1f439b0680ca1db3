"""The page of search in the middle of the window."""

from collections import OrderedDict
from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.search import NameCompletion, SearchHit, SearchQuery
from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import TOUCH_TARGET
from exhibit.ui.qt_override import qt_override
from exhibit.ui.search.filters import ChoiceList, FilterChip
from exhibit.ui.search.result_list import ResultList
from exhibit.ui.search.search_thread import SearchClient
from exhibit.ui.search.shown import (
    FILTERS,
    FilterName,
    SearchRowsShown,
    SearchShown,
    filter_choices,
    of_kind,
    rehearsal,
    rows_shown,
    search_shown,
)
from exhibit.ui.widgets.chips import TARGET, ChipGroup
from exhibit.ui.widgets.text_label import TextLabel, place
from exhibit.ui.widgets.text_look import TextLook, look_for

_EDGE: Final = 24
_GAP: Final = 6
_LOW: Final = 380
_LOWER: Final = 110
"""Design pixels of height below which the filters give way to the hits, and then the title."""
_ROW: Final = 64
"""Design pixels of height of a hit, about."""
_SOON: Final = 10
"""Milliseconds after which the list is painted: Qt runs a timer of none before it paints."""
_KEPT: Final = 50
"""Queries whose place in the list is remembered for the way back."""


class SearchPage(QWidget):
    """Shows `rows_shown` at once and `search_shown` when that is painted; `left` tells that the keyboard goes back."""

    left = Signal()

    def __init__(self, session: Session, asker: SearchClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asker = asker
        self._rows: SearchRowsShown | None = None
        self._shown: SearchShown | None = None
        self._shown_for: SearchQuery | None = None
        """The query that what stands over the list was shown for."""
        self._look: TextLook | None = None
        self._dressed: TextLook | None = None
        """The look that is shown."""
        self._stood: OrderedDict[SearchQuery, tuple[int, int]] = OrderedDict()
        """Where the list was scrolled to and which row was current, for each query."""
        self._in_list: SearchQuery | None = None
        """The query whose rows are in the list."""
        self._choices: ChoiceList | None = None
        """What a filter can be set to, once it was asked for."""
        self._finger = 0
        """Pixels that a finger needs, while it types."""
        self._goes = False
        """Whether the first row is to be gone to once it is there."""
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(_SOON)
        self._painted.timeout.connect(self._show_rest)
        self._make()
        session.settled.connect(self._refresh)
        asker.answered.connect(self._refresh)
        self._refresh()

    def _make(self) -> None:
        self.setObjectName("search-page")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._title = TextLabel("serif", 21, "ink", self, bold=True)
        self._title.setObjectName("search-title")
        self._kinds = ChipGroup("search-kinds", self, joined=False)
        self._kinds.picked.connect(self._take_kind)
        self._filters = [FilterChip(key, self) for key in FILTERS]
        for chip in self._filters:
            chip.opened.connect(self.open_filter)
        self._list = ResultList(self._new_look(), self)
        self._list.chosen.connect(self._go)
        self._list.left.connect(self.left)
        self._list.rows.wanted.connect(self._asker.fetch_more)

    def rehearse(self) -> None:
        """Is laid out and painted where nobody sees it, unless it was shown: the first time takes longest."""
        if self._rows is not None:
            return
        self._show_rest()
        self._rows = SearchRowsShown((), endless=False)
        for rows in (rehearsal(self._session.package, self._session.state), self._rows.rows):
            self._list.show_rows(rows, self._new_look(), endless=False)
            self.grab()

    @property
    def behind(self) -> bool:
        """Whether what stands over the list is still to follow it."""
        return self._painted.isActive()

    def enter_list(self) -> None:
        """The keyboard comes to the first hit."""
        self._list.enter()

    def choose_first(self) -> None:
        """Goes to the first hit, if need be once it is found."""
        if self._asker.begun:
            self._list.choose_first()
        else:
            self._goes = True

    def serve_finger(self, size: int) -> None:
        """Makes what can be pressed that many pixels high, 0 for a mouse."""
        if size != self._finger:
            self._finger = size
            self._fit()

    def open_filter(self, key: FilterName, touched: bool) -> None:
        """Opens what a filter can be set to, in rows of 20 mm for a finger."""
        look = self._new_look()
        if self._choices is None:
            self._choices = ChoiceList(look, self)
            self._choices.chosen.connect(self._take_choice)
        rows = filter_choices(self._session.package, self._session.state, key, self._asker.answer)
        chip = next(chip for chip in self._filters if chip.filter == key)
        self._choices.offer(rows, look, chip, look.theme.mm(TOUCH_TARGET) if touched or self._finger else 0)

    def _new_look(self) -> TextLook:
        self._look = look_for(self._session.theme, self._session.state.script)
        return self._look

    def _refresh(self) -> None:
        if self._session.state.place.page != "search":
            self._goes = False
            self._remember()
            return
        look = self._new_look()
        if look != self._dressed:
            self._show_rest()
            self._show_rows(look)
        elif self._asker.begun:
            self._show_rows(look)
            if not self._asker.waits:
                self._painted.start()
        # else what was found for the text before stands until there is more to say

    def _show_rows(self, look: TextLook) -> None:
        rows = rows_shown(self._session.package, self._session.state, self._asker.answer)
        self._remember()
        if rows != self._rows or look != self._list.look:
            self._rows = rows
            self._list.show_rows(rows.rows, look, endless=rows.endless)
        self._stand()
        if self._goes and self._asker.begun:
            self._goes = False
            self._list.choose_first()

    def _show_rest(self) -> None:
        """Shows what stands over the list; where only numbers become others nothing moves."""
        self._painted.stop()
        look, shown = self._new_look(), search_shown(self._session.package, self._session.state, self._asker.answer)
        before, self._shown_for = self._shown_for, self._answered()
        if shown == self._shown and look == self._dressed:
            return
        stays = look == self._dressed and before is not None and before == self._shown_for
        self._shown, self._dressed = shown, look
        self._title.show_text(shown.title, look)
        self.setAccessibleName(shown.title)
        self._list.setAccessibleName(shown.title)
        self._kinds.show_choices(say("search-kinds", shown.language), shown.kinds, look)
        for chip, one in zip(self._filters, shown.filters, strict=True):
            chip.show_filter(one, look)
        self._fit(self._list.y() if stays else 0)

    def _remember(self) -> None:
        """Keeps where the list stands, for the way back."""
        if self._in_list:
            self._stood[self._in_list] = (self._list.verticalScrollBar().value(), self._list.currentIndex().row())
            self._stood.move_to_end(self._in_list)
            if len(self._stood) > _KEPT:
                self._stood.popitem(last=False)

    def _answered(self) -> SearchQuery | None:
        """The query that is answered, if it is the one that was asked."""
        return self._asker.begun.query if self._asker.begun else None

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
        self._asker.sight = ceil(self._list.height() / look.px(_ROW))

    def _enlarge(self, look: TextLook) -> None:
        """Gives what can be pressed the size that is asked for."""
        self._list.enlarge(self._finger)
        tall = max(TARGET, ceil(self._finger / look.theme.scale))
        self._kinds.enlarge(tall)
        for chip in self._filters:
            chip.enlarge(tall)

    def _go(self, goal: SearchHit | NameCompletion | SearchQuery) -> None:
        self._remember()
        if isinstance(goal, SearchHit):
            self._session.choose_hit(goal)
        elif isinstance(goal, NameCompletion):
            self._session.choose_completion(goal)
        else:
            self._session.search(goal)

    def _query(self) -> SearchQuery:
        return self._session.state.place.query or SearchQuery("", self._session.state.script)

    def _take_kind(self, kind: str) -> None:
        self._session.search(of_kind(self._query(), kind))

    def _take_choice(self, query: SearchQuery) -> None:
        if self._choices:
            self._choices.hide()
        self._session.search(query)

    # Qt calls these

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._list.setFocus(event.reason())

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._new_look().theme.colours.paper))
        painter.end()
