"""All passages one below another: laid out when they come into sight, their heights estimated until then."""

from bisect import bisect_right
from itertools import accumulate
from typing import Final

from exhibit.ui.reader.passage_layout import PassageLayout, PassageSetting, estimated_height
from exhibit.ui.reader.shown import ReaderShown

_KEPT: Final = 96
"""Laid-out passages kept at a time."""


class PageLayout:
    """The passages of a page at one setting; y counts in pixels from the top of the first."""

    def __init__(self, shown: ReaderShown, setting: PassageSetting, before: "PageLayout | None" = None) -> None:
        """`before` is the same text in the same column: its heights are the best estimates."""
        self.shown = shown
        self.setting = setting
        self._heights: list[int] = list(before._heights) if before else self._estimates()
        self._tops: list[int] | None = None
        self._laid: dict[int, PassageLayout] = {}

    @property
    def height(self) -> int:
        return self._all_tops()[-1]

    @property
    def count(self) -> int:
        return len(self._heights)

    def top(self, index: int) -> int:
        return self._all_tops()[index]

    def index_at(self, y: float) -> int:
        """The passage at a height; the first or last beyond the ends."""
        return max(0, min(bisect_right(self._all_tops(), y) - 1, self.count - 1))

    def at(self, index: int) -> PassageLayout:
        """A passage laid out; what is below it may move."""
        if (found := self._laid.get(index)) is None:
            found = self._laid[index] = PassageLayout(self.shown.passage(index), self.setting)
            if found.height != self._heights[index]:
                self._heights[index] = found.height
                self._tops = None
        return found

    def is_laid(self, index: int) -> bool:
        """Whether a passage is laid out, its height not just estimated."""
        return index in self._laid

    def settle(self, y: int, height: int) -> int:
        """Lays out what stands between y and y + height; returns y moved along with what was in sight.

        A passage that reaches in from above keeps its lower end where it was.
        """
        while (index := self.index_at(y)) not in self._laid:
            before = self._heights[index]
            top = self.top(index)
            grown = self.at(index).height - before
            y += grown if top < y else 0
        while index < self.count and self.top(index) < y + height:
            self.at(index)
            index += 1
        self._forget(self.index_at(y), index)
        return y

    def end(self, height: int) -> int:
        """The y at which the last passage ends `height` below, everything in sight laid out."""
        index, seen = self.count, 0
        while index > 0 and seen < height:
            index -= 1
            seen += self.at(index).height
        return max(0, self.height - height)

    def _forget(self, first: int, last: int) -> None:
        if len(self._laid) > _KEPT:
            self._laid = {index: one for index, one in self._laid.items() if first - 4 <= index < last + 4}

    def _estimates(self) -> list[int]:
        known: dict[tuple[str, int], int] = {}
        heights = []
        for size in self.shown.sizes():
            if (height := known.get(size)) is None:
                height = known[size] = estimated_height(*size, self.setting)
            heights.append(height)
        return heights

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
