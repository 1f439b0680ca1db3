"""Marks the terms of the glossary in the texts: once in each section, the longest first, never inside a name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from exhibit.compiler.article.sentences import QUOTES, pairs
from exhibit.model.article import Block, Body, Mark

_PUNCTUATION: Final = re.compile(r"[，。、；：？！…—]")
_LONGEST_COINED: Final = 12
"""Characters of the longest coined name."""


class TermLexicon(NamedTuple):
    """The forms to find, in Simplified characters, the longest first, each with its term; a name has None."""

    forms: tuple[tuple[str, str | None], ...] = ()

    @classmethod
    def of(cls, forms: dict[str, str], names: tuple[str, ...]) -> "TermLexicon":
        """The lexicon of forms with their terms and of names, in which no term is marked; a form wins over a name."""
        found: dict[str, str | None] = {**dict.fromkeys(names), **forms}
        return cls(tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0]))))


def mark_terms(body: Body, lexicon: TermLexicon) -> tuple[Body, set[str]]:
    """The edition with its terms marked, and all forms that its paragraphs hold."""
    if not lexicon.forms:
        return body, set()
    blocks: list[Block] = []
    forms: set[str] = set()
    marked: set[tuple[str, str]] = set()
    for block in body.blocks:
        marks = list(block.marks)
        for start, form, term in _found(block, lexicon):
            forms.add(form)
            if (block.section, term) not in marked:
                marked.add((block.section, term))
                marks.append(Mark(start, start + len(form), "term", term))
        blocks.append(block._replace(marks=tuple(sorted(marks, key=lambda mark: mark.start))))
    return replace(body, blocks=tuple(blocks)), forms


def _found(block: Block, lexicon: TermLexicon) -> list[tuple[int, str, str]]:
    """Every place of a term in a paragraph: start, form, term; in reading order."""
    if block.kind != "paragraph":
        return []
    text = block.text.hans
    taken = bytearray(len(text))
    for mark in block.marks:
        taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    coined = list(_coined(text))
    found: list[tuple[int, str, str]] = []
    for form, term in lexicon.forms:
        for start in _places(text, form):
            end = start + len(form)
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * len(form)
            if term and not any(_is_inside((start, end), one) for one in coined):
                found.append((start, form, term))
    return sorted(found)


def _is_inside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """True if a range lies inside another and is shorter."""
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _places(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def _coined(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of short texts alone between quotation marks: names that someone coined."""
    for opening, closing in pairs(text, QUOTES):
        inner = text[opening + 1 : closing]
        if len(inner) <= _LONGEST_COINED and not _PUNCTUATION.search(inner):
            yield opening + 1, closing
