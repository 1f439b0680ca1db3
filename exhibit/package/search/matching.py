"""Matches a query with the passages of a row of the index, and finds every place."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from exhibit.model.search import MatchKind, TextSpan
from exhibit.model.text import Script
from exhibit.package.chunks import TEXT_SEPARATOR, joined_texts
from exhibit.package.search.folding import CharSpan, TextFolding
from exhibit.package.search.number_forms import number_forms
from exhibit.package.search.passages import SearchedPassage

_INDEXED_LENGTH: Final = 2
"""Characters that the index knows to follow one another."""
_ESCAPED: Final = '"\\' + "".join(map(chr, range(32)))
"""Characters that JSON writes in another way."""
_SENTENCE_END: Final = re.compile("[。！？!?\n]+[”’」』）)]*")


class PassageMatch(NamedTuple):
    """A passage of a row, and the places in it that match a query."""

    row: "IndexRow"
    number: int
    places: tuple[TextSpan, ...]
    match_kind: MatchKind

    @property
    def passage(self) -> SearchedPassage:
        """The passage, made when it is asked for."""
        return self.row.passage(self.number)

    @property
    def target(self) -> tuple[object, ...]:
        """Where the match leads to: two matches with one target are one thing."""
        return self.passage.id, self.passage.edition, self.passage.block


class QueryForms:
    """The folded forms of a query, other notations of a figure among them."""

    def __init__(self, text: str, script: Script, folding: TextFolding) -> None:
        self.text, self.script = text, script
        others = (folding.flat(form) for form in number_forms(text))
        self.forms = tuple(dict.fromkeys([*folding.forms(text), *others]))
        self._folding = folding
        self._finders = [folding.finder(form) for form in self.forms]

    @property
    def is_short(self) -> bool:
        """Whether the index alone decides if a row matches. Of a longer query it knows only pieces."""
        return max(map(len, self.forms), default=0) <= _INDEXED_LENGTH

    def may_match(self, json: str) -> bool:
        """Whether the query may match one of the texts of a row, given as JSON."""
        return self._is_escaped or bool(self.spans(json))

    @cached_property
    def _is_escaped(self) -> bool:
        """Whether JSON may write the query in another way, because it has characters that are escaped there."""
        return not set(self._folding.flat(_ESCAPED)).isdisjoint("".join(self.forms))

    def spans(self, text: str) -> list[CharSpan]:
        """The places of the forms in a text."""
        return [span for finder in self._finders for span in finder.spans(text)]


class IndexRow:
    """The texts of a row as `chunks.joined_texts` joins them. A passage is made only where the query matches."""

    def __init__(self, text: str, make_passage: Callable[[int], SearchedPassage]) -> None:
        self._text, self._make_passage = text, make_passage
        self._half = (len(text) + 1) // 2
        """Where the other script begins."""
        self._passages: dict[int, SearchedPassage] = {}
        self._last: tuple[QueryForms, list[PassageMatch]] | None = None

    @property
    def count(self) -> int:
        """How many passages it has."""
        return self._text.count(TEXT_SEPARATOR, 0, self._half - 1) + 1 if self._text else 0

    def passage(self, number: int) -> SearchedPassage:
        """A passage, made when it is asked for the first time."""
        if number not in self._passages:
            self._passages[number] = self._make_passage(number)
        return self._passages[number]

    def matches(self, forms: QueryForms) -> list[PassageMatch]:
        """The passages that match; the result for the last query is kept."""
        if self._last is None or self._last[0] is not forms:
            self._last = forms, self._find(forms)
        return self._last[1]

    def _find(self, forms: QueryForms) -> list[PassageMatch]:
        half, found = self._half, dict[int, list[CharSpan]]()
        for start, length in sorted({(start % half, end - start) for start, end in forms.spans(self._text)}):
            passage_start = self._text.rfind(TEXT_SEPARATOR, 0, start) + 1
            found.setdefault(passage_start, []).append((start, start + length))
        return [self._match(start, spans, forms) for start, spans in found.items()]

    def _match(self, passage_start: int, spans: list[CharSpan], forms: QueryForms) -> PassageMatch:
        """The match of the passage that starts at a position of the text."""
        own, other = (0, self._half) if forms.script == "hans" else (self._half, 0)
        kind: MatchKind = "variant"
        if self._is_typed(spans, own, forms):
            kind = "script"
        elif self._is_typed(spans, other, forms):
            kind = "other"
        places = tuple([TextSpan(start - passage_start, end - passage_start) for start, end in spans])
        return PassageMatch(self, self._text.count(TEXT_SEPARATOR, 0, passage_start), places, kind)

    def _is_typed(self, spans: list[CharSpan], half: int, forms: QueryForms) -> bool:
        """Whether one of the spans is exactly what was typed, in the script that begins at `half`."""
        return forms.text in [self._text[half + start : half + end] for start, end in spans]


def row_of(passages: Sequence[SearchedPassage]) -> IndexRow:
    """A row whose passages are known."""
    return IndexRow(joined_texts([one.text for one in passages]), passages.__getitem__)


def sentence_around(text: str, place: TextSpan) -> TextSpan:
    """The sentence or the sentences around a place."""
    start, end = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= place.start:
            start = match.end()
        elif match.end() >= place.end:
            end = match.end()
            break
    while start < place.start and text[start].isspace():
        start += 1
    return TextSpan(start, end)
