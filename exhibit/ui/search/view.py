"""The page of the search in the middle of the window."""

from collections import OrderedDict
from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.search import NameCompletion, SearchHit, SearchQuery
from exhibit.model.state import Location, State
from exhibit.session import Session
from exhibit.theme import TOUCH_TARGET
from exhibit.ui.qt_override import qt_override
from exhibit.ui.search.filters import ChoiceList
from exhibit.ui.search.header import SearchHeader
from exhibit.ui.search.result_list import ResultList
from exhibit.ui.search.search_client import SearchClient
from exhibit.ui.search.shown import (
    FilterName,
    SearchRowsShown,
    filter_choices,
    of_kind,
    rows_shown,
    search_shown,
    warm_up_rows,
)
from exhibit.ui.session_view import SessionView
from exhibit.ui.widgets.text_look import look_for

_ROW_HEIGHT: Final = 64
"""Design pixels of height of a hit, on average."""
_HEADER_DELAY_MS: Final = 10
"""Milliseconds before the header follows the list: with a delay of 0, Qt would call it before it paints the list."""
_MAX_POSITIONS: Final = 50
"""Queries whose position in the list is remembered."""
_NO_ROWS: Final = SearchRowsShown((), endless=False)
"""The list before the page is opened."""


class ListPositions:
    """The scroll position and the current row of the latest queries, for the way back."""

    def __init__(self) -> None:
        self._positions: OrderedDict[SearchQuery, tuple[int, int]] = OrderedDict()

    def keep(self, query: SearchQuery, scrolled: int, row: int) -> None:
        """Remembers how many pixels the list of a query is scrolled, and the number of its current row."""
        self._positions[query] = (scrolled, row)
        self._positions.move_to_end(query)
        if len(self._positions) > _MAX_POSITIONS:
            self._positions.popitem(last=False)

    def of(self, query: SearchQuery | None) -> tuple[int, int] | None:
        """What is remembered of a query."""
        return self._positions.get(query) if query else None


class SearchPage(SessionView[SearchRowsShown], QWidget):
    """Shows the rows that were found at once, and its header once they are painted.

    `left` tells that a key leads back to the field. Rows of an earlier query stay until the new ones are found.
    """

    left = Signal()

    def __init__(self, session: Session, client: SearchClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._positions = ListPositions()
        self._choices: ChoiceList | None = None
        """The choices of a filter, once one was opened."""
        self._min_target = 0
        """Minimum height in pixels of rows and chips while the on-screen keyboard is shown; 0 without it."""
        self._first_wanted = False
        """Whether the first row is to be chosen as soon as there is one."""
        self.shown = _NO_ROWS
        self._list = ResultList(look_for(session.theme, session.state.script), self)
        self._header = SearchHeader(self)
        self._header_due = QTimer(self)
        self._make()
        client.answered.connect(self._follow_client)
        self.follow(session)

    def _make(self) -> None:
        self.setObjectName("search-page")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setTabOrder(self._header, self._list)
        self._header.kind_picked.connect(self._choose_kind)
        self._header.filter_opened.connect(self.open_filter)
        self._header_due.setSingleShot(True)
        self._header_due.setInterval(_HEADER_DELAY_MS)
        self._header_due.timeout.connect(self._show_header)
        self._list.chosen.connect(self._go)
        self._list.left.connect(self.left)
        self._list.rows.wanted.connect(self._client.fetch_more)

    @property
    def is_behind(self) -> bool:
        """Whether the header does not show the latest results yet."""
        return self._header_due.isActive()

    def warm_up(self) -> None:
        """Renders the page once off screen, unless it was shown already, because Qt's first layout is slow."""
        if self._header.look is None:
            self._show_header()
            for rows in (warm_up_rows(self._session.package, self._session.state), self.shown.rows):
                self._list.show_rows(rows, self.look, endless=False)
                self.grab()

    def enter_list(self) -> None:
        """Takes the keyboard focus to the first hit."""
        self._list.enter()

    def choose_first(self) -> None:
        """Goes to the first hit, as soon as it is found."""
        if self._client.progress.is_visible:
            self._list.choose_first()
        else:
            self._first_wanted = True

    def set_min_target(self, pixels: int) -> None:
        """Sets the minimum height of rows and chips in pixels, 0 for a mouse."""
        if pixels != self._min_target:
            self._min_target = pixels
            self._fit()

    def open_filter(self, key: FilterName, by_finger: bool) -> None:
        """Opens the choices of a filter, in rows of 20 mm for a finger."""
        if self._choices is None:
            self._choices = ChoiceList(self.look, self)
            self._choices.chosen.connect(self._choose_filter)
        by_finger = by_finger or self._min_target > 0 or self.theme.display.touch
        self._choices.open_below(
            self._header.chip(key),
            filter_choices(self._session.package, self._session.state, key, self._client.progress.results),
            self.look,
            min_height=self.theme.mm(TOUCH_TARGET) if by_finger else 0,
            by_finger=by_finger,
        )

    # Following the session and the search

    def relevant(self, state: State) -> State:
        return state._replace(place=Location(page=state.place.page, query=state.place.query), visited=frozenset())

    def derive(self, state: State) -> SearchRowsShown:
        progress = self._client.progress
        is_awaited = not progress.is_visible and state.script == self.shown.script
        if state.place.page != "search" or is_awaited:
            return self.shown
        return rows_shown(self._session.package, state, progress.results)

    def display(self, before: SearchRowsShown | None) -> None:
        if self.shown == _NO_ROWS:
            return
        if self._header.look != self.look:
            self._show_header()
        self._show_rows(before or _NO_ROWS)
        self._follow_with_header()

    def _is_open(self) -> bool:
        return self._session.state.place.page == "search"

    def _follow_client(self) -> None:
        if not self._is_open():
            return
        self.derive_again()
        self._follow_with_header()
        if self._first_wanted and self._client.progress.is_visible:
            self._first_wanted = False
            self._list.choose_first()

    def _follow_with_header(self) -> None:
        """Lets the header follow once the list is painted, if all rows have been found."""
        if self._client.progress.is_whole and self._is_open():
            self._header_due.start()

    def _show_rows(self, before: SearchRowsShown) -> None:
        """Shows the rows, and for another query the position that the list had with it."""
        if before.query:
            self._positions.keep(before.query, self._list.verticalScrollBar().value(), self._list.currentIndex().row())
        self._list.show_rows(self.shown.rows, self.look, endless=self.shown.endless)
        if before.query != self.shown.query:
            if position := self._positions.of(self.shown.query):
                self._list.restore_position(*position)
            else:
                self._list.setCurrentIndex(QModelIndex())

    def _show_header(self) -> None:
        """Shows the header; the list does not move up where only numbers changed."""
        self._header_due.stop()
        shown = search_shown(self._session.package, self._session.state, self._client.progress.results)
        self.setAccessibleName(shown.title)
        self._list.setAccessibleName(shown.title)
        stays = self._header.show_header(shown, self.look)
        self._fit(self._list.y() if stays else 0)

    def _fit(self, min_top: int = 0) -> None:
        if self._header.look is None or self.width() <= 0:
            return
        self._header.set_min_target(self._min_target)
        self._list.set_min_height(self._min_target)
        top = max(self._header.fit(self.width(), self.height()), min_top)
        self._list.setGeometry(0, top, self.width(), max(1, self.height() - top))
        self._client.visible_rows = ceil(self._list.height() / self.theme.px(_ROW_HEIGHT))

    # What the reader chooses

    def _go(self, target: SearchHit | NameCompletion | SearchQuery) -> None:
        if isinstance(target, SearchHit):
            self._session.choose_hit(target)
        elif isinstance(target, NameCompletion):
            self._session.choose_completion(target)
        else:
            self._session.search(target)

    def _choose_kind(self, kind: str) -> None:
        query = self._session.state.place.query or SearchQuery("", self._session.state.script)
        self._session.search(of_kind(query, kind))

    def _choose_filter(self, query: SearchQuery) -> None:
        if self._choices:
            self._choices.hide()
        self._session.search(query)

    # Qt calls these

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_client()  # results may have come while it was hidden

    @qt_override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._first_wanted = False

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
        painter.fillRect(event.rect(), QColor(self.theme.colours.paper))
        painter.end()
