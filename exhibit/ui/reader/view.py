"""The reader: the text of an article, its contents beside it where there is room, a word's explanation over it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import theme_for
from exhibit.ui.reader.accessibility import install_accessible_text
from exhibit.ui.reader.shown import reader_shown
from exhibit.ui.reader.term_popup import TermPopup
from exhibit.ui.reader.text import TextView
from exhibit.ui.reader.toc import TocView
from exhibit.ui.reader.typography import ReaderColumns

_EDGE = 3
"""Pixels around the text for the ring of focus."""
_CONTENTS_TOP = 90
"""Design pixels."""


class ReaderView(QWidget):
    """Shows `reader_shown`; what is chosen, opened, jumped and scrolled to goes to the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = reader_shown(session.package, session.state)
        self._columns = ReaderColumns(0, 1, 0, 0)
        self._make()
        self._name()
        session.changed.connect(self._refresh)

    def copy(self) -> None:
        """Copies the selected text with its citation."""
        self._text.copy()

    def select_all(self) -> None:
        """Selects the whole article."""
        self._text.select_all()

    def has_selection(self) -> bool:
        return self._text.has_selection()

    def step_passage(self, step: int) -> None:
        """Chooses the next (1) or the previous (-1) block: from the chosen one, else from what is at the top."""
        self._text.step_passage(step)

    def _make(self) -> None:
        install_accessible_text()
        self._text = TextView(self._shown, self)
        self._toc = TocView(self)
        self._toc.hide()
        self._toc.show_page(self._shown)
        self.setFocusProxy(self._text)
        self._text.setObjectName("text")
        self._text.chosen.connect(self._session.choose_metric)
        self._text.moved.connect(self._session.read_to)
        self._text.arranged.connect(self._arrange)
        self._text.ringed.connect(self.update)
        self._text.explained.connect(self._session.explain)
        self._text.picked.connect(self._choose_passage)
        self._toc.jumped.connect(self._choose_passage)
        self._explanation = TermPopup(self._session, self._text, self)

    def _choose_passage(self, passage: str | None) -> None:
        reading = self._shown.edition_text
        if passage is None:
            self._session.leave_passage()
        elif reading:
            self._session.choose_passage(reading.article.id, reading.edition.id, passage)

    def _refresh(self) -> None:
        before, self._shown = self._shown, reader_shown(self._session.package, self._session.state, self._shown)
        if before == self._shown:
            return
        shown = self._shown
        self._toc.show_page(shown)
        if before.contents != shown.contents or before.scale != shown.scale:
            self._arrange(self._columns)
        if before.appearance != shown.appearance:
            self.update()
        self._name()
        self._text.show_page(shown)
        self._explanation.show_page(shown)

    def _name(self) -> None:
        """Names the text by its title."""
        shown = self._shown
        title = (
            shown.edition_text.edition.title.in_(shown.script) if shown.edition_text else say("reader", shown.language)
        )
        if title != self._text.accessibleName():
            self._text.setAccessibleName(title)

    def _arrange(self, columns: ReaderColumns) -> None:
        """Puts the contents beside the text."""
        self._columns = columns
        room = columns.contents if self._shown.contents else 0
        self._toc.setVisible(room > 0)
        if room:
            top = theme_for(self._shown.appearance, self._shown.scale).px(_CONTENTS_TOP)
            self._toc.fit(columns.contents_left + _EDGE, top, room, max(1, self.height() - _EDGE - top))

    # Qt calls these

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._text.setGeometry(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        self._arrange(self._columns)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Beside the text the wheel scrolls it too."""
        QCoreApplication.sendEvent(self._text.verticalScrollBar(), event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme_for(self._shown.appearance, self._shown.scale).colours
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colours.paper))
        if self._text.ring:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
