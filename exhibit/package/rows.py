"""A row of the index as it is read again: its passages, and every place in them that a query meets."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

from exhibit.model.search import Place, Way
from exhibit.model.text import Script
from exhibit.package.folding import Folding
from exhibit.package.passages import Passage

_BETWEEN: Final = "\ufdd0"
"""Between two passages: no text of a package may hold it."""
_HEAD: Final = 60
"""Characters of a query that are looked for at once; a longer one is compared where these stand."""
_ESCAPED: Final = frozenset("\\ ")
"""Folded characters of which JSON may write one in another way: the backslash, and with the blank the line end."""
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
    """The folded forms of a query, as they are looked for in texts that are not folded."""

    def __init__(self, text: str, script: Script, folding: Folding) -> None:
        self.text, self.script = text, script
        self.forms = folding.forms(text)
        self._folding = folding
        self._patterns = [(form, folding.pattern(form[:_HEAD])) for form in self.forms]

    def may_stand_in(self, told: str) -> bool:
        """Whether a text may hold one of the forms, by the JSON that it is kept in: what JSON escapes is not told."""
        if any(one in _ESCAPED for form in self.forms for one in form):
            return True
        plain = told.replace('\\"', '"')
        return any(pattern.search(plain) for _, pattern in self._patterns)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text holds one of the forms."""
        for form, pattern in self._patterns:
            match = pattern.search(text)
            while match:
                start, end = match.span()
                if len(form) <= _HEAD:
                    yield start, end
                elif (folded := self._folding.fold(text[start : start + 2 * len(form)])).text.startswith(form):
                    yield start, start + folded.place(0, len(form)).end
                match = pattern.search(text, start + 1)


class Row:
    """The texts of a row, one behind the other in each script; a passage is made where something was met."""

    def __init__(self, texts: Sequence[tuple[str, str]], passage: Callable[[int], Passage]) -> None:
        self.passage = cache(passage)
        self.count = len(texts)
        self._starts = list(accumulate((len(hans) + 1 for hans, _ in texts), initial=0))
        self._last: tuple[Wanted, list[Met]] | None = None
        self._texts = tuple(_BETWEEN.join(one[script] for one in texts) for script in (0, 1))

    def met(self, wanted: Wanted) -> list[Met]:
        """The passages that hold what is wanted; asked twice for the same, it looks once."""
        if self._last is None or self._last[0] is not wanted:
            self._last = wanted, self._look(wanted)
        return self._last[1]

    def _look(self, wanted: Wanted) -> list[Met]:
        found: dict[int, set[tuple[int, int]]] = {}
        for start, end in {place for text in self._texts for place in wanted.places(text)}:
            number = bisect_right(self._starts, start) - 1
            first = self._starts[number]
            found.setdefault(number, set()).add((start - first, end - first))
        return [self._met(number, sorted(found[number]), wanted) for number in sorted(found)]

    def _met(self, number: int, places: list[tuple[int, int]], wanted: Wanted) -> Met:
        first, end = self._starts[number], self._starts[number + 1] - 1
        hans, hant = (text[first:end] for text in self._texts)
        here, there = (hans, hant) if wanted.script == "hans" else (hant, hans)
        typed = [any(text[start:stop] == wanted.text for start, stop in places) for text in (here, there)]
        way: Way = "script" if typed[0] else "other" if typed[1] else "variant"
        return Met(self, number, tuple(Place(*one) for one in places), way)


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
