"""What the package carries so that it can be searched without the compiler."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from exhibit.model.search import Kind
from exhibit.model.text import Text
from exhibit.package.format import ROW_SHIFT


@dataclass(frozen=True, slots=True)
class Shelf:
    """Rows of the index of names that are of one table."""

    kind: Kind
    table: str | None
    """None for the names in `Lore`, which only the texts hold, and which are completed."""
    said: bool = False
    """Whether they are what is said of things; their names stand on the shelf before."""


SHELVES: Final = (
    Shelf("region", "region"),
    Shelf("title", "article"),
    Shelf("heading", "article"),
    Shelf("term", "term"),
    Shelf("term", "term", said=True),
    Shelf("part", "system"),
    Shelf("part", "system", said=True),
    Shelf("metric", "metric"),
    Shelf("metric", "computed"),
    Shelf("event", "event"),
    Shelf("comparison", "comparison"),
    Shelf("comparison", "comparison", said=True),
    Shelf("text", None),
)
"""By their number in the index of names, see format.ROW_SHIFT; those of a kind stand side by side."""


def table_of(row: int) -> str | None:
    """The table that a row of the index of names is of; None where there is none."""
    number = row >> ROW_SHIFT
    return SHELVES[number].table if number < len(SHELVES) else None


@cache  # asked for with every row
def rows_of(kind: Kind) -> tuple[int, int]:
    """The first row of a kind in the index of names, and the end."""
    numbers = [number for number, shelf in enumerate(SHELVES) if shelf.kind == kind]
    return numbers[0] << ROW_SHIFT, (numbers[-1] + 1) << ROW_SHIFT


@dataclass(frozen=True, slots=True)
class Lore:
    """The part `lore`; the first search does without, unless it asks for a sound, for years or for such a name."""

    names: tuple[Text, ...]
    """Names that only the texts hold."""
    years: tuple[int, ...]
    """The years that anything is of."""
    sounds: tuple[str, ...]
    """A syllable each, a blank, and the folded characters that have it."""
