"""The explanation over the text: its card is made when first asked for, and stands beside its word."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from exhibit.session import Session
from exhibit.ui.reader.shown import MarkId, ReaderShown
from exhibit.ui.reader.text import TextView

if TYPE_CHECKING:
    from exhibit.ui.reader.card import TermCard


class TermPopup(QObject):
    """Opens, places and closes the card as the session says; the focus goes into it by key, and back to the word."""

    def __init__(self, session: Session, text: TextView, over: QWidget) -> None:
        super().__init__(over)
        self._session = session
        self._text = text
        self._over = over
        self._card: TermCard | None = None
        self._mark: MarkId | None = None
        """The mark it was asked for on."""
        text.shifted.connect(self._follow)
        text.entered.connect(self._enter)

    def show_page(self, shown: ReaderShown) -> None:
        """Shows what the page says, or puts the card away."""
        if shown.term is None:
            self._put_away()
            return
        self._mark = shown.opened
        self._made().show_term(shown.term, shown)
        self._place()

    def _made(self) -> "TermCard":
        if self._card is None:
            from exhibit.ui.reader.card import TermCard  # not before the first explanation

            self._card = TermCard(self._over)
            self._card.followed.connect(self._see)
            self._card.sought.connect(self._session.open_term)
            self._card.closed.connect(self._close)
            self._card.left.connect(self._return)
        return self._card

    def _follow(self, scrolled: bool) -> None:
        """Keeps beside the word; a word that was scrolled out of sight takes its explanation along."""
        if self._card is None or self._card.isHidden():
            return
        word = self._text.word_in_sight()
        if scrolled and word and not word.intersects(self._text.viewport().rect()):
            self._close()
        else:
            self._place()

    def _place(self) -> None:
        """Beside its word; not before the text is seen."""
        if self._card is None or (word := self._text.word_in_sight()) is None:
            return
        corner = self._text.viewport().mapTo(self._over, QPoint(0, 0))
        self._card.stand_by(word.translated(corner), self._text.column_in_sight().translated(corner))

    def _put_away(self) -> None:
        if self._card is None or self._card.isHidden():
            return
        held, by_key = self._card.holds_focus(), self._card.is_by_key()
        self._card.put_away()
        if by_key:
            self._return()
        elif held:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self._card is not None and self._card.isVisible():
            self._card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _return(self) -> None:
        """The focus goes back to the word."""
        if self._mark:
            self._text.focus_on(self._mark)
        else:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _see(self, term: str) -> None:
        self._session.explain(term, self._session.state.place.term_at)

    def _close(self) -> None:
        self._session.explain(None)
