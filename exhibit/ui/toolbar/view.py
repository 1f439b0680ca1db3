"""The bar at the top: title, the way back, script, text size, appearance, language, keys."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from exhibit.model.state import State
from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import Theme
from exhibit.ui.icons import icon, pixmap
from exhibit.ui.labels import plain_label, set_plain_tool_tip
from exhibit.ui.qt_override import qt_override
from exhibit.ui.session_view import SessionView
from exhibit.ui.toolbar.command_button import CommandButton
from exhibit.ui.toolbar.layout import BarWidths, bar_layout
from exhibit.ui.toolbar.script import ScriptSwitch
from exhibit.ui.toolbar.shown import ToolbarShown, toolbar_shown
from exhibit.ui.toolbar.title import BarTitle

_ICON: Final = 20
_MARK: Final = 34
_GAP: Final = 8
_MARGIN: Final = 20
"""Design pixels: an icon, the exhibit's mark, the gaps, the room at both ends."""
_ICONS: Final = {
    "back": "back",
    "forward": "forward",
    "home": "home",
    "glossary": "book",
    "timeline": "clock",
    "smaller": "minus",
    "larger": "plus",
    "appearance": "contrast",
    "language": "globe",
    "help": "help",
}
"""Commands shown as buttons, from left to right, and their icons."""
_WORDED: Final = ("glossary", "timeline")
"""Which of them say what they are beside their icon."""


class TopBar(SessionView[ToolbarShown], QWidget):
    """Shows `toolbar_shown`; its buttons are the window's commands."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._fitted: tuple[int, BarWidths, bool, bool] | None = None
        """What the layout in view was made for."""
        self._make(session)
        self._lay_out()
        self.follow(session)

    def _make(self, session: Session) -> None:
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = plain_label("mark", self)
        self._title = BarTitle(self)
        self._size = plain_label("size", self)
        self._switch = ScriptSwitch(session, self)
        self._buttons = {id: self._button(id) for id in _ICONS if id in self._actions}
        self._field: QWidget | None = None
        """The field of the search; in a narrow bar it stands in the place of the title while it is used."""
        self._search_button = CommandButton("open-search", self)
        self._search_button.hide()
        self._menu = QMenu(self)
        self._more = QToolButton(self)
        self._more.setObjectName("more")
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def hold(self, field: QWidget, command: QAction) -> None:
        """Takes the field of the search, and the command that makes ready to type in it."""
        self._field = field
        self._search_button.show_action(command)
        at = self._row.indexOf(self._switch)
        self._row.insertWidget(at, field)
        self._row.insertWidget(at, self._search_button)
        self._dress_field()

    def open_field(self) -> None:
        """Brings the field in sight."""
        self._fit(opened=True)

    def _dress_field(self) -> None:
        if self._field:
            size = self.theme.px(_ICON)
            self._actions["search"].setIcon(icon("search", self.theme.colours.ink, size, self.devicePixelRatioF()))
            self._search_button.setIconSize(QSize(size, size))
            self._fit()

    def _button(self, id: str) -> CommandButton:
        button = CommandButton(id, self)
        button.show_action(self._actions[id])
        if id in _WORDED:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._mark)
        row.addWidget(self._title, 1)
        self._add_buttons(row, ("back", "forward", "home", "glossary", "timeline"))
        row.addWidget(self._switch)
        self._add_buttons(row, ("smaller",))
        row.addWidget(self._size)
        self._add_buttons(row, ("larger", "appearance", "language", "help"))
        row.addWidget(self._more)

    def _add_buttons(self, row: QHBoxLayout, ids: Sequence[str]) -> None:
        """Adds those buttons whose commands this way of use allows."""
        for id in ids:
            if id in self._buttons:
                row.addWidget(self._buttons[id])

    def derive(self, state: State) -> ToolbarShown:
        return toolbar_shown(self._session.package, state)

    def display(self, before: ToolbarShown | None) -> None:
        self._dress(self.theme)
        self._name(self.shown)
        self._dress_field()

    def _dress(self, theme: Theme) -> None:
        size, ratio = theme.px(_ICON), self.devicePixelRatioF()
        for id, button in self._buttons.items():
            self._actions[id].setIcon(icon(_ICONS[id], theme.colours.ink, size, ratio))
            button.setIconSize(QSize(size, size))
        self._more.setIcon(icon("list", theme.colours.ink, size, ratio))
        self._more.setIconSize(QSize(size, size))
        self._mark.setPixmap(pixmap("exhibit", theme.colours.accent, theme.px(_MARK), ratio))
        self._row.setContentsMargins(theme.px(_MARGIN), theme.px(_GAP), theme.px(_MARGIN), theme.px(_GAP))
        self._row.setSpacing(theme.px(_GAP))

    def _name(self, shown: ToolbarShown) -> None:
        self._title.setText(shown.title)
        set_plain_tool_tip(self._title, f"{shown.title}\n{shown.subtitle}")
        self._size.setText(f"{shown.scale}%")
        self._size.setAccessibleName(f"{say('text-size', shown.language)} {shown.scale}%")
        self._more.setAccessibleName(say("more", shown.language))
        self._more.setToolTip(say("more", shown.language))

    def refresh(self) -> None:
        super().refresh()
        self._fit()  # a field that is no longer used makes room for the title

    def _fit(self, *, opened: bool = False) -> None:
        """Shows what has room; `opened` counts the search field as used."""
        field = self._field
        used = opened or (field is not None and field.hasFocus()) or self._session.state.place.page == "search"
        widths = self._widths()
        if (wanted := (self.width(), widths, used, field is not None)) == self._fitted:
            return
        self._fitted = wanted
        layout = bar_layout(self.width(), widths, used=used, has_field=field is not None)
        self._mark.setVisible(layout.mark)
        self._title.setVisible(layout.title)
        self._size.setVisible(layout.size)
        self._switch.setVisible(layout.switch)
        self._search_button.setVisible(layout.search_button)
        if field:
            field.setVisible(layout.field > 0)
            field.setFixedWidth(max(1, layout.field))
        for id, button in self._buttons.items():
            button.setVisible(id not in layout.in_menu)
        self._more.setVisible(bool(layout.in_menu))
        self._menu.clear()
        self._menu.addActions([self._actions[id] for id in layout.in_menu])
        self._row.activate()

    def _widths(self) -> BarWidths:
        gap, margins, field = self._row.spacing(), self._row.contentsMargins(), self._field
        return BarWidths(
            margins=margins.left() + margins.right(),
            mark=self._mark.sizeHint().width() + gap,
            size=self._size.sizeHint().width() + gap,
            switch=self._switch.sizeHint().width() + gap,
            search_button=self._search_button.sizeHint().width() + gap,
            menu=self._more.sizeHint().width() + gap,
            buttons={id: button.sizeHint().width() + gap for id, button in self._buttons.items()},
            min_field=field.minimumSizeHint().width() if field else 0,
            gap=gap,
            usual_field=field.sizeHint().width() if field else 0,
            title=self._title.sizeHint().width(),
            min_title=self._title.least,
        )

    # Qt calls this

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
