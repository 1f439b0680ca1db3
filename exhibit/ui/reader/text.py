"""The text as a control: keys, the walk through its marks, steps through its passages, selecting, the menu."""

from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from exhibit.strings import say
from exhibit.ui.reader.accessibility import tell_focus
from exhibit.ui.reader.clipboard import citation_line, quotation
from exhibit.ui.reader.focus_order import beside
from exhibit.ui.reader.pointer import PointedScroll
from exhibit.ui.reader.selection import TextPosition, TextSelection, moved, selected_text, whole_article
from exhibit.ui.reader.shown import MarkId, ReaderShown

_Key = Qt.Key
_BY_KEYS: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_MOVES: Final = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
"""Characters and lines."""


class TextView(PointedScroll):
    """The text of the reader."""

    ringed = Signal()
    """`ring` changed: whether the whole wears the ring of focus."""
    entered = Signal()
    """A word's explanation was opened by key."""

    def __init__(self, shown: ReaderShown, parent: QWidget | None = None) -> None:
        super().__init__(shown, parent)
        self.ring = False
        self._menu: QMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def select_all(self) -> None:
        """Selects the article, without what the exhibit says around it."""
        self._select(whole_article(self._shown))

    def copy(self) -> None:
        """The selected text and its citation."""
        if self._look.selection and self._shown.edition_text:
            text = selected_text(self._shown, self._look.selection)
            _to_clipboard(quotation(text, self._shown.edition_text, self._shown.script))

    def copy_plain(self) -> None:
        """The selected text alone."""
        if self._look.selection:
            _to_clipboard(selected_text(self._shown, self._look.selection))

    def copy_citation(self) -> None:
        """Where the article is from."""
        if self._shown.edition_text:
            _to_clipboard(citation_line(self._shown.edition_text, self._shown.script))

    # Scrolling and selecting by keys

    def _scroll_by(self, pixels: int) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + pixels)

    @property
    def _page(self) -> int:
        """A page, less a line to go on from."""
        return max(self._line, self.viewport().height() - self._line)

    def _scroll(self, key: int, *, shift: bool) -> bool:
        """What a key does to the scroll bar; False if nothing."""
        bar = self.verticalScrollBar()
        page = self._page
        steps: dict[int, int] = {
            _Key.Key_Up: -self._line,
            _Key.Key_Down: self._line,
            _Key.Key_PageUp: -page,
            _Key.Key_PageDown: page,
            _Key.Key_Space: -page if shift else page,
            _Key.Key_Home: -bar.value(),
            _Key.Key_End: bar.maximum() - bar.value(),
        }
        if key not in steps:
            return False
        self._scroll_by(steps[key])
        return True

    def _extend(self, key: int) -> bool:
        """Moves the free end of the selection; False if the key does not."""
        begun = self._look.selection or self._first_in_sight()
        if key in (_Key.Key_Home, _Key.Key_End):
            all_ = whole_article(self._shown)
            end = all_.start if key == _Key.Key_Home else all_.end
        elif key in (_Key.Key_PageUp, _Key.Key_PageDown):
            end = self._beside(begun.focus, self._page if key == _Key.Key_PageDown else -self._page)
        elif key in _MOVES:
            characters, lines = _MOVES[_Key(key)]
            end = (
                moved(self._shown, begun.focus, characters)
                if characters
                else self._beside(begun.focus, lines * self._line)
            )
        else:
            return False
        self._select(TextSelection(begun.anchor, end))
        self._bring(end)
        return True

    def _first_in_sight(self) -> TextSelection:
        index, line = self._top_line()
        at = index, self._laid(index).start(line)
        return TextSelection(at, at)

    def _beside(self, position: TextPosition, down: int) -> TextPosition:
        """The position as far to the right, some pixels further down."""
        laid = self._laid(position[0])
        line = laid.line_of(position[1])
        y = self.position_in_sight(*position)[0] + laid.face.line / 2 + down
        return self._position_at(QPointF(self._look.left + laid.x(line, position[1]), y))

    def _bring(self, position: TextPosition) -> None:
        """Scrolls just as far as it takes to see the line of a position."""
        top, bottom = self.position_in_sight(*position)
        self._scroll_by(min(top, 0) + max(bottom - self.viewport().height(), 0))

    # The walk through the marks, and steps from passage to passage

    def focus_on(self, mark: MarkId) -> None:
        """Takes the focus to a mark."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if mark[1] < len(self._shown.marks(mark[0])):
            self._focus(mark)

    def step_passage(self, step: int) -> None:
        """Chooses the next (1) or the previous (-1) block: from the chosen one, else from what is at the top."""
        if not self._is_open or not self._shown.blocks:
            return
        first, behind = len(self._shown.header), len(self._shown.header) + len(self._shown.blocks)
        at = self._shown.index(self._shown.chosen) if self._shown.chosen else None
        if at is None:
            top = self._top_line()[0]
            at = top - 1 if step > 0 and top >= first else top
        index = max(first, min(at + step, behind - 1))
        if self._is_whole_in_sight(index):
            self._pick(self._shown.passage(index).block)
        else:
            self.picked.emit(self._shown.passage(index).block)

    def _is_whole_in_sight(self, index: int) -> bool:
        top = self._top(index) - self._look.y
        return top >= 0 and top + self._laid(index).height <= self.viewport().height()

    def _place_of(self, mark: MarkId) -> TextPosition:
        return mark[0], self._shown.marks(mark[0])[mark[1]].start

    def _in_sight(self, mark: MarkId) -> bool:
        if not self._index_at(self._look.y) <= mark[0] <= self._index_at(self._look.y + self.viewport().height()):
            return False
        top, bottom = self.position_in_sight(*self._place_of(mark))
        return top >= 0 and bottom <= self.viewport().height()

    def _walk(self, step: int) -> bool:
        """Focuses the next mark, the first of the walk being one in sight; False behind the last."""
        focused = self._look.focused
        self._focus(beside(self._shown, focused, step) if focused else self._first_mark_in_sight(step))
        return self._look.focused is not None

    def _first_mark_in_sight(self, step: int) -> MarkId | None:
        top, bottom = self._index_at(self._look.y), self._index_at(self._look.y + self.viewport().height())
        passages = range(top, bottom + 1)[::step]
        marks = ((index, number) for index in passages for number in range(len(self._shown.marks(index)))[::step])
        return next((mark for mark in marks if self._in_sight(mark)), None)

    def _focus(self, mark: MarkId | None) -> None:
        self._look.focused = mark
        if mark and not self._in_sight(mark):
            self._bring(self._place_of(mark))
        if mark:
            tell_focus(self, mark)
        self.viewport().update()

    def _wear_ring(self, worn: bool) -> None:
        if worn != self.ring:
            self.ring = worn
            self.ringed.emit()

    def _give_up(self) -> bool:
        """Escape: first an explanation, then the selection, the chosen figure, the chosen passage."""
        if self._shown.term:
            self.explained.emit(None, None)
        elif self.has_selection():
            self._select(None)
        elif self._shown.metric:
            self.chosen.emit(None)
        elif self._shown.chosen:
            self.picked.emit(None)
        else:
            return False
        return True

    def _open_focused(self, mark: MarkId) -> None:
        self._choose(mark)
        if self._shown.opened == mark:
            self.entered.emit()

    def _press_key(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif key in (_Key.Key_Return, _Key.Key_Enter) and self._look.focused:
            self._open_focused(self._look.focused)
        elif key == _Key.Key_Escape:
            return self._give_up()
        elif event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        else:
            return (shift and self._extend(key)) or self._scroll(key, shift=shift)
        return True

    # The menu

    def _fill_menu(self) -> QMenu:
        if self._menu is None:
            self._menu = QMenu(self)
        self._menu.clear()
        rows = (
            ("copy", self.copy, self.has_selection()),
            ("copy-plain", self.copy_plain, self.has_selection()),
            ("copy-citation", self.copy_citation, self._shown.edition_text is not None),
            ("select-all", self.select_all, bool(self._shown.blocks)),
        )
        for label, run, able in rows:
            action = self._menu.addAction(say(label, self._shown.language))
            action.triggered.connect(run)
            action.setEnabled(able)
        return self._menu

    # Qt calls these

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_open or not self._press_key(event):
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._fill_menu().popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._is_open and event.reason() in _BY_KEYS:
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            walking = event.reason() != Qt.FocusReason.ShortcutFocusReason and self._walk(-1 if back else 1)
            self._wear_ring(not walking)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._wear_ring(False)
        if event.reason() in _BY_KEYS:
            self._focus(None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.hasFocus() and self._is_open and self._walk(1 if forward else -1):
            self._wear_ring(False)
            return True
        return super().focusNextPrevChild(forward)


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
