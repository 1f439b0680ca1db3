"""Equivalence classes of characters for the search: scripts, regional forms, widths, cases, accents."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from exhibit.compiler.scripts.converter import read_dictionary
from exhibit.package.search.folding import merged_variants, plain_variants

_DICTIONARIES: Final = ("STCharacters.txt", "TSCharacters.txt", "TWVariants.txt", "HKVariants.txt")

_SAME_WORDS: Final = (("帳", "賬"), ("竿", "杆"))
"""Characters that the same words are written with in Taiwan and elsewhere (帳目, 賬目; 標竿, 標杆)."""


@cache  # the same for every content folder
def families() -> tuple[str, ...]:
    """All classes, merged so that no character is in two of them."""
    return merged_variants([*plain_variants(), *_SAME_WORDS, *_pairs()])


def _pairs() -> Iterator[tuple[str, str]]:
    for name in _DICTIONARIES:
        for one, others in read_dictionary(name).items():
            yield from ((one, other) for other in others.split() if len(one) == len(other) == 1 and one != other)
