"""Tokens: folded characters, up to three to a token, and what else the index knows of a row.

The index has, once a row and without places, each character, each two that stand side by side, and each three around
a digit, a letter or a mark: of those there are few, so two of them tell little. Of names it has their beginnings, too,
and how they sound: each syllable, and the first letters of up to three that follow one another. That is smaller than
with places, and a rare phrase of frequent characters is found as fast as any. What is found of more than two characters
may only be near: the text itself is looked at in any case.

Characters of ASCII are moved among the private ones: a tokenizer for ASCII cuts at those that are neither letters nor
digits, and takes all others as they are (sqlite.org/fts5.html, section 4.3.2). So no query can be taken for syntax.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import add
from typing import Final

from exhibit.model.search import SearchQuery
from exhibit.package.search.folding import TextFolding
from exhibit.package.search.passages import SearchedPassage

_BEGIN: Final = "z"
"""Before what a passage begins with."""
_SOUND: Final = "s"
"""Before a syllable."""
_FIRSTS: Final = "i"
"""Before first letters of syllables."""
_LETTERS: Final = 3
"""First letters that stand together."""
_PRIVATE: Final = {one: 0xE000 + one for one in range(128)}
_AROUND: Final = re.compile("(?=(.[^\u3400-\u9fff\U00020000-\U0003ffff].))", re.DOTALL)
"""Three characters around one that is no ideograph."""
_MOST: Final = 24
"""Characters of a query that the index is asked for; the text itself is asked for the rest."""

_FEW: Final = 3
"""Pairs of characters that are all asked for; of more, every other one: so they hold each character once."""

TokenReader = Callable[[str], Sequence[str]]
"""The syllable of each character of a name; "" where it has none."""


def text_tokens(passages: Iterable[SearchedPassage], texts: Iterable[str]) -> str:
    """The tokens of a leaf, with blanks between; `texts` are its folded texts."""
    return " ".join(sorted({*_facets(passages), *chain.from_iterable(map(_runs, texts))}))


def name_tokens(
    passages: Sequence[SearchedPassage], texts: Sequence[str], folding: TextFolding, read: TokenReader | None = None
) -> str:
    """The tokens of any other row."""
    found = {*_facets(passages), *chain.from_iterable(map(_runs, texts))}
    found.update(_BEGIN + _moved(text[:length]) for text in texts for length in (1, 2))
    for passage in passages if read else ():
        if read and passage.name:
            found.update(_heard(read(passage.text.hans), folding.flat(passage.text.hans)))
    return " ".join(sorted(found))


def folded_texts(passages: Iterable[SearchedPassage], folding: TextFolding) -> Iterator[str]:
    """The texts of a row as they are searched; both scripts where they do not fold to the same."""
    for passage in passages:
        hans, hant = folding.fold(passage.text.hans).text, folding.fold(passage.text.hant).text
        yield hans
        if hant != hans:
            yield hant


def written(text: str, begins: bool = False) -> list[str]:
    """What finds rows with the longest runs of a folded text that the index has; each by itself."""
    moved = _moved(text[:_MOST])
    threes = _AROUND.findall(moved)
    pairs = list(map(add, moved, moved[1:]))
    if len(pairs) > _FEW:
        pairs = [*pairs[:-1:2], pairs[-1]]
    twos = [two for two in pairs if not any(two in three for three in threes)]
    first = [_BEGIN + moved[:2]] if begins else []
    return [_quoted(run) for run in dict.fromkeys([*first, *(threes + twos or moved)])]


def heard(syllables: Sequence[str], begins: bool = False) -> list[str]:
    """What finds rows with these syllables in a row; each by itself."""
    firsts = begun("".join(one[0] for one in syllables), begins)
    return [*map(sounding, dict.fromkeys(syllables)), *firsts]


def sounding(syllable: str) -> str:
    """What finds rows with a syllable."""
    return _quoted(_SOUND + syllable)


def begun(letters: str, begins: bool = False) -> list[str]:
    """What finds rows with syllables that begin so; each by itself."""
    first = [_BEGIN + _FIRSTS + letters[:_LETTERS]] if begins else []
    length = min(len(letters), _LETTERS)
    runs = [_FIRSTS + letters[at : at + length] for at in range(len(letters) - length + 1)]
    return [_quoted(run) for run in dict.fromkeys([*first, *runs])]


def together(expressions: Iterable[str]) -> str:
    """What finds rows of all the expressions."""
    return f"({' AND '.join(expressions)})"


def either(expressions: Iterable[str]) -> str:
    """What finds rows of any of the expressions."""
    return f"({' OR '.join(expressions)})"


def narrowed(expression: str, query: SearchQuery, years: Sequence[int]) -> str:
    """The expression within the query's filters; `years` are those the package has.

    A span that reaches into the period begins or ends in it, or holds its first year.
    """
    parts = [expression]
    if query.region is not None:
        parts.append(_named("r", query.region))
    if query.topic is not None:
        parts.append(_named("t", query.topic))
    if query.period is not None:
        first, last = query.period
        asked = sorted({first, *(year for year in years if first <= year <= last)})
        parts.append(either(map(_year, asked)))
    return " AND ".join(parts)


def _year(year: int) -> str:
    """A token holds no minus."""
    return f"y{year}".replace("-", "b")


def _moved(text: str) -> str:
    return text.translate(_PRIVATE)


def _runs(text: str) -> Iterator[str]:
    moved = _moved(text)
    return chain(moved, map(add, moved, moved[1:]), _AROUND.findall(moved))


def _facets(passages: Iterable[SearchedPassage]) -> Iterator[str]:
    for passage in passages:
        if passage.region is not None:
            yield _named("r", passage.region)
        yield from (_named("t", topic) for topic in passage.topics)
        yield from map(_year, passage.years)


def _heard(syllables: Sequence[str], flat: str) -> Iterator[str]:
    pairs = zip(syllables, flat, strict=True)
    heard = [one or character for one, character in pairs if one or is_spelt(character)]
    yield from (_SOUND + one for one in heard)
    letters = "".join(one[0] for one in heard)
    for length in range(1, min(len(letters), _LETTERS) + 1):
        yield _BEGIN + _FIRSTS + letters[:length]
        yield from (_FIRSTS + letters[at : at + length] for at in range(len(letters) - length + 1))


def is_spelt(character: str) -> bool:
    """Whether a folded character is typed as it is: a Latin letter or a digit."""
    return character.isascii() and character.isalnum()


def _named(facet: str, id: str) -> str:
    return facet + id.encode("utf-8", "surrogatepass").hex()


def _quoted(token: str) -> str:
    return f'"{token}"'
