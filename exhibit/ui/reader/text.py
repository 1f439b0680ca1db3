"""The text as a widget: hands what Qt tells it to the parts that scroll, select, focus and choose."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QWidget

from exhibit.strings import say
from exhibit.theme import Theme
from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.reader.mark_focus import MarkFocus
from exhibit.ui.reader.navigation import PageNavigator
from exhibit.ui.reader.page_scroll import PageScroll
from exhibit.ui.reader.paint import PageScene, paint_page
from exhibit.ui.reader.pointer import TextPointer
from exhibit.ui.reader.shown import MarkId, ReaderShown
from exhibit.ui.reader.text_choices import TextChoices
from exhibit.ui.reader.text_selector import TextSelector

_BY_KEYS: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Reasons of a focus that was moved by the keyboard."""


class TextViewport(QWidget):
    """The viewport of a TextView. Its class is how its accessible interface is found (accessibility.py)."""


class TextView(QAbstractScrollArea):
    """The text of the reader."""

    ring_changed = Signal()
    """`ring` has changed."""
    term_entered = Signal()
    """The explanation of a term was opened by a key."""

    def __init__(self, shown: ReaderShown, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ring = False
        """Whether the focus is on the text as a whole."""
        self._menu: QMenu | None = None
        self.setViewport(TextViewport())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page_scroll = PageScroll(self, shown, theme)
        self.selector = TextSelector(self.page_scroll)
        self.marks = MarkFocus(self.page_scroll)
        self._navigator = PageNavigator(self.page_scroll)
        self.choices = TextChoices(self.page_scroll, self._navigator)
        self._pointer = TextPointer(self.page_scroll, self.selector, self.marks, self.choices)

    @property
    def is_open(self) -> bool:
        """Whether a page is laid out: from the first time the text is visible."""
        return self.page_scroll.layout is not None

    @property
    def scene(self) -> PageScene:
        """What is painted."""
        return PageScene(
            page=self.page_scroll.page,
            theme=self.page_scroll.theme,
            left=self.page_scroll.columns.left,
            y=self.page_scroll.y,
            selection=self.selector.selection,
            hovered=self._pointer.hovered,
            focused=self.marks.focused,
        )

    def show_page(self, shown: ReaderShown, theme: Theme) -> None:
        """Shows a page and moves it no more than is needed."""
        if self.is_open and shown.same_text(self.page_scroll.shown):
            self._navigator.show(shown, theme)
            return
        self.page_scroll.shown, self.page_scroll.theme = shown, theme
        if self.is_open:
            self._open()

    def focus_mark(self, mark: MarkId) -> None:
        """Moves the focus to a mark."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if mark[1] < len(self.page_scroll.shown.marks(mark[0])):
            self.marks.focus(mark)

    def _open(self) -> None:
        self.selector.select(None)
        self._pointer.clear()
        self.marks.clear()
        self._navigator.open()

    def _set_ring(self, ring: bool) -> None:
        if ring != self.ring:
            self.ring = ring
            self.ring_changed.emit()

    # Keys

    def _press_key(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.selector.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selector.select_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.marks.focused:
            self._choose_focused(self.marks.focused)
        elif key == Qt.Key.Key_Escape:
            return self._leave()
        elif event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        else:
            return (shift and self.selector.extend_by_key(key)) or self.page_scroll.scroll_by_key(key, shift=shift)
        return True

    def _choose_focused(self, mark: MarkId) -> None:
        self.choices.choose_mark(mark)
        if self.page_scroll.shown.opened == mark:
            self.term_entered.emit()

    def _leave(self) -> bool:
        """Leaves an explanation, else the selection, else what is chosen; False if there is none of them."""
        if self.page_scroll.shown.term:
            self.choices.close_term()
        elif self.selector.selection:
            self.selector.select(None)
        else:
            return self.choices.leave()
        return True

    # The menu

    def _fill_menu(self) -> QMenu:
        if self._menu is None:
            self._menu = QMenu(self)
        self._menu.clear()
        shown, selected = self.page_scroll.shown, bool(self.selector.selection)
        rows = (
            ("copy", self.selector.copy, selected),
            ("copy-plain", self.selector.copy_plain, selected),
            ("copy-citation", self.selector.copy_citation, shown.edition_text is not None),
            ("select-all", self.selector.select_all, bool(shown.blocks)),
        )
        for label, run, enabled in rows:
            action = self._menu.addAction(say(label, shown.language))
            action.triggered.connect(run)
            action.setEnabled(enabled)
        return self._menu

    # Qt calls these

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.page_scroll.follows:
            self.page_scroll.follow_size()

    @qt_override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.page_scroll.follows:
            self._pointer.hover(None)
            self.page_scroll.follow_scroll_bar()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_open:
            painter = QPainter(self.viewport())
            paint_page(painter, self.scene, QRect(event.rect()))
            painter.end()

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.is_open or not self._press_key(event):
            event.ignore()

    @qt_override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._fill_menu().popup(event.globalPos())

    @qt_override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.is_open:
            self._pointer.press(event)

    @qt_override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.is_open:
            self._pointer.move(event)

    @qt_override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.is_open:
            self._pointer.release(event)

    @qt_override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.is_open:
            self._pointer.double_click(event)

    @qt_override
    def leaveEvent(self, event: QEvent) -> None:
        if self.is_open:
            self._pointer.hover(None)

    @qt_override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.is_open and event.reason() in _BY_KEYS:
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            by_tab = event.reason() != Qt.FocusReason.ShortcutFocusReason
            on_mark = by_tab and self.marks.step(-1 if back else 1)
            self._set_ring(not on_mark)

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_ring(False)
        if event.reason() in _BY_KEYS:
            self.marks.focus(None)

    @qt_override_or(False)
    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.hasFocus() and self.is_open and self.marks.step(1 if forward else -1):
            self._set_ring(False)
            return True
        return super().focusNextPrevChild(forward)
