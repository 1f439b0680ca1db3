"""The exhibit's window: makes the parts, puts them where they belong, gives them their theme."""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from exhibit.model.state import Location, State
from exhibit.session import Session
from exhibit.ui.apply_theme import apply_theme
from exhibit.ui.home.view import map_box
from exhibit.ui.qt_override import qt_override
from exhibit.ui.search.field import SearchField
from exhibit.ui.session_view import SessionView
from exhibit.ui.toolbar.view import TopBar
from exhibit.ui.widgets.text_look import TextLook
from exhibit.ui.window.commands import COMMANDS, CommandAction
from exhibit.ui.window.content_stack import ContentStack
from exhibit.ui.window.layout import PartBox, SidePart, WindowLayout, window_layout
from exhibit.ui.window.side_switch import SideSwitch

if TYPE_CHECKING:  # made after the first paint, or when they are first wanted
    from exhibit.ui.map.view import MapView
    from exhibit.ui.reader.view import ReaderView
    from exhibit.ui.regions.view import RegionList
    from exhibit.ui.window.help_sheet import HelpSheet
    from exhibit.ui.window.panel import SidePanel
    from exhibit.ui.window.search_parts import SearchParts

WindowPart = SidePart | Literal["middle"]
_MIN_SIZE: Final = QSize(640, 480)
"""The smallest window in pixels, on a screen that is not smaller itself."""


class WindowShown(NamedTuple):
    """What the window itself shows: its title, and the place that its parts are laid out for."""

    title: str
    place: Location


class ExhibitWindow(SessionView[WindowShown], QWidget):
    """One window on a session. The bar and the text are painted first, then map and list, then the panel."""

    completed = Signal()
    """Every part is made."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session: Session = session
        self._map: MapView | None = None
        self._regions: RegionList | None = None
        self._panel: SidePanel | None = None
        self._help: HelpSheet | None = None
        self._searching: SearchParts | None = None
        self._painted = False
        self._themed_for: TextLook | None = None
        self.complete = False
        """Whether every part is made."""
        self.setObjectName("window")
        self.listen(session)  # before its parts: a new style sheet takes back the colours that they have set
        self._make()
        session.settled.connect(self._refresh_actions)
        self._refresh_actions()
        self.refresh()

    def _make(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        allowed = [command for command in COMMANDS if self.session.options.mode.allows(command.id)]
        self.actions_by_id = {command.id: CommandAction(command, self) for command in allowed}
        self.addActions(list(self.actions_by_id.values()))
        self._bar = TopBar(self.session, self.actions_by_id, self)
        self._field = SearchField(self.session, self)
        if "search" in self.actions_by_id:
            self._bar.hold(self._field, self.actions_by_id["search"])
        self._field.left.connect(self._to_text)
        self._field.focused.connect(self._prepare_search)
        self._field.touched.connect(self._show_keyboard)
        self._field.keyboard_wanted.connect(self.open_keyboard)
        self.middle = ContentStack(self.session, self._search_page, self)
        self.reader: ReaderView = self.middle.reader
        self._switch = SideSwitch(self.session, self)
        self._switch.turned.connect(self._arrange)
        self.reader.setFocus()

    def resize_within_screen(self, size: QSize) -> None:
        """Takes a size in pixels, as far as the screen has room for it and its frame."""
        self._bound_to_screen()
        self.resize(size.boundedTo(self.screen().availableSize() - self._frame()))

    def close_threads(self) -> None:
        """Ends the threads that work for the window; it is about to be thrown away."""
        if self._searching:
            self._searching.close()

    @property
    def searching(self) -> "SearchParts":
        """What of searching stands around the text; made when it is first wanted."""
        if self._searching is None:
            self._searching = self._new_searching()
        return self._searching

    def _new_searching(self) -> "SearchParts":
        from exhibit.ui.window.search_parts import SearchParts  # not before it is wanted

        made = SearchParts(self.session, self._field, self)
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
            self.middle.prepare("search")
            self.searching.prepare()

    def _show_keyboard(self) -> None:
        self.searching.show_keyboard(True)

    def _search_page(self, parent: QWidget) -> QWidget:
        return self.searching.page(parent)

    def _to_text(self) -> None:
        self.middle.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_part(self, part: WindowPart) -> None:
        """Brings a part in sight, if it is not, and gives it the focus."""
        if part == "middle":
            self.middle.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        page = self.session.state.place.page
        if page == "drawing" or (page == "home" and not (part == "map" and self._map and self._map.isVisible())):
            self.session.show_page("text")
        self.refresh()  # so that the part is there
        if self._searching:
            self._searching.show_keyboard(False)  # above it there is no room for a part beside the middle
        self._switch.turn(part)
        self._arrange()
        widget = {"map": self._map, "regions": self._regions, "panel": self._panel}[part] or self.middle
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_help(self) -> None:
        """Opens the sheet of commands and keys."""
        from exhibit.ui.window.help_sheet import HelpSheet  # not before it is asked for

        if self._help is None:
            self._help = HelpSheet(self.session, list(self.actions_by_id.values()), self)
        self._help.open()

    def toggle_full_screen(self) -> None:
        """Fills the screen, or goes back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def derive(self, state: State) -> WindowShown:
        return WindowShown(self.session.package.exhibit.title.in_(state.script), state.place)

    def display(self, before: WindowShown | None) -> None:
        place = self.shown.place
        if self._searching is None and place.find is not None:
            self._searching = self._new_searching()
        if before and _calls_for_panel(before.place, place):
            self._switch.turn("panel")
        if self._themed_for != self.look:
            self._themed_for = self.look
            self.setWindowTitle(self.shown.title)
            apply_theme(self, self.theme, self.look.script)
        self._arrange()

    def _refresh_actions(self) -> None:
        for action in self.actions_by_id.values():
            action.show_state(self.session)

    def _bound_to_screen(self) -> None:
        """Is never larger than the screen, at the least."""
        self.setMinimumSize(_MIN_SIZE.boundedTo(self.screen().availableSize() - self._frame()))

    def _frame(self) -> QSize:
        """How much larger the window is with its frame, once the window system has given it one."""
        return self.frameGeometry().size() - self.size()

    def _follow_screen(self, screen: QScreen) -> None:
        """Fits onto another screen, or a screen of another size."""
        self._bound_to_screen()
        self.resize(self.size().boundedTo(screen.availableSize() - self._frame()))

    def _arrange(self) -> None:
        keyboard = self._searching.keyboard if self._searching else None
        high = keyboard.wanted_height(self.width(), self.height()) if keyboard else 0
        boxes = window_layout(
            self.width(),
            self.height(),
            self.theme.scale,
            self.shown.place,
            self._switch.side,
            high,
            target=self.theme.target(1),
            home_map=self._home_map,
        )
        self._make_panel(boxes)
        for widget, box in (
            (self._bar, boxes.bar),
            (self._map, boxes.map),
            (self._regions, boxes.regions),
            (self.middle, boxes.middle),
            (self._switch, boxes.pager),
            (self._panel, boxes.panel),
            (keyboard, boxes.keyboard),
        ):
            _put(widget, box)
        if self._searching:
            bar = self._searching.bar
            _put(bar, bar.box(boxes.middle) if bar.wanted else None)
            self._searching.raise_parts()

    def _home_map(self, width: int, height: int) -> PartBox | None:
        return map_box(self.session, width, height)

    def _make_panel(self, boxes: WindowLayout) -> None:
        """Makes the panel the first time it has a place."""
        if self.complete and boxes.panel and self._panel is None:
            from exhibit.ui.window.panel import SidePanel  # not before the first paint

            self._panel = SidePanel(self.session, self)
        if self._panel and boxes.panel:
            self._panel.show_strip(boxes.strip)

    def _make_map_and_list(self) -> None:
        from exhibit.ui.map.view import MapView  # after the first paint
        from exhibit.ui.regions.view import RegionList

        self._map = MapView(self.session, self)
        self._regions = RegionList(self.session, self)
        self._map.raise_()  # over home, which leaves room for it
        self._map.pointed.connect(self._regions.highlight)
        self._map.pointed.connect(self.middle.highlight)
        self._regions.pointed.connect(self._map.highlight)
        self.middle.pointed.connect(self._map.highlight)
        self.setTabOrder(self._map, self._regions)
        self.setTabOrder(self._regions, self.middle)
        self._arrange()
        QTimer.singleShot(0, self._make_the_rest)

    def _make_the_rest(self) -> None:
        self.complete = True
        self._arrange()
        self.completed.emit()

    # Qt calls these

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An unhandled Escape clears the highlights."""
        if event.key() == Qt.Key.Key_Escape and self.session.state.place.find is not None:
            self.session.find(None)
        else:
            super().keyPressEvent(event)

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.windowHandle().screenChanged.connect(self._follow_screen)
            QTimer.singleShot(0, self._make_map_and_list)


def _calls_for_panel(before: Location, place: Location) -> bool:
    """Whether something was chosen that the panel shows."""
    figure = place.metric is not None and place.metric != before.metric
    return figure or place.tab != before.tab or (place.part is not None and place.part != before.part)


def _put(widget: QWidget | None, box: PartBox | None) -> None:
    if widget is not None:
        if box is not None:
            widget.setGeometry(QRect(*box))
        widget.setVisible(box is not None)
