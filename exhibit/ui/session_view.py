"""The one way in which a view follows a session."""

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.theme import Theme
from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.text_look import TextLook, look_for

ShownT = TypeVar("ShownT")

if TYPE_CHECKING:  # a mixin beside a kind of QWidget, which a type checker must know
    _Widget = QWidget
else:
    _Widget = object


class SessionView(Generic[ShownT], _Widget):
    """Shows what follows from the session's state, and shows it again only when it differs.

    A view names it first among its bases, then a kind of QWidget, and ends its constructor with `follow`. It says in
    `derive` what it shows in a state, and in `display` puts that on the screen. `shown` and `theme` are what is on the
    screen. A view that its holder hid does not follow; it catches up when it is shown again.
    """

    shown: ShownT
    theme: Theme
    _session: Session
    _seen: tuple[State, Theme] | None = None
    _reveals = False
    _on_screen = False

    @property
    def look(self) -> TextLook:
        """The fonts and colours of what is on the screen."""
        assert self._seen is not None, "a view follows a session from its constructor on"
        return look_for(self.theme, self._seen[0].script)

    def follow(self, session: Session, *, at_once: bool = False) -> None:
        """Shows the state and follows the session from now on; `at_once` follows before the text is painted."""
        self.listen(session, at_once=at_once)
        self.refresh()

    def listen(self, session: Session, *, at_once: bool = False) -> None:
        """Follows the session from its next change on. A view that must follow before its parts listens first."""
        self._session = session
        (session.changed if at_once else session.settled).connect(self.refresh)

    def relevant(self, state: State) -> State:
        """The state without what this view does not depend on: it is derived again only if the rest differs."""
        return state

    def derive(self, state: State) -> ShownT:
        """What the view shows in a state, as `relevant` left it."""
        raise NotImplementedError

    def display(self, before: ShownT | None) -> None:
        """Puts `shown` on the screen in `theme`; `before` is what was there, None the first time."""
        raise NotImplementedError

    def reveal(self) -> None:
        """Brings what is chosen in sight; called once the view is visible and has a size."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Shows the session's state, if it looks different from what is shown."""
        seen = (self.relevant(self._session.state), self._session.theme)
        if is_explicitly_hidden(self) or seen == self._seen:
            return
        self._update(seen)

    def derive_again(self) -> None:
        """Shows what follows from the same state after something that the view itself keeps has changed."""
        self._update((self.relevant(self._session.state), self._session.theme))

    def _update(self, seen: tuple[State, Theme]) -> None:
        last, self._seen = self._seen, seen
        state, theme = seen
        shown = self.derive(state)
        if last is not None and (shown, theme, state.script) == (self.shown, self.theme, last[0].script):
            return
        before = self.shown if last is not None else None
        self.shown, self.theme = shown, theme
        self.display(before)

    def reveal_when_visible(self) -> None:
        """Calls `reveal` now, or as soon as the view is on the screen and has a size."""
        self._reveals = True
        self._reveal_now()

    def _reveal_now(self) -> None:
        """Before the show event what the view scrolls over has no size yet, although the view is visible."""
        if self._reveals and self._on_screen and min(self.width(), self.height()) > 1:
            self._reveals = False
            self.reveal()

    # Qt calls these

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        """Catches up with the session."""
        super().showEvent(event)
        self._on_screen = True
        self.refresh()
        self._reveal_now()

    @qt_override
    def hideEvent(self, event: QHideEvent) -> None:
        """Waits with a reveal until it is shown again."""
        super().hideEvent(event)
        self._on_screen = False

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Does a reveal that waited for a size."""
        super().resizeEvent(event)
        self._reveal_now()


def is_explicitly_hidden(view: QWidget) -> bool:
    """Whether a view was hidden by its holder, and not only never shown yet."""
    return view.isHidden() and view.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
