"""What a visitor sees and presses in the window: this and its parts alone know object names."""

from collections.abc import Iterator
from typing import Final, get_args

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QToolButton,
    QWidget,
)

from exhibit.model.state import Anchor, MiddlePage, PanelTab
from exhibit.ui.metrics.tile import MetricTile
from exhibit.ui.toolbar.title import BarTitle
from tests.accessible import accessible_name, walk
from tests.searched import SearchParts

PAGES: Final[tuple[MiddlePage, ...]] = get_args(MiddlePage)
"""All that can stand in the middle."""


class WindowPage(SearchParts):
    """The whole window, found by what is on it."""

    # What is seen

    def tiles(self) -> list[str]:
        """Accessible names of the tiles on screen."""
        return [tile.accessibleName() for tile in self._tiles().values()]

    def chosen_tile(self) -> str | None:
        """The id of the figure whose tile is open."""
        return next((id for id, tile in self._tiles().items() if tile.isChecked()), None)

    def rows(self) -> list[str]:
        """What the list of places reads out."""
        view = self._list()
        model = view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def widths_short_of(self, *names: str) -> list[str]:
        """Which parts are narrower than they need."""
        found = [part for name in names if (part := self._find(name)) is not None]
        return [part.objectName() for part in found if part.width() < part.sizeHint().width()]

    def is_in_sight(self, name: str) -> bool:
        """Whether a control outside map, list and bar begins in sight, and is not scrolled away."""
        control = self._control(name)
        return not control.visibleRegion().isEmpty() and control.visibleRegion().boundingRect().top() == 0

    def title_has_room(self) -> bool:
        """Whether nothing of the exhibit's title is cut in the bar; it is heard and told by the tool tip in any case."""
        found = self._find("title")
        assert isinstance(found, BarTitle)
        assert found.isVisible()
        assert accessible_name(found) == found.text() == found.toolTip().split("\n")[0]
        return found.width() >= min(found.least, found.sizeHint().width())

    def title(self) -> str:
        """The title bar of the window."""
        return self.window.windowTitle()

    def reading(self) -> str:
        """The accessible name of the text: the article's title."""
        return self._text().accessibleName()

    def top(self) -> Anchor | None:
        """Where the reading stands."""
        return self.session.state.place.anchor

    def names_in(self, part: str) -> list[str]:
        """Accessible names of all that can have the focus in a part."""
        return [accessible_name(one) for one in self._holders(part) if one.isVisible()]

    def focus_is_in(self, part: str) -> bool:
        """Whether the keyboard is in a part."""
        held, focused = self._find(part), QApplication.focusWidget()
        return held is not None and focused is not None and (held is focused or held.isAncestorOf(focused))

    def unnamed(self) -> list[str]:
        """Roles of controls on screen that have no name."""
        return [role for role, name in self.accessible_controls() if not name.strip()]

    # What is pressed; what stands around the text follows in the next turns of the event loop

    def press(self, command: str) -> None:
        """A button of the bar or, where it is in the menu, its command."""
        button = self._find(command)
        if isinstance(button, QToolButton) and button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            self.window.actions_by_id[command].trigger()
        self.settle()

    def close_sheet(self) -> None:
        """The button of the sheet over the window."""
        QTest.mouseClick(self._button("close"), Qt.MouseButton.LeftButton)
        self.settle()

    def press_script(self, script: str) -> None:
        QTest.mouseClick(self._button(script), Qt.MouseButton.LeftButton)
        self.settle()

    def press_tile(self, metric: str) -> None:
        QTest.mouseClick(self._tiles()[metric], Qt.MouseButton.LeftButton)
        self.settle()

    def open_tab(self, tab: PanelTab) -> None:
        """A tab of the panel, by its command."""
        self.press(f"to-{tab}")

    def open_page(self, page: MiddlePage) -> None:
        """A page in the middle, by its command; it is left first where it is open."""
        if page == "text":
            self.session.show_page("text")
        elif page == "search":
            self.search("书")
            self.key(Qt.Key.Key_Down)
        elif self.session.state.place.page != page:
            self.press(page)
        self.settle()

    def press_control(self, name: str) -> None:
        """A button in sight outside map, list and bar whose accessible name begins like that or holds it."""
        QTest.mouseClick(self._control(name), Qt.MouseButton.LeftButton)
        self.settle()

    def press_pin(self, region: str) -> None:
        QTest.mouseClick(self._button(f"pin-{region}"), Qt.MouseButton.LeftButton)
        self.settle()

    def press_row(self, number: int) -> None:
        view = self._list()
        box = view.visualRect(view.model().index(number, 0))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
        self.settle()

    def scroll(self, pixels: int) -> None:
        bar = self._text().verticalScrollBar()
        bar.setValue(bar.value() + pixels)
        self.settle()

    def drag_over_text(self, start: QPoint, end: QPoint) -> None:
        viewport = self._text().viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
        self.settle()

    def focus_chain(self) -> list[str]:
        """Accessible names of what Tab reaches, from the first control around to it again."""
        seen: list[QWidget] = []
        widget = self.window.nextInFocusChain()
        while widget is not None and widget is not self.window and len(seen) < 500:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                seen.append(widget)
            widget = widget.nextInFocusChain()
        return [accessible_name(one) for one in seen]

    def accessible_controls(self) -> Iterator[tuple[str, str]]:
        """Role and name of every control in the accessibility tree that is on screen."""
        root = QAccessible.queryAccessibleInterface(self.window)
        yield from walk(root)

    def _control(self, name: str) -> QAbstractButton:
        """The control in sight outside map, list and bar whose accessible name begins like that or holds it."""
        held = [one for part in ("panel", "middle") for one in self._holders(part)]
        buttons = [one for one in held if isinstance(one, QAbstractButton) and one.isVisible() and one.isEnabled()]
        named = [one for one in buttons if one.accessibleName().startswith(name)]
        named = named or [one for one in buttons if name in one.accessibleName()]
        assert named, (name, [one.accessibleName() for one in buttons])
        return named[0]

    def _holders(self, part: str) -> list[QWidget]:
        """All in a part that takes the focus."""
        held = self._find(part)
        found = held.findChildren(QWidget) if held is not None and held.isVisible() else []
        return [one for one in found if one.focusPolicy() != Qt.FocusPolicy.NoFocus]

    def _text(self) -> QAbstractScrollArea:
        found = self._find("text")
        assert isinstance(found, QAbstractScrollArea)
        return found

    def _list(self) -> QAbstractItemView:
        found = self._find("regions")
        assert isinstance(found, QAbstractItemView)
        return found

    def _tiles(self) -> dict[str, MetricTile]:
        return {tile.tile.id: tile for tile in self.window.findChildren(MetricTile) if tile.isVisible() and tile.tile}
