"""What is selected: two positions in the passages of a page; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from exhibit.ui.reader.shown import ReaderShown

TextPosition = tuple[int, int]
"""A passage and a code point in it."""


@dataclass(frozen=True, slots=True)
class TextSelection:
    """From where the selecting began to where it is now; nothing is selected where they are the same."""

    anchor: TextPosition
    focus: TextPosition

    def __bool__(self) -> bool:
        return self.anchor != self.focus

    @property
    def start(self) -> TextPosition:
        return min(self.anchor, self.focus)

    @property
    def end(self) -> TextPosition:
        return max(self.anchor, self.focus)

    def within(self, passage: int, length: int) -> tuple[int, int] | None:
        """The selected part of a passage of that length."""
        if not self or not self.start[0] <= passage <= self.end[0]:
            return None
        first = self.start[1] if passage == self.start[0] else 0
        last = self.end[1] if passage == self.end[0] else length
        return (min(first, length), min(last, length)) if first < last else None


def whole_article(shown: ReaderShown) -> TextSelection:
    """The article's own text, without what the exhibit says around it."""
    first, last = len(shown.header), len(shown.header) + len(shown.blocks) - 1
    if last < first:
        return TextSelection((0, 0), (0, 0))
    return TextSelection((first, 0), (last, len(shown.passage(last).text)))


def selected_text(shown: ReaderShown, selection: TextSelection) -> str:
    """The selected text as it reads in the script in view, a line for each passage."""
    return "\n".join(_parts(shown, selection))


def moved(shown: ReaderShown, position: TextPosition, characters: int) -> TextPosition:
    """The position some characters on or back; the end of a passage and the beginning of the next are one apart."""
    passage, offset = position[0], position[1] + characters
    if offset < 0 and passage > 0:
        return passage - 1, len(shown.passage(passage - 1).text)
    if offset > len(shown.passage(passage).text) and passage + 1 < shown.count:
        return passage + 1, 0
    return passage, max(0, min(offset, len(shown.passage(passage).text)))


def _parts(shown: ReaderShown, selection: TextSelection) -> Iterator[str]:
    for index in range(selection.start[0], min(selection.end[0], shown.count - 1) + 1):
        text = shown.passage(index).text
        if part := selection.within(index, len(text)):
            yield text[part[0] : part[1]]
