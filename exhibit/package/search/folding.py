"""Folds texts for searching: scripts, variants, widths, cases, quotation marks, 1,985 and 1985; positions are kept."""

import re
import unicodedata
from codecs import BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import chain, product
from math import prod
from typing import Final, NamedTuple

from exhibit.model.limits import MAX_FOLDED, MAX_VARIANTS
from exhibit.model.text import is_safe
from exhibit.package.codec import DecodeError

_MARKS: Final = (
    '"“”„＂「」﹁﹂〝〞',
    "'‘’‚＇『』﹃﹄",
    "-－—–―─−",
    "~～〜",
    "·・‧•",
    "…⋯",
    " \u3000\u00a0\t\n",
)
"""Punctuation marks that stand for one another."""
_WIDTHS: Final = ((0xFF01, 0xFF5E), (0xFFE0, 0xFFE6), (0xFE50, 0xFE6B))
_COMPATIBLE: Final = ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
"""Blocks of characters that are forms of others: full and small widths, radicals, compatibility ideographs."""
_LETTERS_END: Final = 0x600
"""The end of the alphabets with two cases that newspapers use."""
_CACHE_SIZE: Final = 512
"""Beginnings of queries whose spellings are kept, and pieces of texts that were folded last."""
_MAX_SPELLINGS: Final = 400
"""Spellings of the first two characters of a query that are looked for one by one."""
_GROUPED: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_DIGITS: Final = frozenset("0123456789")
_BEING_TYPED: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{0,3}\Z)|\A,(?=[0-9]{1,3}(?![0-9]))")

CharSpan = tuple[int, int]
"""A stretch of a text, in code points. It becomes a TextSpan if it is shown."""


class FoldedText(NamedTuple):
    """A folded text. `positions` are those of its characters in the original; None if they are the same."""

    text: str
    positions: Sequence[int] | None

    def span(self, start: int, end: int) -> CharSpan:
        """A stretch of the folded text in the original."""
        return (start, end) if self.positions is None else (self.positions[start], self.positions[end - 1] + 1)


class _FoldTable(dict[str, str]):
    """What each character folds to, filled when it is asked for: the whole table takes long to make."""

    def __init__(self, characters: str, heads: str) -> None:
        self._characters, self._heads = characters, heads

    def __missing__(self, character: str) -> str:
        at = self._characters.find(character)
        return self.setdefault(character, character if at < 0 else self._heads[at])


class TextFolding:
    """Folds each character of `characters` to the one of `heads` at the same position. Other characters stay."""

    def __init__(self, characters: str, heads: str) -> None:
        self._characters, self._heads = characters, heads
        self._table = _FoldTable(characters, heads)
        self._cached_spellings = lru_cache(_CACHE_SIZE)(self._spellings)
        self._cached_variants = lru_cache(_CACHE_SIZE)(self._variants)
        self.cached_flat = lru_cache(_CACHE_SIZE)(self.flat)
        """The same as `flat`, for pieces that come again and again."""

    def flat(self, text: str) -> str:
        """The text, each character folded by itself."""
        return "".join(map(self._table.__getitem__, text))

    def fold(self, text: str) -> FoldedText:
        """The text folded, without the separators of its numbers."""
        flat = self.flat(text)
        separators = {match.start() for match in _GROUPED.finditer(flat)} if "," in flat else set()
        if not separators:
            return FoldedText(flat, None)
        positions = [at for at in range(len(flat)) if at not in separators]
        return FoldedText("".join(flat[at] for at in positions), positions)

    def forms(self, query: str) -> tuple[str, ...]:
        """The forms of a query to look for in folded texts. Half of a number may have lost its separator."""
        flat = self.flat(query)
        if "," not in flat:
            return (flat,)
        whole = _GROUPED.sub("", flat)
        return tuple(dict.fromkeys(form for form in (whole, _BEING_TYPED.sub("", whole)) if form))

    def finder(self, form: str) -> "FormFinder":
        """Finds a form in texts that are not folded."""
        return FormFinder(self, form, *self._cached_spellings(form[:2]))

    @cached_property
    def grouped_number(self) -> re.Pattern[str]:
        """Matches what may be a number with a separator in a text that is not folded."""
        digit, separator = (
            re.escape("".join(chain(*map(self._cached_variants, some)))) for some in (sorted(_DIGITS), ",")
        )
        return re.compile(f"[{digit}][{separator}][{digit}]{{3}}")

    def _spellings(self, head: str) -> tuple[int, list[str]]:
        """How many of the first characters are spelt out, and all spellings that fold to them.

        If there are too many, only the first character is spelt out.
        """
        variants = list(map(self._cached_variants, head))
        if prod(map(len, variants)) > _MAX_SPELLINGS:
            variants = variants[:1]
        return len(variants), ["".join(one) for one in product(*variants)]

    def _variants(self, head: str) -> list[str]:
        """All characters that fold to one."""
        found, at = [] if head in self._characters else [head], self._heads.find(head)
        while at >= 0:
            found.append(self._characters[at])
            at = self._heads.find(head, at + 1)
        return found


class FormFinder:
    """Finds a form by the spellings of its beginning, which is far quicker than folding the whole text."""

    def __init__(self, folding: TextFolding, form: str, spelt: int, spellings: Sequence[str]) -> None:
        self._folding, self._length, self._spellings = folding, len(form), spellings
        self._spelt, self._rest = spelt, form[spelt:]
        self._has_no_number = _DIGITS.isdisjoint(form) and form != ","

    def spans(self, text: str) -> list[CharSpan]:
        """The places of the form in a text that is not folded."""
        if self._has_no_number or not self._folding.grouped_number.search(text):
            return self._plain_spans(text)
        folded = self._folding.fold(text)
        return [folded.span(start, end) for start, end in self._plain_spans(folded.text)]

    def _plain_spans(self, text: str) -> list[CharSpan]:
        found, length, spelt, rest, flat = [], self._length, self._spelt, self._rest, self._folding.cached_flat
        for one in self._spellings:
            start = text.find(one)
            while start >= 0:
                if not rest or flat(text[start + spelt : start + length]) == rest:
                    found.append((start, start + length))
                start = text.find(one, start + 1)
        return found


def folding_of(groups: Iterable[str]) -> TextFolding:
    """Folds groups of characters that stand for one another, each to the first of its group."""
    return TextFolding(*_fold_pairs(groups))


def folding_bytes(groups: Iterable[str]) -> bytes:
    """The part `folding`: the characters that are folded, then what each becomes.

    It is UTF-16, which is read three times as quickly as JSON: every first search waits for it.
    """
    return BOM_UTF16_LE + "".join(_fold_pairs(groups)).encode("utf-16-le")


def read_folding(data: bytes) -> TextFolding:
    """The folding that `folding_bytes` wrote. Raises DecodeError."""
    try:
        text = data.decode("utf-16")  # unlike `utf-16-le`, it needs no module to be loaded
    except UnicodeDecodeError as error:
        raise DecodeError(str(error)) from error
    half, odd = divmod(len(text), 2)
    if odd or not is_safe(text):
        raise DecodeError("a character is folded to none" if odd else "it is no safe text")
    if half > MAX_FOLDED or max(Counter(text[half:]).values(), default=0) > MAX_VARIANTS:
        raise DecodeError(f"more than {MAX_FOLDED} characters are folded, or {MAX_VARIANTS} to one")
    return TextFolding(text[:half], text[half:])


def _fold_pairs(groups: Iterable[str]) -> tuple[str, str]:
    """The characters that are folded, and what each becomes."""
    pairs = [(one, group[0]) for group in groups for one in group[1:]]
    return "".join(one for one, _ in pairs), "".join(head for _, head in pairs)


def plain_variants() -> tuple[tuple[str, str], ...]:
    """Pairs of characters that stand for one another in every language: widths, cases, compatible forms, marks."""
    pairs = [(group[0], one) for group in _MARKS for one in group[1:]]
    for first, last in (*_WIDTHS, *_COMPATIBLE):
        pairs += [(plain, one) for one in map(chr, range(first, last + 1)) if len(plain := _compatible(one)) == 1]
    letters = [*range(_LETTERS_END), *range(0xFF21, 0xFF3B)]
    pairs += [(small, one) for one in map(chr, letters) if len(small := one.casefold()) == 1 and small != one]
    return tuple(pair for pair in pairs if pair[0] != pair[1])


def merged_variants(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The groups that the pairs make, each once; the character that the others are folded to comes first."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        small, large = sorted((groups.setdefault(one, {one}), groups.setdefault(other, {other})), key=len)
        if small is not large:
            large |= small
            groups.update(dict.fromkeys(small, large))
    different = {id(group): group for group in groups.values()}.values()
    return tuple(sorted("".join(sorted(group, key=_rank)) for group in different))


def _compatible(one: str) -> str:
    return unicodedata.normalize("NFKC", one)


def _rank(one: str) -> tuple[bool, bool, int]:
    return one != _compatible(one), one != one.casefold(), ord(one)
