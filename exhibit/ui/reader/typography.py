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
class PassageStyle:
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
    most: int = 40
    """Characters a line."""


STYLES: Final[dict[StyleName, PassageStyle]] = {
    "kicker": PassageStyle(False, 15, 1.6, above=28, bold=True, colour="accent"),
    "title": PassageStyle(True, 34, 1.4, above=4, bold=True),
    "overview": PassageStyle(True, 20, 1.7, above=8, colour="soft"),
    "meta": PassageStyle(False, 14, 1.6, above=10, below=18, colour="soft", most=60),
    "heading": PassageStyle(True, 23, 1.5, above=32, below=8, bold=True),
    "paragraph": PassageStyle(True, 19, 1.9, below=10, indent=2),
    "note": PassageStyle(False, 15, 1.7, above=8, below=18, colour="soft", inset=18),
    "source": PassageStyle(False, 14, 1.7, above=44, below=56, colour="soft"),
}
EM: Final = STYLES["paragraph"].size
"""The size of the text itself, in design pixels."""

_MOST: Final = 36
_FEWEST_BESIDE: Final = 32
"""Characters a line of the column: at most, and at least where the contents stand beside it."""
_CONTENTS: Final = 140
_CONTENTS_GAP: Final = 20
_LEAST_MARGIN: Final = 16
_MARGIN: Final = 40
_NARROW_MARGIN: Final = 12
"""Design pixels."""


@dataclass(frozen=True, slots=True)
class ReaderColumns:
    """Where text and contents stand, in pixels; `contents` is 0 where they have no room."""

    left: int
    text: int
    contents_left: int
    contents: int


def columns(width: int, em: int, scale: float) -> ReaderColumns:
    """The column of text, in whole characters and a half, and the contents beside it if they fit.

    The half takes the punctuation that may end a line (`may_squeeze`).
    """
    contents, gap = round(_CONTENTS * scale), round(_CONTENTS_GAP * scale)
    beside = width - 2 * round(_LEAST_MARGIN * scale) - contents - gap
    if beside >= _whole(_FEWEST_BESIDE, em):
        text = _whole(min(_MOST, _fitting(beside, em)), em)
        left = (width - text - gap - contents) // 2
        return ReaderColumns(left, text, left + text + gap, contents)
    margin = round(min(_MARGIN * scale, max(_NARROW_MARGIN, width * 0.06)))
    text = _whole(max(1, min(_MOST, _fitting(width - 2 * margin, em))), em)
    return ReaderColumns(max(0, (width - text) // 2), text, 0, 0)


def _whole(characters: int, em: int) -> int:
    return characters * em + em // 2


def _fitting(width: int, em: int) -> int:
    return (width - em // 2) // em


_HAN: Final = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_WORD: Final = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff"
_LATIN: Final = re.compile(f"[{_WORD}+$#@%‰°]+")


def gaps(text: str) -> list[int]:
    """Positions of the characters behind which a small space belongs: where Han meets Latin letters or digits."""
    found = []
    for match in _LATIN.finditer(text):
        start, end = match.span()
        if start and _is_han(text[start - 1]) and text[start] not in "%‰°":
            found.append(start - 1)
        if end < len(text) and _is_han(text[end]) and text[end - 1] not in "$#@":
            found.append(end - 1)
    return found


def _is_han(character: str) -> bool:
    """Cheaper than a pattern with all the ranges of Han, which takes longer to compile than a page to lay out."""
    return character >= "\u2e80" and character.isalnum() and not "\uff00" <= character <= "\uffef"


_CLOSING: Final = "，。、；：！？”’」』）》〉】〕"
_OPENING: Final = "“‘「『（《〈【〔"
_HALF_EMPTY: Final[dict[Script, str]] = {"hans": _CLOSING, "hant": "」』）》〉】〕"}
"""Punctuation whose right half is empty: Traditional type centres its commas and stops."""
_GAP: Final = 0.2
_SQUEEZE: Final = -0.5
"""What is added behind a character, in ems."""


def spaces(text: str, script: Script) -> dict[int, float]:
    """What is added behind characters, in ems: a gap between Han and Latin, half a character less in crowded marks."""
    found = dict.fromkeys(gaps(text), _GAP)
    found.update((match.start(), _SQUEEZE) for match in _CROWDED[script].finditer(text))
    return found


_CROWDED: Final = {
    script: re.compile(f"[{half_empty}](?=[{_CLOSING}{_OPENING}])") for script, half_empty in _HALF_EMPTY.items()
}


@dataclass(frozen=True, slots=True)
class StyledSpan:
    """A stretch of a passage set unlike the rest; positions in code points, `space` in ems behind its one character."""

    start: int
    end: int
    bold: bool
    space: float


def spans(text: str, marks: Sequence[Mark], script: Script) -> list[StyledSpan]:
    """The stretches with a bold figure or another space behind them, in order, none over another."""
    spaced = spaces(text, script)
    bold = {position for mark in marks for position in range(mark.start, mark.end)}
    cuts = {cut for mark in marks for cut in (mark.start, mark.end)}
    cuts.update(spaced, (position + 1 for position in spaced))
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    found = (StyledSpan(start, end, start in bold, spaced.get(start, 0.0)) for start, end in pairwise(edges))
    return [span for span in found if span.bold or span.space]


def may_squeeze(text: str, last: int, script: Script) -> bool:
    """Whether the character at `last` may end a line taking half its width, which it does not take already."""
    if text[last] not in _HALF_EMPTY[script]:
        return False
    return last + 1 == len(text) or text[last + 1] not in _CLOSING + _OPENING


_NEVER_FIRST: Final = frozenset(_CLOSING + "·％%‰°℃.,;:!?)]}々ー～")
_NEVER_LAST: Final = frozenset(_OPENING + "([{$￥¥№#")
_PAIRED: Final = "…—"
"""Marks that are printed twice and stay together."""
_WORDLIKE: Final = re.compile(f"[{_WORD}.,+/@_'-]")
_BACK: Final = 24
"""Characters a line gives up at most for a good break."""


def may_break(text: str, position: int) -> bool:
    """Whether a line may break before `position`: closing marks begin none, opening ones end none, words stay whole."""
    before, behind = text[position - 1], text[position]
    if behind in _NEVER_FIRST or before in _NEVER_LAST or (before == behind and before in _PAIRED):
        return False
    return not (_WORDLIKE.match(before) and _WORDLIKE.match(behind))


def line_end(text: str, start: int, most: int) -> int:
    """Where a line from `start` with room up to `most` ends: at the last good break, or at `most` if none is near."""
    if most >= len(text):
        return len(text)
    good = (position for position in range(most, max(start, most - _BACK), -1) if may_break(text, position))
    return next(good, most)


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


_RUN: Final = rf"(?s:[{_WORD}.%‰+-]*[{_WORD}%‰]|[{_HAN}]+|\s+|.)"


def run_at(text: str, position: int) -> tuple[int, int]:
    """The run a double click selects: a number or Latin word, Han characters up to punctuation, or one character."""
    for match in re.finditer(_RUN, text):
        if match.start() <= position < match.end():
            return match.span()
    return len(text), len(text)
