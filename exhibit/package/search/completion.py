"""Completes what is being typed with the names of the exhibit: those that begin so first, each kind in its turn."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from exhibit.model.search import HitKind, MatchKind, NameCompletion, TextSpan
from exhibit.package.search.matching import row_of
from exhibit.package.search.passages import SearchedPassage
from exhibit.package.search.search_data import rows_of

if TYPE_CHECKING:
    from exhibit.package.search.searcher import PackageSearcher, PreparedQuery, RowMatches

_KINDS: Final[tuple[HitKind, ...]] = ("region", "term", "part", "comparison", "text", "title", "heading")
_MOST: Final = 8
"""Rows of a kind that are looked at."""


def completions(searcher: "PackageSearcher", asked: "PreparedQuery", count: int) -> tuple[NameCompletion, ...]:
    """Names of the kinds asked for that hold what was typed; none twice."""
    found: dict[str, NameCompletion] = {}
    held = set(asked.query.kinds) - (set() if searcher.catalogue.lore.names else {"text"})
    wanted = [kind for kind in _KINDS if kind in held]
    for begins in (True, False) if wanted else ():
        sources = _sources(searcher, asked, begins)
        kinds = [_of_kind(searcher, asked, sources, kind, begins) for kind in wanted]
        for share in (max(2, count // 2), count):
            for fitting in kinds:
                _take(fitting, found, min(len(found) + share, count))
            if len(found) == count:
                return tuple(found.values())
    return tuple(found.values())


def _take(fitting: Iterator[NameCompletion], found: dict[str, NameCompletion], most: int) -> None:
    """Adds names that are not there yet until there are so many; what was not taken can be later."""
    while len(found) < most and (one := next(fitting, None)):
        found.setdefault(one.text.hans, one)


def _sources(searcher: "PackageSearcher", asked: "PreparedQuery", begins: bool) -> "list[RowMatches]":
    written = searcher.matches("names", searcher.written("names", asked.wanted.forms, begins))
    if not asked.cuts:
        return [written]
    return [written, searcher.matches("names", searcher.heard(asked.cuts, begins))]


def _of_kind(
    searcher: "PackageSearcher", asked: "PreparedQuery", sources: "list[RowMatches]", kind: HitKind, begins: bool
) -> Iterator[NameCompletion]:
    first, end = rows_of(kind)
    for source in sources:
        for row in islice(source.between(first, end), _MOST):
            found = searcher.row("names", row, False)
            for passage in map(found.passage, range(found.count)) if found else ():
                fitting = _fitting(searcher, asked, passage) if passage.name else None
                if fitting and (fitting[0].start == 0) == begins:
                    yield NameCompletion(passage.text, kind, _id(passage), fitting[1], fitting[0])


def _fitting(
    searcher: "PackageSearcher", asked: "PreparedQuery", passage: SearchedPassage
) -> tuple[TextSpan, MatchKind] | None:
    """The first place in a name that was typed."""
    written = row_of([passage]).met(asked.wanted)
    if written:
        return written[0].places[0], written[0].way
    if not asked.cuts:
        return None
    place = next(searcher.sounds.find(searcher.folding.flat(passage.text.hans), asked.cuts), None)
    return (place, "sound") if place else None


def _id(passage: SearchedPassage) -> str:
    return f"{passage.article}/{passage.edition}/{passage.block}" if passage.kind == "heading" else passage.id
