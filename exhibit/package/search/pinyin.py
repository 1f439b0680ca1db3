"""Pinyin as it is typed: cut into syllables and first letters, and compared with the sounds of a name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, product
from math import prod
from typing import Final

from exhibit.model.search import TextSpan
from exhibit.package.search.folding import TextFolding
from exhibit.package.search.tokens import begun, heard, is_spelt, sounding

_LONGEST: Final = 40
"""Characters; whoever types more is not typing a name."""
_MOST_CUTS: Final = 16
_MOST_SOUNDS: Final = 24
"""Sequences of syllables that the index is asked for."""
_SPARE: Final = 2
"""Units more than the fewest a cut may have."""
_SYLLABLE: Final = re.compile("[a-z]{1,6}")
_TWO: Final = ("zh", "ch", "sh")
_NO_LATIN: Final = "\u0370"
"""Where the Latin letters end that pinyin uses."""
_MARKS: Final = re.compile("[\u0300-\u036f'’ \\-]")


@dataclass(frozen=True, slots=True)
class PinyinUnit:
    """What stands for one character: a whole syllable, the beginning of one, or the character itself."""

    text: str
    whole: bool
    written: bool = False


Segmentation = tuple[PinyinUnit, ...]


class PinyinTable:
    """The syllables of characters; `rows` are a syllable each and the folded characters that have it."""

    def __init__(self, rows: Iterable[str], folding: TextFolding) -> None:
        self._folding = folding
        self._of: dict[str, list[str]] = {}
        for row in rows:
            syllable, _, characters = row.partition(" ")
            for one in characters if _SYLLABLE.fullmatch(syllable) else "":
                self._of.setdefault(one, []).append(syllable)
        self._syllables = sorted({one for found in self._of.values() for one in found})
        self._known = frozenset(self._syllables)
        self._of |= {one: [one] for one in map(chr, range(128)) if is_spelt(one)}
        self._firsts = frozenset(one[0] for one in self._syllables)

    def of(self, character: str) -> Sequence[str]:
        """The syllables of a folded character; a letter or a digit is its own."""
        return self._of.get(character, ())

    def cuts(self, typed: str) -> list[Segmentation]:
        """The ways to read what was typed, the plainest first; none where it has no Latin letter."""
        plain = plain_letters(typed)
        if len(plain) > _LONGEST:
            return []
        pieces = []
        for letters, group in groupby(self._folding.flat(plain), lambda one: one.isascii() and one.isalpha()):
            piece = "".join(group)
            pieces.append(self._spelt(piece) if letters else [tuple(PinyinUnit(one, True, True) for one in piece)])
        read = [sum(parts, ()) for parts in islice(product(*pieces), _MOST_CUTS)]
        return [cut for cut in read if all(not unit.written or self.of(unit.text) for unit in cut)]

    def expressions(self, cuts: Sequence[Segmentation], begins: bool = False) -> Iterator[list[str]]:
        """What finds rows that may sound like one of the cuts: rows of all expressions of one of the lists."""
        for cut in cuts:
            yield from self._ways(cut, begins)

    def cuts_of(self, flat: str) -> list[Segmentation]:
        """The ways to say folded characters; none where one of them has no sound."""
        sounds = [self.of(one) for one in flat[: _LONGEST + 1]]
        if len(sounds) > _LONGEST or all(is_spelt(one) for one in flat):
            return []
        return [tuple(PinyinUnit(one, True) for one in way) for way in islice(product(*sounds), _MOST_CUTS)]

    def find(self, flat: str, cuts: Sequence[Segmentation]) -> Iterator[TextSpan]:
        """Where a folded name sounds like one of the cuts, from its beginning on."""
        heard = [(place, self._of[one]) for place, one in enumerate(flat) if one in self._of]
        firsts = {cut[0].text[0] for cut in cuts}
        for first, (start, sounds) in enumerate(heard):
            if flat[start] not in firsts and firsts.isdisjoint(one[0] for one in sounds):
                continue
            ends = {
                heard[first + len(cut) - 1][0] + 1
                for cut in cuts
                if first + len(cut) <= len(heard)
                and all(self._fits(flat[place], unit) for (place, _), unit in zip(heard[first:], cut, strict=False))
            }
            yield from (TextSpan(start, end) for end in sorted(ends))

    def _fits(self, character: str, unit: PinyinUnit) -> bool:
        if unit.written:
            return character == unit.text
        return any(one == unit.text if unit.whole else one.startswith(unit.text) for one in self.of(character))

    def _ways(self, cut: Segmentation, begins: bool) -> Iterator[list[str]]:
        ends = [self._ends(unit) for unit in cut]
        if all(ends) and prod(map(len, ends)) <= _MOST_SOUNDS:
            yield from (heard(one, begins) for one in product(*ends))
            return
        firsts = [found[0][0] if (found := self.of(unit.text)) and unit.written else unit.text[0] for unit in cut]
        yield [*begun("".join(firsts), begins), *(sounding(unit.text) for unit in cut if _is_whole(unit))]

    def _ends(self, unit: PinyinUnit) -> Sequence[str]:
        """The syllables a unit may be; none where they are too many."""
        if unit.written:
            return self.of(unit.text)
        if unit.whole:
            return (unit.text,)
        return [one for one in self._syllables if one.startswith(unit.text)] if len(unit.text) > 1 else ()

    def _spelt(self, letters: str) -> list[Segmentation]:
        """The cuts of a run of letters: few units first, and of those the ones of whole syllables."""
        ways: list[list[Segmentation]] = [[()]]
        for end in range(1, len(letters) + 1):
            found = [
                (*way, unit)
                for start in range(max(0, end - 6), end)
                for unit in self._units(letters[start:end], end == len(letters))
                for way in ways[start]
            ]
            ways.append(_plainest(found))
        return ways[-1]

    def _units(self, piece: str, last: bool) -> Iterator[PinyinUnit]:
        longer = [one for one in self._syllables if one.startswith(piece)] if last and len(piece) > 1 else []
        if longer:
            yield PinyinUnit(piece, longer == [piece])
        elif piece in self._known and not last:
            yield PinyinUnit(piece, True)
        if piece in _TWO or (len(piece) == 1 and piece in self._firsts):
            yield PinyinUnit(piece, False)


def may_be_pinyin(typed: str) -> bool:
    """Whether a text has a letter of either width, and is short enough for a name."""
    if len(typed) > 2 * _LONGEST:
        return False
    return any(one.isalpha() and one < _NO_LATIN for one in unicodedata.normalize("NFKC", typed))


def plain_letters(typed: str) -> str:
    """What was typed without tone marks and apostrophes, in half width; ü is v."""
    apart = unicodedata.normalize("NFKD", typed.replace("\N{LATIN SMALL LETTER U WITH DIAERESIS}", "v"))
    return _MARKS.sub("", apart.replace("u\u0308", "v").replace("U\u0308", "v"))


def _plainest(cuts: list[Segmentation]) -> list[Segmentation]:
    fewest = min(map(len, cuts), default=0)
    near = [cut for cut in dict.fromkeys(cuts) if len(cut) <= fewest + _SPARE or all(len(one.text) == 1 for one in cut)]
    return sorted(near, key=lambda cut: (sum(len(unit.text) == 1 for unit in cut), len(cut)))[:_MOST_CUTS]


def _is_whole(unit: PinyinUnit) -> bool:
    return unit.whole and not unit.written
