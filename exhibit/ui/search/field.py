"""The search field in the top bar."""

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPointingDevice, QResizeEvent, QTouchEvent
from PySide6.QtWidgets import QToolButton, QWidget

from exhibit.model.finding import query_of
from exhibit.model.state import InterfaceLanguage, Location, State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import Theme
from exhibit.ui.icons import icon, pixmap
from exhibit.ui.labels import plain_label
from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.search.ime_line_edit import ImeLineEdit
from exhibit.ui.session_view import SessionView

_WIDTH: Final = 320
"""Design pixels of the preferred width."""
_MIN_WIDTH: Final = 190
"""Design pixels of the minimum width."""
_HEIGHT: Final = 40
"""Design pixels of height."""
_GLASS: Final = 18
"""Design pixels of the icon at the left."""
_GLASS_LEFT: Final = 12
"""Design pixels between the edge of the field and that icon."""
_KEYS: Final = 22
"""Design pixels of the icon of the keyboard button."""
_KEYS_BUTTON: Final = 36
"""Design pixels of the keyboard button."""
_KEYS_RIGHT: Final = 6
"""Design pixels between the keyboard button and the edge of the field."""


class SearchFieldShown(NamedTuple):
    """The text of the query, and the language of the labels."""

    text: str
    language: InterfaceLanguage


class SearchField(SessionView[SearchFieldShown], ImeLineEdit):
    """Searches for what is typed, and tells of keys and fingers that lead to other parts of the window."""

    focused = Signal()
    """The field has got the keyboard focus."""
    entered = Signal()
    """Enter was pressed: it leads to the first hit."""
    went_down = Signal()
    """The arrow down was pressed: it leads into the list."""
    left = Signal()
    """Escape was pressed in an empty field: it leads back to the text."""
    touched = Signal()
    """A finger has touched the field."""
    keyboard_wanted = Signal()
    """The keyboard button was pressed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__("search", parent)
        self._session = session
        self._dressed_for: tuple[Theme, InterfaceLanguage] | None = None
        self._make()
        self.follow(session)

    def _make(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._glass = plain_label("glass", self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._keys = QToolButton(self)
        self._keys.setObjectName("keys")
        self._keys.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._keys.setCursor(Qt.CursorShape.ArrowCursor)
        self._keys.clicked.connect(self.keyboard_wanted)
        self.typed.connect(self._search)

    def take_focus(self) -> None:
        """Takes the keyboard focus and selects the text."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    # Following the session

    def relevant(self, state: State) -> State:
        return state._replace(place=Location(query=state.place.query), visited=frozenset())

    def derive(self, state: State) -> SearchFieldShown:
        query = state.place.query
        return SearchFieldShown(query.text if query else "", state.language)

    def display(self, before: SearchFieldShown | None) -> None:
        self.show_text(self.shown.text)
        dress = (self.theme, self.shown.language)
        if dress != self._dressed_for:  # icons take long to render: not for every letter
            self._dressed_for = dress
            self._dress()

    def _dress(self) -> None:
        theme, language, ratio = self.theme, self.shown.language, self.devicePixelRatioF()
        keys = theme.px(_KEYS)
        self._glass.setPixmap(pixmap("search", theme.colours.soft, theme.px(_GLASS), ratio))
        self._keys.setIcon(icon("keyboard", theme.colours.soft, keys, ratio))
        self._keys.setIconSize(QSize(keys, keys))
        self._keys.setAccessibleName(say("keyboard", language))
        self._keys.setToolTip(say("keyboard", language))
        growth = theme.target(_KEYS_BUTTON) - theme.px(_KEYS_BUTTON)
        self.setTextMargins(theme.px(_GLASS + 8), 0, theme.px(_KEYS_BUTTON + 2) + growth, 0)
        self._place()
        self.setPlaceholderText(say("search-placeholder", language))
        self.setAccessibleName(say("search", language))
        self.updateGeometry()

    def _place(self) -> None:
        theme, height = self.theme, self.height()
        glass, keys = theme.px(_GLASS), theme.target(_KEYS_BUTTON)
        self._glass.setGeometry(theme.px(_GLASS_LEFT), (height - glass) // 2, glass, glass)
        self._keys.setGeometry(self.width() - keys - theme.px(_KEYS_RIGHT), (height - keys) // 2, keys, keys)

    # What the reader does

    def _search(self, text: str) -> None:
        place = self._session.state.place
        before = place.query if place.page == "search" else None
        self._session.search(query_of(text, self._session.state.script, before))

    def _search_again(self) -> bool:
        """Shows the results of the query in the field. Returns whether they were not shown already."""
        place = self._session.state.place
        if place.page == "search" or not place.query or not place.query.text:
            return False
        self._session.search(place.query)
        return True

    def _escape(self) -> None:
        """Clears the field, or leaves the page where it is empty."""
        if self._session.state.place.page != "search":
            self.left.emit()
        elif self.text():
            self.wipe()
        else:
            self._session.show_page("text")
            self.left.emit()

    def _end_touch(self, point: QPoint) -> None:
        """A finger left the field at a point."""
        if self._keys.geometry().contains(point):
            self.keyboard_wanted.emit()
        elif self.rect().contains(point):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.touched.emit()

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @qt_override_or(QSize())
    def sizeHint(self) -> QSize:
        theme = self._session.theme  # the bar asks before this view has followed the session
        return QSize(theme.px(_WIDTH), theme.target(_HEIGHT))

    @qt_override_or(QSize())
    def minimumSizeHint(self) -> QSize:
        theme = self._session.theme
        return QSize(theme.px(_MIN_WIDTH), theme.target(_HEIGHT))

    @qt_override_or(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.type() in (QEvent.Type.TouchBegin, QEvent.Type.TouchEnd):
            if event.type() == QEvent.Type.TouchEnd:
                self._end_touch(event.points()[0].position().toPoint())
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_search_key(event):
            event.ignore()  # Ctrl+K would delete to the end of the line
            return True
        return super().event(event)

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._search_again():
                self.entered.emit()
        elif key == Qt.Key.Key_Down and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._search_again()
            self.went_down.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    @qt_override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.pointerType() == QPointingDevice.PointerType.Finger:
            self.touched.emit()


def _is_search_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
