"""Looks rows up: which rows of the index may match a query, and the passages of each row."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from typing import Final, NamedTuple

from exhibit.model.limits import MAX_PARAGRAPH
from exhibit.model.search import SearchQuery
from exhibit.model.text import is_safe
from exhibit.package.format import IndexName
from exhibit.package.search.folding import TextFolding
from exhibit.package.search.index_reader import IndexReader
from exhibit.package.search.matching import IndexRow, QueryForms, row_of
from exhibit.package.search.name_sources import SearchData, model_of, passages_of, rank_of, source_of
from exhibit.package.search.passages import SearchedPassage, name_passages, text_passage
from exhibit.package.search.pinyin import PinyinTable, Segmentation, may_be_pinyin
from exhibit.package.search.tokens import all_of, any_of, text_expressions

LAST_ROW: Final = 1 << 62
"""Beyond every row."""
_ROW_CACHE_SIZE: Final = 64
"""Rows that are kept as they were read, for the next key."""
_EXPRESSION_CACHE_SIZE: Final = 12
"""Expressions whose rows are kept: those of a query are alike, and its hits are counted later."""
_PAGE: Final = 12
"""Rows that the index is asked for at once."""
_MAX_EXPRESSIONS: Final = 3
"""Expressions for one text that an index is asked for."""


class PreparedQuery(NamedTuple):
    """A query with its folded forms and its readings as pinyin."""

    query: SearchQuery
    forms: QueryForms
    segmentations: tuple[Segmentation, ...]


class RowMatches:
    """The rows of an index that an expression finds. They are asked for when they are needed, and then kept."""

    def __init__(self, index_reader: IndexReader, index: IndexName, expression: str) -> None:
        self._reader, self._index, self._expression = index_reader, index, expression
        self._known: list[tuple[int, int, list[int]]] = [] if expression else [(0, LAST_ROW, [])]
        """Stretches of rows of which all matches are known: first row, end, and the matches."""

    def between(self, first: int, end: int) -> Iterator[int]:
        """The matches from `first` on, before `end`."""
        while first < end and (rows := self._page(first)):
            for row in rows:
                if row >= end:
                    return
                yield row
            first = rows[-1] + 1

    def all(self) -> Iterator[int]:
        """All matches."""
        return self.between(0, LAST_ROW)

    def _page(self, first: int) -> list[int]:
        """Some matches from a row on; none if there are no more."""
        for begin, end, rows in self._known:
            if begin <= first < end:
                return rows[bisect_left(rows, first) :]
        rows = self._reader.rows(self._index, self._expression, first, _PAGE)
        self._known.append((first, rows[-1] + 1 if len(rows) == _PAGE else LAST_ROW, rows))
        return rows


class IndexLookup:
    """Prepares queries and looks their rows up."""

    def __init__(self, reader: IndexReader) -> None:
        self.reader = reader
        self.folding: TextFolding = reader.folding()
        self.row = lru_cache(_ROW_CACHE_SIZE)(self._row)
        self.matches = lru_cache(_EXPRESSION_CACHE_SIZE)(partial(RowMatches, reader))

    @property
    def search_data(self) -> SearchData:
        """The data that searching needs beside the index."""
        return self.reader.search_data

    @cached_property
    def pinyin(self) -> PinyinTable:
        """The syllables of characters."""
        return PinyinTable(self.search_data.pinyin, self.folding)

    def prepare(self, query: SearchQuery) -> PreparedQuery | None:
        """The query prepared; None if it can find nothing."""
        text = query.text.strip()
        if not text or len(text) > MAX_PARAGRAPH or not is_safe(text):
            return None
        segmentations = tuple(self.pinyin.segmentations(text)) if may_be_pinyin(text) else ()
        return PreparedQuery(query, QueryForms(text, query.script, self.folding), segmentations)

    def text_expression(self, index: IndexName, forms: Iterable[str], at_beginning: bool = False) -> str:
        """Finds the rows that may hold one of the folded forms; "" if no row does."""
        return self._any_of(index, [text_expressions(form, at_beginning) for form in forms])

    def pinyin_expression(self, segmentations: Sequence[Segmentation], at_beginning: bool = False) -> str:
        """Finds the names that may sound like one of the segmentations; "" if none does."""
        expressions = self.pinyin.expressions(segmentations, at_beginning) if segmentations else ()
        return self._any_of("names", expressions)

    def may_match(self, row: int, forms: QueryForms) -> bool:
        """Whether a row of the index of names may match. It is searched as JSON: decoding it takes far longer."""
        source = source_of(row)
        if forms.is_short or source is None or source.table is None:
            return True
        return forms.may_match(self.reader.json(source.table, rank_of(row)))

    def _any_of(self, index: IndexName, lists: Iterable[list[str]]) -> str:
        found = dict.fromkeys(all_of(rarest) for one in lists if (rarest := self._rarest(index, one)))
        return any_of(found) if found else ""

    def _rarest(self, index: IndexName, expressions: list[str]) -> list[str]:
        """The few expressions that find the fewest rows; none if one of them finds nothing.

        The index would read the long lists of the frequent ones to the end, and they would exclude few rows.
        """
        if len(expressions) <= _MAX_EXPRESSIONS:
            return expressions
        last_rows = {}
        for one in expressions:
            rows = self.reader.rows(index, one, 0, _PAGE)
            if not rows:
                return []
            last_rows[one] = rows[-1] if len(rows) == _PAGE else LAST_ROW
        return sorted(expressions, key=last_rows.__getitem__, reverse=True)[:_MAX_EXPRESSIONS]

    def _row(self, index: IndexName, row: int, filtered: bool) -> IndexRow | None:
        """A row, with what filters need; None if the tables have no such row."""
        if index == "texts":
            return self._text_row(row, filtered)
        passages = self._name_passages(row, filtered)
        return None if passages is None else row_of(tuple(passages))

    def _text_row(self, rank: int, filtered: bool) -> IndexRow | None:
        chunk = self.reader.chunk(rank)
        if chunk is None:
            return None

        def passage(number: int) -> SearchedPassage:
            article, edition, block = self.reader.block(rank, chunk, number)
            return text_passage(block, article, edition, self.reader.article(article) if filtered else None)

        return IndexRow(chunk.searched_text, passage)

    def _name_passages(self, row: int, filtered: bool) -> Iterator[SearchedPassage] | None:
        source, rank = source_of(row), rank_of(row)
        if source is None:
            return None
        if source.table is None:
            names = self.search_data.names
            return name_passages(names[rank]) if rank < len(names) else None
        value = self.reader.value(model_of(source.table), source.table, rank)
        needs_article = filtered or source.table == "computed"  # a computed figure leads to its article only
        article = self.reader.article if needs_article else lambda _: None
        return passages_of(source, value, article) if value else None
