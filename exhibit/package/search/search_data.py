"""What the package carries so that it can be searched without the compiler."""

from functools import cache
from typing import Annotated, Final, NamedTuple

from exhibit.model.limits import MAX_HOMOPHONES, MAX_SYLLABLES, MAX_TEXT_NAMES, MAX_YEAR, MAX_YEARS
from exhibit.model.search import HitKind
from exhibit.model.text import TitleText
from exhibit.package.format import ROW_SHIFT


class NameSource(NamedTuple):
    """Rows of the index of names that are of one table."""

    kind: HitKind
    table: str | None
    """None for the names in `SearchData`, which only the texts hold, and which are completed."""
    said: bool = False
    """Whether they are what is said of things; their names stand on the shelf before."""


NAME_SOURCES: Final = (
    NameSource("region", "region"),
    NameSource("title", "article"),
    NameSource("heading", "article"),
    NameSource("term", "term"),
    NameSource("term", "term", said=True),
    NameSource("part", "system"),
    NameSource("part", "system", said=True),
    NameSource("metric", "metric"),
    NameSource("metric", "computed"),
    NameSource("event", "event"),
    NameSource("comparison", "comparison"),
    NameSource("comparison", "comparison", said=True),
    NameSource("text", None),
)
"""By their number in the index of names, see format.ROW_SHIFT; those of a kind stand side by side."""


def table_of(row: int) -> str | None:
    """The table that a row of the index of names is of; None where there is none."""
    number = row >> ROW_SHIFT
    return NAME_SOURCES[number].table if number < len(NAME_SOURCES) else None


@cache  # asked for with every row
def rows_of(kind: HitKind) -> tuple[int, int]:
    """The first row of a kind in the index of names, and the end."""
    numbers = [number for number, shelf in enumerate(NAME_SOURCES) if shelf.kind == kind]
    return numbers[0] << ROW_SHIFT, (numbers[-1] + 1) << ROW_SHIFT


SyllableRow = Annotated[str, MAX_HOMOPHONES]
"""A syllable, a blank, and the folded characters that have it."""


class SearchData(NamedTuple):
    """The part `lore`; the first search does without, unless it asks for a sound, for years or for such a name."""

    names: Annotated[tuple[TitleText, ...], MAX_TEXT_NAMES]
    """Names that only the texts hold."""
    years: Annotated[tuple[Annotated[int, MAX_YEAR], ...], MAX_YEARS]
    """The years that anything is of."""
    sounds: Annotated[tuple[SyllableRow, ...], MAX_SYLLABLES]
    """A syllable each, a blank, and the folded characters that have it."""
