"""Tokens: folded characters, up to three to a token, and what else the index knows of a row.

The index of names has each character in its place. That of texts has, once a leaf and without places, each character,
each two that stand side by side, and each three around a digit, a letter or a mark: of those there are few, so two of
them tell little. It is smaller than with places, and what it finds of more than two characters may only be near: the
text itself is looked at in any case.

Characters of ASCII are moved among the private ones: a tokenizer for ASCII cuts at those that are neither letters nor
digits, and takes all others as they are (sqlite.org/fts5.html, section 4.3.2). So no query can be taken for syntax.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import add
from typing import Final

from exhibit.model.search import Query
from exhibit.package.folding import Folding
from exhibit.package.passages import Passage

BEGIN: Final = "z"
"""Before the characters of a passage."""
_SOUNDS: Final = "zs"
"""Before the syllables of a passage."""
_FIRSTS: Final = "zi"
"""Before their first letters."""
_PRIVATE: Final = {one: 0xE000 + one for one in range(128)}
_AROUND: Final = re.compile("(?=(.[^\u3400-\u9fff\U00020000-\U0003ffff].))", re.DOTALL)
"""Three characters around one that is no ideograph."""
_MOST: Final = 24
"""Characters of a query that the index is asked for; the text itself is asked for the rest."""

Read = Callable[[str], Sequence[str]]
"""The syllable of each character of a name; "" where it has none."""


def text_tokens(passages: Iterable[Passage], texts: Iterable[str]) -> str:
    """The tokens of a leaf, with blanks between; `texts` are its folded texts."""
    found: set[str] = set()
    for text in map(_moved, texts):
        found.update(text, map(add, text, text[1:]), _AROUND.findall(text))
    facets = sorted({token for passage in passages for token in _facets(passage)})
    return " ".join((*sorted(found), *facets))


def name_tokens(passages: Sequence[Passage], texts: Iterable[str], folding: Folding, read: Read | None = None) -> str:
    """The tokens of any other row."""
    parts: list[str] = []
    for text in texts:
        parts += (BEGIN, *_moved(text))
    parts.append(BEGIN)
    parts += sorted({token for passage in passages for token in _facets(passage)})
    if read:
        for passage in (one for one in passages if one.name):
            parts += _heard(read(passage.text.hans), folding.flat(passage.text.hans))
    return " ".join(parts)


def folded_texts(passages: Iterable[Passage], folding: Folding) -> Iterator[str]:
    """The texts of a row as they are searched; both scripts where they do not fold to the same."""
    for passage in passages:
        hans, hant = folding.fold(passage.text.hans).text, folding.fold(passage.text.hant).text
        yield hans
        if hant != hans:
            yield hant


def runs(text: str) -> list[str]:
    """What finds leaves with the longest runs of a folded text that the index has; each by itself."""
    moved = _moved(text[:_MOST])
    threes = _AROUND.findall(moved)
    twos = [two for two in map(add, moved, moved[1:]) if not any(two in three for three in threes)]
    return [_quoted([run]) for run in dict.fromkeys(threes + twos or moved)]


def together(expressions: Iterable[str]) -> str:
    """What finds rows of all the expressions."""
    return f"({' AND '.join(expressions)})"


def phrase(text: str, begins: bool = False) -> str:
    """What finds names with a folded text."""
    return _quoted([*([BEGIN] if begins else []), *_moved(text[:_MOST])])


def syllables_phrase(syllables: Iterable[str], begins: bool = False) -> str:
    """What finds rows with these syllables in a row."""
    return _quoted([*([_SOUNDS] if begins else []), *(f"s{one}" for one in syllables)])


def firsts_phrase(letters: Iterable[str], begins: bool = False) -> str:
    """What finds rows with syllables that begin so."""
    return _quoted([*([_FIRSTS] if begins else []), *(f"i{one}" for one in letters)])


def either(expressions: Iterable[str]) -> str:
    """What finds rows of any of the expressions."""
    return f"({' OR '.join(expressions)})"


def narrowed(expression: str, query: Query, years: Sequence[int]) -> str:
    """The expression within the query's filters; `years` are those the package has."""
    parts = [expression]
    if query.region is not None:
        parts.append(_named("r", query.region))
    if query.theme is not None:
        parts.append(_named("t", query.theme))
    if query.period is not None:
        first, last = query.period
        parts.append(either([*(f"y{year}" for year in years if first <= year <= last), "none"]))
    return " AND ".join(parts)


def _moved(text: str) -> str:
    return text.translate(_PRIVATE)


def _facets(passage: Passage) -> Iterator[str]:
    if passage.region is not None:
        yield _named("r", passage.region)
    for theme in passage.themes:
        yield _named("t", theme)
    for year in passage.years:
        yield f"y{year}"


def _heard(syllables: Sequence[str], flat: str) -> Iterator[str]:
    heard = [one or (character if is_spelt(character) else "") for one, character in zip(syllables, flat, strict=True)]
    yield _SOUNDS
    yield from (f"s{one}" for one in heard if one)
    yield _FIRSTS
    yield from (f"i{one[0]}" for one in heard if one)


def is_spelt(character: str) -> bool:
    """Whether a folded character is typed as it is: a Latin letter or a digit."""
    return character.isascii() and character.isalnum()


def _named(facet: str, id: str) -> str:
    return facet + id.encode("utf-8", "surrogatepass").hex()


def _quoted(tokens: Iterable[str]) -> str:
    return f'"{" ".join(tokens)}"'
