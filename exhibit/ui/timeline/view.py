"""The timeline in the middle of the window."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.event import Event
from exhibit.model.state import State
from exhibit.session import Session
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.timeline.line import EventList
from exhibit.ui.timeline.shown import TimelineData, TimelineShown, in_timeline, shown_from
from exhibit.ui.widgets.list_page import ListPage


class TimelinePage(SessionView[TimelineShown], ListPage):
    """Every dated event along a line; those of the article in view are marked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = TimelineData(session.package)
        self._make()
        self.follow(session)

    def _make(self) -> None:
        self.setObjectName("timeline")
        self._line = EventList(self._facts, self)
        self.hold(self._line)
        self._line.chosen.connect(self._choose)
        self._line.stood.connect(self._order)

    def relevant(self, state: State) -> State:
        return in_timeline(state)

    def derive(self, state: State) -> TimelineShown:
        return shown_from(self._facts, state)

    def display(self, before: TimelineShown | None) -> None:
        shown = self.shown
        self.setAccessibleName(shown.title)
        self.head.show_head(shown.title, shown.summary, shown.leave, self.look)
        self._line.show_events(shown, self.look)
        self._arrange()

    def _arrange(self) -> None:
        if min(self.width(), self.height()) < 2:
            return
        self.arrange()
        self._order()
        self.update()

    def _order(self) -> None:
        """Tab goes from the way back to the line."""
        if entrance := self._line.entrance:
            QWidget.setTabOrder(self.head.way, entrance)

    def _choose(self, row: int) -> None:
        found = self.shown.rows[row]
        if isinstance(found, Event):
            self._session.choose_passage(found.article, found.edition, found.passage)

    def _leave(self) -> None:
        self._session.show_page("text")

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground beside the line."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.theme.colours.paper))
        painter.end()
