"""A row of the index as it is read again: its passages, and every place in them that a query meets."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from exhibit.model.search import Place, Way
from exhibit.model.text import SCRIPTS, Script, Text
from exhibit.package.folding import Folded, Folding
from exhibit.package.passages import Passage

_BETWEEN: Final = "\ufdd0"
"""Between two passages: no text of a package may hold it."""
_ENDS: Final = frozenset("。！？!?\n")
_CLOSING: Final = frozenset("”’」』）)")


@dataclass(frozen=True, slots=True)
class Met:
    """A passage and the places in it that were met."""

    number: int
    passage: Passage
    places: tuple[Place, ...]
    way: Way


class Row:
    """The passages of a row, folded as one text in each script."""

    def __init__(self, passages: Sequence[Passage], folding: Folding) -> None:
        self._passages = passages
        self._starts = list(accumulate((len(one.text) + 1 for one in passages), initial=0))
        folded = [folding.fold(_BETWEEN.join(one.text.in_(script) for one in passages)) for script in SCRIPTS]
        self._texts: Sequence[Folded] = folded if folded[0].text != folded[1].text else folded[:1]

    @property
    def passages(self) -> Sequence[Passage]:
        return self._passages

    def met(self, forms: Iterable[str], typed: str, script: Script) -> list[Met]:
        """The passages that hold one of the folded forms; `typed` is the query as it was written."""
        found: dict[int, set[tuple[int, int]]] = {}
        for folded in self._texts:
            for form in forms:
                for start in _each(folded.text, form):
                    place = folded.place(start, start + len(form))
                    number = bisect_right(self._starts, place.start) - 1
                    first = self._starts[number]
                    found.setdefault(number, set()).add((place.start - first, place.end - first))
        return [self._met(number, sorted(found[number]), typed, script) for number in sorted(found)]

    def _met(self, number: int, places: list[tuple[int, int]], typed: str, script: Script) -> Met:
        passage = self._passages[number]
        return Met(number, passage, tuple(Place(*one) for one in places), _way(passage.text, places, typed, script))


def _way(text: Text, places: list[tuple[int, int]], typed: str, script: Script) -> Way:
    other: Script = "hant" if script == "hans" else "hans"
    if any(text.in_(script)[start:end] == typed for start, end in places):
        return "script"
    return "other" if any(text.in_(other)[start:end] == typed for start, end in places) else "variant"


def sentence_around(text: str, place: Place) -> Place:
    """The sentence, or the sentences, that a place lies in."""
    start, end = place.start, place.end
    while start > 0 and not _is_end(text, start - 1):
        start -= 1
    while end < len(text) and not _is_end(text, end - 1):
        end += 1
    while start < place.start and text[start].isspace():
        start += 1
    return Place(start, end)


def _is_end(text: str, at: int) -> bool:
    """Whether a sentence ends with that character."""
    if at + 1 < len(text) and text[at + 1] in _ENDS | _CLOSING:
        return False
    while text[at] in _CLOSING and at > 0:
        at -= 1
    return text[at] in _ENDS


def _each(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
