"""The parts of the search, joined: field, page, find bar, and the on-screen keyboard with its completions."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from exhibit.session import Session
from exhibit.ui.keyboard.view import ScreenKeyboard
from exhibit.ui.search.completion_strip import CompletionStrip
from exhibit.ui.search.field import SearchField
from exhibit.ui.search.find_bar import FindBar
from exhibit.ui.search.progress import SearchStage
from exhibit.ui.search.search_client import SearchClient
from exhibit.ui.search.shown import FilterName
from exhibit.ui.search.view import SearchPage
from exhibit.ui.widgets.text_look import TextLook, look_for


class SearchParts(QObject):
    """Makes each part when it is first wanted. Its owner must close it, which ends the thread of the search."""

    arranged = Signal()
    """A part came or went."""
    left = Signal()
    """The keyboard focus goes to the text."""

    def __init__(self, session: Session, field: SearchField, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._field = field
        self._page: SearchPage | None = None
        self._keyboard: ScreenKeyboard | None = None
        self._keyboard_wanted = False
        self._page_was_open = False
        """Whether the search page was in the middle before the latest change of the session."""
        self._client = SearchClient(session, self)
        self.bar = FindBar(session, window)
        self._bar_was_wanted = self.bar.wanted
        self._connect()

    def _connect(self) -> None:
        self._field.entered.connect(self._choose_first)
        self._field.went_down.connect(self._enter_list)
        self.bar.left.connect(self.left)
        self._session.settled.connect(self._follow)

    @property
    def keyboard(self) -> ScreenKeyboard | None:
        """The on-screen keyboard, while it is wanted."""
        return self._keyboard if self._keyboard_wanted else None

    @property
    def stage(self) -> SearchStage:
        """How far the answer is that the page shows; it is not whole before the header shows it too."""
        progress = self._client.progress
        return "visible" if progress.is_whole and self._page and self._page.is_behind else progress.stage

    def close(self) -> None:
        """Ends the thread of the search and waits for it. It can be called again."""
        self._client.close()

    def prepare(self) -> None:
        """Makes the first key as quick as the second."""
        self._client.warm_up()
        if self._page:
            self._page.warm_up()

    def page(self, parent: QWidget) -> SearchPage:
        """Makes the page in the middle of the window; called once."""
        self._page = SearchPage(self._session, self._client, parent)
        self._page.left.connect(self._field.take_focus)
        self._match_key_size()
        return self._page

    def open_filter(self, key: FilterName) -> None:
        """Opens the choices of a filter for a finger."""
        if self._page:
            self._page.open_filter(key, by_finger=True)

    def show_keyboard(self, shown: bool) -> None:
        """Shows the on-screen keyboard, or hides it."""
        if shown == self._keyboard_wanted:
            return
        if self._keyboard is None:
            self._keyboard = self._new_keyboard()
        self._keyboard_wanted = shown
        self._client.complete_all_kinds(shown)
        self._dress_keyboard()
        if not shown:
            self._keyboard.hide()
        self.arranged.emit()

    def toggle_keyboard(self) -> None:
        """Shows the on-screen keyboard, or hides it if it is shown."""
        self.show_keyboard(not self._keyboard_wanted)

    def open_find(self) -> None:
        """Opens the find bar and takes the keyboard focus to it."""
        if self._session.state.place.page != "text":
            self._session.show_page("text")
        if self._session.state.place.find is None:
            self._session.find("")
        self.prepare()
        self._follow()  # now: only a visible bar takes the focus
        self.bar.take_focus()

    def raise_parts(self) -> None:
        """Puts the find bar and the keyboard above the other parts; called after the window has placed them."""
        self.bar.raise_()
        self._match_key_size()
        if self.keyboard:
            self.keyboard.raise_()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_keyboard(self) -> ScreenKeyboard:
        keyboard = ScreenKeyboard(self._look(), self._window, self._session.options.key_delay)
        strip = CompletionStrip(self._session, self._client, keyboard)
        keyboard.hold_header(strip)
        keyboard.typed.connect(self._field.press)
        keyboard.deleted.connect(self._field.press_delete)
        keyboard.cleared.connect(self._field.wipe)
        keyboard.done.connect(self._hide_keyboard)
        strip.chosen.connect(self._hide_keyboard)
        return keyboard

    def _look(self) -> TextLook:
        return look_for(self._session.theme, self._session.state.script)

    def _dress_keyboard(self) -> None:
        """The keyboard knows no session: it is told how it looks."""
        if self.keyboard:
            self.keyboard.show_keys(self._look(), self._session.state.language)

    def _match_key_size(self) -> None:
        """Makes the page's controls as high as the keys, while there are any."""
        if self._page:
            self._page.set_min_target(self.keyboard.key_side() if self.keyboard else 0)

    def _hide_keyboard(self) -> None:
        self.show_keyboard(False)

    def _choose_first(self) -> None:
        if self._page and self._session.state.place.page == "search":
            self._page.choose_first()

    def _enter_list(self) -> None:
        if self._page and self._session.state.place.page == "search":
            self._page.enter_list()

    def _follow(self) -> None:
        """Follows the session by hand: this is no view, and parts come and go with it."""
        page_was_open, self._page_was_open = self._page_was_open, self._session.state.place.page == "search"
        if page_was_open and not self._page_was_open:
            self.show_keyboard(False)
            if self._field.hasFocus():
                self.left.emit()
        self._dress_keyboard()
        bar_was_wanted, self._bar_was_wanted = self._bar_was_wanted, self.bar.wanted
        if bar_was_wanted != self._bar_was_wanted:
            self.arranged.emit()
