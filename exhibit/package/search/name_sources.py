"""What the index of names is made of: the tables it covers, and the data that searching needs beside it."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, Final, NamedTuple

from exhibit.model.article import Article
from exhibit.model.limits import MAX_ENTRIES, MAX_HOMOPHONES, MAX_SYLLABLES, MAX_YEAR
from exhibit.model.metric import Metric
from exhibit.model.search import HitKind
from exhibit.model.text import TitleText
from exhibit.package.format import ROW_SHIFT
from exhibit.package.search.passages import (
    SearchedPassage,
    comparison_passages,
    event_passages,
    heading_passages,
    metric_passages,
    name_passages,
    region_passages,
    system_passages,
    term_passages,
    title_passages,
)


class NameSource(NamedTuple):
    """Rows of the index of names that come from one table."""

    kind: HitKind
    table: str | None
    """None for the names in `SearchData`."""
    is_description: bool = False
    """Whether the rows are descriptions of things. Their names are the source before this one."""


NAME_SOURCES: Final = (
    NameSource("region", "region"),
    NameSource("title", "article"),
    NameSource("heading", "article"),
    NameSource("term", "term"),
    NameSource("term", "term", is_description=True),
    NameSource("part", "system"),
    NameSource("part", "system", is_description=True),
    NameSource("metric", "metric"),
    NameSource("metric", "computed"),
    NameSource("event", "event"),
    NameSource("comparison", "comparison"),
    NameSource("comparison", "comparison", is_description=True),
    NameSource("text", None),
)
"""By their number in the index of names, see format.ROW_SHIFT. Sources of one kind follow one another."""

SyllableCharacters = Annotated[str, MAX_HOMOPHONES]
"""A syllable, a blank, and the folded characters that are pronounced so."""


class SearchData(NamedTuple):
    """The part `search`. A search reads it only for pinyin, for years, and for names that only the texts hold."""

    names: Annotated[tuple[TitleText, ...], MAX_ENTRIES]
    """Names that only the texts hold. They complete what is typed."""
    years: Annotated[tuple[int, ...], 2 * MAX_YEAR]
    """The years that a query can be filtered by; negative before our era."""
    pinyin: Annotated[tuple[SyllableCharacters, ...], MAX_SYLLABLES]


def source_of(row: int) -> NameSource | None:
    """The source of a row of the index of names; None if there is none."""
    number = row >> ROW_SHIFT
    return NAME_SOURCES[number] if number < len(NAME_SOURCES) else None


def rank_of(row: int) -> int:
    """The rank in its table of a row of the index of names."""
    return row & ((1 << ROW_SHIFT) - 1)


@cache  # asked for with every row
def rows_of(kind: HitKind) -> tuple[int, int]:
    """The first row of a kind in the index of names, and the end."""
    numbers = [number for number, source in enumerate(NAME_SOURCES) if source.kind == kind]
    return numbers[0] << ROW_SHIFT, (numbers[-1] + 1) << ROW_SHIFT


def passages_of(source: NameSource, value: Any, article: Callable[[str], Article | None]) -> Iterator[SearchedPassage]:
    """The passages of a value of a source; `article` gives the article it belongs to, for the filters."""
    names = not source.is_description
    match source.kind:
        case "region":
            return region_passages(value)
        case "title":
            return title_passages(value)
        case "heading":
            return heading_passages(value)
        case "term":
            return term_passages(value, names)
        case "comparison":
            return comparison_passages(value, names)
        case "part":
            return system_passages(value, article(value.article), names)
        case "metric":
            return metric_passages(value, article(value.article))
        case "event":
            return event_passages(value, article(value.article))
        case "text":
            return name_passages(value)


def model_of(table: str) -> type[Any]:
    """The type of a table's values, imported when it is needed: a first search must not wait for all of them."""
    match table:
        case "article":
            return Article
        case "region":
            from exhibit.model.region import Region

            return Region
        case "term":
            from exhibit.model.term import Term

            return Term
        case "system":
            from exhibit.model.system import System

            return System
        case "event":
            from exhibit.model.event import Event

            return Event
        case "comparison":
            from exhibit.model.comparison import Comparison

            return Comparison
        case _:
            return Metric
