"""The middle of the window: the text, or in its place the glossary, the timeline, a drawing or the search results."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import MiddlePage, State
from exhibit.session import Session
from exhibit.ui.qt_override import qt_override
from exhibit.ui.reader.view import ReaderView
from exhibit.ui.session_view import SessionView


class ContentStack(SessionView[MiddlePage], QWidget):
    """Shows the page that the state names. A page is made when it is first shown or prepared."""

    def __init__(self, session: Session, search_page: Callable[[QWidget], QWidget], parent: QWidget) -> None:
        """`search_page` makes the page of search results as a child of the widget it is given."""
        super().__init__(parent)
        self._search_page = search_page
        self.setObjectName("middle")
        self.reader: ReaderView = ReaderView(session, self)
        self._pages: dict[MiddlePage, QWidget] = {"text": self.reader}
        self._page: MiddlePage = "text"
        self.follow(session)

    def prepare(self, page: MiddlePage) -> None:
        """Makes a page, if it was not shown yet."""
        if page not in self._pages:
            made = self._search_page(self) if page == "search" else _made(page, self._session, self)
            made.setGeometry(self.rect())
            self._pages[page] = made

    def derive(self, state: State) -> MiddlePage:
        return state.place.page

    def display(self, before: MiddlePage | None) -> None:
        if self.shown == self._page:
            return
        last = self._pages[self._page]
        had_focus = last.isAncestorOf(self.window().focusWidget() or self)
        self._page = self.shown
        self.prepare(self._page)
        self._fit()  # before it is shown, so that it knows its size when it brings in sight what is chosen
        for page, widget in self._pages.items():
            widget.setVisible(page == self._page)
        if had_focus or self._page not in ("text", "search"):  # who types in the search field goes on typing
            self._pages[self._page].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self._pages[self._page].setGeometry(self.rect())

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._pages[self._page].setFocus(event.reason())


def _made(page: MiddlePage, session: Session, parent: QWidget) -> QWidget:
    """A page. Each is imported when it is first wanted: the first paint needs none of them."""
    if page == "glossary":
        from exhibit.ui.glossary.view import GlossaryPage

        return GlossaryPage(session, parent)
    if page == "timeline":
        from exhibit.ui.timeline.view import TimelinePage

        return TimelinePage(session, parent)
    from exhibit.ui.systems.view import DrawingPage

    return DrawingPage(session, parent)
