"""Pinyin as it is typed: split into syllables and initials, and compared with the pinyin of a name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, product
from math import prod
from typing import Final, NamedTuple

from exhibit.model.search import TextSpan
from exhibit.package.search.folding import TextFolding
from exhibit.package.search.tokens import (
    initials_expressions,
    is_typed_as_itself,
    pinyin_expressions,
    syllable_expression,
)

_MAX_TYPED: Final = 40
"""Characters; a longer query is not compared by its sound."""
_MAX_SEGMENTATIONS: Final = 16
_MAX_SEQUENCES: Final = 24
"""Sequences of syllables that the index is asked for."""
_SPARE_UNITS: Final = 2
"""Units that a segmentation may have more than the shortest one."""
_MAX_SYLLABLE: Final = 6
"""Letters."""
_SYLLABLE: Final = re.compile("[a-z]{1,6}")
_DOUBLE_INITIALS: Final = ("zh", "ch", "sh")
_LATIN_END: Final = "\u0370"
"""The end of the Latin letters that pinyin uses."""
_MARKS: Final = re.compile("[\u0300-\u036f'’ \\-]")


class PinyinUnit(NamedTuple):
    """What was typed for one character: a whole syllable, the beginning of one, or the character itself."""

    text: str
    is_whole: bool
    is_character: bool = False


Segmentation = tuple[PinyinUnit, ...]
"""One way to read what was typed."""


class PinyinTable:
    """The syllables of characters. Each of `rows` is a syllable and the folded characters that have it."""

    def __init__(self, rows: Iterable[str], folding: TextFolding) -> None:
        self._folding = folding
        self._of: dict[str, list[str]] = {}
        for row in rows:
            syllable, _, characters = row.partition(" ")
            for one in characters if _SYLLABLE.fullmatch(syllable) else "":
                self._of.setdefault(one, []).append(syllable)
        self._syllables = sorted({one for found in self._of.values() for one in found})
        self._known = frozenset(self._syllables)
        self._of |= {one: [one] for one in map(chr, range(128)) if is_typed_as_itself(one)}
        self._initials = frozenset(one[0] for one in self._syllables)

    def of(self, character: str) -> Sequence[str]:
        """The syllables of a folded character; a letter or a digit is its own."""
        return self._of.get(character, ())

    def segmentations(self, typed: str) -> list[Segmentation]:
        """The ways to read what was typed, the plainest first; none without a Latin letter."""
        plain = plain_letters(typed)
        if len(plain) > _MAX_TYPED:
            return []
        pieces = []
        for is_pinyin, group in groupby(self._folding.flat(plain), lambda one: one.isascii() and one.isalpha()):
            piece = "".join(group)
            characters = tuple(PinyinUnit(one, True, True) for one in piece)
            pieces.append(self._split(piece) if is_pinyin else [characters])
        found = [sum(parts, ()) for parts in islice(product(*pieces), _MAX_SEGMENTATIONS)]
        return [one for one in found if all(not unit.is_character or self.of(unit.text) for unit in one)]

    def readings_of(self, flat: str) -> list[Segmentation]:
        """The ways to pronounce folded characters; none if one of them has no syllable."""
        syllables = [self.of(one) for one in flat[: _MAX_TYPED + 1]]
        if len(syllables) > _MAX_TYPED or all(is_typed_as_itself(one) for one in flat):
            return []
        readings = islice(product(*syllables), _MAX_SEGMENTATIONS)
        return [tuple(PinyinUnit(one, True) for one in reading) for reading in readings]

    def expressions(self, segmentations: Sequence[Segmentation], at_beginning: bool = False) -> Iterator[list[str]]:
        """Lists of expressions. A row that sounds like a segmentation is found by all expressions of one list."""
        for one in segmentations:
            yield from self._expressions(one, at_beginning)

    def find(self, flat: str, segmentations: Sequence[Segmentation]) -> Iterator[TextSpan]:
        """The places of a folded name that sound like one of the segmentations, in their order."""
        spoken = [(place, self._of[one]) for place, one in enumerate(flat) if one in self._of]
        initials = {one[0].text[0] for one in segmentations}
        for number, (start, syllables) in enumerate(spoken):
            if flat[start] not in initials and initials.isdisjoint(one[0] for one in syllables):
                continue
            ends = {
                spoken[number + len(one) - 1][0] + 1
                for one in segmentations
                if number + len(one) <= len(spoken)
                and all(self._fits(flat[place], unit) for (place, _), unit in zip(spoken[number:], one, strict=False))
            }
            yield from (TextSpan(start, end) for end in sorted(ends))

    def _fits(self, character: str, unit: PinyinUnit) -> bool:
        if unit.is_character:
            return character == unit.text
        return any(one == unit.text if unit.is_whole else one.startswith(unit.text) for one in self.of(character))

    def _expressions(self, segmentation: Segmentation, at_beginning: bool) -> Iterator[list[str]]:
        candidates = [self._candidates(unit) for unit in segmentation]
        if all(candidates) and prod(map(len, candidates)) <= _MAX_SEQUENCES:
            yield from (pinyin_expressions(one, at_beginning) for one in product(*candidates))
            return
        initials = "".join(self._initial(unit) for unit in segmentation)
        whole = [unit.text for unit in segmentation if unit.is_whole and not unit.is_character]
        yield [*initials_expressions(initials, at_beginning), *map(syllable_expression, whole)]

    def _initial(self, unit: PinyinUnit) -> str:
        syllables = self.of(unit.text) if unit.is_character else ()
        return syllables[0][0] if syllables else unit.text[0]

    def _candidates(self, unit: PinyinUnit) -> Sequence[str]:
        """The syllables a unit may be; none if they are too many."""
        if unit.is_character:
            return self.of(unit.text)
        if unit.is_whole:
            return (unit.text,)
        return [one for one in self._syllables if one.startswith(unit.text)] if len(unit.text) > 1 else ()

    def _split(self, letters: str) -> list[Segmentation]:
        """The segmentations of a run of letters: those of few units first, and of these the ones of whole syllables."""
        by_end: list[list[Segmentation]] = [[()]]
        for end in range(1, len(letters) + 1):
            found = [
                (*before, unit)
                for start in range(max(0, end - _MAX_SYLLABLE), end)
                for unit in self._units(letters[start:end], end == len(letters))
                for before in by_end[start]
            ]
            by_end.append(_plainest(found))
        return by_end[-1]

    def _units(self, piece: str, is_last: bool) -> Iterator[PinyinUnit]:
        longer = [one for one in self._syllables if one.startswith(piece)] if is_last and len(piece) > 1 else []
        if longer:
            yield PinyinUnit(piece, longer == [piece])
        elif piece in self._known and not is_last:
            yield PinyinUnit(piece, True)
        if piece in _DOUBLE_INITIALS or (len(piece) == 1 and piece in self._initials):
            yield PinyinUnit(piece, False)


def may_be_pinyin(typed: str) -> bool:
    """Whether a text has a letter of either width, and is short enough for a name."""
    if len(typed) > 2 * _MAX_TYPED:
        return False
    return any(one.isalpha() and one < _LATIN_END for one in unicodedata.normalize("NFKC", typed))


def plain_letters(typed: str) -> str:
    """What was typed without tone marks and apostrophes, in half width; ü is v."""
    apart = unicodedata.normalize("NFKD", typed.replace("\N{LATIN SMALL LETTER U WITH DIAERESIS}", "v"))
    return _MARKS.sub("", apart.replace("u\u0308", "v").replace("U\u0308", "v"))


def _plainest(found: list[Segmentation]) -> list[Segmentation]:
    shortest = min(map(len, found), default=0)
    near = [
        one
        for one in dict.fromkeys(found)
        if len(one) <= shortest + _SPARE_UNITS or all(len(unit.text) == 1 for unit in one)
    ]
    return sorted(near, key=lambda one: (sum(len(unit.text) == 1 for unit in one), len(one)))[:_MAX_SEGMENTATIONS]
