"""A text in both scripts, character for character, and positions in it."""

import re
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from exhibit.model.limits import MAX_LINE, MAX_PROSE

Script = Literal["hans", "hant"]
SCRIPTS: Final[tuple[Script, ...]] = ("hans", "hant")

UNSAFE: Final = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)
"""A pattern of the characters no content may hold: controls but tab and line feed, bidirectional controls (the Trojan
Source set), lone surrogates, and what Qt's text documents use for themselves."""

_BLANKS: Final = "\n\t\xa0\u3000"
"""Common and safe characters that Python calls unprintable."""


@dataclass(frozen=True, slots=True)
class Text:
    """The same text in Simplified (`hans`) and Traditional (`hant`) characters.

    Both have the same number of code points, so one position holds in both.
    Raises ValueError if they do not.
    """

    hans: str
    hant: str

    def __post_init__(self) -> None:
        if len(self.hans) != len(self.hant):
            raise ValueError(f"scripts differ in length: {self.hans!r} / {self.hant!r}")

    def __len__(self) -> int:
        return len(self.hans)

    def __bool__(self) -> bool:
        return bool(self.hans)

    def in_(self, script: Script) -> str:
        """The text in one script."""
        return self.hans if script == "hans" else self.hant

    def cut(self, start: int, end: int) -> "Text":
        """The text between two positions, in code points."""
        return Text(self.hans[start:end], self.hant[start:end])


TitleText = Annotated[Text, MAX_LINE]
"""A title, a name or a label."""
ProseText = Annotated[Text, MAX_PROSE]
"""An explanation, a note or an overview."""


def is_safe(text: str) -> bool:
    """Whether a text holds none of the UNSAFE characters."""
    if text.isprintable():  # then it is safe but for U+FFFC
        return "\ufffc" not in text
    for one in _BLANKS:
        text = text.replace(one, "")
    return (text.isprintable() and "\ufffc" not in text) or not re.search(UNSAFE, text)  # which takes long to compile


def same(text: str) -> Text:
    """A text that is the same in both scripts."""
    return Text(text, text)


def utf16_length(text: str) -> int:
    """The length of a text in UTF-16 units, as Qt counts: two for a character beyond U+FFFF."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, position: int) -> int:
    """The UTF-16 position of a code point position in `text`."""
    return utf16_length(text[:position])


def from_utf16(text: str, position: int) -> int:
    """The code point position of a UTF-16 position in `text`; inside a surrogate pair, that of the pair."""
    if len(text) == utf16_length(text):
        return min(position, len(text))
    units = 0
    for index, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1
        if units > position:
            return index
    return len(text)
