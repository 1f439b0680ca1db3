"""The scrolling page: lays out what is in sight, holds the place when its shape changes, tells what is at the top."""

from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from exhibit.model.state import Anchor
from exhibit.theme import theme_for
from exhibit.ui.reader.page_layout import PageLayout
from exhibit.ui.reader.paint import PageLook, paint_page
from exhibit.ui.reader.passage_layout import PassageLayout, column_em, setting
from exhibit.ui.reader.shown import ReaderShown
from exhibit.ui.reader.typography import ReaderColumns, columns

_PAD: Final = 12
"""Design pixels between the top of the sight and the line an anchor goes to."""
_STEP: Final = 24
"""Design pixels a wheel's third of a notch moves."""


class ScrollAnchor(NamedTuple):
    """A character and the height at which its line stands in sight; at the beginning nothing is held."""

    passage: int
    offset: int
    y: int
    beginning: bool


class TextViewport(QWidget):
    """The viewport of a Sheet; a class of its own by which assistive technology is told of it (access.py)."""


class TextScroll(QAbstractScrollArea):
    """A page that scrolls."""

    moved = Signal(object)
    """What is at the top, once somebody scrolled: an Anchor, or None at the beginning."""
    arranged = Signal(object)
    """The Columns, when they changed."""
    shifted = Signal(bool)
    """What is in sight stands elsewhere; whether somebody scrolled."""

    def __init__(self, shown: ReaderShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._columns = ReaderColumns(0, 1, 0, 0)
        self._look = PageLook(theme_for(shown.appearance, shown.scale))
        self._flow: PageLayout | None = None
        """None until the page is first seen."""
        self._own: Anchor | None = None
        """The anchor last reported or gone to."""
        self._held: ScrollAnchor | None = None
        """What keeps its height, until somebody scrolls: changing shape and back must not drift."""
        self._placing = False
        """Whether scroll bar and viewport change at our own doing."""
        self._dress()

    def position_in_sight(self, passage: int, offset: int) -> tuple[int, int]:
        """Top and bottom of a character's line, counted from the top of the sight."""
        laid = self._laid(passage)
        top = self._top(passage) + laid.line_top(laid.line_of(offset)) - self._look.y
        return top, top + laid.face.line

    @property
    def flow(self) -> PageLayout | None:
        """The page as laid out; None until it is first seen."""
        return self._flow

    @property
    def look(self) -> PageLook:
        """What is in sight of it, and what is marked in it."""
        return self._look

    @property
    def _is_open(self) -> bool:
        return self._flow is not None

    @property
    def _page_flow(self) -> PageLayout:
        assert self._flow is not None, "nothing is laid out before the page is seen"
        return self._flow

    def _laid(self, index: int) -> PassageLayout:
        return self._page_flow.at(index)

    def _top(self, index: int) -> int:
        return self._page_flow.top(index)

    def _index_at(self, y: float) -> int:
        return self._page_flow.index_at(y)

    @property
    def _line(self) -> int:
        """The height of a line of the text itself."""
        return self._page_flow.setting.faces["paragraph"].line

    def _dress(self) -> None:
        self.setViewport(TextViewport())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _reshape(self, before: PageLayout | None) -> None:
        """Lays the same text out anew, the line at the top staying where it is; `before` stood in the same column."""
        hold = self._held or self._hold()
        flow = self._flow = self._new_flow(before)
        y = 0
        if not hold.beginning:
            laid = flow.at(hold.passage)
            y = flow.top(hold.passage) + laid.line_top(laid.line_of(hold.offset)) - hold.y
        self._place(y, beyond=before is not None)
        self._held = hold

    def _new_flow(self, before: PageLayout | None) -> PageLayout:
        shown, theme = self._shown, theme_for(self._shown.appearance, self._shown.scale)
        self._look.theme = theme
        return PageLayout(shown, setting(theme, shown.script, self._columns.text), before)

    def _arrange(self) -> bool:
        """Divides the width; returns whether the text's share changed."""
        theme = theme_for(self._shown.appearance, self._shown.scale)
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        before, self._columns = self._columns, columns(room, column_em(theme), theme.scale)
        self._look.left = self._columns.left
        self.verticalScrollBar().setSingleStep(theme.px(_STEP))
        self._placing = True
        self.setViewportMargins(0, 0, room - self._columns.contents_left if self._columns.contents else 0, 0)
        self._placing = False
        if self._columns != before:
            self.arranged.emit(self._columns)
        return self._columns.text != before.text

    def _place(self, y: int, *, beyond: bool = False) -> None:
        """Puts y at the top; `beyond` lets it stand past the end rather than move."""
        height = self.viewport().height()
        y = self._page_flow.settle(max(0, y), height)
        if y > self._page_flow.height - height and not beyond:
            y = self._page_flow.end(height)
        self._scroll_to(y)
        self.viewport().update()
        self.shifted.emit(False)

    def _scroll_to(self, y: int) -> None:
        """Tells the scroll bar, which must not answer."""
        height, bar = self.viewport().height(), self.verticalScrollBar()
        self._look.y = y
        self._placing = True
        bar.setPageStep(height)
        bar.setRange(0, max(self._page_flow.height - height, y))
        bar.setValue(y)
        self._placing = False

    def _scrolled(self) -> None:
        """Follows the scroll bar; what was in sight moves as a whole, whatever is found out about heights."""
        flow, height, bar = self._page_flow, self.viewport().height(), self.verticalScrollBar()
        known = flow.index_at(self._look.y)
        stood = flow.top(known) - self._look.y
        y = flow.settle(bar.value(), height)
        if bar.value() == bar.maximum() or y > flow.height - height:
            y = flow.end(height)
        self._scroll_to(y)
        self._held = None
        self.viewport().scroll(0, flow.top(known) - y - stood)
        self._report()
        self.shifted.emit(True)

    def _report(self) -> None:
        anchor = self._top_anchor()
        if anchor != self._own:
            self._own = anchor
            self.moved.emit(anchor)

    def _top_anchor(self) -> Anchor | None:
        index, line = self._top_line()
        index = min(index, self._page_flow.count - len(self._shown.footer) - 1)
        laid = self._laid(index)
        if not laid.passage.block:
            return None
        return Anchor(laid.passage.block, laid.start(min(line, laid.lines - 1)))

    def _top_line(self) -> tuple[int, int]:
        """Passage and line that stand where an anchor's line goes."""
        y = self._look.y + self._pad
        index = self._index_at(y)
        laid = self._laid(index)
        line = max(0, ceil((y - self._top(index) - laid.line_top(0)) / laid.face.line - 0.5))
        if line < laid.lines or index + 1 == self._page_flow.count:
            return index, min(line, laid.lines - 1)
        return index + 1, 0

    def _hold(self) -> ScrollAnchor:
        passage, line = self._top_line()
        laid = self._laid(passage)
        y = self._top(passage) + laid.line_top(line) - self._look.y
        return ScrollAnchor(passage, laid.start(line), y, self._look.y == 0)

    @property
    def _pad(self) -> int:
        return self._look.theme.px(_PAD)

    # Qt calls these

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._flow is None or self._placing:
            return
        if self._arrange():
            self._reshape(None)
        else:
            self._place(self._look.y)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._flow is not None and not self._placing:
            self._scrolled()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._flow is None:
            return
        painter = QPainter(self.viewport())
        paint_page(painter, self._flow, self._look, QRect(event.rect()))
        painter.end()
