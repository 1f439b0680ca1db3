"""A row of the index as it is read again: its passages, and every place in them that a query meets."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from exhibit.model.search import MatchKind, TextSpan
from exhibit.model.text import Script
from exhibit.package.chunks import BETWEEN, joined
from exhibit.package.search.folding import CharSpan, TextFolding
from exhibit.package.search.number_forms import number_forms
from exhibit.package.search.passages import SearchedPassage

_PAIR: Final = 2
"""Characters that the index knows to stand side by side."""
_ESCAPED: Final = '"\\' + "".join(map(chr, range(32)))
"""Characters that JSON writes in another way."""
_END: Final = re.compile("[。！？!?\n]+[”’」』）)]*")
"""Where a sentence ends."""


class PassageMatch(NamedTuple):
    """A passage of a row and the places in it that were met."""

    row: "IndexRow"
    number: int
    places: tuple[TextSpan, ...]
    way: MatchKind

    @property
    def passage(self) -> SearchedPassage:
        """The passage, made when it is asked for."""
        return self.row.passage(self.number)


class QueryForms:
    """The folded forms of a query, other notations of a figure among them."""

    def __init__(self, text: str, script: Script, folding: TextFolding) -> None:
        self.text, self.script = text, script
        others = (folding.flat(form) for form in number_forms(text))
        self.forms = tuple(dict.fromkeys([*folding.forms(text), *others]))
        self._folding = folding
        self._finders = [folding.finder(form) for form in self.forms]

    @property
    def short(self) -> bool:
        """Whether the index tells of the whole of it, and not of pieces that may stand anywhere in a row."""
        return max(map(len, self.forms), default=0) <= _PAIR

    def may_stand_in(self, told: str) -> bool:
        """Whether it may stand in one of the texts of a row, given as JSON."""
        return self._escaped or bool(self.spans(told))

    @cached_property
    def _escaped(self) -> bool:
        """Whether JSON may write it otherwise: some of it meets a character that is escaped there."""
        return not set(self._folding.flat(_ESCAPED)).isdisjoint("".join(self.forms))

    def spans(self, text: str) -> list[CharSpan]:
        """Where a text holds one of the forms."""
        return [span for finder in self._finders for span in finder.spans(text)]


class IndexRow:
    """The texts of a row as `leaves.joined` joins them; a passage is made where something was met."""

    def __init__(self, text: str, passage: Callable[[int], SearchedPassage]) -> None:
        self._text, self._make = text, passage
        self._half = (len(text) + 1) // 2
        """Where the other script begins."""
        self._made: dict[int, SearchedPassage] = {}
        self._last: tuple[QueryForms, list[PassageMatch]] | None = None

    @property
    def count(self) -> int:
        """How many passages it has."""
        return self._text.count(BETWEEN, 0, self._half - 1) + 1 if self._text else 0

    def passage(self, number: int) -> SearchedPassage:
        """A passage, made when it is asked for the first time."""
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]

    def met(self, wanted: QueryForms) -> list[PassageMatch]:
        """The passages that hold what is wanted; asked twice for the same, it looks once."""
        if self._last is None or self._last[0] is not wanted:
            self._last = wanted, self._look(wanted)
        return self._last[1]

    def _look(self, wanted: QueryForms) -> list[PassageMatch]:
        half, found = self._half, dict[int, list[CharSpan]]()
        for start, length in sorted({(start % half, end - start) for start, end in wanted.spans(self._text)}):
            first = self._text.rfind(BETWEEN, 0, start) + 1
            found.setdefault(first, []).append((start, start + length))
        return [self._met(first, spans, wanted) for first, spans in found.items()]

    def _met(self, first: int, spans: list[CharSpan], wanted: QueryForms) -> PassageMatch:
        """What is met of the passage that starts at `first`."""
        script, other = (0, self._half) if wanted.script == "hans" else (self._half, 0)
        typed, number = self._is_typed, self._text.count(BETWEEN, 0, first)
        way: MatchKind = (
            "script" if typed(spans, script, wanted) else "other" if typed(spans, other, wanted) else "variant"
        )
        return PassageMatch(self, number, tuple([TextSpan(start - first, end - first) for start, end in spans]), way)

    def _is_typed(self, spans: list[CharSpan], half: int, wanted: QueryForms) -> bool:
        """Whether one of the spans is in a script what was typed."""
        return wanted.text in [self._text[half + start : half + end] for start, end in spans]


def row_of(passages: Sequence[SearchedPassage]) -> IndexRow:
    """A row whose passages are made already."""
    return IndexRow(joined([one.text for one in passages]), passages.__getitem__)


def sentence_around(text: str, place: TextSpan) -> TextSpan:
    """The sentence, or the sentences, that a place lies in."""
    start, end = 0, len(text)
    for match in _END.finditer(text):
        if match.end() <= place.start:
            start = match.end()
        elif match.end() >= place.end:
            end = match.end()
            break
    while start < place.start and text[start].isspace():
        start += 1
    return TextSpan(start, end)
