"""A row of the index as it is read again: its passages, and every place in them that a query meets."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from exhibit.model.search import Place, Way
from exhibit.model.text import Script
from exhibit.package.folding import Folding, Span
from exhibit.package.passages import Passage

_BETWEEN: Final = "\ufdd0"
"""Between two passages: no text of a package may hold it."""
_PAIR: Final = 2
"""Characters that the index knows to stand side by side."""
_ESCAPED: Final = '"\\' + "".join(map(chr, range(32)))
"""Characters that JSON writes in another way."""
_END: Final = re.compile("[。！？!?\n]+[”’」』）)]*")
"""Where a sentence ends."""


@dataclass(frozen=True, slots=True)
class Met:
    """A passage of a row and the places in it that were met."""

    row: "Row"
    number: int
    places: tuple[Place, ...]
    way: Way

    @property
    def passage(self) -> Passage:
        """The passage, made when it is asked for."""
        return self.row.passage(self.number)


class Wanted:
    """The folded forms of a query."""

    def __init__(self, text: str, script: Script, folding: Folding) -> None:
        self.text, self.script = text, script
        self.forms = folding.forms(text)
        self._folding = folding

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

    def spans(self, text: str) -> list[Span]:
        """Where a text holds one of the forms."""
        return [span for form in self.forms for span in self._folding.spans(form, text)]


class Row:
    """The texts of a row, one behind the other, in one script and then in the other; a passage is made where something
    was met."""

    def __init__(self, texts: Sequence[tuple[str, str]], passage: Callable[[int], Passage]) -> None:
        self._make = passage
        self._made: dict[int, Passage] = {}
        self.count = len(texts)
        self._starts = list(accumulate((len(hans) + 1 for hans, _ in texts), initial=0))
        self._half = self._starts[-1]
        self._text = _BETWEEN.join([one[script] for script in (0, 1) for one in texts])
        self._last: tuple[Wanted, list[Met]] | None = None

    def passage(self, number: int) -> Passage:
        """A passage, made when it is asked for the first time."""
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]

    def met(self, wanted: Wanted) -> list[Met]:
        """The passages that hold what is wanted; asked twice for the same, it looks once."""
        if self._last is None or self._last[0] is not wanted:
            self._last = wanted, self._look(wanted)
        return self._last[1]

    def _look(self, wanted: Wanted) -> list[Met]:
        found: dict[int, list[Span]] = {}
        for start, length in sorted({(start % self._half, end - start) for start, end in wanted.spans(self._text)}):
            found.setdefault(bisect_right(self._starts, start) - 1, []).append((start, start + length))
        return [self._met(number, spans, wanted) for number, spans in found.items()]

    def _met(self, number: int, spans: list[Span], wanted: Wanted) -> Met:
        halves = (0, self._half) if wanted.script == "hans" else (self._half, 0)
        typed = [any(self._text[half + start : half + end] == wanted.text for start, end in spans) for half in halves]
        way: Way = "script" if typed[0] else "other" if typed[1] else "variant"
        first = self._starts[number]
        return Met(self, number, tuple([Place(start - first, end - first) for start, end in spans]), way)


def row_of(passages: Sequence[Passage]) -> Row:
    """A row whose passages are made already."""
    return Row([(one.text.hans, one.text.hant) for one in passages], passages.__getitem__)


def sentence_around(text: str, place: Place) -> Place:
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
    return Place(start, end)
