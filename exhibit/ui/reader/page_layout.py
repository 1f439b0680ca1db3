"""All passages of a page, one below another, and what is at a point of the page.

Passages are laid out when they come into sight; until then their heights are estimated.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import Final

from exhibit.ui.reader.passage_layout import PassageLayout, PassageSetting, estimated_height
from exhibit.ui.reader.selection import TextPosition
from exhibit.ui.reader.shown import MarkId, ReaderShown

_CACHE_SIZE: Final = 96
"""The number of laid-out passages that are kept."""
_CACHE_MARGIN: Final = 4
"""Passages kept above and below what is in sight when the others are dropped."""


class PageLayout:
    """The passages of a page at one setting.

    Positions on the page are in pixels: y from the top of the first passage, x from the left of the column.
    """

    def __init__(self, shown: ReaderShown, setting: PassageSetting, before: "PageLayout | None" = None) -> None:
        """Lays out a page; `before` is the same text in the same column, whose heights are the best estimates."""
        self.shown = shown
        self.setting = setting
        self._heights: list[int] = list(before._heights) if before else self._estimates()
        self._known_tops: list[int] | None = None
        """None after a height has changed."""
        self._passages: dict[int, PassageLayout] = {}

    @property
    def height(self) -> int:
        """The height of all passages, as far as it is known."""
        return self._tops()[-1]

    @property
    def count(self) -> int:
        """The number of passages."""
        return len(self._heights)

    def top(self, index: int) -> int:
        """The top of a passage; that of `count` is the bottom of the page."""
        return self._tops()[index]

    def index_at(self, y: float) -> int:
        """The passage at a height; the first or the last beyond the ends."""
        return max(0, min(bisect_right(self._tops(), y) - 1, self.count - 1))

    def at(self, index: int) -> PassageLayout:
        """A passage laid out. What is below it may move."""
        if (found := self._passages.get(index)) is None:
            found = self._passages[index] = PassageLayout(self.shown.passage(index), self.setting)
            if found.height != self._heights[index]:
                self._heights[index] = found.height
                self._known_tops = None
        return found

    def is_laid_out(self, index: int) -> bool:
        """Whether a passage is laid out and its height is no estimate."""
        return index in self._passages

    def lay_out(self, y: int, height: int) -> int:
        """Lays out the passages between y and y + height; returns y, moved along with what is there.

        A passage that begins above y keeps its lower end where it is.
        """
        while (index := self.index_at(y)) not in self._passages:
            before = self._heights[index]
            top = self.top(index)
            grown = self.at(index).height - before
            y += grown if top < y else 0
        while index < self.count and self.top(index) < y + height:
            self.at(index)
            index += 1
        self._drop_all_but(self.index_at(y), index)
        return y

    def last_y(self, height: int) -> int:
        """The y at which the end of the page is `height` below, with everything between laid out."""
        index, laid_out = self.count, 0
        while index > 0 and laid_out < height:
            index -= 1
            laid_out += self.at(index).height
        return max(0, self.height - height)

    # What is at a point or a position of the text

    def line_span(self, position: TextPosition) -> tuple[int, int]:
        """The top and the bottom of the line of a position of the text."""
        passage = self.at(position[0])
        top = self.top(position[0]) + passage.line_top(passage.line_of(position[1]))
        return top, top + passage.face.line

    def position_at(self, x: float, y: float) -> TextPosition:
        """The position between two characters nearest to a point."""
        index, line = self.line_at(y)
        return index, self.at(index).boundary(line, x)

    def character_at(self, x: float, y: float) -> TextPosition | None:
        """The character at a point."""
        index, line = self.line_at(y)
        passage = self.at(index)
        inside = 0 <= y - self.top(index) - passage.line_top(line) < passage.face.line
        offset = passage.character(line, x) if inside else None
        return None if offset is None else (index, offset)

    def mark_at(self, x: float, y: float) -> MarkId | None:
        """The mark at a point."""
        character = self.character_at(x, y)
        return self.mark_of(character) if character else None

    def mark_of(self, character: TextPosition) -> MarkId | None:
        """The mark of a character: the figure, where a figure and a term have the character in common."""
        index, offset = character
        marks = enumerate(self.at(index).passage.marks)
        found = [(mark.kind != "metric", number) for number, mark in marks if mark.start <= offset < mark.end]
        return (index, min(found)[1]) if found else None

    def line_at(self, y: float) -> tuple[int, int]:
        """The passage nearest to a height, and its line."""
        index = self.index_at(y)
        return index, self.at(index).line_at(y - self.top(index))

    def _drop_all_but(self, first: int, end: int) -> None:
        if len(self._passages) > _CACHE_SIZE:
            kept = range(first - _CACHE_MARGIN, end + _CACHE_MARGIN)
            self._passages = {index: passage for index, passage in self._passages.items() if index in kept}

    def _estimates(self) -> list[int]:
        known: dict[tuple[str, int], int] = {}
        heights = []
        for size in self.shown.sizes():
            if (height := known.get(size)) is None:
                height = known[size] = estimated_height(*size, self.setting)
            heights.append(height)
        return heights

    def _tops(self) -> list[int]:
        if self._known_tops is None:
            self._known_tops = list(accumulate(self._heights, initial=0))
        return self._known_tops
