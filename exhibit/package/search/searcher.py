"""Searches a package: the index says where to look, and only what the sealed texts themselves hold is a hit."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Final

from exhibit.model.article import Body
from exhibit.model.search import (
    KINDS,
    GroupCursor,
    HitGroup,
    HitKind,
    MatchKind,
    NameCompletion,
    SearchHit,
    SearchQuery,
    Suggestion,
    TextSpan,
)
from exhibit.model.text import is_safe
from exhibit.package.chunks import joined
from exhibit.package.format import ROW_SHIFT, IndexName
from exhibit.package.search.completion import completions
from exhibit.package.search.index_reader import IndexReader
from exhibit.package.search.matching import IndexRow, PassageMatch, QueryForms, row_of
from exhibit.package.search.name_rows import name_row
from exhibit.package.search.passages import SearchedPassage, text_passage
from exhibit.package.search.pinyin import PinyinTable, Segmentation, may_be_pinyin
from exhibit.package.search.ranking import EVERYWHERE, hit_of, ranked
from exhibit.package.search.search_data import NAME_SOURCES, rows_of, table_of
from exhibit.package.search.suggestions import suggestions
from exhibit.package.search.tokens import either, narrowed, together, written

_LONGEST: Final = 20_000
"""Characters a paragraph may have, so that no longer query is found."""
_KEPT: Final = 64
"""Rows kept as they were read, for the next key."""
_LIT: Final = 4
"""Texts whose places in an article are kept: they are lit, stepped through and counted."""
_ASKED: Final = 12
"""Expressions whose rows are kept: a query has some that are alike, and what it finds is counted later."""
_AT_ONCE: Final = 12
"""Rows the index is asked for at once."""
_RAREST: Final = 3
"""Expressions for one text that an index is asked for."""
_PATIENCE: Final[dict[IndexName, int]] = {"texts": 150, "names": 24}
"""Rows looked at in vain before a group is given back unfinished."""
_WAYS: Final[tuple[MatchKind, ...]] = ("script", "other", "variant", "sound")


@dataclass(frozen=True, slots=True)
class PreparedQuery:
    """A query made ready."""

    query: SearchQuery
    wanted: QueryForms
    cuts: tuple[Segmentation, ...]
    """How it reads as pinyin."""


class RowMatches:
    """The rows of an index that an expression finds, asked for as they are wanted and then known."""

    def __init__(self, catalogue: IndexReader, index: IndexName, expression: str) -> None:
        self._catalogue, self._index, self._expression = catalogue, index, expression
        self._known: list[tuple[int, int, list[int]]] = [] if expression else [(0, EVERYWHERE, [])]
        """From where to where all rows are known, and which there are."""

    def between(self, first: int, end: int) -> Iterator[int]:
        """From `first` on, before `end`."""
        while first < end and (rows := self._from(first)):
            for row in rows:
                if row >= end:
                    return
                yield row
            first = rows[-1] + 1

    def all(self) -> Iterator[int]:
        """From the first to the last."""
        return self.between(0, EVERYWHERE)

    def _from(self, first: int) -> list[int]:
        """Some rows from one on; none where there are no more."""
        for begin, end, rows in self._known:
            if begin <= first < end:
                return rows[bisect_left(rows, first) :]
        rows = self._catalogue.matching(self._index, self._expression, first, _AT_ONCE)
        self._known.append((first, rows[-1] + 1 if len(rows) == _AT_ONCE else EVERYWHERE, rows))
        return rows


class PackageSearcher:
    """Searches one package."""

    def __init__(self, catalogue: IndexReader, body: Callable[[str, str], Body]) -> None:
        self.catalogue, self._body = catalogue, body
        self.folding = catalogue.folding()
        self.row = lru_cache(_KEPT)(self._row)
        self.places = lru_cache(_LIT)(self._places)
        self.matches = lru_cache(_ASKED)(partial(RowMatches, catalogue))

    @cached_property
    def sounds(self) -> PinyinTable:
        """How characters sound."""
        return PinyinTable(self.catalogue.lore.sounds, self.folding)

    def groups(self, query: SearchQuery, count: int) -> Iterator[HitGroup]:
        """What a query finds, kind by kind as it is found."""
        asked = self.asked(query)
        if asked is None:
            return
        sources = RowSources(self, asked)
        for kind in KINDS:
            group = self._group(asked, sources, kind, None, count) if kind in query.kinds else None
            if group and (group.hits or group.next):
                yield group

    def nearest(self, query: SearchQuery) -> Sequence[Suggestion]:
        """What lies near a query that finds nothing."""
        return suggestions(self, query)

    def finds(self, query: SearchQuery) -> bool:
        """Whether a query finds anything."""
        asked = self.asked(query)
        if asked is None:
            return False
        sources = RowSources(self, asked)
        return any(self._group(asked, sources, kind, None, 1).hits for kind in reversed(KINDS) if kind in query.kinds)

    def hits(self, query: SearchQuery, kind: HitKind, after: GroupCursor | None, count: int) -> HitGroup:
        """Hits of one kind."""
        asked = self.asked(query)
        return self._group(asked, RowSources(self, asked), kind, after, count) if asked else HitGroup(kind, ())

    def complete(self, query: SearchQuery, count: int) -> Sequence[NameCompletion]:
        """Names that go on as the query does."""
        asked = self.asked(query)
        return completions(self, asked, count) if asked else ()

    def asked(self, query: SearchQuery) -> PreparedQuery | None:
        """The query made ready; None where nothing can be found."""
        text = query.text.strip()
        if not text or len(text) > _LONGEST or not is_safe(text):
            return None
        cuts = tuple(self.sounds.cuts(text)) if may_be_pinyin(text) else ()
        return PreparedQuery(query, QueryForms(text, query.script, self.folding), cuts)

    def _places(self, query: SearchQuery, article: str, edition: str) -> Mapping[str, tuple[TextSpan, ...]]:
        """Where an edition's text holds a query, by block."""
        asked = self.asked(query)
        if asked is None:
            return {}
        blocks = self._body(article, edition).blocks
        row = IndexRow(
            joined([block.text for block in blocks]),
            lambda number: text_passage(blocks[number], article, edition, None),
        )
        return {blocks[met.number].id: met.places for met in row.met(asked.wanted)}

    def written(self, index: IndexName, forms: Iterable[str], begins: bool = False) -> str:
        """What finds rows with one of the folded forms; empty where none of them can stand anywhere."""
        return self._any_of(index, [written(form, begins) for form in forms])

    def heard(self, cuts: Sequence[Segmentation], begins: bool = False) -> str:
        """What finds names that may sound like one of the cuts; empty where none does."""
        return self._any_of("names", self.sounds.expressions(cuts, begins) if cuts else ())

    def _any_of(self, index: IndexName, ways: Iterable[list[str]]) -> str:
        standing = dict.fromkeys(together(rare) for way in ways if (rare := self._rarest(index, way)))
        return either(standing) if standing else ""

    def _rarest(self, index: IndexName, told: list[str]) -> list[str]:
        """The few expressions that leave the fewest rows; none where one finds nothing.

        The index would read the long lists of frequent ones to their ends to find little less with them.
        """
        if len(told) <= _RAREST:
            return told
        reach = {}
        for one in told:
            rows = self.catalogue.matching(index, one, 0, _AT_ONCE)
            if not rows:
                return []
            reach[one] = rows[-1] if len(rows) == _AT_ONCE else EVERYWHERE
        return sorted(told, key=reach.__getitem__, reverse=True)[:_RAREST]

    def _row(self, index: IndexName, row: int, filtered: bool) -> IndexRow | None:
        """A row read; None where the index lies."""
        if index == "texts":
            return self._text(row, filtered)
        passages = name_row(self.catalogue, row, filtered)
        return None if passages is None else row_of(tuple(passages))

    def may_meet(self, row: int, wanted: QueryForms) -> bool:
        """Whether a row of names may hold what is wanted: a look at it as JSON, for to decode it takes far longer."""
        table = table_of(row) if not wanted.short else None
        return table is None or wanted.may_stand_in(self.catalogue.told(table, row & (1 << ROW_SHIFT) - 1))

    def _text(self, rank: int, filtered: bool) -> IndexRow | None:
        leaf = self.catalogue.leaf(rank)
        if leaf is None:
            return None

        def passage(number: int) -> SearchedPassage:
            article, edition, block = self.catalogue.block(rank, leaf, number)
            return text_passage(block, article, edition, self.catalogue.article(article) if filtered else None)

        return IndexRow(leaf.searched, passage)

    def _group(
        self, asked: PreparedQuery, sources: "RowSources", kind: HitKind, after: GroupCursor | None, count: int
    ) -> HitGroup:
        hits: list[SearchHit] = []
        vain, patience = 0, _PATIENCE[_index(kind)]
        for cursor, met in ranked(sources, kind, after, 2 * count + 8):
            vain = vain + 1 if met is None else 0
            if len(hits) == count or vain > patience:
                return HitGroup(kind, tuple(hits), cursor)
            if met:
                hits.append(hit_of(met))
                if len(hits) == count and cursor[0] == 0 and sources.go_on(kind, cursor[1]):
                    return HitGroup(kind, tuple(hits), (0, cursor[1], met.number + 1, cursor[3]))
        return HitGroup(kind, tuple(hits))


class RowSources:
    """Where the rows of each kind come from, for one query; the index is asked for those that are wanted."""

    def __init__(self, searcher: PackageSearcher, asked: PreparedQuery) -> None:
        self._searcher, self._asked = searcher, asked

    @cached_property
    def _texts(self) -> RowMatches:
        return self._written("texts")

    @cached_property
    def _names(self) -> RowMatches:
        return self._written("names")

    @cached_property
    def _heard(self) -> RowMatches:
        return self._searcher.matches("names", self._narrowed(self._searcher.heard(self._asked.cuts)))

    def go_on(self, kind: HitKind, row: int) -> bool:
        """Whether the index knows of a row beyond one, which may hold the query; it is not read for that."""
        return next(self._rows(kind, row + 1), None) is not None

    def _rows(self, kind: HitKind, first: int) -> Iterator[int]:
        source = self._texts if kind == "text" else self._names
        return source.between(max(first, _range(kind)[0]), _range(kind)[1])

    def literal(self, kind: HitKind, first: int) -> Iterator[tuple[int, list[PassageMatch]]]:
        """Rows with the query's characters, from `first` on, and what of them it meets."""
        query, wanted, index = self._asked.query, self._asked.wanted, _index(kind)
        filtered = query.filtered
        for row in self._rows(kind, first):
            near = kind == "text" or self._searcher.may_meet(row, wanted)
            found = self._searcher.row(index, row, filtered) if near else None
            met = found.met(wanted) if found else []
            if filtered:
                met = [one for one in met if passes(one.passage, query)]
            yield row, met if kind == "text" else self._new(row, met)

    def heard(self, kind: HitKind, first: int) -> Iterator[tuple[int, list[PassageMatch]]]:
        """Rows that sound like the query, and the passages that are not met by its characters."""
        if kind == "text":
            return
        query = self._asked.query
        for row in self._heard.between(max(first, _range(kind)[0]), _range(kind)[1]):
            found = self._searcher.row("names", row, query.filtered)
            yield row, self._sounding(found) if found else []

    def _sounding(self, row: IndexRow) -> list[PassageMatch]:
        query, asked, searcher = self._asked.query, self._asked, self._searcher
        seen = {_what(one) for one in row.met(asked.wanted)}
        met = []
        for number in range(row.count):
            passage = row.passage(number)
            if passage.name and passes(passage, query):
                flat = searcher.folding.flat(passage.text.hans)
                if places := tuple(searcher.sounds.find(flat, asked.cuts)):
                    met.append(PassageMatch(row, number, places, "sound"))
        return [one for one in _distinct(met) if _what(one) not in seen]

    def _new(self, row: int, met: list[PassageMatch]) -> list[PassageMatch]:
        """Each thing once, and not what a name has told already."""
        if met and NAME_SOURCES[row >> ROW_SHIFT].said:
            names = self._searcher.row("names", row - (1 << ROW_SHIFT), self._asked.query.filtered)
            told = {_what(one) for one in names.met(self._asked.wanted)} if names else set()
            met = [one for one in met if _what(one) not in told]
        return _distinct(met)

    def _written(self, index: IndexName) -> RowMatches:
        forms = self._asked.wanted.forms
        return self._searcher.matches(index, self._narrowed(self._searcher.written(index, forms)))

    def _narrowed(self, expression: str) -> str:
        query = self._asked.query
        years = self._searcher.catalogue.lore.years if query.period else ()
        return expression and narrowed(expression, query, years)


def passes(passage: SearchedPassage, query: SearchQuery) -> bool:
    """Whether a passage is within the filters."""
    if query.region is not None and passage.region != query.region:
        return False
    if query.theme is not None and query.theme not in passage.themes:
        return False
    return query.period is None or any(query.period[0] <= year <= query.period[1] for year in passage.years)


def _distinct(met: Iterable[PassageMatch]) -> list[PassageMatch]:
    """What was met, each thing once: as typed rather than by a variant."""
    best: dict[tuple[object, ...], PassageMatch] = {}
    for one in sorted(met, key=lambda one: (_WAYS.index(one.way), one.number)):
        best.setdefault(_what(one), one)
    return sorted(best.values(), key=lambda one: one.number)


def _what(met: PassageMatch) -> tuple[object, ...]:
    return met.passage.id, met.passage.edition, met.passage.block


def _index(kind: HitKind) -> IndexName:
    return "texts" if kind == "text" else "names"


def _range(kind: HitKind) -> tuple[int, int]:
    """The rows of a kind in its index."""
    return (0, EVERYWHERE) if kind == "text" else rows_of(kind)
