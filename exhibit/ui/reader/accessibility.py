"""The text for assistive technology: a document of headings, paragraphs and notes; its marks are links in them.

Interfaces are made when they are asked for. Qt owns them once they are registered. Python keeps them alive until then
and must not touch them after the viewport is gone.
"""

# mypy: disable-error-code="override"
# PySide's stubs leave out that Qt takes a null interface for "none".

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from exhibit.model.article import Mark
from exhibit.strings import say
from exhibit.ui.qt_override import qt_override, qt_override_or
from exhibit.ui.reader.edition_text import ReaderPassage
from exhibit.ui.reader.page_layout import PageLayout
from exhibit.ui.reader.shown import MarkId
from exhibit.ui.reader.text import TextView, TextViewport
from exhibit.ui.reader.typography import StyleName

_ROLES: Final[dict[StyleName, QAccessible.Role]] = {
    "title": QAccessible.Role.Heading,
    "heading": QAccessible.Role.Heading,
    "note": QAccessible.Role.Note,
}
"""The roles of passages that are not paragraphs."""


def _no_interface() -> QAccessibleInterface | None:
    """Qt's answer where there is no interface; typed, so that it can be the answer of a guard."""
    return None


@lru_cache(maxsize=1)
def install_accessible_text() -> None:
    """Makes the viewport of every TextView an accessible document and every TextOverlay a dialog, from now on."""
    QAccessible.installFactory(_made_interface)


def tell_focus(text: TextView, mark: MarkId) -> None:
    """Tells assistive technology that a mark has the focus."""
    if QAccessible.isActive() and isinstance(document := _document(text), TextDocumentRole):
        event = QAccessibleEvent(document.parts.mark(mark), QAccessible.Event.Focus)
        QAccessible.updateAccessibility(event)


def _made_interface(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind == TextViewport.__name__ and isinstance(thing, TextViewport):
        return TextDocumentRole(thing)
    if kind == TextOverlay.__name__ and isinstance(thing, TextOverlay):
        return QAccessibleWidget(thing, QAccessible.Role.Dialog)
    return None


def _document(text: TextView) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(text.viewport())


class TextOverlay(QWidget):
    """A widget over the text that has a name and controls of its own."""


class TextDocumentRole(QAccessibleWidget):
    """The viewport of a TextView; its children are the passages."""

    def __init__(self, viewport: TextViewport) -> None:
        super().__init__(viewport, QAccessible.Role.Document, "")
        self.parts = AccessibleParts(viewport)

    @property
    def text_view(self) -> TextView | None:
        """The text, while it lives."""
        return self.parts.text_view

    # Qt calls these

    @qt_override_or("")
    def text(self, kind: QAccessible.Text) -> str:
        return self.text_view.accessibleName() if self.text_view and kind == QAccessible.Text.Name else ""

    @qt_override_or(0)
    def childCount(self) -> int:
        return self.parts.count

    @qt_override_or(_no_interface())
    def child(self, index: int) -> QAccessibleInterface | None:
        return self.parts.passage(index) if 0 <= index < self.parts.count else None

    @qt_override_or(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, AccessiblePassage) else -1

    @qt_override_or(_no_interface())
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        box, text, page = self.rect(), self.text_view, self.parts.page
        if text is None or page is None or not box.contains(x, y):
            return None
        return self.child(page.index_at(y - box.top() + text.page_scroll.y))

    @qt_override_or(_no_interface())
    def focusChild(self) -> QAccessibleInterface | None:
        focused = self.text_view.marks.focused if self.text_view else None
        return self.parts.mark(focused) if focused else None


class AccessibleParts:
    """The interfaces made so far for one text. They are taken back from Qt when its viewport goes."""

    def __init__(self, viewport: TextViewport) -> None:
        self._viewport = viewport
        self._passages: dict[int, AccessiblePassage] = {}
        self._marks: dict[MarkId, AccessibleMark] = {}
        self._ids: list[int] = []
        viewport.destroyed.connect(self._take_back)

    @property
    def text_view(self) -> TextView | None:
        """The text, once it has taken the viewport and while it lives."""
        parent = self._viewport.parentWidget() if isValid(self._viewport) else None
        return parent if isinstance(parent, TextView) else None

    @property
    def page(self) -> PageLayout | None:
        """The page as it is laid out; None before it is first visible."""
        return self.text_view.page_scroll.layout if self.text_view else None

    @property
    def count(self) -> int:
        """The number of passages."""
        return self.page.count if self.page else 0

    def passage(self, index: int) -> "AccessiblePassage":
        """The interface of a passage."""
        if index not in self._passages:
            self._passages[index] = AccessiblePassage(self, index)
            self._ids.append(QAccessible.registerAccessibleInterface(self._passages[index]))
        return self._passages[index]

    def mark(self, id: MarkId) -> "AccessibleMark":
        """The interface of a mark."""
        if id not in self._marks:
            self._marks[id] = AccessibleMark(self, id)
            self._ids.append(QAccessible.registerAccessibleInterface(self._marks[id]))
        return self._marks[id]

    def _take_back(self) -> None:
        for id in self._ids:
            QAccessible.deleteAccessibleInterface(id)
        self._ids.clear()
        self._passages.clear()
        self._marks.clear()


class AccessiblePart(QAccessibleInterface):
    """What passages and marks have in common. It reads the page as it is when it is asked."""

    def __init__(self, parts: AccessibleParts, index: int) -> None:
        super().__init__()
        self.parts = parts
        self.index = index

    @property
    def text_view(self) -> TextView:
        """The text; only while this part is valid."""
        text = self.parts.text_view
        assert text is not None
        return text

    @property
    def page(self) -> PageLayout:
        """The page; only while this part is valid."""
        return self.text_view.page_scroll.page

    @property
    def shown(self) -> ReaderPassage:
        """The passage that this part is, or is in."""
        return self.page.shown.passage(self.index)

    def box(self) -> QRect:
        """The box of the passage on the screen; estimated where the passage was never in sight."""
        page, scroll = self.page, self.text_view.page_scroll
        height = page.top(self.index + 1) - page.top(self.index)
        box = QRect(scroll.columns.left, page.top(self.index) - scroll.y, page.setting.width, height)
        return box.translated(scroll.viewport.mapToGlobal(QPoint(0, 0)))

    # Qt calls these

    @qt_override_or(False)
    def isValid(self) -> bool:
        return self.index < self.parts.count

    @qt_override
    def object(self) -> None:
        return None

    @qt_override
    def window(self) -> None:
        return None

    @qt_override_or(_no_interface())
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child and child.rect().contains(x, y)), None)

    @qt_override_or(_no_interface())
    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    @qt_override_or(0)
    def childCount(self) -> int:
        return 0

    @qt_override_or(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @qt_override_or(QRect())
    def rect(self) -> QRect:
        return self.box() if self.isValid() else QRect()

    @qt_override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Changes nothing: the text is read only."""


class AccessiblePassage(AccessiblePart):
    """A passage; its children are the marks in it."""

    # Qt calls these

    @qt_override_or(_no_interface())
    def parent(self) -> QAccessibleInterface | None:
        return _document(self.text_view) if self.isValid() else None

    @qt_override_or(QAccessible.Role.NoRole)
    def role(self) -> QAccessible.Role:
        return _ROLES.get(self.shown.style, QAccessible.Role.Paragraph) if self.isValid() else QAccessible.Role.NoRole

    @qt_override_or(QAccessible.State())
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        if self.isValid():
            first, end = self.page.shown.marked
            state.selectable = bool(self.shown.block)
            state.selected = first <= self.index < end
        return state

    @qt_override_or("")
    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        return "，".join(part for part in (f"{self.shown.number} {self.shown.text}".strip(), self.shown.topic) if part)

    @qt_override_or(0)
    def childCount(self) -> int:
        return len(self.shown.marks) if self.isValid() else 0

    @qt_override_or(_no_interface())
    def child(self, index: int) -> QAccessibleInterface | None:
        return self.parts.mark((self.index, index)) if 0 <= index < self.childCount() else None

    @qt_override_or(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, AccessibleMark) and child.index == self.index else -1


class AccessibleMark(AccessiblePart):
    """A figure or a term in a passage."""

    def __init__(self, parts: AccessibleParts, id: MarkId) -> None:
        super().__init__(parts, id[0])
        self.number = id[1]

    @property
    def mark(self) -> Mark:
        """The mark; only while this part is valid."""
        return self.shown.marks[self.number]

    # Qt calls these

    @qt_override_or(False)
    def isValid(self) -> bool:
        return super().isValid() and self.number < len(self.shown.marks)

    @qt_override_or(_no_interface())
    def parent(self) -> QAccessibleInterface | None:
        return self.parts.passage(self.index) if self.isValid() else None

    @qt_override_or(QAccessible.Role.NoRole)
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    @qt_override_or(QAccessible.State())
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if self.isValid():
            shown = self.page.shown
            state.focusable = state.selectable = True
            state.focused = self.text_view.marks.focused == (self.index, self.number)
            state.selected = shown.metric == self.mark.target
            state.expandable = self.mark.kind == "term"
            state.expanded = shown.opened == (self.index, self.number)
        return state

    @qt_override_or("")
    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Description and self.mark.kind == "term":
            return say("term-link", self.page.shown.language)
        return self.shown.text[self.mark.start : self.mark.end] if kind == QAccessible.Text.Name else ""

    @qt_override_or(QRect())
    def rect(self) -> QRect:
        if not self.isValid() or not self.page.is_laid_out(self.index):
            return super().rect()
        whole, corner = QRect(), self.box().topLeft()
        for box in self.page.at(self.index).mark_boxes(self.number):
            whole = whole.united(box.toAlignedRect().translated(corner))
        return whole
