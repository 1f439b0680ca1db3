"""The glossary in the middle of the window: the index, and the open entry beside it or in it."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.glossary.data import GlossaryData
from exhibit.ui.glossary.entry import EntryPane, TermEntryView
from exhibit.ui.glossary.index import TermIndex
from exhibit.ui.glossary.row import OpenPosition
from exhibit.ui.glossary.shown import GlossaryShown, in_glossary, shown_from
from exhibit.ui.session_view import is_explicitly_hidden
from exhibit.ui.widgets.list_page import ListPage
from exhibit.ui.widgets.text_look import TextLook, look_for

_LEAST_BESIDE: Final = 860
"""Design pixels from which on the open entry stands beside the index."""
_SHARE: Final = 0.5
_MOST_PANE: Final = 760


class GlossaryPage(ListPage):
    """Every word of the glossary; the open one with each place where it stands."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._facts = GlossaryData(session.package)
        self._pages = 1
        self._seen: State | None = None
        self._shown: GlossaryShown | None = None
        self._look: TextLook | None = None
        self._owed = False
        self._make()
        self._connect()
        self._refresh()

    @property
    def shown(self) -> GlossaryShown | None:
        """What is on screen."""
        return self._shown

    def _make(self) -> None:
        self.setObjectName("glossary")
        self._index = TermIndex(self._facts, self)
        self._pane = EntryPane(self)
        self._pane.hide()

    def _connect(self) -> None:
        self.hold(self._index)
        self._index.chosen.connect(self._choose)
        self._index.stood.connect(self._order)
        for entry in (self._index.entry, self._pane.entry):
            entry.closed.connect(self._close)
            entry.seen.connect(self._see)
            entry.followed.connect(self._session.choose_passage)
            entry.grown.connect(self._list_more)
        self._session.settled.connect(self._refresh)

    # Following the session

    def _refresh(self) -> None:
        state = in_glossary(self._session.state)
        if is_explicitly_hidden(self) or state == self._seen:
            return
        if self._seen is None or self._seen.place.term != state.place.term:
            self._pages = 1
        self._seen = state
        self._show(state)

    def _show(self, state: State) -> None:
        before, shown = self._shown, shown_from(self._facts, state, self._pages)
        look = look_for(self._session.theme, state.script)
        if (shown, look) == (before, self._look):
            return
        self._shown, self._look = shown, look
        self.setAccessibleName(shown.title)
        self.head.show_head(shown.title, shown.summary, shown.leave, self._look)
        was, now = _open(before), _open(shown)
        held = self._held()
        self._index.keep = was if now is None else now
        self._arrange()
        if was != now:
            self._pane.verticalScrollBar().setValue(0)
            self._owed = now is not None
            self._reveal()
            if held is not None and self._index.keep is not None:
                self._index.stand(self._index.keep, held)

    def _arrange(self) -> None:
        """Gives the head, the index and the entry their rooms."""
        shown, look = self._shown, self._look
        if shown is None or look is None or min(self.width(), self.height()) < 2:
            return
        opens = self._opens(look)
        pane = self._pane_width(look) if shown.entry and opens == "beside" else 0
        self._index.show_terms(shown, opens, look)
        top = self.arrange(pane + (1 if pane else 0))
        if pane and shown.entry:
            self._pane.show_entry(shown.entry, look)
            self._pane.setGeometry(self.width() - pane, top, pane, self.height() - top)
            self._pane.fit()
        self._pane.setVisible(pane > 0)
        self._order()
        self.update()

    def _opens(self, look: TextLook) -> OpenPosition:
        return "beside" if self.width() >= look.px(_LEAST_BESIDE) else "below"

    def _pane_width(self, look: TextLook) -> int:
        return min(round(self.width() * _SHARE), look.px(_MOST_PANE))

    def _order(self) -> None:
        """Tab goes from the way back to the index and on through the open entry."""
        entrance = self._index.entrance
        stops = [self.head.way, *([entrance] if entrance else []), *self._entry().controls]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _entry(self) -> TermEntryView:
        return self._index.entry if self._look is None or self._opens(self._look) == "below" else self._pane.entry

    def _held(self) -> Qt.FocusReason | None:
        """The reason to give the focus on if it is in an entry; with a ring, if it has one there."""
        focused = next((one for one in self._entry().controls if one.hasFocus()), None)
        if focused is None:
            return None
        return Qt.FocusReason.ShortcutFocusReason if focused.ring else Qt.FocusReason.OtherFocusReason

    def _reveal(self) -> None:
        """Brings the open word in sight, once there is a size."""
        if self._owed and self.isVisible() and min(self.width(), self.height()) > 1:
            self._owed = False
            self._index.reveal_open()
            if entry := self._shown and self._shown.entry:
                self._index.stand(entry.number)

    # What the reader does

    def _choose(self, number: int) -> None:
        """Opens a word's entry, or closes it where it was open."""
        opened = _open(self._shown)
        if number == opened:
            self._session.explain(None)
        else:
            self._session.open_term(self._facts.terms[number].id)

    def _see(self, term: str) -> None:
        self._session.open_term(term)

    def _close(self) -> None:
        self._session.explain(None)

    def _leave(self) -> None:
        self._session.show_page("text")

    def _step_out(self) -> None:
        if _open(self._shown) is None:
            self._leave()
        else:
            self._close()

    def _list_more(self) -> None:
        self._pages += 1
        if self._seen:
            self._show(self._seen)

    # Qt calls these

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._reveal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._reveal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is seen between the index and the entry."""
        if self._look:
            painter, colours = QPainter(self), self._look.theme.colours
            painter.fillRect(self.rect(), QColor(colours.line))
            painter.fillRect(self._index.geometry(), QColor(colours.paper))
            painter.fillRect(self._pane.geometry(), QColor(colours.panel))
            painter.end()


def _open(shown: GlossaryShown | None) -> int | None:
    """The number of the open word."""
    return shown.entry.number if shown and shown.entry else None
