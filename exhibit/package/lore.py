"""What the package carries so that it can be searched without the compiler."""

from dataclasses import dataclass
from typing import Final

from exhibit.model.search import Kind
from exhibit.model.text import Text

NUMBERS: Final[dict[Kind, range]] = {
    "region": range(0, 1),
    "title": range(1, 2),
    "heading": range(2, 3),
    "term": range(3, 4),
    "part": range(4, 5),
    "metric": range(5, 7),
    "event": range(7, 8),
    "text": range(8, 9),
}
"""The numbers of each kind in the index of names, see format.ROW_SHIFT: figures are stated or computed; `text` are
names that only the texts hold, and that are completed."""


@dataclass(frozen=True, slots=True)
class Lore:
    """The part `lore`."""

    folds: str
    to: str
    """Characters that are folded for searching, and what each becomes."""
    names: tuple[Text, ...]
    """Names that only the texts hold."""
    years: tuple[int, ...]
    """The years that anything is of."""
    sounds: tuple[str, ...]
    """A syllable each, a blank, and the folded characters that have it."""
