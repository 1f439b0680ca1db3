"""Opens the card of a term over the text, keeps it beside its term, and closes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from exhibit.session import Session
from exhibit.ui.reader.navigation import term_box
from exhibit.ui.reader.shown import MarkId, ReaderShown
from exhibit.ui.reader.term import TermShown
from exhibit.ui.reader.text import TextView
from exhibit.ui.widgets.text_look import TextLook

if TYPE_CHECKING:  # imported for the first explanation: with its widgets it would delay the first paint by 9 ms
    from exhibit.ui.reader.card import TermCard


class TermPopup(QObject):
    """Shows the explanation that a ReaderShown holds. The focus goes into the card by key, and back to the term."""

    def __init__(self, session: Session, text: TextView, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._text = text
        self._parent = parent
        self._card: TermCard | None = None
        """Made for the first explanation."""
        self._mark: MarkId | None = None
        """The mark of the term."""
        text.page_scroll.moved.connect(self._follow_page)
        text.term_entered.connect(self._focus_card)

    def show_page(self, shown: ReaderShown, look: TextLook) -> None:
        """Shows the explanation of a page, or none."""
        if shown.term is None:
            self._dismiss()
            return
        self._mark = shown.opened
        if self._card is None:
            self._card = self._made_card(shown.term, look)
        else:
            self._card.show_term(shown.term, look)
        self._place(self._card)

    def _made_card(self, term: TermShown, look: TextLook) -> "TermCard":
        from exhibit.ui.reader.card import TermCard

        card = TermCard(term, look, self._parent)
        card.related_chosen.connect(self._explain_related)
        card.places_chosen.connect(self._session.open_term)
        card.closed.connect(self._close)
        card.left.connect(self._return_focus)
        return card

    def _follow_page(self, by_user: bool) -> None:
        """Keeps the card beside its term; closes it when the user scrolls the term out of sight."""
        if self._card is None or self._card.isHidden():
            return
        box = term_box(self._text.page_scroll)
        if by_user and box and not box.intersects(self._text.viewport().rect()):
            self._close()
        else:
            self._place(self._card)

    def _place(self, card: "TermCard") -> None:
        """Shows the card beside its term, once the text is laid out."""
        box = term_box(self._text.page_scroll)
        if box is not None:
            corner = self._text.viewport().mapTo(self._parent, QPoint(0, 0))
            card.show_beside(box.translated(corner), self._text.page_scroll.column.translated(corner))

    def _dismiss(self) -> None:
        if self._card is None or self._card.isHidden():
            return
        had_focus, by_keyboard = self._card.has_focus_inside(), self._card.is_used_by_keyboard()
        self._card.dismiss()
        if by_keyboard:
            self._return_focus()
        elif had_focus:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_card(self) -> None:
        if self._card is not None and self._card.isVisible():
            self._card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _return_focus(self) -> None:
        """Moves the focus back to the term."""
        if self._mark:
            self._text.focus_mark(self._mark)
        else:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain_related(self, term: str) -> None:
        self._session.explain(term, self._session.state.place.term_at)

    def _close(self) -> None:
        self._session.explain(None)
