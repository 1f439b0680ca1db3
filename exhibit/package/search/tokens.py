"""Tokens: what the index knows of a row. Folded characters, up to three to a token, and facets for the filters.

The index has each token once a row and without positions: each character, each two that follow one another, and each
three around a digit, a letter or a mark, because two of these few characters tell little. Of names it also has their
beginnings and their pinyin: each syllable, and the first letters of up to three syllables that follow one another. That
is smaller than an index with positions, and it finds a rare phrase of frequent characters as quickly as any other. A
row that is found for more than two characters may hold them apart, so the search always looks at the text itself.

ASCII characters are moved to the private use area: FTS5's tokenizer `ascii` splits at ASCII characters that are neither
letters nor digits and takes all others as they are (sqlite.org/fts5.html, section 4.3.2). So no query is taken for
syntax.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import add
from typing import Final

from exhibit.model.search import SearchQuery
from exhibit.package.search.folding import TextFolding
from exhibit.package.search.passages import SearchedPassage

_BEGINNING: Final = "z"
"""The prefix of the beginning of a name."""
_SYLLABLE: Final = "s"
"""The prefix of a syllable."""
_INITIALS: Final = "i"
"""The prefix of first letters of syllables."""
PINYIN_PREFIXES: Final = (_SYLLABLE, _INITIALS, _BEGINNING + _INITIALS)
"""The prefixes of tokens that only the compiler can make, because it knows how names are read."""
_MAX_INITIALS: Final = 3
"""First letters of syllables in one token."""
_MOVED_ASCII: Final = {one: 0xE000 + one for one in range(128)}
_AROUND: Final = re.compile("(?=(.[^\u3400-\u9fff\U00020000-\U0003ffff].))", re.DOTALL)
"""Three characters around one that is no ideograph."""
_MAX_INDEXED_QUERY: Final = 24
"""Characters of a query that the index is asked for. The text itself is compared with all of them."""
_MAX_ALL_PAIRS: Final = 3
"""Pairs of characters that are all asked for. Of more pairs every other one is, which still covers each character."""

NameReader = Callable[[str], Sequence[str]]
"""Gives the syllable of each character of a name; "" for a character that has none."""


def text_tokens(passages: Iterable[SearchedPassage], texts: Iterable[str]) -> str:
    """The tokens of a chunk, separated by blanks; `texts` are its folded texts."""
    return " ".join(sorted({*_facets(passages), *chain.from_iterable(map(_runs, texts))}))


def name_tokens(
    passages: Sequence[SearchedPassage], texts: Sequence[str], folding: TextFolding, read: NameReader | None = None
) -> str:
    """The tokens of a row of the index of names; without `read` those of its pinyin are left out."""
    found = {*_facets(passages), *chain.from_iterable(map(_runs, texts))}
    found.update(_BEGINNING + _moved(text[:length]) for text in texts for length in (1, 2))
    for passage in passages if read else ():
        if read and passage.is_name:
            found.update(_pinyin_tokens(read(passage.text.hans), folding.flat(passage.text.hans)))
    return " ".join(sorted(found))


def folded_texts(passages: Iterable[SearchedPassage], folding: TextFolding) -> Iterator[str]:
    """The texts of a row as they are searched; both scripts if they do not fold to the same."""
    for passage in passages:
        hans, hant = folding.fold(passage.text.hans).text, folding.fold(passage.text.hant).text
        yield hans
        if hant != hans:
            yield hant


def text_expressions(text: str, at_beginning: bool = False) -> list[str]:
    """Expressions of which each finds the rows that may hold a folded text, or that may begin with it."""
    moved = _moved(text[:_MAX_INDEXED_QUERY])
    threes = _AROUND.findall(moved)
    pairs = list(map(add, moved, moved[1:]))
    if len(pairs) > _MAX_ALL_PAIRS:
        pairs = [*pairs[:-1:2], pairs[-1]]
    twos = [two for two in pairs if not any(two in three for three in threes)]
    beginning = [_BEGINNING + moved[:2]] if at_beginning else []
    return [_quoted(run) for run in dict.fromkeys([*beginning, *(threes + twos or moved)])]


def pinyin_expressions(syllables: Sequence[str], at_beginning: bool = False) -> list[str]:
    """Expressions of which each finds the rows that may have these syllables in a row."""
    initials = initials_expressions("".join(one[0] for one in syllables), at_beginning)
    return [*map(syllable_expression, dict.fromkeys(syllables)), *initials]


def syllable_expression(syllable: str) -> str:
    """Finds the rows that have a syllable."""
    return _quoted(_SYLLABLE + syllable)


def initials_expressions(letters: str, at_beginning: bool = False) -> list[str]:
    """Expressions of which each finds the rows that may have syllables with these first letters."""
    beginning = [_BEGINNING + _INITIALS + letters[:_MAX_INITIALS]] if at_beginning else []
    length = min(len(letters), _MAX_INITIALS)
    runs = [_INITIALS + letters[at : at + length] for at in range(len(letters) - length + 1)]
    return [_quoted(run) for run in dict.fromkeys([*beginning, *runs])]


def all_of(expressions: Iterable[str]) -> str:
    """Finds the rows of all the expressions."""
    return f"({' AND '.join(expressions)})"


def any_of(expressions: Iterable[str]) -> str:
    """Finds the rows of any of the expressions."""
    return f"({' OR '.join(expressions)})"


def filtered(expression: str, query: SearchQuery, years: Sequence[int]) -> str:
    """The expression within the filters of a query; `years` are those that the package has.

    A span that reaches into the period begins or ends in it, or holds its first year.
    """
    parts = [expression]
    if query.region is not None:
        parts.append(_id_token("r", query.region))
    if query.topic is not None:
        parts.append(_id_token("t", query.topic))
    if query.period is not None:
        first, last = query.period
        known = sorted({first, *(year for year in years if first <= year <= last)})
        parts.append(any_of(map(_year_token, known)))
    return " AND ".join(parts)


def is_typed_as_itself(character: str) -> bool:
    """Whether a folded character is typed as it is: a Latin letter or a digit."""
    return character.isascii() and character.isalnum()


def _moved(text: str) -> str:
    return text.translate(_MOVED_ASCII)


def _runs(text: str) -> Iterator[str]:
    moved = _moved(text)
    return chain(moved, map(add, moved, moved[1:]), _AROUND.findall(moved))


def _facets(passages: Iterable[SearchedPassage]) -> Iterator[str]:
    for passage in passages:
        if passage.region is not None:
            yield _id_token("r", passage.region)
        yield from (_id_token("t", topic) for topic in passage.topics)
        yield from map(_year_token, passage.years)


def _pinyin_tokens(syllables: Sequence[str], flat: str) -> Iterator[str]:
    pairs = zip(syllables, flat, strict=True)
    spoken = [one or character for one, character in pairs if one or is_typed_as_itself(character)]
    yield from (_SYLLABLE + one for one in spoken)
    letters = "".join(one[0] for one in spoken)
    for length in range(1, min(len(letters), _MAX_INITIALS) + 1):
        yield _BEGINNING + _INITIALS + letters[:length]
        yield from (_INITIALS + letters[at : at + length] for at in range(len(letters) - length + 1))


def _id_token(facet: str, id: str) -> str:
    return facet + id.encode("utf-8", "surrogatepass").hex()


def _year_token(year: int) -> str:
    return f"y{year}".replace("-", "b")  # a token holds no minus


def _quoted(token: str) -> str:
    return f'"{token}"'
