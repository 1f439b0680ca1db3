"""The shelves of the index of names: what stands on them is fetched from the tables they are of."""

from collections.abc import Callable, Iterator
from typing import Any

from exhibit.model.article import Article
from exhibit.model.metric import Metric
from exhibit.package.format import ROW_SHIFT
from exhibit.package.search.index_reader import IndexReader
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
from exhibit.package.search.search_data import NAME_SOURCES, NameSource


def name_row(catalogue: IndexReader, row: int, filtered: bool) -> Iterator[SearchedPassage] | None:
    """The passages of a row, with what filters ask for; None where there is no such row."""
    number, rank = row >> ROW_SHIFT, row & ((1 << ROW_SHIFT) - 1)
    shelf = NAME_SOURCES[number] if number < len(NAME_SOURCES) else None
    if shelf is None:
        return None
    if shelf.table is None:
        names = catalogue.lore.names
        return name_passages(names[rank]) if rank < len(names) else None
    value = catalogue.at(model_of(shelf.table), shelf.table, rank)
    known = filtered or shelf.table == "computed"  # which says in no other way where it leads
    return passages_of(shelf, value, catalogue.article if known else lambda _: None) if value else None


def passages_of(shelf: NameSource, value: Any, article: Callable[[str], Article | None]) -> Iterator[SearchedPassage]:
    """The passages of what stands on a shelf; `article` gives the one it is of, for the filters."""
    names = not shelf.said
    match shelf.kind:
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
    """What the values of a table are; imported when something is found there, for a first search waits for it."""
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
