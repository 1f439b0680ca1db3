"""How text is set: sizes, the column, the space between Han and Latin, what may end a line; no Qt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from exhibit.model.article import Mark
from exhibit.model.text import Script

StyleName = Literal["kicker", "title", "overview", "meta", "heading", "paragraph", "note", "source"]


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of passage is set, in design pixels; `indent` is in ems."""

    serif: bool
    size: float
    line: float
    """Line height as a multiple of the size."""
    above: float = 0
    below: float = 0
    bold: bool = False
    colour: str = "ink"
    """A colour token."""
    indent: int = 0
    """The first line alone."""
    inset: float = 0
    """All lines."""


STYLES: Final[dict[StyleName, Style]] = {
    "kicker": Style(False, 15, 1.6, above=28, bold=True, colour="accent"),
    "title": Style(True, 34, 1.4, above=4, bold=True),
    "overview": Style(True, 20, 1.7, above=8, colour="soft"),
    "meta": Style(False, 14, 1.6, above=10, below=18, colour="soft"),
    "heading": Style(True, 23, 1.5, above=32, below=8, bold=True),
    "paragraph": Style(True, 19, 1.9, below=10, indent=2),
    "note": Style(False, 15, 1.7, above=8, below=18, colour="soft", inset=18),
    "source": Style(False, 14, 1.7, above=44, below=56, colour="soft"),
}
EM: Final = STYLES["paragraph"].size
"""The size of the text itself, in design pixels."""

_MOST: Final = 36
_FEWEST_BESIDE: Final = 32
"""Characters a line of the column: at most, and at least where the contents stand beside it."""
_CONTENTS: Final = 200
_CONTENTS_GAP: Final = 28
_MARGIN: Final = 40
_NARROW_MARGIN: Final = 12
"""Design pixels."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where text and contents stand, in pixels; `contents` is 0 where they have no room."""

    left: int
    text: int
    contents_left: int
    contents: int


def columns(width: int, em: int, scale: float) -> Columns:
    """The column of text, in whole characters and a half, and the contents beside it if they fit.

    The half takes the punctuation that may end a line (`may_squeeze`).
    """
    margin = round(min(_MARGIN * scale, max(_NARROW_MARGIN, width * 0.06)))
    contents, gap = round(_CONTENTS * scale), round(_CONTENTS_GAP * scale)
    beside = width - 2 * margin - contents - gap
    if beside >= _whole(_FEWEST_BESIDE, em):
        text = _whole(min(_MOST, _fitting(beside, em)), em)
        left = margin + (beside - text) // 2
        return Columns(left, text, left + text + gap, contents)
    text = _whole(max(1, min(_MOST, _fitting(width - 2 * margin, em))), em)
    return Columns(max(0, (width - text) // 2), text, 0, 0)


def _whole(characters: int, em: int) -> int:
    return characters * em + em // 2


def _fitting(width: int, em: int) -> int:
    return (width - em // 2) // em


_HAN: Final = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_WORD: Final = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff"
_BORDER: Final = re.compile(f"[{_HAN}](?=[{_WORD}+$#@])|[{_WORD}%‰°+](?=[{_HAN}])")


def gaps(text: str) -> list[int]:
    """Positions of the characters behind which a small space belongs: where Han meets Latin letters or digits."""
    return [match.start() for match in _BORDER.finditer(text)]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a passage set unlike the rest; positions in code points."""

    start: int
    end: int
    bold: bool
    gap: bool


def spans(text: str, marks: Sequence[Mark]) -> list[Span]:
    """The stretches with a bold figure or a space behind them, in order, none over another."""
    spaced = set(gaps(text))
    bold = {position for mark in marks for position in range(mark.start, mark.end)}
    cuts = {cut for mark in marks for cut in (mark.start, mark.end)}
    cuts |= spaced | {gap + 1 for gap in spaced}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    found = (Span(start, end, start in bold, start in spaced) for start, end in pairwise(edges))
    return [span for span in found if span.bold or span.gap]


_CLOSING: Final = frozenset("，。、；：！？”’」』）》〉】〕…—")
_SQUEEZED: Final[dict[Script, frozenset[str]]] = {
    "hans": frozenset("，。、；：！？”’」』）》〉】〕"),
    "hant": frozenset("」』）》〉】〕"),
}
"""Punctuation whose right half is empty: Traditional type centres its commas and stops."""


def may_squeeze(text: str, last: int, script: Script) -> bool:
    """Whether a line may end with the character at `last` taking half its width: punctuation no other follows."""
    if last >= len(text) or text[last] not in _SQUEEZED[script]:
        return False
    return last + 1 == len(text) or text[last + 1] not in _CLOSING


_DIGITS: Final = "零一二三四五六七八九"


def ordinal(number: int) -> str:
    """A number from 1 to 99 in Chinese, beyond that in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def minutes(length: int) -> int:
    """How long reading takes at 400 characters a minute, one minute at least."""
    return max(1, round(length / 400))


_RUN: Final = re.compile(rf"[{_WORD}.%‰+-]*[{_WORD}%‰]|[{_HAN}]+|\s+|.", re.DOTALL)


def run_at(text: str, position: int) -> tuple[int, int]:
    """The run a double click selects: a number or Latin word, Han characters up to punctuation, or one character."""
    for match in _RUN.finditer(text):
        if match.start() <= position < match.end():
            return match.span()
    return len(text), len(text)
