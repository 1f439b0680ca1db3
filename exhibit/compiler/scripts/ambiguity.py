"""Finds the characters whose conversion is doubtful: where words can be cut in two ways, in names, and on their own."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from exhibit.compiler.article.sentences import sentence_around
from exhibit.compiler.problems import ProblemPlace
from exhibit.compiler.scripts.converter import CUTS, ConversionDictionary, ScriptConverter
from exhibit.compiler.scripts.texts import ConvertedString
from exhibit.model.text import Script, Text

DoubtKind = Literal["cross", "back", "name", "alone"]
KINDS: Final[dict[DoubtKind, str]] = {
    "cross": "words that can be cut in two ways (nearly half of these are wrong)",
    "back": "written in Traditional, and made of its Simplified again it would differ",
    "name": "a character with several forms in a name",
    "alone": "a character with several forms that no word decides",
}
"""The kinds of doubt, the most telling first."""
_CONTEXT: Final = 2
_LONGEST: Final = 12
"""Characters of the longest word to find; the few longer entries of the dictionaries are never doubtful."""
_Look = Callable[[ConvertedString, "ConversionWords"], Iterable[tuple[int, int, str]]]
"""Start, end and alternatives of each doubtful range of a string."""


class AmbiguousCharacter(NamedTuple):
    """A doubtful range of a text: `others` is what else it could be converted to."""

    kind: DoubtKind
    where: ProblemPlace
    text: Text
    start: int
    end: int
    others: str

    @property
    def phrase(self) -> Text:
        """The range with up to two characters on each side, as it is copied to the reviewed phrases."""
        start, end = max(0, self.start - _CONTEXT), min(len(self.text), self.end + _CONTEXT)
        while start < self.start and CUTS.search(self.text.hans[start : self.start]):
            start += 1
        while end > self.end and CUTS.search(self.text.hans[self.end : end]):
            end -= 1
        return self.text.cut(start, end)

    @property
    def sentence(self) -> Text:
        """The sentence around the range."""
        return self.text.cut(*sentence_around(self.text.hans, self.start, self.end))


class ConversionWords(NamedTuple):
    """The dictionary of the step that changes the script, and the steps after it."""

    known: Mapping[str, str]
    later: list[ConversionDictionary]

    def targets(self, word: str) -> list[str]:
        """What a word may be converted to, after the later steps; the word itself if the dictionary lacks it."""
        return list(dict.fromkeys("".join(map(self._final, one)) for one in self.known.get(word, word).split(" ")))

    def _final(self, character: str) -> str:
        return next((one[character].split(" ")[0] for one in self.later if character in one), character)


class AmbiguityFinder:
    """Finds doubtful characters in strings; reviewed phrases and exceptions are left out."""

    def __init__(self, converter: ScriptConverter, reviewed: Mapping[str, str]) -> None:
        self._converter = converter
        self._reviewed = {**reviewed, **converter.rules.exceptions}
        self._words: dict[Script, ConversionWords] = {}

    def doubts(self, strings: Iterable[ConvertedString]) -> Iterator[AmbiguousCharacter]:
        """Every doubt of every string, in order."""
        for one in strings:
            reviewed = self._reviewed_places(one.text)
            for doubt in self._of(one):
                alone = doubt.kind == "alone" and self._is_reviewed(doubt)
                if not alone and not reviewed.issuperset(range(doubt.start, doubt.end)):
                    yield doubt

    def _is_reviewed(self, doubt: AmbiguousCharacter) -> bool:
        """True if a reviewed single character settles this doubt: it does so where no word decides."""
        text = doubt.text.cut(doubt.start, doubt.end)
        return self._reviewed.get(text.hans) == text.hant

    def _of(self, one: ConvertedString) -> Iterator[AmbiguousCharacter]:
        words = self._dictionary(one.script)
        looks: dict[DoubtKind, _Look] = {"cross": _cross, "back": self._back, "name": _name, "alone": _alone}
        seen: set[int] = set()
        for kind, look in looks.items():
            for start, end, others in look(one, words):
                if not seen.issuperset(range(start, end)):
                    seen.update(range(start, end))
                    yield AmbiguousCharacter(kind, one.where, one.text, start, end, others)

    def _back(self, one: ConvertedString, _words: ConversionWords) -> Iterator[tuple[int, int, str]]:
        """Where Traditional text is not the same after conversion to Simplified and back."""
        if one.script == "hans":
            return
        again = self._converter.text(one.text.hans, "hans").hant
        for start, end in _stretches(place for place in range(len(again)) if again[place] != one.text.hant[place]):
            yield start, end, again[start:end]

    def _dictionary(self, script: Script) -> ConversionWords:
        if script not in self._words:
            steps = self._converter.steps(script)
            main = max(range(len(steps)), key=lambda index: sum(map(len, steps[index])))
            self._words[script] = ConversionWords(
                ChainMap(*steps[main]), [one for step in steps[main + 1 :] for one in step]
            )
        return self._words[script]

    def _reviewed_places(self, text: Text) -> set[int]:
        """The positions inside reviewed phrases that were converted as reviewed."""
        places: set[int] = set()
        for hans, hant in self._reviewed.items():
            if len(hans) == 1:
                continue
            start = text.hans.find(hans)
            while start >= 0:
                if text.hant.startswith(hant, start):
                    places.update(range(start, start + len(hans)))
                start = text.hans.find(hans, start + 1)
        return places


def _cross(one: ConvertedString, words: ConversionWords) -> Iterator[tuple[int, int, str]]:
    """Where segmenting by longest words from the left and from the right gives different characters."""
    written = one.text.in_(one.script)
    for offset, clause in _clauses(written):
        left = "".join(words.targets(word)[0] for word in cut_left(clause, words.known))
        right = "".join(words.targets(word)[0] for word in cut_right(clause, words.known))
        if len(left) == len(right) == len(clause):
            for start, end in _stretches(place for place in range(len(clause)) if left[place] != right[place]):
                made = one.text.in_("hant" if one.script == "hans" else "hans")[offset + start : offset + end]
                yield offset + start, offset + end, right[start:end] if made == left[start:end] else left[start:end]


def _name(one: ConvertedString, words: ConversionWords) -> Iterator[tuple[int, int, str]]:
    if one.name:
        for place, character in enumerate(one.text.in_(one.script)):
            if len(targets := words.targets(character)) > 1:
                yield place, place + 1, "".join(targets)


def _alone(one: ConvertedString, words: ConversionWords) -> Iterator[tuple[int, int, str]]:
    """Characters outside words that can be converted in several ways."""
    for offset, clause in _clauses(one.text.in_(one.script)):
        for word in cut_left(clause, words.known):
            if len(word) == 1 and len(targets := words.targets(word)) > 1:
                yield offset, offset + 1, "".join(targets)
            offset += len(word)


def cut_left(clause: str, words: Mapping[str, str]) -> list[str]:
    """The longest words from the left."""
    found, start = [], 0
    while start < len(clause):
        sizes = range(min(_LONGEST, len(clause) - start), 1, -1)
        size = next((size for size in sizes if clause[start : start + size] in words), 1)
        found.append(clause[start : start + size])
        start += size
    return found


def cut_right(clause: str, words: Mapping[str, str]) -> list[str]:
    """The longest words from the right, in reading order."""
    found, end = [], len(clause)
    while end > 0:
        sizes = range(min(_LONGEST, end), 1, -1)
        size = next((size for size in sizes if clause[end - size : end] in words), 1)
        found.append(clause[end - size : end])
        end -= size
    return found[::-1]


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """The clauses between punctuation, where the converter cuts, each with its position."""
    start = 0
    for match in CUTS.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _stretches(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for place in places:
        if place != end:
            if end >= 0:
                yield start, end
            start = place
        end = place + 1
    if end >= 0:
        yield start, end
