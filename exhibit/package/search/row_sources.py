"""The rows of each kind of hit for one query: those that hold its characters, and those that sound like it."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from exhibit.model.search import HitKind, MatchKind, SearchQuery
from exhibit.package.format import ROW_SHIFT, IndexName
from exhibit.package.search.index_lookup import LAST_ROW, IndexLookup, PreparedQuery, RowMatches
from exhibit.package.search.matching import IndexRow, PassageMatch
from exhibit.package.search.name_sources import rows_of, source_of
from exhibit.package.search.passages import SearchedPassage
from exhibit.package.search.tokens import filtered

_MATCH_ORDER: Final[tuple[MatchKind, ...]] = ("script", "other", "variant", "sound")


class RowSources:
    """Asks the index for the rows that are needed, and matches their texts with the query."""

    def __init__(self, lookup: IndexLookup, prepared: PreparedQuery) -> None:
        self._lookup, self._prepared = lookup, prepared

    def literal(self, kind: HitKind, first: int) -> Iterator[tuple[int, list[PassageMatch]]]:
        """The rows with the query's characters from `first` on, and the matches in each."""
        query, forms, index = self._prepared.query, self._prepared.forms, index_of(kind)
        for row in self._literal_rows(kind, first):
            may_match = kind == "text" or self._lookup.may_match(row, forms)
            found = self._lookup.row(index, row, query.filtered) if may_match else None
            matches = found.matches(forms) if found else []
            if query.filtered:
                matches = [one for one in matches if passes(one.passage, query)]
            yield row, matches if kind == "text" else self._new_matches(row, matches)

    def by_sound(self, kind: HitKind, first: int) -> Iterator[tuple[int, list[PassageMatch]]]:
        """The rows that sound like the query, and the matches that its characters do not make."""
        if kind == "text":
            return
        start, end = _range_of(kind)
        for row in self._sounding.between(max(first, start), end):
            found = self._lookup.row("names", row, self._prepared.query.filtered)
            yield row, self._matches_by_sound(found) if found else []

    def may_continue(self, kind: HitKind, row: int) -> bool:
        """Whether the index has another row that may hold the query. The row itself is not read."""
        return next(self._literal_rows(kind, row + 1), None) is not None

    @cached_property
    def _texts(self) -> RowMatches:
        return self._holding("texts")

    @cached_property
    def _names(self) -> RowMatches:
        return self._holding("names")

    @cached_property
    def _sounding(self) -> RowMatches:
        expression = self._lookup.pinyin_expression(self._prepared.segmentations)
        return self._lookup.matches("names", self._filtered(expression))

    def _literal_rows(self, kind: HitKind, first: int) -> Iterator[int]:
        start, end = _range_of(kind)
        return (self._texts if kind == "text" else self._names).between(max(first, start), end)

    def _matches_by_sound(self, row: IndexRow) -> list[PassageMatch]:
        query, prepared, lookup = self._prepared.query, self._prepared, self._lookup
        literal = {one.target for one in row.matches(prepared.forms)}
        matches = []
        for number in range(row.count):
            passage = row.passage(number)
            if passage.is_name and passes(passage, query):
                flat = lookup.folding.flat(passage.text.hans)
                if places := tuple(lookup.pinyin.find(flat, prepared.segmentations)):
                    matches.append(PassageMatch(row, number, places, "sound"))
        return [one for one in _distinct(matches) if one.target not in literal]

    def _new_matches(self, row: int, matches: list[PassageMatch]) -> list[PassageMatch]:
        """Each thing once. A description is left out if the name of its thing matches, too."""
        source = source_of(row)
        if matches and source and source.is_description:
            names = self._lookup.row("names", row - (1 << ROW_SHIFT), self._prepared.query.filtered)
            named = {one.target for one in names.matches(self._prepared.forms)} if names else set()
            matches = [one for one in matches if one.target not in named]
        return _distinct(matches)

    def _holding(self, index: IndexName) -> RowMatches:
        expression = self._lookup.text_expression(index, self._prepared.forms.forms)
        return self._lookup.matches(index, self._filtered(expression))

    def _filtered(self, expression: str) -> str:
        query = self._prepared.query
        years = self._lookup.search_data.years if query.period else ()
        return expression and filtered(expression, query, years)


def index_of(kind: HitKind) -> IndexName:
    """The index that has the rows of a kind."""
    return "texts" if kind == "text" else "names"


def passes(passage: SearchedPassage, query: SearchQuery) -> bool:
    """Whether a passage is within the filters of a query."""
    if query.region is not None and passage.region != query.region:
        return False
    if query.topic is not None and query.topic not in passage.topics:
        return False
    return query.period is None or any(query.period[0] <= year <= query.period[1] for year in passage.years)


def _range_of(kind: HitKind) -> tuple[int, int]:
    """The first row of a kind in its index, and the end."""
    return (0, LAST_ROW) if kind == "text" else rows_of(kind)


def _distinct(matches: Iterable[PassageMatch]) -> list[PassageMatch]:
    """The matches, each target once: as typed rather than by a variant."""
    best: dict[tuple[object, ...], PassageMatch] = {}
    for one in sorted(matches, key=lambda one: (_MATCH_ORDER.index(one.match_kind), one.number)):
        best.setdefault(one.target, one)
    return sorted(best.values(), key=lambda one: one.number)
