"""The choice of a topic where the panel is too low for its chips: a button with a menu."""

from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.icons import icon
from exhibit.ui.labels import plain_tool_tip, without_mnemonic
from exhibit.ui.session_view import SessionView

_ICON: Final = 16
"""Design pixels."""


class TopicChoicesShown(NamedTuple):
    """The title of the choice, the name of each topic behind that of all of them, and which is chosen."""

    title: str
    labels: tuple[str, ...]
    chosen: int


class TopicButton(SessionView[TopicChoicesShown], QToolButton):
    """Says which topic is shown, and offers the others."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._topics = (None, *(topic.id for topic in session.package.exhibit.topics))
        self.setObjectName("topic")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._actions = [TopicAction(topic, self._menu) for topic in self._topics]
        self._menu.addActions(self._actions)
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)
        self.follow(session)

    def derive(self, state: State) -> TopicChoicesShown:
        topics = self._session.package.exhibit.topics
        everything = say("metrics-all-topics", state.language)
        return TopicChoicesShown(
            say("metrics-topic", state.language),
            (everything, *(topic.label.in_(state.script) for topic in topics)),
            self._topics.index(state.place.topic),
        )

    def display(self, before: TopicChoicesShown | None) -> None:
        shown, size = self.shown, self.theme.px(_ICON)
        self.setIcon(icon("chevron-down", self.theme.colours.ink, size, self.devicePixelRatioF()))
        self.setIconSize(QSize(size, size))
        for number, (action, label) in enumerate(zip(self._actions, shown.labels, strict=True)):
            action.setText(without_mnemonic(label))
            action.setToolTip(plain_tool_tip(label))
            action.setChecked(number == shown.chosen)
        label = shown.labels[shown.chosen]
        self.setText(without_mnemonic(f"{shown.title} · {label}"))
        self.setAccessibleName(f"{shown.title} {label}")

    def _choose(self, action: "TopicAction") -> None:
        self._session.filter_topic(action.topic)


class TopicAction(QAction):
    """A topic of the menu, or all where it is None."""

    def __init__(self, topic: str | None, menu: QMenu) -> None:
        super().__init__(menu)
        self.topic = topic
        self.setCheckable(True)
