"""A list of very many rows: only rows in sight have widgets, and those are reused."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from exhibit.ui.qt_override import qt_override
from exhibit.ui.widgets.accessible_roles import install_accessible_roles
from exhibit.ui.widgets.button import ways
from exhibit.ui.widgets.layout import scrolled
from exhibit.ui.widgets.row_heights import RowHeights, RowLines, neighbour
from exhibit.ui.widgets.scroll import ColumnScroll, ScrollContent

_PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_TRIES: Final = 4
"""How often a position is corrected because rows above it were higher or lower than estimated."""


class RowGround(ScrollContent):
    """The widget that the rows stand on."""

    accessible_role = QAccessible.Role.List


class RowWidget(Protocol):
    """A widget that shows a row, and later other rows."""

    def fit(self, width: int) -> int:
        """Lays itself out in a width and returns the height it needs; both in pixels."""
        ...


class RowGrid(NamedTuple):
    """How rows are laid out in a width: in lines, with a width for each row and an estimated height of a line."""

    lines: RowLines
    guesses: Sequence[int]
    left: int
    top: int
    width: int
    gap: int = 0
    """Pixels between the rows of a line."""


class VirtualList(ColumnScroll):
    """Scrolls over rows. A subclass divides them into lines and fills widgets with them."""

    chosen = Signal(int)
    """Carries the number of a pressed row; Tab enters the list there from now on."""
    stood = Signal()
    """Tab enters the list at another row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_accessible_roles()
        self.ground = RowGround(self)
        self.ground.colour = "paper"
        self.setWidget(self.ground)
        self._cut: RowGrid | None = None
        self._column = RowHeights(())
        self._line_of: dict[int, int] = {}
        self._bound: dict[int, QWidget] = {}
        self._spare: dict[type[QWidget], list[QWidget]] = {}
        self.keep: int | None = None
        """The row that keeps its position on the screen when all is laid out again."""
        self.above = 0
        """Pixels left free above the rows; they scroll with the rows."""
        self._current: int | None = None
        self._first = 0
        """The first line in sight, by its number."""
        self._laying = False
        self.verticalScrollBar().valueChanged.connect(self._lay)

    # What a kind of it says

    def _cut_for(self, width: int) -> RowGrid | None:
        """How the rows are laid out in a width in pixels; None while there is nothing to show."""
        raise NotImplementedError

    def _kind(self, row: int) -> type[QWidget]:
        """The class of the widget that shows a row."""
        raise NotImplementedError

    def _fill(self, row: int, widget: QWidget) -> None:
        """Shows a row in a widget."""
        raise NotImplementedError

    def _stops(self, row: int) -> bool:
        """Whether a row can take the focus."""
        return issubclass(self._kind(row), QAbstractButton)

    # What its holder asks for

    def refill(self) -> None:
        """Fills the rows in sight again; `fit` must follow."""
        for row, widget in self._bound.items():
            self._fill(row, widget)

    @property
    def entrance(self) -> QWidget | None:
        """The widget at which Tab enters the list."""
        return self._bound.get(self._current) if self._current is not None else None

    def fit(self) -> None:
        """Lays the rows out again; the row `keep`, or the first in sight, keeps its position on the screen."""
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        if width <= 0 or self.height() <= 1 or not self.isVisible():
            return
        kept = self._standing()
        self._cut = self._cut_for(width)
        if self._cut is None:
            return
        self._line_of = {row: number for number, line in enumerate(self._cut.lines) for row in line}
        self._column = RowHeights(self._cut.guesses)
        self._release(row for row in list(self._bound) if row not in self._line_of)
        if self._current not in self._line_of:
            self._current = next((row for row in self._line_of if self._stops(row)), None)
        self._size_ground()
        self._first = self._line_of.get(kept[0], 0) if kept else 0
        if kept:
            self.verticalScrollBar().setValue(self._top(self._first) - kept[1])
        self._lay()

    def reveal_rows(self, first: int, last: int) -> None:
        """Scrolls as little as possible to show the rows from `first` to `last`, or `first` where both have no room."""
        bar = self.verticalScrollBar()
        for _ in range(_TRIES):
            if first not in self._line_of or last not in self._line_of:
                return
            top, bottom = self._top(self._line_of[first]), self._top(self._line_of[last] + 1)
            value = scrolled(bar.value(), self.height(), top, bottom)
            if value == bar.value():
                return
            bar.setValue(value)

    def stand(self, row: int, reason: Qt.FocusReason | None = None) -> None:
        """Makes a row the one that Tab enters; with a reason, gives it the focus."""
        if self._current is not None and (before := self._bound.get(self._current)):
            before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = row
        self._lay()
        widget = self._bound.get(row)
        if widget:
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if reason is not None:
                widget.setFocus(reason)
        self.stood.emit()

    # How rows stand

    def _refresh(self) -> None:
        self.fit()

    def _top(self, line: int) -> int:
        """The box of a line on the ground, in pixels."""
        return self._column.top(line) + self._head_room

    @property
    def _head_room(self) -> int:
        """Pixels above the first line."""
        return self.above + (self._cut.top if self._cut else 0)

    def _size_ground(self) -> None:
        foot = self._cut.top if self._cut else 0
        self.ground.resize(self.width(), max(self._column.height + self._head_room + foot, self.height()))

    def _standing(self) -> tuple[int, int] | None:
        """A row and its position on the screen; None at the top of the list."""
        value = self.verticalScrollBar().value()
        if self._cut is None or not self._cut.lines:
            return None
        if self.keep in self._line_of:
            at = self._top(self._line_of[self.keep]) - value
            if 0 <= at < self.height():
                return self.keep, at
        return (self._cut.lines[self._first][0], self._top(self._first) - value) if value else None

    def _lay(self) -> None:
        """Fills and places the rows in sight until no position changes."""
        if self._laying or self._cut is None or not self._cut.lines:
            return
        self._laying = True
        for _ in range(_TRIES):
            if not self._lay_once(self._cut):
                break
        self._laying = False

    def _lay_once(self, cut: RowGrid) -> bool:
        """Lays out once, keeping the first row in sight in its place; returns whether the scroll position changed."""
        bar, column = self.verticalScrollBar(), self._column
        value, first = bar.value(), min(self._first, len(column) - 1)
        before = column.top(first)
        lines = self._lines_between(cut, value - self._head_room, value - self._head_room + self.height())
        self._release(row for row in self._bound if self._line_of[row] not in lines)
        for line in lines:
            self._put_line(cut, line)
        self._size_ground()
        moved = column.top(first) - before if first in lines else 0
        bar.setValue(bar.value() + moved)
        self._first = first if moved else column.at(bar.value() - self._head_room)
        return bar.value() != value

    def _lines_between(self, cut: RowGrid, top: int, bottom: int) -> set[int]:
        """Lays out the lines between two heights, and those of the focused row and of the row that Tab enters."""
        found = {self._line_of[row] for row in (self._current, self._holding()) if row in self._line_of}
        for line in found:
            self._know(cut, line)
        line = self._column.at(top)
        y = self._column.top(line)
        while line < len(self._column) and y < bottom:
            found.add(line)
            y += self._know(cut, line)
            line += 1
        return found

    def _know(self, cut: RowGrid, line: int) -> int:
        height = max(self._made(row).fit(cut.width) for row in cut.lines[line])
        self._column.know(line, height)
        return height

    def _put_line(self, cut: RowGrid, line: int) -> None:
        height = self._column.top(line + 1) - self._column.top(line)
        for number, row in enumerate(cut.lines[line]):
            box = QRect(cut.left + number * (cut.width + cut.gap), self._top(line), cut.width, height)
            self._bound[row].setGeometry(box)
            self._bound[row].show()

    def _made(self, row: int) -> RowWidget:
        """The widget of a row; fills one if there is none."""
        if row not in self._bound:
            kind = self._kind(row)
            spare = self._spare.setdefault(kind, [])
            widget = spare.pop() if spare else self._new(kind)
            widget.setFocusPolicy(self._policy(row))
            self._bound[row] = widget
            self._fill(row, widget)
        return self._bound[row]  # type: ignore[return-value]  # kinds are RowWidgets

    def _policy(self, row: int) -> Qt.FocusPolicy:
        if not self._stops(row):
            return Qt.FocusPolicy.NoFocus
        return Qt.FocusPolicy.StrongFocus if row == self._current else Qt.FocusPolicy.ClickFocus

    def _new(self, kind: type[QWidget]) -> QWidget:
        widget = kind(self.ground)
        if isinstance(widget, QAbstractButton):
            widget.clicked.connect(self._choose)
        return widget

    def _choose(self) -> None:
        button = self.sender()
        row = next((row for row, widget in self._bound.items() if widget is button), None)
        if row is not None:
            self.stand(row)
            self.chosen.emit(row)

    def _release(self, rows: Iterable[int]) -> None:
        """Takes back the widgets of rows out of sight, to show other rows in."""
        for row in list(rows):
            widget = self._bound.pop(row)
            widget.hide()
            self._spare[type(widget)].append(widget)

    def _holding(self) -> int | None:
        """The row that has the focus, or holds the widget that has it."""
        focused = self.focusWidget()
        return next((row for row, one in self._bound.items() if focused and one.isAncestorOf(focused)), None)

    def _focused(self) -> int | None:
        return next((row for row, widget in self._bound.items() if widget.hasFocus()), None)

    def _turn(self, pages: int) -> None:
        """Scrolls by a page and moves the focus with it."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * self.height())
        sight = range(bar.value(), bar.value() + self.height())
        seen = sorted(row for row in self._bound if self._stops(row) and self._top(self._line_of[row]) in sight)
        if seen:
            self.stand(seen[0 if pages > 0 else -1], Qt.FocusReason.ShortcutFocusReason)

    # Qt calls these

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, way, pages = self._focused(), ways().get(event.key()), _PAGES.get(Qt.Key(event.key()))
        if at is not None and way and self._cut:
            row = neighbour(self._cut.lines, at, way, self._stops)
            self.stand(row)
            self.reveal_rows(row, row)
            self.stand(row, Qt.FocusReason.ShortcutFocusReason)
        elif at is not None and pages:
            self._turn(pages)
        else:
            super().keyPressEvent(event)

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current is not None:
            self.stand(self._current, event.reason())
