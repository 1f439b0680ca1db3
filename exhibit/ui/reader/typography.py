"""How text is set: styles, the column, the space between Han and Latin, where a line may end; no Qt."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from exhibit.model.article import Mark
from exhibit.model.text import Script
from exhibit.theme import Theme

StyleName = Literal["kicker", "title", "overview", "meta", "heading", "paragraph", "note", "source"]
"""The styles of passages."""


class PassageStyle(NamedTuple):
    """How one kind of passage is set; lengths in design pixels."""

    serif: bool
    size: float
    """The size of the font."""
    line: float
    """The line height as a multiple of `size`."""
    above: float = 0
    """The space above the passage."""
    below: float = 0
    """The space below the passage."""
    bold: bool = False
    colour: str = "ink"
    """The name of a colour of the theme."""
    indent: int = 0
    """The indent of the first line, in ems."""
    inset: float = 0
    """The indent of all lines."""
    max_characters: int = 40
    """The most characters a line has."""


STYLES: Final[dict[StyleName, PassageStyle]] = {
    "kicker": PassageStyle(serif=False, size=15, line=1.6, above=28, bold=True, colour="accent"),
    "title": PassageStyle(serif=True, size=34, line=1.4, above=4, bold=True),
    "overview": PassageStyle(serif=True, size=20, line=1.7, above=8, colour="soft"),
    "meta": PassageStyle(serif=False, size=14, line=1.6, above=10, below=18, colour="soft", max_characters=60),
    "heading": PassageStyle(serif=True, size=23, line=1.5, above=32, below=8, bold=True),
    "paragraph": PassageStyle(serif=True, size=19, line=1.9, below=10, indent=2),
    "note": PassageStyle(serif=False, size=15, line=1.7, above=8, below=18, colour="soft", inset=18),
    "source": PassageStyle(serif=False, size=14, line=1.7, above=44, below=56, colour="soft"),
}
"""The style of each kind of passage."""
TEXT_SIZE: Final = STYLES["paragraph"].size
"""The font size of the text itself, in design pixels."""

_MAX_LINE: Final = 36
"""The most characters a line of the column has."""
_MIN_LINE_BESIDE_CONTENTS: Final = 32
"""The fewest characters a line has where the contents are beside the column."""
_CONTENTS_WIDTH: Final = 140
"""Design pixels."""
_CONTENTS_GAP: Final = 20
"""Design pixels between the column and the contents."""
_MIN_MARGIN_WITH_CONTENTS: Final = 16
"""Design pixels beside column and contents."""
_MAX_MARGIN: Final = 40
"""Design pixels beside a column without contents."""
_MIN_MARGIN: Final = 12
"""Design pixels beside a column without contents."""
_MARGIN_SHARE: Final = 0.06
"""The share of the width that a margin takes between _MIN_MARGIN and _MAX_MARGIN."""


class ReaderColumns(NamedTuple):
    """Where the column of text and the contents are, in pixels."""

    left: int
    text: int
    """The width of the column of text."""
    contents_left: int
    contents: int
    """The width of the contents; 0 where they have no room."""


def text_em(theme: Theme) -> int:
    """The width of a character of the text, in pixels."""
    return theme.text(TEXT_SIZE)


def columns(width: int, theme: Theme) -> ReaderColumns:
    """Divides `width` pixels: the column of text, and the contents beside it if they fit.

    The column is a number of whole characters and a half wide. The half takes the punctuation that may end a line
    (`may_squeeze`).
    """
    em, contents, gap = text_em(theme), theme.target(_CONTENTS_WIDTH), theme.px(_CONTENTS_GAP)
    beside = width - 2 * theme.px(_MIN_MARGIN_WITH_CONTENTS) - contents - gap
    if beside >= _column_width(_MIN_LINE_BESIDE_CONTENTS, em):
        text = _column_width(min(_MAX_LINE, _fitting_characters(beside, em)), em)
        left = (width - text - gap - contents) // 2
        return ReaderColumns(left, text, left + text + gap, contents)
    margin = round(min(theme.px(_MAX_MARGIN), max(theme.px(_MIN_MARGIN), width * _MARGIN_SHARE)))
    text = _column_width(max(1, min(_MAX_LINE, _fitting_characters(width - 2 * margin, em))), em)
    return ReaderColumns(max(0, (width - text) // 2), text, 0, 0)


def _column_width(characters: int, em: int) -> int:
    return characters * em + em // 2


def _fitting_characters(width: int, em: int) -> int:
    return (width - em // 2) // em


_HAN: Final = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""Ranges of Chinese characters, for a pattern."""
_WORD: Final = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff"
"""Ranges of Latin and Greek letters and digits, for a pattern."""
_LATIN: Final = re.compile(f"[{_WORD}+$#@%‰°]+")


def gaps(text: str) -> list[int]:
    """Positions of the characters followed by a small space: where Han meets Latin letters or digits."""
    found = []
    for match in _LATIN.finditer(text):
        start, end = match.span()
        if start and _is_han(text[start - 1]) and text[start] not in "%‰°":
            found.append(start - 1)
        if end < len(text) and _is_han(text[end]) and text[end - 1] not in "$#@":
            found.append(end - 1)
    return found


def _is_han(character: str) -> bool:
    """Whether a character is Chinese. A pattern of all ranges takes longer to compile than a page to lay out."""
    return character >= "\u2e80" and character.isalnum() and not "\uff00" <= character <= "\uffef"


_CLOSING: Final = "，。、；：！？”’」』）》〉】〕"
_OPENING: Final = "“‘「『（《〈【〔"
_HALF_EMPTY: Final[dict[Script, str]] = {"hans": _CLOSING, "hant": "」』）》〉】〕"}
"""Punctuation whose right half is empty. Traditional type centres its commas and stops."""
_LATIN_GAP: Final = 0.2
"""The space between Han and Latin, in ems."""
_SQUEEZE: Final = -0.5
"""The space after a mark of punctuation that gives up its empty half, in ems."""


def spaces(text: str, script: Script) -> dict[int, float]:
    """The space added after characters, in ems: a gap between Han and Latin, less where punctuation meets."""
    found = dict.fromkeys(gaps(text), _LATIN_GAP)
    found.update((match.start(), _SQUEEZE) for match in _CROWDED[script].finditer(text))
    return found


_CROWDED: Final = {
    script: re.compile(f"[{half_empty}](?=[{_CLOSING}{_OPENING}])") for script, half_empty in _HALF_EMPTY.items()
}
"""Punctuation with an empty half that other punctuation follows."""


class StyledSpan(NamedTuple):
    """A part of a passage that is bold or has a space after it; positions in code points."""

    start: int
    end: int
    bold: bool
    space: float
    """The space in ems after the span's only character; 0 for no space."""


def spans(text: str, marks: Sequence[Mark], script: Script) -> list[StyledSpan]:
    """The parts of a text that are bold (`marks`) or have a space after them, in order and without overlap."""
    spaced = spaces(text, script)
    bold = {position for mark in marks for position in range(mark.start, mark.end)}
    cuts = {cut for mark in marks for cut in (mark.start, mark.end)}
    cuts.update(spaced, (position + 1 for position in spaced))
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    found = (StyledSpan(start, end, start in bold, spaced.get(start, 0.0)) for start, end in pairwise(edges))
    return [span for span in found if span.bold or span.space]


def may_squeeze(text: str, last: int, script: Script) -> bool:
    """Whether the character at `last` may take half its width at the end of a line."""
    if text[last] not in _HALF_EMPTY[script]:
        return False
    return last + 1 == len(text) or text[last + 1] not in _CLOSING + _OPENING


_NEVER_FIRST: Final = frozenset(_CLOSING + "·％%‰°℃.,;:!?)]}々ー～")
"""Characters that begin no line."""
_NEVER_LAST: Final = frozenset(_OPENING + "([{$￥¥№#")
"""Characters that end no line."""
_PAIRED: Final = "…—"
"""Marks that are printed twice and stay together."""
_WORDLIKE: Final = re.compile(f"[{_WORD}.,+/@_'-]")
"""Characters of Latin words and numbers, which stay whole."""
_MAX_SHORTENING: Final = 24
"""The most characters a line gives up for a good break."""


def may_break(text: str, position: int) -> bool:
    """Whether a line may break before `position`."""
    before, after = text[position - 1], text[position]
    if after in _NEVER_FIRST or before in _NEVER_LAST or (before == after and before in _PAIRED):
        return False
    return not (_WORDLIKE.match(before) and _WORDLIKE.match(after))


def line_end(text: str, start: int, max_end: int) -> int:
    """Where a line from `start` ends that has room up to `max_end`: at the last good break near, or at `max_end`."""
    if max_end >= len(text):
        return len(text)
    first = max(start, max_end - _MAX_SHORTENING)
    good = (position for position in range(max_end, first, -1) if may_break(text, position))
    return next(good, max_end)


_DIGITS: Final = "零一二三四五六七八九"


def ordinal(number: int) -> str:
    """A number from 1 to 99 in Chinese; other numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    first = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return first + (_DIGITS[ones] if ones else "")


_READING_SPEED: Final = 400
"""Characters a minute."""


def reading_minutes(characters: int) -> int:
    """How long reading takes; at least one minute."""
    return max(1, round(characters / _READING_SPEED))


_RUN: Final = rf"(?s:[{_WORD}.%‰+-]*[{_WORD}%‰]|[{_HAN}]+|\s+|.)"
"""What a double click selects, as a pattern."""


def run_at(text: str, position: int) -> tuple[int, int]:
    """The range a double click selects: a number or Latin word, Han up to punctuation, or one character."""
    for match in re.finditer(_RUN, text):
        if match.start() <= position < match.end():
            return match.span()
    return len(text), len(text)
