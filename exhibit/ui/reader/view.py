"""The reader: the text of an article, its contents beside it where there is room, a term's explanation over it."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.qt_override import qt_override
from exhibit.ui.reader.accessibility import install_accessible_text, tell_focus
from exhibit.ui.reader.shown import MarkId, ReaderShown, reader_shown
from exhibit.ui.reader.term_popup import TermPopup
from exhibit.ui.reader.text import TextView
from exhibit.ui.reader.toc import TocView
from exhibit.ui.session_view import SessionView
from exhibit.ui.widgets.text_look import look_for

_EDGE: Final = 3
"""Design pixels around the text for the ring of focus."""
_RING_WIDTH: Final = 2
"""Design pixels."""
_CONTENTS_TOP: Final = 90
"""Design pixels above the contents."""


class ReaderView(SessionView[ReaderShown], QWidget):
    """Shows an article. What is chosen, opened and scrolled to goes to the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._derived = reader_shown(session.package, session.state)
        """What was derived last. It holds the text, which is not read again."""
        self._make(session)
        self.follow(session, at_once=True)

    def copy(self) -> None:
        """Copies the selected text with its citation."""
        self._text.selector.copy()

    def select_all(self) -> None:
        """Selects the whole article."""
        self._text.selector.select_all()

    def has_selection(self) -> bool:
        """Whether any text is selected."""
        return bool(self._text.selector.selection)

    def step_passage(self, step: int) -> None:
        """Chooses the next (1) or the previous (-1) block, from the chosen one or from what is at the top."""
        self._text.choices.step_passage(step)

    def _make(self, session: Session) -> None:
        install_accessible_text()
        self._text = TextView(self._derived, session.theme, self)
        self._toc = TocView(look_for(session.theme, session.state.script), self)
        self._toc.hide()
        self.setFocusProxy(self._text)
        self._text.setObjectName("text")
        self._text.page_scroll.position_changed.connect(session.read_to)
        self._text.page_scroll.columns_changed.connect(self._place_contents)
        self._text.ring_changed.connect(self.update)
        self._text.marks.moved.connect(self._tell_focus)
        self._text.choices.metric_chosen.connect(session.choose_metric)
        self._text.choices.term_chosen.connect(session.explain)
        self._text.choices.passage_chosen.connect(self._choose_passage)
        self._toc.section_chosen.connect(self._choose_passage)
        self._popup = TermPopup(session, self._text, self)

    # Following the session

    def refresh(self) -> None:
        """Follows the session also while another page hides the text: its commands work from there, too."""
        self.derive_again()

    def derive(self, state: State) -> ReaderShown:
        self._derived = reader_shown(self._session.package, state, self._derived)
        return self._derived

    def display(self, before: ReaderShown | None) -> None:
        shown, is_other_theme = self.shown, self.theme != self._text.page_scroll.theme
        self._toc.show_page(shown, self.look)
        if is_other_theme:
            self._place_text()
            self.update()
        if is_other_theme or before is None or before.contents != shown.contents:
            self._place_contents()
        self._name_text()
        self._text.show_page(shown, self.theme)
        self._popup.show_page(shown, self.look)

    def _name_text(self) -> None:
        """Names the text by its title."""
        shown, edition = self.shown, self.shown.edition_text
        title = edition.edition.title.in_(shown.script) if edition else say("reader", shown.language)
        if title != self._text.accessibleName():
            self._text.setAccessibleName(title)

    def _tell_focus(self, mark: MarkId) -> None:
        tell_focus(self._text, mark)

    def _choose_passage(self, passage: str | None) -> None:
        edition = self.shown.edition_text
        if passage is None:
            self._session.leave_passage()
        elif edition:
            self._session.choose_passage(edition.article.id, edition.edition.id, passage)

    # Where text and contents are

    def _place_text(self) -> None:
        edge = self.theme.px(_EDGE)
        self._text.setGeometry(self.rect().adjusted(edge, edge, -edge, -edge))

    def _place_contents(self) -> None:
        """Puts the contents beside the text, or hides them where they have no room."""
        columns = self._text.page_scroll.columns
        width = columns.contents if self.shown.contents else 0
        self._toc.setVisible(width > 0)
        if width:
            edge, top = self.theme.px(_EDGE), self.theme.px(_CONTENTS_TOP)
            self._toc.fit(columns.contents_left + edge, top, width, max(1, self.height() - edge - top))

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_text()
        self._place_contents()

    @qt_override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the text also beside it."""
        QCoreApplication.sendEvent(self._text.verticalScrollBar(), event)

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self.theme.colours
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colours.paper))
        if self._text.ring:
            width = self.theme.px(_RING_WIDTH)
            inset = width // 2
            painter.setPen(QPen(QColor(colours.focus), width))
            painter.drawRect(self.rect().adjusted(inset, inset, -inset, -inset))
        painter.end()
