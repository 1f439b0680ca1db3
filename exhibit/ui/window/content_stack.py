"""The middle of the window: the text, or in its place the glossary, the timeline, a drawing or what was found."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import MiddlePage
from exhibit.session import Session
from exhibit.ui.reader.view import ReaderView


class ContentStack(QWidget):
    """Shows the page the session says; a page is made when it is first shown or prepared."""

    def __init__(self, session: Session, search_page: Callable[[QWidget], QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._search_page = search_page
        self.setObjectName("middle")
        self.reader: ReaderView = ReaderView(session, self)
        self._pages: dict[MiddlePage, QWidget] = {"text": self.reader}
        self._page: MiddlePage = "text"
        session.settled.connect(self._refresh)
        self._refresh()

    def prepare(self, page: MiddlePage) -> None:
        """Makes a page, if it was not shown yet."""
        if page not in self._pages:
            made = self._search_page(self) if page == "search" else _made(page, self._session, self)
            made.setGeometry(self.rect())
            self._pages[page] = made

    def _refresh(self) -> None:
        page = self._session.state.place.page
        if page == self._page:
            return
        held = self._pages[self._page]
        had_focus = held.isAncestorOf(self.window().focusWidget() or self)
        self._page = page
        self.prepare(page)
        self._fit()  # before it is shown, so that it knows its size when it brings in sight what is chosen
        for one in self._pages.values():
            one.setVisible(one is self._pages[page])
        if had_focus or page not in ("text", "search"):  # whoever types goes on typing
            self._pages[page].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self._pages[self._page].setGeometry(self.rect())

    # Qt calls these

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._pages[self._page].setFocus(event.reason())


def _made(page: MiddlePage, session: Session, parent: QWidget) -> QWidget:
    """A page; what none has asked for yet is not imported."""
    if page == "glossary":
        from exhibit.ui.glossary.view import GlossaryPage

        return GlossaryPage(session, parent)
    if page == "timeline":
        from exhibit.ui.timeline.view import TimelinePage

        return TimelinePage(session, parent)
    from exhibit.ui.systems.view import DrawingPage

    return DrawingPage(session, parent)
