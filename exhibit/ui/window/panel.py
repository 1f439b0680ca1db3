"""The panel: its tabs, and the view of the one that is open, made when it is first shown."""

from typing import Final, Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import TABS, PanelTab, State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.window.tabs import PanelTabs
from exhibit.ui.window.topic_button import TopicButton

PanelContent = PanelTab | Literal["strip"]
"""What stands below the tabs; the strip is the figures in one row."""
_TABS_HEIGHT: Final = 46
_TABS_LEFT: Final = 6
"""Design pixels."""
_FRAME: Final = 1
"""Pixels above and below what stands in the line of tabs."""


class SidePanelShown(NamedTuple):
    """The name of the panel, the words of its tabs in the order of TABS, and the tab that is open."""

    name: str
    labels: tuple[str, ...]
    tab: PanelTab


class SidePanel(SessionView[SidePanelShown], QWidget):
    """Figures, systems, comparisons or sources, as the state says."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._views: dict[PanelContent, QWidget] = {}
        self._strip = False
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tabs = PanelTabs(len(TABS), self)
        self._tabs.currentChanged.connect(self._choose)
        self._topic = TopicButton(session, self)
        self._topic.hide()
        self.follow(session)

    def show_strip(self, strip: bool) -> None:
        """Shows the figures in one row, or in columns."""
        if strip != self._strip:
            self._strip = strip
            self._arrange()

    def derive(self, state: State) -> SidePanelShown:
        labels = tuple(say(f"tab-{tab}", state.language) for tab in TABS)
        return SidePanelShown(say("panel", state.language), labels, state.place.tab)

    def display(self, before: SidePanelShown | None) -> None:
        self._tabs.setAccessibleName(self.shown.name)
        for index, label in enumerate(self.shown.labels):
            self._tabs.setTabText(index, label)
        self._tabs.setCurrentIndex(TABS.index(self.shown.tab))
        self._arrange()

    def _choose(self, index: int) -> None:
        self._session.show_tab(TABS[index])

    def _arrange(self) -> None:
        theme = self.theme
        height, left = max(theme.px(_TABS_HEIGHT), theme.target(1) + 2 * _FRAME), theme.px(_TABS_LEFT)
        shown = self._view()
        side = self._topic.sizeHint().width() if self._strip else 0
        room = self.width() - left - side
        self._tabs.fit(room, theme, self.look.script)
        self._tabs.setGeometry(left, 1, room, height - 1)
        self._topic.setGeometry(self.width() - side, 1, side, height - 2)
        self._topic.setVisible(self._strip)
        shown.setGeometry(0, height, self.width(), max(1, self.height() - height))
        for view in self._views.values():
            view.setVisible(view is shown)

    def _view(self) -> QWidget:
        """The view of the open tab, made the first time."""
        tab = self.shown.tab
        content: PanelContent = "strip" if tab == "metrics" and self._strip else tab
        if content not in self._views:
            self._views[content] = _made(content, self._session, self)
            self.setTabOrder(self._tabs, self._views[content])
        return self._views[content]

    # Qt calls these

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.refresh()
        self._view().setFocus(event.reason())


def _made(content: PanelContent, session: Session, parent: QWidget) -> QWidget:
    """A view. Each is imported when it is first wanted: the first paint needs none of them."""
    if content == "systems":
        from exhibit.ui.systems.view import SystemsView

        return SystemsView(session, parent)
    if content == "compare":
        from exhibit.ui.compare.view import CompareView

        return CompareView(session, parent)
    if content == "sources":
        from exhibit.ui.sources.view import SourcesView

        return SourcesView(session, parent)
    from exhibit.ui.metrics.view import MetricsPanel, MetricStrip

    return MetricStrip(session, parent) if content == "strip" else MetricsPanel(session, parent)
