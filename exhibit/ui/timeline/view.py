"""The timeline in the middle of the window."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.event import Event
from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.timeline.data import TimelineData
from exhibit.ui.timeline.line import EventList
from exhibit.ui.timeline.shown import TimelineShown, in_timeline, shown_from
from exhibit.ui.widgets.list_page import ListPage
from exhibit.ui.widgets.scroll import is_explicitly_hidden
from exhibit.ui.widgets.text_look import TextLook, look_for


class TimelinePage(ListPage):
    """Every dated event along a line; those of the article in view are marked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._facts = TimelineData(session.package)
        self._seen: State | None = None
        self._shown: TimelineShown | None = None
        self._look: TextLook | None = None
        self._make()
        self._refresh()

    @property
    def shown(self) -> TimelineShown | None:
        """What is on screen."""
        return self._shown

    def _make(self) -> None:
        self.setObjectName("timeline")
        self._line = EventList(self._facts, self)
        self.hold(self._line)
        self._line.chosen.connect(self._choose)
        self._line.stood.connect(self._order)
        self._session.settled.connect(self._refresh)

    def _refresh(self) -> None:
        state = in_timeline(self._session.state)
        if is_explicitly_hidden(self) or state == self._seen:
            return
        self._seen = state
        before, shown = self._shown, shown_from(self._facts, state)
        look = look_for(state, self._look)
        if (shown, look) == (before, self._look):
            return
        self._shown, self._look = shown, look
        self.setAccessibleName(shown.title)
        self.head.show_head(shown.title, shown.summary, shown.leave, self._look)
        self._line.show_events(shown, self._look)
        self._arrange()

    def _arrange(self) -> None:
        if self._look is None or min(self.width(), self.height()) < 2:
            return
        self.arrange()
        self._order()
        self.update()

    def _order(self) -> None:
        """Tab goes from the way back to the line."""
        if entrance := self._line.entrance:
            QWidget.setTabOrder(self.head.way, entrance)

    def _choose(self, row: int) -> None:
        found = self._shown.rows[row] if self._shown else None
        if isinstance(found, Event):
            self._session.choose_passage(found.article, found.edition, found.passage)

    def _leave(self) -> None:
        self._session.show_page("text")

    # Qt calls these

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is seen beside the line."""
        if self._look:
            painter = QPainter(self)
            painter.fillRect(event.rect(), QColor(self._look.theme.colours.paper))
            painter.end()
