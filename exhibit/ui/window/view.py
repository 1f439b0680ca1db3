"""The exhibit's window: makes the parts, puts them where they belong, dresses them."""

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exhibit.model.state import Location, State
from exhibit.options import Options
from exhibit.session import Session
from exhibit.theme import theme_for
from exhibit.ui.apply_theme import apply_theme
from exhibit.ui.map.view import MapView
from exhibit.ui.regions.view import RegionList
from exhibit.ui.search.field import SearchField
from exhibit.ui.toolbar.view import TopBar
from exhibit.ui.window.commands import COMMANDS, CommandAction
from exhibit.ui.window.content_stack import ContentStack
from exhibit.ui.window.layout import PartBox, SidePart, WindowLayout, window_layout
from exhibit.ui.window.side_switch import SideSwitch

if TYPE_CHECKING:
    from exhibit.ui.reader.view import ReaderView
    from exhibit.ui.window.help import HelpSheet
    from exhibit.ui.window.panel import SidePanel
    from exhibit.ui.window.search_parts import SearchParts

WindowPart = SidePart | Literal["middle"]
_AT_REST: Final = 300
"""Milliseconds after which all is painted, and in which nobody begins to type."""


class ExhibitWindow(QWidget):
    """One window on a session. Map, list and text are painted first; then the panel, and it is `complete`."""

    def __init__(self, session: Session, options: Options) -> None:
        super().__init__()
        self.session: Session = session
        self._options = options
        self._dressed: State | None = None
        self._panel: SidePanel | None = None
        self._help: HelpSheet | None = None
        self._searching: SearchParts | None = None
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
        self._field = SearchField(self.session, self)
        self._bar.hold(self._field, self.actions_by_id["search"])
        self._field.left.connect(self._to_text)
        self._field.begun.connect(self._prepare_search)
        self._field.touched.connect(self._show_keyboard)
        self._field.keyboard_wanted.connect(self.open_keyboard)
        self._map = MapView(self.session, self)
        self._regions = RegionList(self.session, self)
        self._middle = ContentStack(self.session, self._search_page, self)
        self.reader: ReaderView = self._middle.reader
        self._pager = SideSwitch(self.session, self)
        self._pager.turned.connect(self._arrange)
        self.reader.setFocus()

    @property
    def searching(self) -> "SearchParts":
        """What of searching stands around the text; made when it is first wanted."""
        if self._searching is None:
            self._searching = self._new_searching()
        return self._searching

    def _new_searching(self) -> "SearchParts":
        from exhibit.ui.window.search_parts import SearchParts  # not before the first paint

        made = SearchParts(self.session, self._options, self._field, self)
        made.arranged.connect(self._arrange)
        made.left.connect(self._to_text)
        return made

    def open_search(self) -> None:
        """Makes ready to type into the field of the search."""
        self._bar.open_field()
        self._field.take_focus()

    def open_keyboard(self) -> None:
        """Brings the keyboard for fingers and makes ready to type, or sends it away."""
        self.searching.toggle_keyboard()
        if self.searching.keyboard:
            self.open_search()

    def _prepare_search(self) -> None:
        """Makes the first key as quick as those after it, unless the window was closed meanwhile."""
        if self.isVisible():
            self._middle.prepare("search")
            self.searching.prepare()

    def _show_keyboard(self) -> None:
        self.searching.show_keyboard(True)

    def _search_page(self, parent: QWidget) -> QWidget:
        return self.searching.page(parent)

    def _to_text(self) -> None:
        self._middle.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_part(self, part: WindowPart) -> None:
        """Brings a part in sight, if it is not, and gives it the focus."""
        if part == "middle":
            self._middle.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self.session.state.place.page == "drawing":
            self.session.show_page("text")
        if self._searching:
            self._searching.show_keyboard(False)  # above it there is no room for a part beside the middle
        self._pager.turn(part)
        self._arrange()
        widget = {"map": self._map, "regions": self._regions, "panel": self._panel}[part] or self._middle
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_help(self) -> None:
        """Opens the sheet of commands and keys."""
        from exhibit.ui.window.help import HelpSheet  # not before it is asked for

        if self._help is None:
            self._help = HelpSheet(self.session, list(self.actions_by_id.values()), self)
        self._help.open()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _refresh(self) -> None:
        state = self.session.state
        before, self._dressed = self._dressed, state
        if self._searching is None and state.place.find is not None:
            self._searching = self._new_searching()
            self._arrange()
        if before and _calls_for_panel(before.place, state.place):
            self._pager.turn("panel")
        if before is None or _look(before) != _look(state):
            self.setWindowTitle(self.session.package.exhibit.title.in_(state.script))
            apply_theme(self, theme_for(state.appearance, state.scale), state.script)
            self._arrange()
        elif (before.place.page, before.place.tab) != (state.place.page, state.place.tab):
            self._arrange()

    def _arrange(self) -> None:
        state = self.session.state
        keyboard = self._searching.keyboard if self._searching else None
        high = keyboard.wanted_height(self.width(), self.height()) if keyboard else 0
        boxes = window_layout(self.width(), self.height(), state.scale / 100, state.place, self._pager.side, high)
        self._make_panel(boxes)
        for widget, box in (
            (self._bar, boxes.bar),
            (self._map, boxes.map),
            (self._regions, boxes.regions),
            (self._middle, boxes.middle),
            (self._pager, boxes.pager),
            (self._panel, boxes.panel),
            (keyboard, boxes.keyboard),
        ):
            _put(widget, box)
        if self._searching:
            bar = self._searching.bar
            _put(bar, bar.box(boxes.middle) if bar.wanted else None)
            self._searching.raise_parts()

    def _make_panel(self, boxes: WindowLayout) -> None:
        """Makes the panel the first time it has a place."""
        if self.complete and boxes.panel and self._panel is None:
            from exhibit.ui.window.panel import SidePanel  # not before the first paint

            self._panel = SidePanel(self.session, self)
        if self._panel and boxes.panel:
            self._panel.show_strip(boxes.strip)

    def _make_the_rest(self) -> None:
        self.complete = True
        self._arrange()
        QTimer.singleShot(_AT_REST, self._prepare_search)

    # Qt calls these

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody else wants ends what is lit in the text."""
        if event.key() == Qt.Key.Key_Escape and self.session.state.place.find is not None:
            self.session.find(None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._make_the_rest)


def _look(state: State) -> tuple[object, ...]:
    """What the window's dress follows from."""
    return state.appearance, state.scale, state.script


def _calls_for_panel(before: Location, place: Location) -> bool:
    """Whether something was chosen that the panel shows."""
    figure = place.metric is not None and place.metric != before.metric
    return figure or place.tab != before.tab or (place.part is not None and place.part != before.part)


def _put(widget: QWidget | None, box: PartBox | None) -> None:
    if widget is not None:
        if box is not None:
            widget.setGeometry(QRect(*box))
        widget.setVisible(box is not None)
