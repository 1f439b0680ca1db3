"""Folding: makes one of 简 and 繁, variants, widths, cases, quotation marks, 1,985 and 1985; positions survive."""

import re
import unicodedata
from codecs import BOM_UTF16_LE
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, product
from math import prod
from typing import Final

from exhibit.model.text import is_safe

_SAME: Final = (
    '"“”„＂「」﹁﹂〝〞',
    "'‘’‚＇『』﹃﹄",
    "-－—–―─−",
    "~～〜",
    "·・‧•",
    "…⋯",
    " \u3000\u00a0\t\n",
)
"""What stands for one another beside letters and ideographs."""
_WIDTHS: Final = ((0xFF01, 0xFF5E), (0xFFE0, 0xFFE6), (0xFE50, 0xFE6B))
_COMPATIBLE: Final = ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
"""Blocks of forms that mean another character: full and small widths, radicals, compatibility ideographs."""
_LETTERS: Final = 0x600
"""Where alphabets with two cases end, as far as newspapers use them."""
_KEPT: Final = 512
"""Beginnings of queries whose spellings are kept, and pieces of texts that were folded last."""
_SPELLINGS: Final = 400
"""Spellings of two characters that are looked for one by one."""
_GROUPED: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_DIGITS: Final = frozenset("0123456789")
_BEING_TYPED: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{0,3}\Z)|\A,(?=[0-9]{1,3}(?![0-9]))")

CharSpan = tuple[int, int]
"""A stretch of a text, in code points: many are looked at for each that becomes a `Place`."""


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text, and where in the original each character of it stands (None: at the same place)."""

    text: str
    at: Sequence[int] | None

    def span(self, start: int, end: int) -> CharSpan:
        """A stretch of the folded text in the original."""
        return (start, end) if self.at is None else (self.at[start], self.at[end - 1] + 1)


class _FoldHeads(dict[str, str]):
    """What each character folds to, found when it is asked for: a table of all of them is long to make."""

    def __init__(self, folds: str, to: str) -> None:
        self._folds, self._to = folds, to

    def __missing__(self, character: str) -> str:
        at = self._folds.find(character)
        return self.setdefault(character, character if at < 0 else self._to[at])


class TextFolding:
    """Folds each character of `folds` to the one of `to` in its place; others stay."""

    def __init__(self, folds: str, to: str) -> None:
        self._folds, self._to = folds, to
        self._heads = _FoldHeads(folds, to)
        self._beginning, self._members = lru_cache(_KEPT)(self._spelt), lru_cache(_KEPT)(self._family)
        self.piece = lru_cache(_KEPT)(self.flat)
        """The same as `flat`, for pieces that come again and again."""

    def flat(self, text: str) -> str:
        """The text, each character folded by itself."""
        return "".join(map(self._heads.__getitem__, text))

    def fold(self, text: str) -> FoldedText:
        """The text without the separators of its numbers, too."""
        flat = self.flat(text)
        gone = {match.start() for match in _GROUPED.finditer(flat)} if "," in flat else set()
        if not gone:
            return FoldedText(flat, None)
        at = [place for place in range(len(flat)) if place not in gone]
        return FoldedText("".join(flat[place] for place in at), at)

    def forms(self, query: str) -> tuple[str, ...]:
        """What to look for in folded texts: a number of which only a part was typed may have lost its separator."""
        flat = self.flat(query)
        if "," not in flat:
            return (flat,)
        whole = _GROUPED.sub("", flat)
        return tuple(dict.fromkeys(form for form in (whole, _BEING_TYPED.sub("", whole)) if form))

    def finder(self, form: str) -> "FormFinder":
        """What finds a form in texts that are not folded."""
        return FormFinder(self, form, *self._beginning(form[:2]))

    @cached_property
    def separated(self) -> re.Pattern[str]:
        """What may be a number with a separator in a text that is not folded."""
        digit, separator = (re.escape("".join(chain(*map(self._members, some)))) for some in (sorted(_DIGITS), ","))
        return re.compile(f"[{digit}][{separator}][{digit}]{{3}}")

    def _spelt(self, head: str) -> tuple[int, list[str]]:
        """How many of a few characters are spelt out, and all that folds to them; of large families only the first."""
        families = list(map(self._members, head))
        if prod(map(len, families)) > _SPELLINGS:
            families = families[:1]
        return len(families), ["".join(one) for one in product(*families)]

    def _family(self, head: str) -> list[str]:
        """All that fold to a character."""
        found, at = [] if head in self._folds else [head], self._to.find(head)
        while at >= 0:
            found.append(self._folds[at])
            at = self._to.find(head, at + 1)
        return found


class FormFinder:
    """Finds a form by what folds to its beginning: to fold all of a text would take far longer."""

    def __init__(self, folding: TextFolding, form: str, spelt: int, spellings: Sequence[str]) -> None:
        self._folding, self._length, self._spellings = folding, len(form), spellings
        self._spelt, self._rest = spelt, form[spelt:]
        self._whole = _DIGITS.isdisjoint(form) and form != ","
        """Whether no separator of a number stands in it, or is it."""

    def spans(self, text: str) -> list[CharSpan]:
        """Where a text that is not folded holds the form."""
        if self._whole or not self._folding.separated.search(text):
            return self._plain_spans(text)
        folded = self._folding.fold(text)
        return [folded.span(start, end) for start, end in self._plain_spans(folded.text)]

    def _plain_spans(self, text: str) -> list[CharSpan]:
        found, length, spelt, rest, piece = [], self._length, self._spelt, self._rest, self._folding.piece
        for one in self._spellings:
            start = text.find(one)
            while start >= 0:
                if not rest or piece(text[start + spelt : start + length]) == rest:
                    found.append((start, start + length))
                start = text.find(one, start + 1)
        return found


def folding_of(families: Iterable[str]) -> TextFolding:
    """Folds families of characters that stand for one another; the first of a family stands for all."""
    return TextFolding(*_folds_of(families))


def packed(families: Iterable[str]) -> bytes:
    """The folds of families as the part `folds` has them: what is folded, then what each becomes.

    In UTF-16, which takes a third of the time to read that JSON does: every first search waits for it.
    """
    return BOM_UTF16_LE + "".join(_folds_of(families)).encode("utf-16-le")


def unpacked(data: bytes) -> TextFolding:
    """The folding that `packed` wrote. Raises ValueError."""
    told = data.decode("utf-16")  # Python knows this one by heart, `utf-16-le` is a module to load
    half, odd = divmod(len(told), 2)
    if odd or not is_safe(told):
        raise ValueError("they lead nowhere" if odd else "they are no safe text")
    return TextFolding(told[:half], told[half:])


def _folds_of(families: Iterable[str]) -> tuple[str, str]:
    """What is folded, and to what."""
    pairs = [(one, family[0]) for family in families for one in family[1:]]
    return "".join(one for one, _ in pairs), "".join(head for _, head in pairs)


def plain_families() -> tuple[tuple[str, str], ...]:
    """Pairs that stand for one another whatever the language: widths, cases, compatible forms, marks."""
    pairs = [(family[0], one) for family in _SAME for one in family[1:]]
    for first, last in (*_WIDTHS, *_COMPATIBLE):
        pairs += [(meant, one) for one in map(chr, range(first, last + 1)) if len(meant := _meant(one)) == 1]
    letters = [*range(_LETTERS), *range(0xFF21, 0xFF3B)]
    pairs += [(small, one) for one in map(chr, letters) if len(small := one.casefold()) == 1 and small != one]
    return tuple(pair for pair in pairs if pair[0] != pair[1])


def closed(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The families that the pairs make, each once, whoever stands for all first."""
    heads: dict[str, set[str]] = {}
    for one, other in pairs:
        small, large = sorted((heads.setdefault(one, {one}), heads.setdefault(other, {other})), key=len)
        if small is not large:
            large |= small
            heads.update(dict.fromkeys(small, large))
    families = {id(family): family for family in heads.values()}.values()
    return tuple(sorted("".join(sorted(family, key=_rank)) for family in families))


def _meant(one: str) -> str:
    return unicodedata.normalize("NFKC", one)


def _rank(one: str) -> tuple[bool, bool, int]:
    return one != _meant(one), one != one.casefold(), ord(one)
