"""The glossary in the middle of the window: the index, and the open entry beside it or in it."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.glossary.data import GlossaryData
from exhibit.ui.glossary.entry import EntryPane, TermEntryView
from exhibit.ui.glossary.index import TermIndex
from exhibit.ui.glossary.occurrences import BATCH_SIZE
from exhibit.ui.glossary.row import EntryPosition
from exhibit.ui.glossary.shown import GlossaryShown, in_glossary, shown_from
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.widgets.list_page import ListPage

_MIN_WIDTH_BESIDE: Final = 860
"""Design pixels of the page from which on the open entry stands beside the index."""
_ENTRY_SHARE: Final = 0.5
"""The share of the width that the entry takes beside the index."""
_MAX_ENTRY_WIDTH: Final = 760
"""Design pixels of the entry beside the index."""


class GlossaryPage(SessionView[GlossaryShown], ListPage):
    """Every term of the glossary, and where the articles use the open one.

    It lists `batch_size` occurrences, and as many more each time the visitor asks for more.
    """

    def __init__(self, session: Session, parent: QWidget | None = None, *, batch_size: int = BATCH_SIZE) -> None:
        super().__init__(parent)
        self._data = GlossaryData(session.package)
        self._batch_size = batch_size
        self._listed: tuple[str | None, int] = (None, batch_size)
        """The open term, and how many of its occurrences are listed at most."""
        self._make(session)
        self.follow(session)

    def _make(self, session: Session) -> None:
        self.setObjectName("glossary")
        self._index = TermIndex(self._data, self)
        self._pane = EntryPane(self)
        self._pane.hide()
        self.hold(self._index)
        self._index.chosen.connect(self._choose)
        self._index.stood.connect(self._set_tab_order)
        for entry in (self._index.entry, self._pane.entry):
            entry.closed.connect(self._close)
            entry.term_followed.connect(self._open)
            entry.occurrence_followed.connect(session.choose_passage)
            entry.more_asked.connect(self._list_more)

    # Following the session

    def relevant(self, state: State) -> State:
        return in_glossary(state)

    def derive(self, state: State) -> GlossaryShown:
        term, count = self._listed
        count = count if state.place.term == term else self._batch_size
        return shown_from(self._data, state, count, self._batch_size)

    def display(self, before: GlossaryShown | None) -> None:
        shown = self.shown
        self.setAccessibleName(shown.title)
        self.head.show_head(shown.title, shown.summary, shown.leave, self.look)
        closed, opened = _open_number(before), _open_number(shown)
        focus = self._focus_in_entry()
        self._index.keep = closed if opened is None else opened
        self._arrange()
        if opened != closed:
            self._listed = (self._session.state.place.term, self._batch_size)
            self._pane.verticalScrollBar().setValue(0)
            if opened is not None:
                self.reveal_when_visible()
            if focus is not None and self._index.keep is not None:
                self._index.stand(self._index.keep, focus)

    def reveal(self) -> None:
        if entry := self.shown.entry:
            self._index.reveal_open()
            self._index.stand(entry.number)

    def _arrange(self) -> None:
        """Gives the head, the index and the entry their rooms."""
        if min(self.width(), self.height()) < 2:
            return
        entry, position, look = self.shown.entry, self._entry_position(), self.look
        width = self._entry_width() if entry and position == "beside" else 0
        self._index.show_terms(self.shown, position, look)
        top = self.arrange(width + (1 if width else 0))
        if width and entry:
            self._pane.show_entry(entry, look)
            self._pane.setGeometry(self.width() - width, top, width, self.height() - top)
            self._pane.fit()
        self._pane.setVisible(width > 0)
        self._set_tab_order()
        self.update()

    def _entry_position(self) -> EntryPosition:
        return "beside" if self.width() >= self.theme.px(_MIN_WIDTH_BESIDE) else "below"

    def _entry_width(self) -> int:
        return min(round(self.width() * _ENTRY_SHARE), self.theme.px(_MAX_ENTRY_WIDTH))

    def _entry(self) -> TermEntryView:
        return self._index.entry if self._entry_position() == "below" else self._pane.entry

    def _set_tab_order(self) -> None:
        """Lets Tab go from the way back to the index, and on through the open entry."""
        entrance = self._index.entrance
        stops = [self.head.way, *([entrance] if entrance else []), *self._entry().controls]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _focus_in_entry(self) -> Qt.FocusReason | None:
        """The reason with which the index takes over a focus in the entry, None if it is not there.

        It is a key's reason if the focused control has a focus ring, so that the row gets one too.
        """
        focused = next((one for one in self._entry().controls if one.hasFocus()), None)
        if focused is None:
            return None
        return Qt.FocusReason.ShortcutFocusReason if focused.ring else Qt.FocusReason.OtherFocusReason

    # What the visitor does

    def _choose(self, number: int) -> None:
        """Opens a term's entry, or closes it if it is open."""
        if number == _open_number(self.shown):
            self._close()
        else:
            self._open(self._data.terms[number].id)

    def _open(self, term: str) -> None:
        self._session.open_term(term)

    def _close(self) -> None:
        self._session.explain(None)

    def _leave(self) -> None:
        self._session.show_page("text")

    def _step_out(self) -> None:
        if self.shown.entry is None:
            self._leave()
        else:
            self._close()

    def _list_more(self) -> None:
        term, count = self._listed
        self._listed = (term, count + self._batch_size)
        self.derive_again()

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the line between the index and the entry."""
        painter, colours = QPainter(self), self.theme.colours
        painter.fillRect(self.rect(), QColor(colours.line))
        painter.fillRect(self._index.geometry(), QColor(colours.paper))
        painter.fillRect(self._pane.geometry(), QColor(colours.panel))
        painter.end()


def _open_number(shown: GlossaryShown | None) -> int | None:
    """The number of the open term."""
    return shown.entry.number if shown and shown.entry else None
