"""Fetches the passages of a row of the index of names from the table it is of."""

from collections.abc import Iterator

from exhibit.model.metric import Metric
from exhibit.package.catalogue import Catalogue
from exhibit.package.format import ROW_SHIFT
from exhibit.package.passages import (
    Passage,
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


def name_row(catalogue: Catalogue, row: int, filtered: bool) -> Iterator[Passage] | None:
    """The passages of a row, with what filters ask for; None where there is no such row."""
    number, rank = row >> ROW_SHIFT, row & ((1 << ROW_SHIFT) - 1)
    fetch = (
        _region,
        _title,
        _heading,
        _term,
        _explanation,
        _part,
        _part_text,
        _metric,
        _computed,
        _event,
        _comparison,
        _caveat,
    )
    if number == len(fetch):
        names = catalogue.lore.names
        return name_passages(names[rank]) if rank < len(names) else None
    return fetch[number](catalogue, rank, filtered) if 0 <= number < len(fetch) else None


def _region(catalogue: Catalogue, rank: int, filtered: bool) -> Iterator[Passage] | None:
    from exhibit.model.region import Region

    found = catalogue.at(Region, "region", rank)
    return region_passages(found) if found else None


def _title(catalogue: Catalogue, rank: int, filtered: bool) -> Iterator[Passage] | None:
    found = catalogue.article_at(rank)
    return title_passages(found) if found else None


def _heading(catalogue: Catalogue, rank: int, filtered: bool) -> Iterator[Passage] | None:
    found = catalogue.article_at(rank)
    return heading_passages(found) if found else None


def _term(catalogue: Catalogue, rank: int, filtered: bool, names: bool = True) -> Iterator[Passage] | None:
    from exhibit.model.term import Term

    found = catalogue.at(Term, "term", rank)
    return term_passages(found, names) if found else None


def _explanation(catalogue: Catalogue, rank: int, filtered: bool) -> Iterator[Passage] | None:
    return _term(catalogue, rank, filtered, names=False)


def _part(catalogue: Catalogue, rank: int, filtered: bool, names: bool = True) -> Iterator[Passage] | None:
    from exhibit.model.system import System

    found = catalogue.at(System, "system", rank)
    return system_passages(found, catalogue.article(found.article) if filtered else None, names) if found else None


def _part_text(catalogue: Catalogue, rank: int, filtered: bool) -> Iterator[Passage] | None:
    return _part(catalogue, rank, filtered, names=False)


def _metric(catalogue: Catalogue, rank: int, filtered: bool) -> Iterator[Passage] | None:
    found = catalogue.at(Metric, "metric", rank)
    return metric_passages(found, catalogue.article(found.article) if filtered else None) if found else None


def _computed(catalogue: Catalogue, rank: int, filtered: bool) -> Iterator[Passage] | None:
    found = catalogue.at(Metric, "computed", rank)
    return metric_passages(found, catalogue.article(found.article)) if found else None


def _event(catalogue: Catalogue, rank: int, filtered: bool) -> Iterator[Passage] | None:
    from exhibit.model.event import Event

    found = catalogue.at(Event, "event", rank)
    return event_passages(found, catalogue.article(found.article) if filtered else None) if found else None


def _comparison(catalogue: Catalogue, rank: int, filtered: bool, names: bool = True) -> Iterator[Passage] | None:
    from exhibit.model.comparison import Comparison

    found = catalogue.at(Comparison, "comparison", rank)
    return comparison_passages(found, names) if found else None


def _caveat(catalogue: Catalogue, rank: int, filtered: bool) -> Iterator[Passage] | None:
    return _comparison(catalogue, rank, filtered, names=False)
