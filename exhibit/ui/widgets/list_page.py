"""A page in the middle of the window: a header, and a list of rows that scrolls below it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.widgets.page_header import PageHeader
from exhibit.ui.widgets.virtual_list import VirtualList

_MOST_HEAD: Final = 0.3
"""A header higher than this share of the page scrolls with the rows."""


class ListPage(QWidget):
    """A subclass makes the rows, shows header and rows, and implements `_leave`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: VirtualList | None = None
        self.head = PageHeader(self)
        self.head.left.connect(self._leave)
        self.head.way.installEventFilter(self)

    def _leave(self) -> None:
        """Goes back to the text."""
        raise NotImplementedError

    def _step_out(self) -> None:
        """Closes an open row, or else leaves the page."""
        self._leave()

    def hold(self, rows: VirtualList) -> None:
        """Takes the list of rows, a child of the page."""
        self._rows = rows
        rows.verticalScrollBar().valueChanged.connect(self._slide)

    def arrange(self, aside: int = 0) -> int:
        """Lays out header and rows, leaving `aside` pixels free at the right; returns the top of the rows."""
        if self._rows is None:
            return 0
        tall = self.head.fit(self.width())
        loose = tall > self.height() * _MOST_HEAD
        top = 0 if loose else tall
        self._rows.above = tall if loose else 0
        self.head.resize(self.width(), tall)
        self._rows.setGeometry(0, top, self.width() - aside, self.height() - top)
        self._rows.fit()
        self._slide()
        return top

    def _slide(self) -> None:
        """Moves a header that scrolls with the rows."""
        if self._rows:
            self.head.move(0, -self._rows.verticalScrollBar().value() if self._rows.above else 0)
            self.head.raise_()

    def _show_head(self) -> None:
        if self._rows and self._rows.above:
            self._rows.verticalScrollBar().setValue(0)

    # Qt calls these

    @qt_override_or(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        by_key = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in by_key:
            self._show_head()
        return super().eventFilter(watched, event)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._step_out()
        else:
            super().keyPressEvent(event)

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._rows:
            self._rows.setFocus(event.reason())
