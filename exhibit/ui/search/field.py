"""The field of the search in the top bar."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPointingDevice, QResizeEvent, QTouchEvent
from PySide6.QtWidgets import QToolButton, QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import Theme, theme_for
from exhibit.ui.icons import icon, pixmap
from exhibit.ui.labels import plain_label
from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.search.ime_line_edit import ImeLineEdit

if TYPE_CHECKING:  # not before somebody looks
    from exhibit.model.search import SearchQuery

_WIDE: Final = 320
_NARROW: Final = 190
_HIGH: Final = 40
_GLASS: Final = 18
_KEYS: Final = 22
"""Design pixels."""


class SearchField(ImeLineEdit):
    """What is typed goes to the session as a query; keys and fingers that lead elsewhere are told."""

    begun = Signal()
    """The keyboard came to it."""
    entered = Signal()
    """To the first hit."""
    went_down = Signal()
    """Into the list."""
    left = Signal()
    """Back to the text."""
    touched = Signal()
    keyboard_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__("search", parent)
        self._session = session
        self._seen: tuple[object, ...] = ()
        self._theme = _theme(session.state)
        self._make()
        session.settled.connect(self._refresh)
        self._refresh()

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
        """Makes ready to type, what is there selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def wipe(self) -> None:
        """Takes away all that was typed."""
        self.setText("")
        self._tell()

    @property
    def least(self) -> int:
        """The width it needs, in pixels."""
        return self._theme.px(_NARROW)

    def _search(self, text: str) -> None:
        from exhibit.model.finding import query_of  # not before somebody looks

        place = self._session.state.place
        before = place.query if place.page == "search" else None
        self._session.search(query_of(text, self._session.state.script, before))

    def _again(self) -> bool:
        """Shows what was looked for before; whether there was anything."""
        place = self._session.state.place
        if place.page == "search" or not place.query or not place.query.text:
            return False
        self._session.search(place.query)
        return True

    def _leave(self) -> None:
        """First what was typed goes, then the page."""
        if self._session.state.place.page != "search":
            self.left.emit()
        elif self.text():
            self.wipe()
        else:
            self._session.show_page("text")
            self.left.emit()

    def _refresh(self) -> None:
        state = self._session.state
        query: SearchQuery | None = state.place.query
        self.show_text(query.text if query else "")
        seen = (state.appearance, state.scale, state.language)
        if seen != self._seen:
            self._seen, self._theme = seen, _theme(state)
            self._dress(state)

    def _dress(self, state: State) -> None:
        theme, ratio = self._theme, self.devicePixelRatioF()
        self._glass.setPixmap(pixmap("search", theme.colours.soft, theme.px(_GLASS), ratio))
        self._keys.setIcon(icon("keyboard", theme.colours.soft, theme.px(_KEYS), ratio))
        self._keys.setIconSize(QSize(theme.px(_KEYS), theme.px(_KEYS)))
        self._keys.setAccessibleName(say("keyboard", state.language))
        self._keys.setToolTip(say("keyboard", state.language))
        self.setTextMargins(theme.px(_GLASS + 8), 0, theme.px(_KEYS + 16), 0)
        self._place()
        self.setPlaceholderText(say("search-placeholder", state.language))
        self.setAccessibleName(say("search", state.language))
        self.updateGeometry()

    def _touch(self, point: QPoint) -> None:
        """A finger left the field."""
        if self._keys.geometry().contains(point):
            self.keyboard_wanted.emit()
        elif self.rect().contains(point):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.touched.emit()

    def _place(self) -> None:
        theme, high = self._theme, self.height()
        glass, keys = theme.px(_GLASS), theme.px(_KEYS + 14)
        self._glass.setGeometry(theme.px(12), (high - glass) // 2, glass, glass)
        self._keys.setGeometry(self.width() - keys - theme.px(6), (high - keys) // 2, keys, keys)

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @qt_override_or(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._theme.px(_HIGH))

    @qt_override_or(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_NARROW), self._theme.px(_HIGH))

    @qt_override_or(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.type() in (QEvent.Type.TouchBegin, QEvent.Type.TouchEnd):
            if event.type() == QEvent.Type.TouchEnd:
                self._touch(event.points()[0].position().toPoint())
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_call(event):
            event.ignore()  # Ctrl+K would delete to the end of the line
            return True
        return super().event(event)

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.begun.emit()

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._again():
                self.entered.emit()
        elif key == Qt.Key.Key_Down and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._again()
            self.went_down.emit()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    @qt_override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.pointerType() == QPointingDevice.PointerType.Finger:
            self.touched.emit()


def _theme(state: State) -> Theme:
    return theme_for(state.appearance, state.scale)


def _is_call(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
