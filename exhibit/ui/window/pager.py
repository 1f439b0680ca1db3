"""The switch of the side column between map, list and figures, where only one of them has room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.window.arrangement import PAGES, Page


class Pager(QWidget):
    """One button a page; `page` says which is shown, `turned` that it changed."""

    turned = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.page: Page = "map"
        self.setObjectName("pager")
        row = QHBoxLayout(self)
        self._buttons = {page: PageButton(page, self) for page in PAGES}
        for button in self._buttons.values():
            row.addWidget(button)
        session.settled.connect(self._refresh)
        self._refresh()

    def turn(self, page: Page) -> None:
        """Shows a page."""
        changed, self.page = self.page != page, page
        self._refresh()
        if changed:
            self.turned.emit()

    def _refresh(self) -> None:
        language = self._session.state.language
        for page, button in self._buttons.items():
            button.setText(say(f"page-{page}", language))
            button.setChecked(page == self.page)
        self.setAccessibleName(say("page", language))


class PageButton(QPushButton):
    """Turns to its page."""

    def __init__(self, page: Page, pager: Pager) -> None:
        super().__init__(pager)
        self._page: Page = page
        self._pager = pager
        self.setObjectName(f"page-{page}")
        self.setCheckable(True)
        self.clicked.connect(self._turn)

    def _turn(self) -> None:
        self._pager.turn(self._page)
