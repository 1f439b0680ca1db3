"""Fetches the passages of a row of the index of names from the table it is of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exhibit.model.metric import Metric
from exhibit.package.format import ROW_SHIFT
from exhibit.package.lore import Lore
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

if TYPE_CHECKING:
    from exhibit.package.reader import PackageReader


def name_row(package: "PackageReader", lore: Lore, row: int, filtered: bool) -> Iterator[Passage] | None:
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
        return name_passages(lore.names[rank]) if rank < len(lore.names) else None
    return fetch[number](package, rank, filtered) if 0 <= number < len(fetch) else None


def _region(package: "PackageReader", rank: int, filtered: bool) -> Iterator[Passage] | None:
    from exhibit.model.region import Region

    found = package.at(Region, "region", rank)
    return region_passages(found[1]) if found else None


def _title(package: "PackageReader", rank: int, filtered: bool) -> Iterator[Passage] | None:
    found = package.article_at(rank)
    return title_passages(found) if found else None


def _heading(package: "PackageReader", rank: int, filtered: bool) -> Iterator[Passage] | None:
    found = package.article_at(rank)
    return heading_passages(found) if found else None


def _term(package: "PackageReader", rank: int, filtered: bool, names: bool = True) -> Iterator[Passage] | None:
    from exhibit.model.term import Term

    found = package.at(Term, "term", rank)
    return term_passages(found[1], names) if found else None


def _explanation(package: "PackageReader", rank: int, filtered: bool) -> Iterator[Passage] | None:
    return _term(package, rank, filtered, names=False)


def _part(package: "PackageReader", rank: int, filtered: bool, names: bool = True) -> Iterator[Passage] | None:
    from exhibit.model.system import System

    found = package.at(System, "system", rank)
    return system_passages(found[1], package.article(found[1].article) if filtered else None, names) if found else None


def _part_text(package: "PackageReader", rank: int, filtered: bool) -> Iterator[Passage] | None:
    return _part(package, rank, filtered, names=False)


def _metric(package: "PackageReader", rank: int, filtered: bool) -> Iterator[Passage] | None:
    found = package.at(Metric, "metric", rank)
    return metric_passages(found[1], package.article(found[1].article) if filtered else None) if found else None


def _computed(package: "PackageReader", rank: int, filtered: bool) -> Iterator[Passage] | None:
    found = package.at(Metric, "computed", rank)
    return metric_passages(found[1], package.article(found[1].article)) if found else None


def _event(package: "PackageReader", rank: int, filtered: bool) -> Iterator[Passage] | None:
    from exhibit.model.event import Event

    found = package.at(Event, "event", rank)
    return event_passages(found[1], package.article(found[1].article) if filtered else None) if found else None


def _comparison(package: "PackageReader", rank: int, filtered: bool, names: bool = True) -> Iterator[Passage] | None:
    from exhibit.model.comparison import Comparison

    found = package.at(Comparison, "comparison", rank)
    return comparison_passages(found[1], names) if found else None


def _caveat(package: "PackageReader", rank: int, filtered: bool) -> Iterator[Passage] | None:
    return _comparison(package, rank, filtered, names=False)
