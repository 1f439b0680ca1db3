"""Finds characters that no content may hold: hidden controls, stray surrogates, private signs."""

import re
import unicodedata
from itertools import islice
from typing import Final

from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.text import UNSAFE

_PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_REFUSED: Final = re.compile(f"{UNSAFE}|[{_PRIVATE}]")
_MOST: Final = 100
"""Places named in one file; a file with more is no text."""
_NAMES: Final = {"\u0085": "NEXT LINE", "\ufffc": "OBJECT REPLACEMENT CHARACTER"}
_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def without_forbidden(text: str, file: str, problems: ProblemList, first: int = 1) -> str:
    """The text with a sign in the place of each refused character; each is an error on its line."""
    line, counted = first, 0
    for match in islice(_REFUSED.finditer(text), _MOST):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        problems.error(ProblemPlace(file, line), _message(match.group()))
    return _REFUSED.sub("□", text)


def code_point(character: str) -> str:
    """A character as U+XXXX and its Unicode name."""
    name = _NAMES.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()


def _message(character: str) -> str:
    if _BIDI.match(character):
        kind = "a hidden sign that turns the direction of the text"
    elif re.match(f"[{_PRIVATE}]", character):
        kind = "a private sign that only one font knows"
    elif character in "\u2028\u2029\u0085":
        kind = "a hidden line separator"
    else:
        kind = "a hidden control character"
    return f"{code_point(character)} is {kind}; delete it"
