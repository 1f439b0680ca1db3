"""The timeline in the middle of the window."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.event import Event
from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.timeline.event_list import EventList
from exhibit.ui.timeline.shown import TimelineData, TimelineShown, in_timeline, shown_from
from exhibit.ui.widgets.list_page import ListPage


class TimelinePage(SessionView[TimelineShown], ListPage):
    """Every dated event along a line. Events of the article in view are marked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = TimelineData(session.package)
        self._make()
        self.follow(session)

    def _make(self) -> None:
        self.setObjectName("timeline")
        self._list = EventList(self._data, self)
        self.hold(self._list)
        self._list.chosen.connect(self._choose)
        self._list.stood.connect(self._set_tab_order)

    def relevant(self, state: State) -> State:
        return in_timeline(state)

    def derive(self, state: State) -> TimelineShown:
        return shown_from(self._data, state)

    def display(self, before: TimelineShown | None) -> None:
        shown = self.shown
        self.setAccessibleName(shown.title)
        self.head.show_head(shown.title, shown.summary, shown.leave, self.look)
        self._list.show_events(shown, self.look)
        self._arrange()

    def _arrange(self) -> None:
        if min(self.width(), self.height()) < 2:
            return
        self.arrange()
        self._set_tab_order()
        self.update()

    def _set_tab_order(self) -> None:
        """Lets Tab go from the way back to the line."""
        if entrance := self._list.entrance:
            QWidget.setTabOrder(self.head.way, entrance)

    def _choose(self, row: int) -> None:
        event = self.shown.rows[row]
        if isinstance(event, Event):
            self._session.choose_passage(event.article, event.edition, event.passage)

    def _leave(self) -> None:
        self._session.show_page("text")

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the background beside the rows."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.theme.colours.paper))
        painter.end()
