"""Searches a package: the index says where to look, and only what the texts themselves hold is a hit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from exhibit.model.article import Body
from exhibit.model.search import (
    KINDS,
    GroupCursor,
    HitGroup,
    HitKind,
    NameCompletion,
    SearchHit,
    SearchQuery,
    Suggestion,
    TextSpan,
)
from exhibit.package.checked_rows import CheckedRows
from exhibit.package.chunks import joined_texts
from exhibit.package.format import IndexName
from exhibit.package.search.completion import completions
from exhibit.package.search.index_lookup import IndexLookup
from exhibit.package.search.index_reader import IndexReader
from exhibit.package.search.matching import IndexRow
from exhibit.package.search.name_sources import SearchData
from exhibit.package.search.passages import text_passage
from exhibit.package.search.ranking import hit_of, ranked
from exhibit.package.search.row_sources import RowSources, index_of
from exhibit.package.search.suggestions import suggestions

_PLACES_CACHE_SIZE: Final = 4
"""Queries whose places in an article are kept: they are highlighted, stepped through and counted."""
_MAX_ROWS_IN_VAIN: Final[dict[IndexName, int]] = {"texts": 150, "names": 24}
"""Rows without a match after which a group is returned unfinished."""


class PackageSearcher:
    """Searches one package. Every method raises PackageError if the file is damaged or hostile."""

    def __init__(self, rows: CheckedRows, body: Callable[[str, str], Body]) -> None:
        self.lookup = IndexLookup(IndexReader(rows))
        self._body = body
        self.places = lru_cache(_PLACES_CACHE_SIZE)(self._places)
        """The places of a query in the text of an edition, by block id: `places(query, article, edition)`."""

    @property
    def search_data(self) -> SearchData:
        """The data that searching needs beside the index."""
        return self.lookup.search_data

    def groups(self, query: SearchQuery, count: int) -> Iterator[HitGroup]:
        """The hits of a query, kind by kind as they are found, at most `count` of each."""
        prepared = self.lookup.prepare(query)
        if prepared is None:
            return
        sources = RowSources(self.lookup, prepared)
        for kind in KINDS:
            group = self._group(sources, kind, None, count) if kind in query.kinds else None
            if group and (group.hits or group.next):
                yield group

    def hits(self, query: SearchQuery, kind: HitKind, after: GroupCursor | None, count: int) -> HitGroup:
        """Hits of one kind, from where a group ended."""
        prepared = self.lookup.prepare(query)
        if prepared is None:
            return HitGroup(kind, ())
        return self._group(RowSources(self.lookup, prepared), kind, after, count)

    def finds(self, query: SearchQuery) -> bool:
        """Whether a query finds anything."""
        prepared = self.lookup.prepare(query)
        if prepared is None:
            return False
        sources = RowSources(self.lookup, prepared)
        return any(self._group(sources, kind, None, 1).hits for kind in reversed(KINDS) if kind in query.kinds)

    def suggest(self, query: SearchQuery) -> Sequence[Suggestion]:
        """Queries near one that finds nothing."""
        return suggestions(self.lookup, query, self.finds)

    def complete(self, query: SearchQuery, count: int) -> Sequence[NameCompletion]:
        """Names that complete a query."""
        prepared = self.lookup.prepare(query)
        return completions(self.lookup, prepared, count) if prepared else ()

    def _places(self, query: SearchQuery, article: str, edition: str) -> Mapping[str, tuple[TextSpan, ...]]:
        prepared = self.lookup.prepare(query)
        if prepared is None:
            return {}
        blocks = self._body(article, edition).blocks
        row = IndexRow(
            joined_texts([block.text for block in blocks]),
            lambda number: text_passage(blocks[number], article, edition, None),
        )
        return {blocks[match.number].id: match.places for match in row.matches(prepared.forms)}

    def _group(self, sources: RowSources, kind: HitKind, after: GroupCursor | None, count: int) -> HitGroup:
        hits: list[SearchHit] = []
        in_vain, max_in_vain = 0, _MAX_ROWS_IN_VAIN[index_of(kind)]
        for cursor, match in ranked(sources, kind, after, 2 * count + 8):
            in_vain = in_vain + 1 if match is None else 0
            if len(hits) == count or in_vain > max_in_vain:
                return HitGroup(kind, tuple(hits), cursor)
            if match:
                hits.append(hit_of(match))
                if len(hits) == count and cursor[0] == 0 and sources.may_continue(kind, cursor[1]):
                    return HitGroup(kind, tuple(hits), (0, cursor[1], match.number + 1, cursor[3]))
        return HitGroup(kind, tuple(hits))
