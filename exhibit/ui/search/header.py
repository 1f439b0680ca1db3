"""The header of the search page: its title, the kinds of hits, and the filters."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exhibit.strings import say
from exhibit.ui.search.filters import FilterChip
from exhibit.ui.search.shown import FILTERS, FilterName, SearchShown
from exhibit.ui.widgets.chips import TARGET, ChipGroup
from exhibit.ui.widgets.text_label import TextLabel, WidthFitting, place
from exhibit.ui.widgets.text_look import TextLook

_MARGIN: Final = 24
"""Design pixels beside the header."""
_TOP: Final = 14
"""Design pixels above the title."""
_GAP: Final = 6
"""Design pixels between its parts, and below it."""
_TITLE_SIZE: Final = 21
"""The font size of the title, in the design."""
_MIN_HEIGHT_FOR_FILTERS: Final = 380
"""Design pixels of the page's height below which kinds and filters are hidden, to leave room for hits."""
_MIN_HEIGHT_FOR_TITLE: Final = 110
"""The same for the title."""
_ROWS_OF_CONTROLS: Final = 4
"""Rows of chips and hits beside each other in that height; it grows with them where they are made for fingers."""


class SearchHeader(QWidget):
    """Shows `SearchShown`. `kind_picked` carries the key of a kind, `filter_opened` a filter and whether by finger."""

    kind_picked = Signal(str)
    filter_opened = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: SearchShown | None = None
        self._look: TextLook | None = None
        self._min_target = 0
        self._title = TextLabel("serif", _TITLE_SIZE, "ink", self, bold=True)
        self._title.setObjectName("search-title")
        self._kinds = ChipGroup("search-kinds", self, joined=False)
        self._kinds.picked.connect(self.kind_picked)
        self._filters = [FilterChip(key, self) for key in FILTERS]
        for chip in self._filters:
            chip.opened.connect(self.filter_opened)

    @property
    def look(self) -> TextLook | None:
        """The fonts and colours on the screen; None before anything was shown."""
        return self._look

    def chip(self, key: FilterName) -> FilterChip:
        """The chip of a filter."""
        return next(chip for chip in self._filters if chip.filter == key)

    def set_min_target(self, pixels: int) -> None:
        """Sets the minimum height of chips, 0 for a mouse; call `fit` afterwards."""
        self._min_target = pixels

    def show_header(self, shown: SearchShown, look: TextLook) -> bool:
        """Shows the header. Returns whether it stays where it is: only numbers of the same query changed."""
        before, last_look = self._shown, self._look
        self._shown, self._look = shown, look
        self._title.show_text(shown.title, look)
        self._kinds.show_choices(say("search-kinds", shown.language), shown.kinds, look)
        for chip, filter in zip(self._filters, shown.filters, strict=True):
            chip.show_filter(filter, look)
        return before is not None and before.query is not None and (before.query, last_look) == (shown.query, look)

    def fit(self, width: int, page_height: int) -> int:
        """Lays the header out in a page. Returns its height, all in pixels."""
        if self._look is None or width <= 0:
            return 0
        look = self._look
        gap, height = look.px(_GAP), 0
        with_title = page_height >= look.px(_MIN_HEIGHT_FOR_TITLE)
        self._title.setVisible(with_title)
        if with_title:
            height = look.px(_TOP) + self._place([self._title], look.px(_TOP), width, look) + gap
        with_filters = page_height >= look.px(_MIN_HEIGHT_FOR_FILTERS) + _ROWS_OF_CONTROLS * self._extra_height(look)
        self._enlarge(look)
        for part in (self._kinds, *self._filters):
            part.setVisible(with_filters)
        if with_filters:
            height += self._place([self._kinds], height, width, look) + gap
            height += self._place(self._filters, height, width, look) + gap
        self.resize(width, height)
        return height

    def _place(self, parts: Sequence[WidthFitting], top: int, width: int, look: TextLook) -> int:
        """Puts parts in lines from `top` on. Returns their height."""
        margin = look.px(_MARGIN)
        return place(parts, (margin, top, max(1, width - 2 * margin)), look.px(_GAP))

    def _extra_height(self, look: TextLook) -> int:
        """Pixels by which a row that can be pressed is higher than for a mouse."""
        return max(self._min_target, look.theme.target(TARGET) - look.theme.px(TARGET))

    def _enlarge(self, look: TextLook) -> None:
        """Gives the chips their height; they take it in design pixels."""
        pixels = max(self._min_target, look.theme.target(TARGET))
        height = max(TARGET, ceil(pixels / look.theme.scale))
        self._kinds.enlarge(height)
        for chip in self._filters:
            chip.enlarge(height)
