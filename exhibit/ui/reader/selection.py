"""What is selected in the text, and how it is quoted on the clipboard; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from exhibit.model.article import Citation
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.reader.edition_text import EditionText
from exhibit.ui.reader.shown import ReaderShown

TextPosition = tuple[int, int]
"""The index of a passage, and a code point in it."""

_NESTED_BRACKETS = str.maketrans("《》", "〈〉")
"""Title brackets inside title brackets."""


@dataclass(frozen=True, slots=True)
class TextSelection:
    """The text between two positions; empty where they are the same."""

    anchor: TextPosition
    """Where selecting began."""
    focus: TextPosition
    """Where selecting ended."""

    def __bool__(self) -> bool:
        return self.anchor != self.focus

    @property
    def start(self) -> TextPosition:
        """The position that comes first in the text."""
        return min(self.anchor, self.focus)

    @property
    def end(self) -> TextPosition:
        """The position that comes last in the text."""
        return max(self.anchor, self.focus)

    def within(self, passage: int, length: int) -> tuple[int, int] | None:
        """The selected part of a passage of `length` code points; None if nothing of it is selected."""
        if not self or not self.start[0] <= passage <= self.end[0]:
            return None
        first = self.start[1] if passage == self.start[0] else 0
        last = self.end[1] if passage == self.end[0] else length
        return (min(first, length), min(last, length)) if first < last else None


def whole_article(shown: ReaderShown) -> TextSelection:
    """The blocks of the article, without header and footer."""
    first, last = len(shown.header), len(shown.header) + len(shown.blocks) - 1
    if last < first:
        return TextSelection((0, 0), (0, 0))
    return TextSelection((first, 0), (last, len(shown.passage(last).text)))


def selected_text(shown: ReaderShown, selection: TextSelection) -> str:
    """The selected text in the script in view, one line for each passage."""
    return "\n".join(_selected_parts(shown, selection))


def moved_position(shown: ReaderShown, position: TextPosition, characters: int) -> TextPosition:
    """The position some characters forward or back; from the end of a passage to the next is one step."""
    passage, offset = position[0], position[1] + characters
    if offset < 0 and passage > 0:
        return passage - 1, len(shown.passage(passage - 1).text)
    if offset > len(shown.passage(passage).text) and passage + 1 < shown.count:
        return passage + 1, 0
    return passage, max(0, min(offset, len(shown.passage(passage).text)))


def quotation(text: str, edition: EditionText, script: Script) -> str:
    """A text with its citation in a line of its own."""
    return f"{text}\n{citation_line(edition, script)}"


def citation_line(edition: EditionText, script: Script) -> str:
    """——《title》，newspaper，date（exhibit，edition）; it says so where newspaper or date are not printed."""
    citation = edition.article.citation
    source = f"{edition.exhibit.in_(script)}，{edition.name.in_(script)}"
    return f"——《{_title(citation, script)}》，{_newspaper_and_date(citation, script)}（{source}）"


def _title(citation: Citation, script: Script) -> str:
    return citation.title.in_(script).translate(_NESTED_BRACKETS)


def _newspaper_and_date(citation: Citation, script: Script) -> str:
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", script)
    date = citation.date.in_(script) if citation.date else say("date-not-printed", script)
    return f"{newspaper}，{date}"


def _selected_parts(shown: ReaderShown, selection: TextSelection) -> Iterator[str]:
    for index in range(selection.start[0], min(selection.end[0], shown.count - 1) + 1):
        text = shown.passage(index).text
        if part := selection.within(index, len(text)):
            yield text[part[0] : part[1]]
