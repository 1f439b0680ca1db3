"""The bar at the top: title, the way back, script, text size, appearance, language, keys."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from exhibit.session import Session
from exhibit.strings import say
from exhibit.theme import Theme, theme_for
from exhibit.ui.icons import icon, pixmap
from exhibit.ui.labels import plain_label
from exhibit.ui.toolbar.script import ScriptSwitch
from exhibit.ui.toolbar.shown import ToolbarShown, toolbar_shown
from exhibit.ui.toolbar.title import BarTitle

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
_YIELD: Final = (
    "language",
    "help",
    "appearance",
    "timeline",
    "glossary",
    "home",
    "forward",
    "smaller",
    "larger",
    "back",
)
"""Which buttons move into the menu first where the bar is narrow."""


class TopBar(QWidget):
    """Shows `toolbar_shown`; its buttons are the window's commands."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._shown: ToolbarShown | None = None
        self._make()
        self._lay_out()
        session.settled.connect(self._refresh)
        self._refresh()

    def _make(self) -> None:
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = plain_label("mark", self)
        self._title = BarTitle(self)
        self._size = plain_label("size", self)
        self._switch = ScriptSwitch(self._session, self)
        self._buttons = {id: self._button(id) for id in _ICONS}
        self._field: QWidget | None = None
        """The field of the search; in a narrow bar it stands in the place of the title while it is used."""
        self._call = QToolButton(self)
        self._call.setObjectName("open-search")
        self._call.hide()
        self._menu = QMenu(self)
        self._more = QToolButton(self)
        self._more.setObjectName("more")
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def hold(self, field: QWidget, command: QAction) -> None:
        """Takes the field of the search, and the command that makes ready to type in it."""
        self._field = field
        self._call.setDefaultAction(command)
        at = self._row.indexOf(self._switch)
        self._row.insertWidget(at, field)
        self._row.insertWidget(at, self._call)
        self._refresh_field()

    def open_field(self) -> None:
        """Brings the field in sight."""
        self._fit(opened=True)

    def _refresh_field(self) -> None:
        if self._shown and self._field:
            theme = theme_for(self._shown.appearance, self._shown.scale)
            self._actions["search"].setIcon(icon("search", theme.colours.ink, theme.px(20), self.devicePixelRatioF()))
            self._call.setIconSize(QSize(theme.px(20), theme.px(20)))
            self._fit()

    def _button(self, id: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(id)
        button.setDefaultAction(self._actions[id])
        if id in _WORDED:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._mark)
        row.addWidget(self._title, 1)
        for id in ("back", "forward", "home", "glossary", "timeline"):
            row.addWidget(self._buttons[id])
        row.addWidget(self._switch)
        row.addWidget(self._buttons["smaller"])
        row.addWidget(self._size)
        for id in ("larger", "appearance", "language", "help"):
            row.addWidget(self._buttons[id])
        row.addWidget(self._more)

    def _refresh(self) -> None:
        shown = toolbar_shown(self._session.package, self._session.state)
        if shown == self._shown:
            self._fit_field()
            return
        before, self._shown = self._shown, shown
        if before is None or (before.appearance, before.scale) != (shown.appearance, shown.scale):
            self._dress(theme_for(shown.appearance, shown.scale))
        self._name(shown)
        self._refresh_field()
        self._fit()

    def _dress(self, theme: Theme) -> None:
        size, ratio = theme.px(20), self.devicePixelRatioF()
        for id, button in self._buttons.items():
            self._actions[id].setIcon(icon(_ICONS[id], theme.colours.ink, size, ratio))
            button.setIconSize(QSize(size, size))
        self._more.setIcon(icon("list", theme.colours.ink, size, ratio))
        self._more.setIconSize(QSize(size, size))
        self._mark.setPixmap(pixmap("exhibit", theme.colours.accent, theme.px(34), ratio))
        self._row.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8))
        self._row.setSpacing(theme.px(8))

    def _name(self, shown: ToolbarShown) -> None:
        self._title.setText(shown.title)
        self._title.setToolTip(f"{shown.title}\n{shown.subtitle}".replace("<", "＜"))
        self._size.setText(f"{shown.scale}%")
        self._size.setAccessibleName(f"{say('text-size', shown.language)} {shown.scale}%")
        self._more.setAccessibleName(say("more", shown.language))
        self._more.setToolTip(say("more", shown.language))

    def _fit_field(self) -> None:
        """A field that is no longer used makes room for the title."""
        if self._title.isHidden() and self._field and not self._is_used(self._field):
            self._fit()

    def _is_used(self, field: QWidget) -> bool:
        return field.hasFocus() or self._session.state.place.page == "search"

    def _fit(self, *, opened: bool = False) -> None:
        """Moves buttons into the menu until the rest has room beside the title; then the field becomes a button.

        Where the title has no room even so, the mark beside it goes.
        """
        self._mark.show()
        if self._field:
            for part in (self._field, self._title, self._size, self._switch):
                part.show()
            self._call.hide()
            narrow = self._needed(_YIELD) + self._least_title() > self.width()
            used = narrow and (opened or self._is_used(self._field))
            self._field.setVisible(used or not narrow)
            self._call.setVisible(narrow and not used)
            self._title.setVisible(not used)
            self._size.setVisible(not used and self._needed(_YIELD) <= self.width())
            self._switch.setVisible(not used or self._needed(_YIELD) <= self.width())
        least = self._least_title()
        yielding = [id for number, id in enumerate(_YIELD) if self._needed(_YIELD[:number]) + least > self.width()]
        if self._field:
            spare = self.width() - self._needed(yielding) - (0 if self._title.isHidden() else least)
            own = self._field.minimumSizeHint().width() + spare
            usual = max(self._field.minimumSizeHint().width(), min(own, self._field.sizeHint().width()))
            self._field.setFixedWidth(max(1, own) if self._title.isHidden() else usual)
        room = self.width() - self._needed(yielding)
        self._mark.setVisible(self._title.isHidden() or room >= min(least, self._title.least))
        for id, button in self._buttons.items():
            button.setVisible(id not in yielding)
        self._more.setVisible(bool(yielding))
        self._menu.clear()
        self._menu.addActions([self._actions[id] for id in yielding])
        self._row.activate()

    def _needed(self, yielding: Sequence[str]) -> int:
        """The width of the row without its title, and without those buttons but for the menu that has them."""
        shown = [one for one in (self._mark, self._switch, self._size, self._call) if not one.isHidden()]
        held = self._field if self._field and not self._field.isHidden() else None
        field = held.minimumSizeHint().width() + self._row.spacing() if held else 0
        shown += [button for id, button in self._buttons.items() if id not in yielding]
        shown += [self._more] if yielding else []
        margins = self._row.contentsMargins()
        widths = [widget.sizeHint().width() + self._row.spacing() for widget in shown]
        return sum(widths) + field + margins.left() + margins.right()

    def _least_title(self) -> int:
        return min(self._title.sizeHint().width(), self.width() // 2)

    # Qt calls this

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
