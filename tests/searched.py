"""What a visitor types, finds and touches in the search."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel

from exhibit.ui.search.search_client import SearchClient
from tests.parts import Parts


class SearchParts(Parts):
    """The field, the list of results, the find bar, the on-screen keyboard."""

    def search(self, text: str) -> None:
        """Ctrl+K, and a text as the keyboard or an input method gives it; waits for the results."""
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
        """Waits for the results."""
        self.settle()
        client = self.window.findChild(SearchClient)
        while client is not None and not client.progress.is_whole and self.session.state.place.page == "search":
            QTest.qWait(5)
        self.settle()

    def is_ready_to_search(self) -> bool:
        """Whether the search page is made, shown or not."""
        return self._find("search-page") is not None

    def await_counted(self) -> None:
        """Waits until all hits are counted."""
        while self.window.searching.stage != "counted":
            QTest.qWait(5)
        self.settle()

    def found(self) -> list[str]:
        """The accessible texts of all rows, headings too."""
        view = self._results()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(view.model().index(row, 0).data(role)) for row in range(view.model().rowCount())]

    def heights_of_found(self) -> list[int]:
        """The heights of the rows that can be pressed, in pixels."""
        view = self._results()
        indexes = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        return [view.visualRect(one).height() for one in indexes if view.model().flags(one)]

    def heights_of(self, *names: str) -> list[int]:
        """The heights of visible parts, in pixels."""
        return [found.height() for name in names if (found := self._find(name)) is not None and found.isVisible()]

    def press_found(self, text: str) -> None:
        """Presses the first row with a text."""
        view = self._results()
        number = next(number for number, row in enumerate(self.found()) if text in row)
        index = view.model().index(number, 0)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
        self.settle()
        self.await_found()

    def scroll_found(self, pixels: int) -> None:
        """Scrolls the list down, as a wheel does; the focus stays where it is."""
        bar = self._results().verticalScrollBar()
        assert bar.maximum() >= pixels
        bar.setValue(pixels)
        self.settle()

    def press_found_at(self, height: int) -> tuple[int, str]:
        """Presses a row so far below the top of the list. Returns the scroll position and the text of the row."""
        view = self._results()
        at = QPoint(view.viewport().width() // 2, height)
        while not view.model().flags(view.indexAt(at)):
            at += QPoint(0, 10)
        pressed = view.verticalScrollBar().value(), str(view.indexAt(at).data())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.settle()
        return pressed

    def current_found(self) -> tuple[int, str]:
        """The scroll position of the list, and the text of its current row."""
        view = self._results()
        return view.verticalScrollBar().value(), str(view.currentIndex().data())

    def find_position(self) -> str:
        """What the find bar says: which place of how many."""
        found = self._find("find-count")
        assert isinstance(found, QLabel)
        return found.text() if found.isVisible() else ""

    def click_field(self) -> None:
        """Clicks the search field."""
        found = self._find("search")
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=found.rect().center())
        self.settle()

    def touch_field(self) -> None:
        """Touches the search field."""
        found = self._find("search")
        assert found is not None
        finger = QTest.createTouchDevice()
        at = found.mapTo(self.window, found.rect().center())
        QTest.touchEvent(self.window, finger).press(0, at, self.window).commit()
        QTest.touchEvent(self.window, finger).release(0, at, self.window).commit()
        self.settle()

    def touch_key(self, key: str) -> None:
        """Presses a key of the on-screen keyboard."""
        QTest.mouseClick(self._button(f"key-{key}"), Qt.MouseButton.LeftButton)
        self.await_found()

    def completions(self) -> list[str]:
        """The names above the keys."""
        buttons = self.window.findChildren(QAbstractButton)
        return [one.text() for one in buttons if one.objectName().startswith("completion-") and one.isVisible()]

    def touch_completion(self, number: int) -> None:
        QTest.mouseClick(self._button(f"completion-{number}"), Qt.MouseButton.LeftButton)
        self.settle()

    def _results(self) -> QAbstractItemView:
        found = self._find("results")
        assert isinstance(found, QAbstractItemView)
        return found
