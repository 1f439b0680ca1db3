"""Reports characters that no content may hold, or that were used in place of others, and says what to do."""

import re
import unicodedata
from collections.abc import Callable
from itertools import islice
from typing import Final, NamedTuple

from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.text import UNSAFE

_MAX_PLACES: Final = 100
"""Places reported in one file; a file with more is probably no text."""
_NAMES: Final = {"\u0085": "NEXT LINE", "\ufffc": "OBJECT REPLACEMENT CHARACTER"}
_MISSING: Final = "□"
"""Replaces a character that has no better replacement."""

_BIDI: Final = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_PRIVATE: Final = "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
_INVISIBLE: Final = (
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_BLANK: Final = "[\u00a0\u1680\u2000-\u200a\u202f\u205f]"
_RADICAL: Final = "[\u2e80-\u2fd5]"
_COMPATIBLE: Final = "[\uf900-\ufaff\U0002f800-\U0002fa1f]"
_IN_TWO: Final = "[^\\W\\d_][\u0300-\u036f]+"
"""A letter followed by combining accents."""


class _CharacterKind(NamedTuple):
    """A kind of character to report; both functions take the text that the pattern matched."""

    pattern: str
    advice: Callable[[str], str | None]
    """What is wrong and what to do, or None if nothing is wrong."""
    replacement: Callable[[str], str]
    """The text that the build uses instead."""


def _nfc(found: str) -> str:
    return unicodedata.normalize("NFC", found)


def _nfkc(found: str) -> str:
    return unicodedata.normalize("NFKC", found)


def _advice(what: str) -> Callable[[str], str]:
    return lambda found: f"{code_point(found)} is {what}"


def _radical_advice(found: str) -> str:
    if (ordinary := _nfkc(found)) == found:
        return (
            f"`{found}` ({code_point(found)}) is a radical, as copies of PDF files have it; type the character itself"
        )
    return f"`{found}` ({code_point(found)}) is a radical, as copies of PDF files have it; write `{ordinary}`"


def _compatible_advice(found: str) -> str | None:
    if (usual := _nfc(found)) == found:
        return None
    copy_of = f"a copy of `{usual}` (U+{ord(usual):04X}) that no search finds"
    return f"`{found}` ({code_point(found)}) is {copy_of}; write the usual one"


def _in_two_advice(found: str) -> str | None:
    if (whole := _nfc(found)) == found:
        return None
    return f"`{whole}` is written as {len(found)} characters, a letter and what stands over it; write it as one (NFC)"


_KINDS: Final = (
    _CharacterKind(
        _BIDI, _advice("a hidden sign that turns the direction of the text; delete it"), lambda _: _MISSING
    ),
    _CharacterKind(_PRIVATE, _advice("a private sign that only one font knows; delete it"), lambda _: _MISSING),
    _CharacterKind("[\u2028\u2029\u0085]", _advice("a hidden line separator; delete it"), lambda _: _MISSING),
    _CharacterKind(UNSAFE, _advice("a hidden control character; delete it"), lambda _: _MISSING),
    _CharacterKind(_INVISIBLE, _advice("invisible, and search stumbles over it; delete it"), lambda _: ""),
    _CharacterKind(
        _BLANK, _advice("another blank than the usual one; write a usual blank, or none between Chinese characters"),
        lambda _: " ",
    ),
    _CharacterKind(_RADICAL, _radical_advice, lambda found: _MISSING if _nfkc(found) == found else _nfkc(found)),
    _CharacterKind(_COMPATIBLE, _compatible_advice, _nfc),
    _CharacterKind(_IN_TWO, _in_two_advice, _nfc),
    _CharacterKind(
        "\ufffd",
        _advice("what is left of a character that was lost when the text was copied or saved; write it again"),
        lambda _: _MISSING,
    ),
)  # fmt: skip
_REPORTED: Final = re.compile("|".join(f"({kind.pattern})" for kind in _KINDS))


def without_forbidden(text: str, file: str, problems: ProblemList, first: int = 1) -> str:
    """The text with a harmless replacement for each reported character; each is an error on its line.

    `first` is the line of the file on which the text begins.
    """
    line, counted = first, 0
    for match in islice(_REPORTED.finditer(text), _MAX_PLACES):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        if advice := _kind(match).advice(match[0]):
            problems.error(ProblemPlace(file, line), advice)
    return _REPORTED.sub(lambda match: _kind(match).replacement(match[0]), text)


def code_point(character: str) -> str:
    """A character as U+XXXX and its Unicode name."""
    name = _NAMES.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()


def _kind(match: re.Match[str]) -> _CharacterKind:
    return _KINDS[(match.lastindex or 1) - 1]
