"""The text as assistive technology sees it: a document of headings, paragraphs and notes, its marks links in them.

Interfaces are made when somebody asks for them. Qt owns them once they are registered; Python keeps them alive until
then and must not touch them after the viewport is gone.
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
from exhibit.ui.reader.edition_text import ReaderPassage
from exhibit.ui.reader.page_layout import PageLayout
from exhibit.ui.reader.page_scroll import TextScroll, TextViewport
from exhibit.ui.reader.shown import MarkId
from exhibit.ui.reader.typography import StyleName

_ROLES: Final[dict[StyleName, QAccessible.Role]] = {
    "title": QAccessible.Role.Heading,
    "heading": QAccessible.Role.Heading,
    "note": QAccessible.Role.Note,
}
"""Of passages that are not paragraphs."""


@lru_cache(maxsize=1)
def install_accessible_text() -> None:
    """Makes every Sheet's viewport an accessible document, and every Aside a dialog, from now on."""
    QAccessible.installFactory(_document)


def tell_focus(sheet: TextScroll, id: MarkId) -> None:
    """Tells whoever listens that a mark has the focus."""
    if QAccessible.isActive() and isinstance(document := _found(sheet), TextDocumentRole):
        event = QAccessibleEvent(document.parts.mark(id), QAccessible.Event.Focus)
        QAccessible.updateAccessibility(event)


def _document(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind == TextViewport.__name__ and isinstance(thing, TextViewport):
        return TextDocumentRole(thing)
    if kind == TextOverlay.__name__ and isinstance(thing, TextOverlay):
        return QAccessibleWidget(thing, QAccessible.Role.Dialog)
    return None


def _found(sheet: TextScroll) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(sheet.viewport())


class TextOverlay(QWidget):
    """What stands over the text and has a name and controls of its own."""


class TextDocumentRole(QAccessibleWidget):
    """The viewport of a Sheet; its children are the passages."""

    def __init__(self, sight: TextViewport) -> None:
        super().__init__(sight, QAccessible.Role.Document, "")
        self.parts = AccessibleParts(sight)

    @property
    def sheet(self) -> TextScroll | None:
        return self.parts.sheet

    # Qt calls these

    def text(self, kind: QAccessible.Text) -> str:
        return self.sheet.accessibleName() if self.sheet and kind == QAccessible.Text.Name else ""

    def childCount(self) -> int:
        return self.parts.count

    def child(self, index: int) -> QAccessibleInterface | None:
        return self.parts.passage(index) if 0 <= index < self.parts.count else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, AccessiblePassage) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        here, sheet = self.rect(), self.sheet
        if sheet is None or sheet.flow is None or not here.contains(x, y):
            return None
        return self.child(sheet.flow.index_at(y - here.top() + sheet.look.y))

    def focusChild(self) -> QAccessibleInterface | None:
        focused = self.sheet.look.focused if self.sheet else None
        return self.parts.mark(focused) if focused else None


class AccessibleParts:
    """The interfaces made so far for one sheet, taken back from Qt when its viewport goes."""

    def __init__(self, sight: TextViewport) -> None:
        self._sight = sight
        self._passages: dict[int, AccessiblePassage] = {}
        self._marks: dict[MarkId, AccessibleMark] = {}
        self._ids: list[int] = []
        sight.destroyed.connect(self._take_back)

    @property
    def sheet(self) -> TextScroll | None:
        """The sheet, once it has taken the viewport and for as long as it lives."""
        parent = self._sight.parentWidget() if isValid(self._sight) else None
        return parent if isinstance(parent, TextScroll) else None

    @property
    def flow(self) -> PageLayout | None:
        return self.sheet.flow if self.sheet else None

    @property
    def count(self) -> int:
        return self.flow.count if self.flow else 0

    def passage(self, index: int) -> "AccessiblePassage":
        if index not in self._passages:
            self._passages[index] = AccessiblePassage(self, index)
            self._ids.append(QAccessible.registerAccessibleInterface(self._passages[index]))
        return self._passages[index]

    def mark(self, id: MarkId) -> "AccessibleMark":
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
    """What passages and marks have in common; it reads the page as it is when asked."""

    def __init__(self, parts: AccessibleParts, index: int) -> None:
        super().__init__()
        self.parts = parts
        self.index = index

    @property
    def page(self) -> tuple[TextScroll, PageLayout]:
        """The sheet and its page; to be asked of valid parts alone."""
        sheet = self.parts.sheet
        assert sheet is not None
        assert sheet.flow is not None
        return sheet, sheet.flow

    @property
    def shown(self) -> ReaderPassage:
        """The passage it is or stands in."""
        return self.page[1].shown.passage(self.index)

    def box(self) -> QRect:
        """Where the passage stands on the screen; estimated where it was never in sight."""
        sheet, flow = self.page
        height = flow.top(self.index + 1) - flow.top(self.index)
        box = QRect(sheet.look.left, flow.top(self.index) - sheet.look.y, flow.setting.width, height)
        return box.translated(sheet.viewport().mapToGlobal(QPoint(0, 0)))

    # Qt calls these

    def isValid(self) -> bool:
        return self.index < self.parts.count

    def object(self) -> QObject | None:
        return None

    def window(self) -> None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child and child.rect().contains(x, y)), None)

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def rect(self) -> QRect:
        return self.box() if self.isValid() else QRect()

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing can be written."""


class AccessiblePassage(AccessiblePart):
    """A passage; its children are the marks in it."""

    # Qt calls these

    def parent(self) -> QAccessibleInterface | None:
        return _found(self.page[0]) if self.isValid() else None

    def role(self) -> QAccessible.Role:
        return _ROLES.get(self.shown.style, QAccessible.Role.Paragraph) if self.isValid() else QAccessible.Role.NoRole

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        if self.isValid():
            first, behind = self.page[1].shown.marked
            state.selectable = bool(self.shown.block)
            state.selected = first <= self.index < behind
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        return "，".join(part for part in (f"{self.shown.number} {self.shown.text}".strip(), self.shown.topic) if part)

    def childCount(self) -> int:
        return len(self.shown.marks) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface | None:
        return self.parts.mark((self.index, index)) if 0 <= index < self.childCount() else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, AccessibleMark) and child.index == self.index else -1


class AccessibleMark(AccessiblePart):
    """A figure or a word of the glossary in a passage."""

    def __init__(self, parts: AccessibleParts, id: MarkId) -> None:
        super().__init__(parts, id[0])
        self.number = id[1]

    @property
    def mark(self) -> Mark:
        return self.shown.marks[self.number]

    # Qt calls these

    def isValid(self) -> bool:
        return super().isValid() and self.number < len(self.shown.marks)

    def parent(self) -> QAccessibleInterface | None:
        return self.parts.passage(self.index) if self.isValid() else None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if self.isValid():
            sheet, flow = self.page
            state.focusable = state.selectable = True
            state.focused = sheet.look.focused == (self.index, self.number)
            state.selected = flow.shown.metric == self.mark.target
            state.expandable = self.mark.kind == "term"
            state.expanded = flow.shown.opened == (self.index, self.number)
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Description and self.mark.kind == "term":
            return say("term-link", self.page[1].shown.language)
        return self.shown.text[self.mark.start : self.mark.end] if kind == QAccessible.Text.Name else ""

    def rect(self) -> QRect:
        if not self.isValid() or not self.page[1].is_laid(self.index):
            return super().rect()
        whole, corner = QRect(), self.box().topLeft()
        for box in self.page[1].at(self.index).mark_boxes(self.number):
            whole = whole.united(box.toAlignedRect().translated(corner))
        return whole
