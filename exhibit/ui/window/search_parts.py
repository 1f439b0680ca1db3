"""What of searching stands around the text: the field, the bar over the text, the keyboard for fingers."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from exhibit.session import Session
from exhibit.ui.keyboard.view import ScreenKeyboard
from exhibit.ui.search.completion_strip import CompletionStrip
from exhibit.ui.search.field import SearchField
from exhibit.ui.search.find_bar import FindBar
from exhibit.ui.search.search_thread import SearchClient
from exhibit.ui.search.shown import FilterName
from exhibit.ui.search.view import SearchPage
from exhibit.ui.widgets.text_look import TextLook, look_for


class SearchParts(QObject):
    """Makes its parts when they are first wanted; `arranged` tells that one of them came or went."""

    arranged = Signal()
    left = Signal()
    """The keyboard focus goes to the text."""

    def __init__(self, session: Session, field: SearchField, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._field = field
        self._page: SearchPage | None = None
        self._types = False
        """Whether the keyboard for fingers is wanted."""
        self._searches = False
        """Whether what was found was in the middle last."""
        self._asker = SearchClient(session, self)
        self._keyboard: ScreenKeyboard | None = None
        self.bar = FindBar(session, window)
        self._connect()

    def _connect(self) -> None:
        self._field.entered.connect(self._choose_first)
        self._field.went_down.connect(self._enter_list)
        self.bar.turned.connect(self.arranged)
        self.bar.left.connect(self.left)
        self._session.settled.connect(self._follow)

    @property
    def keyboard(self) -> ScreenKeyboard | None:
        """The keyboard for fingers, while it is wanted."""
        return self._keyboard if self._types else None

    @property
    def begun(self) -> bool:
        """Whether what was asked for is found, as far as it is in sight."""
        return self._asker.begun is not None

    @property
    def waits(self) -> bool:
        """Whether not all is found yet of what was asked for, or not all of it shown."""
        return self._asker.waits or (self._page is not None and self._page.behind)

    @property
    def counts(self) -> bool:
        """Whether what was found is not counted yet."""
        return self._asker.counts

    def close(self) -> None:
        """Ends the thread that searches."""
        self._asker.close()

    def prepare(self) -> None:
        """Makes the first key as quick as the second."""
        self._asker.warm()
        if self._page:
            self._page.rehearse()

    def page(self, parent: QWidget) -> SearchPage:
        """The page in the middle of the window; there is one."""
        self._page = SearchPage(self._session, self._asker, parent)
        self._page.left.connect(self._field.take_focus)
        self._serve_finger()
        return self._page

    def open_filter(self, key: FilterName) -> None:
        """Opens what a filter can be set to, for a finger."""
        if self._page:
            self._page.open_filter(key, touched=True)

    def show_keyboard(self, shown: bool) -> None:
        """Brings the keyboard for fingers, or sends it away."""
        if shown == self._types:
            return
        if self._keyboard is None:
            self._keyboard = self._new_keyboard()
        self._types = shown
        self._asker.complete(shown)
        self._dress_keyboard()
        if not shown:
            self._keyboard.hide()
        self.arranged.emit()

    def toggle_keyboard(self) -> None:
        """Brings the keyboard and makes ready to type, or sends it away."""
        self.show_keyboard(not self._types)

    def open_find(self) -> None:
        """Opens the bar over the text."""
        if self._session.state.place.page != "text":
            self._session.show_page("text")
        if self._session.state.place.find is None:
            self._session.find("")
        self.prepare()
        self.bar.take_focus()

    def _new_keyboard(self) -> ScreenKeyboard:
        keyboard = ScreenKeyboard(self._look(), self._window, self._session.options.key_delay)
        strip = CompletionStrip(self._session, self._asker, keyboard)
        keyboard.hold_header(strip)
        keyboard.typed.connect(self._field.press)
        keyboard.deleted.connect(self._field.press_delete)
        keyboard.cleared.connect(self._field.wipe)
        keyboard.done.connect(self._put_keyboard_away)
        strip.chosen.connect(self._put_keyboard_away)
        return keyboard

    def _look(self) -> TextLook:
        return look_for(self._session.theme, self._session.state.script)

    def _dress_keyboard(self) -> None:
        """The keyboard knows no session: it is told how it looks."""
        if self.keyboard:
            self.keyboard.show_keys(self._look(), self._session.state.language)

    def _serve_finger(self) -> None:
        """What was found is as large as the keys, while there are any."""
        if self._page:
            self._page.serve_finger(self.keyboard.key_side() if self.keyboard else 0)

    def _put_keyboard_away(self) -> None:
        self.show_keyboard(False)

    def _choose_first(self) -> None:
        if self._page and self._session.state.place.page == "search":
            self._page.choose_first()

    def _enter_list(self) -> None:
        if self._page and self._session.state.place.page == "search":
            self._page.enter_list()

    def _follow(self) -> None:
        """What was gone to takes the keyboard focus, and the keyboard for fingers goes."""
        before, self._searches = self._searches, self._session.state.place.page == "search"
        if before and not self._searches:
            self.show_keyboard(False)
            if self._field.hasFocus():
                self.left.emit()
        self._dress_keyboard()

    # The window calls this

    def raise_parts(self) -> None:
        """What stands over the rest is above it."""
        self.bar.raise_()
        self._serve_finger()
        if self.keyboard:
            self.keyboard.raise_()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
