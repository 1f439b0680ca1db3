"""The choice of a theme where the panel is too low for its chips: a button with a menu."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import theme_for
from exhibit.ui.icons import icon


class TopicButton(QToolButton):
    """Says which theme is shown, and offers the others."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: tuple[object, ...] = ()
        self.setObjectName("theme")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._actions = [TopicAction(id, self._menu) for id in (None, *self._ids())]
        self._menu.addActions(self._actions)
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)
        session.settled.connect(self._refresh)
        self._refresh()

    def _ids(self) -> list[str]:
        return [theme.id for theme in self._session.package.exhibit.themes]

    def _choose(self, action: "TopicAction") -> None:
        self._session.filter_theme(action.theme)

    def _refresh(self) -> None:
        state = self._session.state
        seen = (state.appearance, state.scale, state.script, state.language, state.place.theme)
        if seen == self._seen:
            return
        self._seen = seen
        theme = theme_for(state.appearance, state.scale)
        size = theme.px(16)
        self.setIcon(icon("chevron-down", theme.colours.ink, size, self.devicePixelRatioF()))
        self.setIconSize(QSize(size, size))
        for action in self._actions:
            label = say("metrics-all-themes", state.language)
            if action.theme:
                label = self._session.package.exhibit.theme(action.theme).label.in_(state.script)
            action.setText(label.replace("&", "&&"))
            action.setChecked(action.theme == state.place.theme)
            if action.theme == state.place.theme:
                self.setText(f"{say('metrics-theme', state.language)} · {label}".replace("&", "&&"))
                self.setAccessibleName(f"{say('metrics-theme', state.language)} {label}")


class TopicAction(QAction):
    """A theme of the menu, or all where it is None."""

    def __init__(self, theme: str | None, menu: QMenu) -> None:
        super().__init__(menu)
        self.theme = theme
        self.setCheckable(True)
