"""The choice of a topic where the panel is too low for its chips: a button with a menu."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import theme_for
from exhibit.ui.icons import icon


class TopicButton(QToolButton):
    """Says which topic is shown, and offers the others."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: tuple[object, ...] = ()
        self.setObjectName("topic")
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
        return [topic.id for topic in self._session.package.exhibit.topics]

    def _choose(self, action: "TopicAction") -> None:
        self._session.filter_topic(action.topic)

    def _refresh(self) -> None:
        state = self._session.state
        seen = (state.appearance, state.scale, state.script, state.language, state.place.topic)
        if seen == self._seen:
            return
        self._seen = seen
        theme = theme_for(state.appearance, state.scale)
        size = theme.px(16)
        self.setIcon(icon("chevron-down", theme.colours.ink, size, self.devicePixelRatioF()))
        self.setIconSize(QSize(size, size))
        for action in self._actions:
            label = say("metrics-all-topics", state.language)
            if action.topic:
                label = self._session.package.exhibit.topic(action.topic).label.in_(state.script)
            action.setText(label.replace("&", "&&"))
            action.setChecked(action.topic == state.place.topic)
            if action.topic == state.place.topic:
                self.setText(f"{say('metrics-topic', state.language)} · {label}".replace("&", "&&"))
                self.setAccessibleName(f"{say('metrics-topic', state.language)} {label}")


class TopicAction(QAction):
    """A topic of the menu, or all where it is None."""

    def __init__(self, topic: str | None, menu: QMenu) -> None:
        super().__init__(menu)
        self.topic = topic
        self.setCheckable(True)
