"""What a visitor sees and presses in the window: the only place that knows object names."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QToolButton,
    QWidget,
)

from exhibit.model.state import Anchor, Page, Tab
from exhibit.session import Session
from exhibit.ui.metrics.tile import Tile
from exhibit.ui.search.asking import Asker
from exhibit.ui.window.view import ExhibitWindow


class WindowPage:
    """The whole window, found by what is on it."""

    def __init__(self, window: ExhibitWindow, session: Session) -> None:
        self.window = window
        self.session = session

    # What is seen

    def sees(self, name: str) -> bool:
        """Whether a part is on screen."""
        found = self._find(name)
        return found is not None and found.isVisible()

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

    def open_tab(self, tab: Tab) -> None:
        """A tab of the panel, by its command."""
        self.press(f"to-{tab}")

    def open_page(self, page: Page) -> None:
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
        held = [one for part in ("panel", "middle") for one in self._holders(part)]
        buttons = [one for one in held if isinstance(one, QAbstractButton) and one.isVisible() and one.isEnabled()]
        named = [one for one in buttons if one.accessibleName().startswith(name)]
        named = named or [one for one in buttons if name in one.accessibleName()]
        assert named, (name, [one.accessibleName() for one in buttons])
        QTest.mouseClick(named[0], Qt.MouseButton.LeftButton)
        self.settle()

    def press_pin(self, region: str) -> None:
        QTest.mouseClick(self._button(f"pin-{region}"), Qt.MouseButton.LeftButton)
        self.settle()

    def press_row(self, number: int) -> None:
        view = self._list()
        box = view.visualRect(view.model().index(number, 0))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
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

    def search(self, text: str) -> None:
        """Ctrl+K, and a text as the keyboard or an input method gives it; waits for what is found."""
        self.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def type(self, text: str) -> None:
        """A text typed where the focus is."""
        if text.isascii():
            QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        else:
            commit = QInputMethodEvent("", [])
            commit.setCommitString(text)
            QApplication.sendEvent(QApplication.focusWidget() or self.window, commit)
        self.await_found()

    def await_found(self) -> None:
        """Lets the thread of the search answer."""
        self.settle()
        asker = self.window.findChild(Asker)
        while asker is not None and asker.waits and self.session.state.place.page == "search":
            QTest.qWait(5)
        self.settle()

    def found(self) -> list[str]:
        """What the rows of what was found say, headings too."""
        view = self._results()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(view.model().index(row, 0).data(role)) for row in range(view.model().rowCount())]

    def heights_of_found(self) -> list[int]:
        """How high the rows are that lead somewhere."""
        view = self._results()
        indexes = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        return [view.visualRect(one).height() for one in indexes if view.model().flags(one)]

    def heights_of(self, *names: str) -> list[int]:
        """How high parts are that are on screen."""
        return [found.height() for name in names if (found := self._find(name)) is not None and found.isVisible()]

    def press_found(self, text: str) -> None:
        """The first row that says a text."""
        view = self._results()
        number = next(number for number, row in enumerate(self.found()) if text in row)
        index = view.model().index(number, 0)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
        self.settle()
        self.await_found()

    def scroll_found(self, pixels: int) -> None:
        """Down the list of what was found, as a wheel does, the keyboard being elsewhere."""
        bar = self._results().verticalScrollBar()
        assert bar.maximum() >= pixels
        bar.setValue(pixels)
        self.settle()

    def press_found_at(self, height: int) -> tuple[int, str]:
        """What stands so far down the list in sight; returns how far that was scrolled, and what the row says."""
        view = self._results()
        at = QPoint(view.viewport().width() // 2, height)
        while not view.model().flags(view.indexAt(at)):
            at += QPoint(0, 10)
        pressed = view.verticalScrollBar().value(), str(view.indexAt(at).data())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.settle()
        return pressed

    def current_found(self) -> tuple[int, str]:
        """How far the list is scrolled, and what the row says that the keyboard is on."""
        view = self._results()
        return view.verticalScrollBar().value(), str(view.currentIndex().data())

    def lit(self) -> str:
        """What the bar over the text says of what is lit: which place of how many."""
        found = self._find("find-count")
        assert isinstance(found, QLabel)
        return found.text() if found.isVisible() else ""

    def click_field(self) -> None:
        """The field of the search, by mouse."""
        found = self._find("search")
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=found.rect().center())
        self.settle()

    def touch_field(self) -> None:
        """The field of the search, by finger."""
        found = self._find("search")
        assert found is not None
        finger = QTest.createTouchDevice()
        at = found.mapTo(self.window, found.rect().center())
        QTest.touchEvent(self.window, finger).press(0, at, self.window).commit()
        QTest.touchEvent(self.window, finger).release(0, at, self.window).commit()
        self.settle()

    def touch_key(self, key: str) -> None:
        """A key of the keyboard for fingers."""
        QTest.mouseClick(self._button(f"key-{key}"), Qt.MouseButton.LeftButton)
        self.await_found()

    def completions(self) -> list[str]:
        """The names above the keys."""
        buttons = self.window.findChildren(QAbstractButton)
        return [one.text() for one in buttons if one.objectName().startswith("completion-") and one.isVisible()]

    def touch_completion(self, number: int) -> None:
        QTest.mouseClick(self._button(f"completion-{number}"), Qt.MouseButton.LeftButton)
        self.settle()

    def settle(self) -> None:
        """Lets the window follow what was chosen."""
        QApplication.processEvents()
        QApplication.processEvents()

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
        yield from _walk(root)

    def _holders(self, part: str) -> list[QWidget]:
        """All in a part that takes the focus."""
        held = self._find(part)
        found = held.findChildren(QWidget) if held is not None and held.isVisible() else []
        return [one for one in found if one.focusPolicy() != Qt.FocusPolicy.NoFocus]

    def _find(self, name: str) -> QWidget | None:
        return self.window.findChild(QWidget, name)

    def _button(self, name: str) -> QAbstractButton:
        found = self._find(name)
        assert isinstance(found, QAbstractButton), f"no button {name}"
        return found

    def _text(self) -> QAbstractScrollArea:
        found = self._find("text")
        assert isinstance(found, QAbstractScrollArea)
        return found

    def _results(self) -> QAbstractItemView:
        found = self._find("results")
        assert isinstance(found, QAbstractItemView)
        return found

    def _list(self) -> QAbstractItemView:
        found = self._find("regions")
        assert isinstance(found, QAbstractItemView)
        return found

    def _tiles(self) -> dict[str, Tile]:
        return {tile.tile.id: tile for tile in self.window.findChildren(Tile) if tile.isVisible() and tile.tile}


def accessible_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    return str(found.text(QAccessible.Text.Name)) if found else ""


_CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.Link,
    QAccessible.Role.Slider,
    QAccessible.Role.PageTab,
    QAccessible.Role.MenuItem,
    QAccessible.Role.Document,
}


def _walk(node: QAccessibleInterface) -> Iterator[tuple[str, str]]:
    for number in range(node.childCount()):
        child = node.child(number)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        if child.role() in _CONTROLS:
            yield child.role().name, str(child.text(QAccessible.Text.Name))
        yield from _walk(child)
