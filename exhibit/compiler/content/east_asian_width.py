"""Joins wrapped lines: between two characters as wide as a Chinese one, a line break is no blank."""

import re
from typing import Final

_WIDE: Final = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—]"
_GAP: Final = re.compile(f"(?<={_WIDE}) (?={_WIDE})")
_EDGE: Final = re.compile(_WIDE)


def without_gaps(text: str) -> str:
    """The text without the blanks that stand between two wide characters."""
    return _GAP.sub("", text)


def joined(before: str, behind: str) -> str:
    """Two lines as one, with a blank between them unless a wide character meets the line break."""
    wide = _EDGE.match(before[-1:]) or _EDGE.match(behind[:1])
    return before + ("" if wide or not behind else " ") + behind
