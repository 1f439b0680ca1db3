"""Completes what is being typed with the names of the exhibit: those that begin with it first, kind by kind."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from exhibit.model.search import HitKind, MatchKind, NameCompletion, TextSpan
from exhibit.package.search.index_lookup import IndexLookup, PreparedQuery, RowMatches
from exhibit.package.search.matching import row_of
from exhibit.package.search.name_sources import rows_of
from exhibit.package.search.passages import SearchedPassage

_KINDS: Final[tuple[HitKind, ...]] = ("region", "term", "part", "comparison", "text", "title", "heading")
_MAX_ROWS: Final = 8
"""Rows of a kind that are looked at."""


def completions(lookup: IndexLookup, prepared: PreparedQuery, count: int) -> tuple[NameCompletion, ...]:
    """At most `count` names that hold what was typed, of the kinds that the query asks for; no name twice."""
    found: dict[str, NameCompletion] = {}
    available = set(prepared.query.kinds) - (set() if lookup.search_data.names else {"text"})
    kinds = [kind for kind in _KINDS if kind in available]
    for at_beginning in (True, False) if kinds else ():
        rows = _rows(lookup, prepared, at_beginning)
        by_kind = [_of_kind(lookup, prepared, rows, kind, at_beginning) for kind in kinds]
        for share in (max(2, count // 2), count):
            for names in by_kind:
                _add_names(names, found, min(len(found) + share, count))
            if len(found) == count:
                return tuple(found.values())
    return tuple(found.values())


def _add_names(names: Iterator[NameCompletion], found: dict[str, NameCompletion], max_count: int) -> None:
    """Adds new names until there are so many. The iterator can be continued later."""
    while len(found) < max_count and (one := next(names, None)):
        found.setdefault(one.text.hans, one)


def _rows(lookup: IndexLookup, prepared: PreparedQuery, at_beginning: bool) -> list[RowMatches]:
    literal = lookup.matches("names", lookup.text_expression("names", prepared.forms.forms, at_beginning))
    if not prepared.segmentations:
        return [literal]
    return [literal, lookup.matches("names", lookup.pinyin_expression(prepared.segmentations, at_beginning))]


def _of_kind(
    lookup: IndexLookup, prepared: PreparedQuery, rows: list[RowMatches], kind: HitKind, at_beginning: bool
) -> Iterator[NameCompletion]:
    first, end = rows_of(kind)
    for source in rows:
        for number in islice(source.between(first, end), _MAX_ROWS):
            row = lookup.row("names", number, False)
            for passage in map(row.passage, range(row.count)) if row else ():
                match = _first_match(lookup, prepared, passage) if passage.is_name else None
                if match and (match[0].start == 0) == at_beginning:
                    yield NameCompletion(passage.text, kind, _id(passage), match[1], match[0])


def _first_match(
    lookup: IndexLookup, prepared: PreparedQuery, passage: SearchedPassage
) -> tuple[TextSpan, MatchKind] | None:
    """The first place in a name that matches what was typed."""
    literal = row_of([passage]).matches(prepared.forms)
    if literal:
        return literal[0].places[0], literal[0].match_kind
    if not prepared.segmentations:
        return None
    place = next(lookup.pinyin.find(lookup.folding.flat(passage.text.hans), prepared.segmentations), None)
    return (place, "sound") if place else None


def _id(passage: SearchedPassage) -> str:
    return f"{passage.article}/{passage.edition}/{passage.block}" if passage.kind == "heading" else passage.id
