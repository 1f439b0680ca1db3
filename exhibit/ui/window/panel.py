"""The panel: its tabs, and the view of the one that is open, made when it is first shown."""

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import TABS, PanelTab, State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import theme_for
from exhibit.ui.window.tabs import PanelTabs
from exhibit.ui.window.topic_button import TopicButton

PanelContent = PanelTab | Literal["strip"]
"""What stands below the tabs; the strip is the figures in one row."""
_TABS_HIGH: Final = 46
_TABS_LEFT: Final = 6
"""Design pixels."""


class SidePanel(QWidget):
    """Figures, systems, comparisons or sources, as the session says."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._views: dict[PanelContent, QWidget] = {}
        self._strip = False
        self._seen: tuple[object, ...] = ()
        self.setObjectName("panel")
        self._make()
        session.settled.connect(self._refresh)
        self._refresh()

    def _make(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tabs = PanelTabs(len(TABS), self)
        self._tabs.currentChanged.connect(self._choose)
        self._theme = TopicButton(self._session, self)
        self._theme.hide()

    def show_strip(self, strip: bool) -> None:
        """Whether the figures stand in one row."""
        if strip != self._strip:
            self._strip = strip
            self._refresh()

    def _choose(self, index: int) -> None:
        self._session.show_tab(TABS[index])

    def _refresh(self) -> None:
        state = self._session.state
        seen = (
            state.place.tab,
            state.place.theme,
            state.language,
            state.script,
            state.scale,
            state.appearance,
            self._strip,
        )
        if seen == self._seen:
            return
        self._seen = seen
        self._name_tabs(state)
        self._tabs.setCurrentIndex(TABS.index(state.place.tab))
        self._arrange()

    def _name_tabs(self, state: State) -> None:
        self._tabs.setAccessibleName(say("panel", state.language))
        for index, tab in enumerate(TABS):
            self._tabs.setTabText(index, say(f"tab-{tab}", state.language))

    def _arrange(self) -> None:
        state = self._session.state
        theme = theme_for(state.appearance, state.scale)
        high, left = theme.px(_TABS_HIGH), theme.px(_TABS_LEFT)
        shown = self._view()
        side = self._theme.sizeHint().width() if self._strip else 0
        room = self.width() - left - side
        self._tabs.fit(room, theme, state.script)
        self._tabs.setGeometry(left, 1, room, high - 1)
        self._theme.setGeometry(self.width() - side, 1, side, high - 2)
        self._theme.setVisible(self._strip)
        shown.setGeometry(0, high, self.width(), max(1, self.height() - high))
        for view in self._views.values():
            view.setVisible(view is shown)

    def _view(self) -> QWidget:
        """The view of the open tab, made the first time."""
        tab = self._session.state.place.tab
        held: PanelContent = "strip" if tab == "metrics" and self._strip else tab
        if held not in self._views:
            self._views[held] = _made(held, self._session, self)
            self.setTabOrder(self._tabs, self._views[held])
        return self._views[held]

    # Qt calls these

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._refresh()
        self._view().setFocus(event.reason())


def _made(held: PanelContent, session: Session, parent: QWidget) -> QWidget:
    """A view; what none has asked for yet is not imported."""
    if held == "systems":
        from exhibit.ui.systems.view import SystemsView

        return SystemsView(session, parent)
    if held == "compare":
        from exhibit.ui.compare.view import CompareView

        return CompareView(session, parent)
    if held == "sources":
        from exhibit.ui.sources.view import SourcesView

        return SourcesView(session, parent)
    from exhibit.ui.metrics.view import MetricsPanel, MetricStrip

    return MetricStrip(session, parent) if held == "strip" else MetricsPanel(session, parent)
