"""Scrolls a page in a scroll area, lays out what is visible, and keeps the line at the top where it is."""

from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from exhibit.model.state import Anchor
from exhibit.theme import Theme
from exhibit.ui.reader.page_layout import PageLayout
from exhibit.ui.reader.passage_layout import setting
from exhibit.ui.reader.selection import TextPosition
from exhibit.ui.reader.shown import ReaderShown
from exhibit.ui.reader.typography import ReaderColumns, columns

_ANCHOR_GAP: Final = 12
"""Design pixels between the top of the viewport and the line of an anchor."""
_WHEEL_STEP: Final = 24
"""Design pixels that a third of a notch of the wheel scrolls."""


class ScrollAnchor(NamedTuple):
    """A position of the text, and the y of its line in the viewport."""

    position: TextPosition
    y: int
    at_beginning: bool
    """Whether the page is at its beginning, and stays there."""


class PageScroll(QObject):
    """The page in a scroll area. Positions in the viewport are in pixels from its top left corner."""

    position_changed = Signal(object)
    """The user has scrolled to an Anchor, or to the beginning (None)."""
    columns_changed = Signal(object)
    """The width is divided in other ReaderColumns."""
    moved = Signal(bool)
    """The page has moved in the viewport; True if the user has scrolled."""

    def __init__(self, area: QAbstractScrollArea, shown: ReaderShown, theme: Theme) -> None:
        super().__init__(area)
        self.shown = shown
        self.theme = theme
        self.columns = ReaderColumns(0, 1, 0, 0)
        self.y = 0
        """The y of the page at the top of the viewport."""
        self.reported: Anchor | None = None
        """The reading position that was last reported or gone to."""
        self._area = area
        self._layout: PageLayout | None = None
        self._held: ScrollAnchor | None = None
        """The line that stays where it is until the user scrolls: resizing back and forth must not drift."""
        self._adjusting = False
        """Whether this object changes scroll bar and viewport itself."""

    # The page and the viewport

    @property
    def layout(self) -> PageLayout | None:
        """The page as it is laid out; None until it is first visible."""
        return self._layout

    @property
    def page(self) -> PageLayout:
        """The page as it is laid out, once it is."""
        assert self._layout is not None, "nothing is laid out before the page is visible"
        return self._layout

    @property
    def viewport(self) -> QWidget:
        """The widget that the page is painted on."""
        return self._area.viewport()

    @property
    def line_height(self) -> int:
        """The height of a line of the text itself."""
        return self.page.setting.faces["paragraph"].line

    @property
    def screenful(self) -> int:
        """How far the page keys scroll: the height of the viewport, less one line."""
        return max(self.line_height, self.viewport.height() - self.line_height)

    @property
    def column(self) -> QRect:
        """The column of the text, as high as the viewport."""
        return QRect(self.columns.left, 0, self.columns.text, self.viewport.height())

    def on_page(self, point: QPointF) -> tuple[float, float]:
        """A point of the viewport as x and y of the page."""
        return point.x() - self.columns.left, point.y() + self.y

    def line_in_viewport(self, position: TextPosition) -> tuple[int, int]:
        """The top and the bottom of the line of a position."""
        top, bottom = self.page.line_span(position)
        return top - self.y, bottom - self.y

    def passages_in_viewport(self) -> range:
        """The passages of which a part is visible."""
        return range(self.page.index_at(self.y), self.page.index_at(self.y + self.viewport.height()) + 1)

    def is_whole_in_viewport(self, index: int) -> bool:
        """Whether all of a passage is visible."""
        top = self.page.top(index) - self.y
        return top >= 0 and top + self.page.at(index).height <= self.viewport.height()

    def top_position(self) -> TextPosition:
        """The beginning of the line that is where the line of an anchor goes."""
        passage, line = self._top_line()
        return passage, self.page.at(passage).start(line)

    # Showing

    def open(self) -> None:
        """Lays out the text from its beginning. A caller goes to a position next."""
        self._divide_width()
        self._layout = self._new_layout(None)
        self._held = None

    def show(self, shown: ReaderShown, theme: Theme) -> None:
        """Shows the same text again; the line at the top stays where it is."""
        before, theme_before = self.shown, self.theme
        self.shown, self.theme, self.page.shown = shown, theme, shown
        resized = theme.scale != theme_before.scale
        if resized or (before.script, before.language) != (shown.script, shown.language):
            other_lines = self._divide_width() or resized
            self._lay_out_again(None if other_lines else self.page)
        elif theme != theme_before:
            self.viewport.update()

    # Moving

    def go_to(self, anchor: Anchor | None) -> None:
        """Scrolls to a reading position, or to the beginning."""
        self.reported = anchor
        index = self.shown.index(anchor.block) if anchor else None
        y = 0
        if anchor and index is not None:
            y = self.page.line_span((index, anchor.offset))[0] - self._anchor_gap
        self._held = None
        self._move_to(y)

    def move_by(self, pixels: int) -> None:
        """Moves the page and reports the new position."""
        self._held = None
        self._move_to(self.y + pixels)
        self.report()

    def scroll_by(self, pixels: int) -> None:
        """Moves the scroll bar, as the user does."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def scroll_into_view(self, position: TextPosition) -> None:
        """Scrolls no further than is needed to see the line of a position."""
        top, bottom = self.line_in_viewport(position)
        self.scroll_by(min(top, 0) + max(bottom - self.viewport.height(), 0))

    def scroll_by_key(self, key: int, *, shift: bool) -> bool:
        """Scrolls by a key; False if the key does not scroll."""
        bar = self._area.verticalScrollBar()
        steps: dict[int, int] = {
            Qt.Key.Key_Up: -self.line_height,
            Qt.Key.Key_Down: self.line_height,
            Qt.Key.Key_PageUp: -self.screenful,
            Qt.Key.Key_PageDown: self.screenful,
            Qt.Key.Key_Space: -self.screenful if shift else self.screenful,
            Qt.Key.Key_Home: -bar.value(),
            Qt.Key.Key_End: bar.maximum() - bar.value(),
        }
        if key not in steps:
            return False
        self.scroll_by(steps[key])
        return True

    def report(self) -> None:
        """Reports the reading position, if it has changed."""
        anchor = self._top_anchor()
        if anchor != self.reported:
            self.reported = anchor
            self.position_changed.emit(anchor)

    # What the scroll area tells

    @property
    def follows(self) -> bool:
        """Whether the page is laid out and a change of the scroll area comes from outside."""
        return self._layout is not None and not self._adjusting

    def follow_size(self) -> None:
        """Follows the size of the scroll area; the line at the top stays where it is."""
        if self._divide_width():
            self._lay_out_again(None)
        else:
            self._move_to(self.y)

    def follow_scroll_bar(self) -> None:
        """Follows the scroll bar. What was visible moves as a whole, even where heights turn out different."""
        page, height, bar = self.page, self.viewport.height(), self._area.verticalScrollBar()
        known = page.index_at(self.y)
        top_before = page.top(known) - self.y
        y = page.lay_out(bar.value(), height)
        if bar.value() == bar.maximum() or y > page.height - height:
            y = page.last_y(height)
        self._set_scroll_bar(y)
        self._held = None
        self.viewport.scroll(0, page.top(known) - y - top_before)
        self.report()
        self.moved.emit(True)

    def _lay_out_again(self, before: PageLayout | None) -> None:
        """Lays out the same text; `before` is the text in the same column."""
        held = self._held or self._line_to_hold()
        self._layout = self._new_layout(before)
        y = 0 if held.at_beginning else self.page.line_span(held.position)[0] - held.y
        self._move_to(y, beyond_end=before is not None)
        self._held = held

    def _new_layout(self, before: PageLayout | None) -> PageLayout:
        return PageLayout(self.shown, setting(self.theme, self.shown.script, self.columns.text), before)

    def _divide_width(self) -> bool:
        """Divides the width into columns; returns whether the column of text has another width."""
        bar = self._area.verticalScrollBar()
        room = self._area.width() - bar.sizeHint().width()
        before, self.columns = self.columns, columns(room, self.theme)
        bar.setSingleStep(self.theme.px(_WHEEL_STEP))
        self._adjusting = True
        self._area.setViewportMargins(0, 0, room - self.columns.contents_left if self.columns.contents else 0, 0)
        self._adjusting = False
        if self.columns != before:
            self.columns_changed.emit(self.columns)
        return self.columns.text != before.text

    def _move_to(self, y: int, *, beyond_end: bool = False) -> None:
        """Puts y at the top; `beyond_end` allows empty room below the last passage."""
        height = self.viewport.height()
        y = self.page.lay_out(max(0, y), height)
        if y > self.page.height - height and not beyond_end:
            y = self.page.last_y(height)
        self._set_scroll_bar(y)
        self.viewport.update()
        self.moved.emit(False)

    def _set_scroll_bar(self, y: int) -> None:
        height, bar = self.viewport.height(), self._area.verticalScrollBar()
        self.y = y
        self._adjusting = True
        bar.setPageStep(height)
        bar.setRange(0, max(self.page.height - height, y))
        bar.setValue(y)
        self._adjusting = False

    def _top_anchor(self) -> Anchor | None:
        index, line = self._top_line()
        index = min(index, self.page.count - len(self.shown.footer) - 1)
        passage = self.page.at(index)
        if not passage.passage.block:
            return None
        return Anchor(passage.passage.block, passage.start(min(line, passage.lines - 1)))

    def _top_line(self) -> tuple[int, int]:
        """The passage and its line where the line of an anchor goes."""
        y = self.y + self._anchor_gap
        index = self.page.index_at(y)
        passage = self.page.at(index)
        line = max(0, ceil((y - self.page.top(index) - passage.line_top(0)) / passage.face.line - 0.5))
        if line < passage.lines or index + 1 == self.page.count:
            return index, min(line, passage.lines - 1)
        return index + 1, 0

    def _line_to_hold(self) -> ScrollAnchor:
        position = self.top_position()
        return ScrollAnchor(position, self.line_in_viewport(position)[0], self.y == 0)

    @property
    def _anchor_gap(self) -> int:
        return self.theme.px(_ANCHOR_GAP)
