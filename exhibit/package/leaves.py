"""Leaves: a body is kept, sealed and searched in pieces of a few blocks, so that a hit costs what its piece costs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from exhibit.model.article import Block

_ENOUGH: Final = 256
"""Characters after which a leaf ends with its block."""


@dataclass(frozen=True, slots=True)
class LeafSpan:
    """Which leaves a body has."""

    first: int
    """Rank."""
    count: int


def leaves_of(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks in their order, cut into leaves; at least one, which may be empty."""
    leaf: list[Block] = []
    for block in blocks:
        if sum(len(one.text) for one in leaf) >= _ENOUGH:
            yield tuple(leaf)
            leaf = []
        leaf.append(block)
    yield tuple(leaf)
