"""The exhibit's window: makes the parts, puts them where they belong, dresses them."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.theme import theme_for
from exhibit.ui.dress import dress
from exhibit.ui.map.view import MapView
from exhibit.ui.reader.view import ReaderView
from exhibit.ui.regions.view import RegionList
from exhibit.ui.toolbar.view import TopBar
from exhibit.ui.window.arrangement import Arrangement, Box, Page, arrangement
from exhibit.ui.window.commands import COMMANDS, CommandAction
from exhibit.ui.window.pager import Pager

if TYPE_CHECKING:
    from exhibit.ui.metrics.view import MetricsPanel, MetricStrip
    from exhibit.ui.window.help import HelpSheet

Part = Page | Literal["reader"]


class ExhibitWindow(QWidget):
    """One window on a session. Map, list and text are painted first; then the figures, and it is `complete`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session: Session = session
        self._dressed: State | None = None
        self._strip: MetricStrip | None = None
        self._panel: MetricsPanel | None = None
        self._help: HelpSheet | None = None
        self._begun = False
        self.complete = False
        self.setObjectName("window")
        session.settled.connect(self._refresh)  # first: a new style sheet takes back the colours views have set
        self._make()
        self._refresh()

    def _make(self) -> None:
        self.setMinimumSize(640, 480)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.actions_by_id = {command.id: CommandAction(command, self) for command in COMMANDS}
        self.addActions(list(self.actions_by_id.values()))
        self._bar = TopBar(self.session, self.actions_by_id, self)
        self._map = MapView(self.session, self)
        self._regions = RegionList(self.session, self)
        self.reader: ReaderView = ReaderView(self.session, self)
        self._pager = Pager(self.session, self)
        self._pager.turned.connect(self._arrange)
        self.reader.setFocus()

    def show_part(self, part: Part) -> None:
        """Brings a part in sight, if it is on the page not shown, and gives it the focus."""
        if part != "reader":
            self._pager.turn(part)
        widget = {"map": self._map, "regions": self._regions, "reader": self.reader}.get(part) or self._figures()
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_help(self) -> None:
        """Opens the sheet of commands and keys."""
        from exhibit.ui.window.help import HelpSheet  # not before it is asked for

        if self._help is None:
            self._help = HelpSheet(self.session, list(self.actions_by_id.values()), self)
        self._help.open()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _figures(self) -> QWidget:
        return self._strip if self._strip and self._strip.isVisible() else self._panel or self.reader

    def _refresh(self) -> None:
        state = self.session.state
        before, self._dressed = self._dressed, state
        if before and before.place.metric != state.place.metric and state.place.metric:
            self._pager.turn("metrics")
        if before and (before.appearance, before.scale, before.script) == (state.appearance, state.scale, state.script):
            return
        theme = theme_for(state.appearance, state.scale)
        self.setWindowTitle(self.session.package.exhibit.title.in_(state.script))
        dress(self, theme, state.script)
        self._arrange()

    def _arrange(self) -> None:
        scale = self.session.state.scale / 100
        boxes = arrangement(self.width(), self.height(), scale, self._pager.page)
        self._make_figures(boxes)
        for widget, box in (
            (self._bar, boxes.bar),
            (self._map, boxes.map),
            (self._regions, boxes.regions),
            (self.reader, boxes.reader),
            (self._pager, boxes.pager),
            (self._panel, boxes.panel),
            (self._strip, boxes.strip),
        ):
            _put(widget, box)

    def _make_figures(self, boxes: Arrangement) -> None:
        """Makes the panel or the strip the first time it has a place."""
        if not self.complete:
            return
        from exhibit.ui.metrics.view import MetricsPanel, MetricStrip  # not before the first paint

        if boxes.panel and self._panel is None:
            self._panel = MetricsPanel(self.session, self)
        if boxes.strip and self._strip is None:
            self._strip = MetricStrip(self.session, self)

    def _make_the_rest(self) -> None:
        self.complete = True
        self._arrange()

    # Qt calls these

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._make_the_rest)


def _put(widget: QWidget | None, box: Box | None) -> None:
    if widget is not None:
        widget.setVisible(box is not None)
        if box is not None:
            widget.setGeometry(QRect(*box))
