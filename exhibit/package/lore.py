"""What the package carries so that it can be searched without the compiler."""

from dataclasses import dataclass
from typing import Final

from exhibit.model.search import Kind
from exhibit.model.text import Text

NUMBERS: Final[dict[Kind, range]] = {
    "region": range(0, 1),
    "title": range(1, 2),
    "heading": range(2, 3),
    "term": range(3, 5),
    "part": range(5, 7),
    "metric": range(7, 9),
    "event": range(9, 10),
    "comparison": range(10, 12),
    "text": range(12, 13),
}
"""The numbers of each kind in the index of names, see format.ROW_SHIFT: terms, parts and comparisons by name, and then
by what is said of them; figures that are stated, and that are computed; names that only the texts hold, and that are
completed."""
SAID: Final = (4, 6, 11)
"""The numbers of what is said; its names have the number before."""


@dataclass(frozen=True, slots=True)
class Lore:
    """The part `lore`; the first search does without, unless it asks for a sound, for years or for such a name."""

    names: tuple[Text, ...]
    """Names that only the texts hold."""
    years: tuple[int, ...]
    """The years that anything is of."""
    sounds: tuple[str, ...]
    """A syllable each, a blank, and the folded characters that have it."""
