"""Leaves: a body is kept, sealed and searched in pieces of a few blocks, so that a hit costs what its piece costs.

What is searched of a leaf, its paragraphs and notes, stands at the beginning of its value as it is looked through: the
texts in one script, then the same in the other. Behind it follow, as JSON, the body it is of and its blocks without
these texts.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from exhibit.model.article import Block, BlockKind, Mark
from exhibit.model.text import Text
from exhibit.package.codec import DecodeError, from_plain, to_json

BETWEEN: Final = "\ufdd0"
"""Between two texts."""
_BEHIND: Final = "\ufdd1"
"""Between the texts and the JSON. No text of a package may hold either, see model.text.UNSAFE."""
_ENOUGH: Final = 256
"""Characters after which a leaf ends with its block."""


@dataclass(frozen=True, slots=True)
class ChunkRange:
    """Which leaves a body has."""

    first: int
    """Rank."""
    count: int


@dataclass(frozen=True, slots=True)
class _BlockStub:
    """A block without its text if that is searched."""

    id: str
    kind: BlockKind
    section: str
    text: Text | None
    marks: tuple[Mark, ...]


class Chunk:
    """The value of a leaf as it is read again. What is asked of it raises DecodeError where it is none."""

    def __init__(self, value: str) -> None:
        self.searched, _, self._told = value.partition(_BEHIND)

    @property
    def body(self) -> str:
        """The row id of the body it is of."""
        return from_plain(str, self._plain[0])

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All its blocks."""
        return tuple(_block(stub, text) for stub, text in self._stubs)

    def block(self, number: int) -> Block:
        """A block by its number among those that are searched."""
        return _block(*[one for one in self._stubs if one[1] is not None][number])

    @property
    def _stubs(self) -> list[tuple[object, Text | None]]:
        """Its blocks as JSON has them, and their texts if those stand apart."""
        texts, stubs = iter(self._texts), self._plain[1]
        apart = [isinstance(stub, list) and stub[3:4] == [None] for stub in stubs]
        if sum(apart) != len(self._texts):
            raise DecodeError("it has not as many blocks as texts")
        return [(stub, next(texts) if one else None) for stub, one in zip(stubs, apart, strict=True)]

    @cached_property
    def _plain(self) -> tuple[object, list[object]]:
        try:
            body, stubs = json.loads(self._told)
        except (ValueError, TypeError, RecursionError) as error:
            raise DecodeError(str(error)) from error
        if not isinstance(stubs, list):
            raise DecodeError("it has no blocks")
        return body, stubs

    @cached_property
    def _texts(self) -> list[Text]:
        parts = self.searched.split(BETWEEN) if self.searched else []
        half, odd = divmod(len(parts), 2)
        if odd:
            raise DecodeError("a text is in one script only")
        return [from_plain(Text, [hans, hant]) for hans, hant in zip(parts[:half], parts[half:], strict=True)]


def split_into_chunks(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks in their order, cut into leaves; at least one, which may be empty."""
    leaf: list[Block] = []
    for block in blocks:
        if sum(len(one.text) for one in leaf) >= _ENOUGH:
            yield tuple(leaf)
            leaf = []
        leaf.append(block)
    yield tuple(leaf)


def chunk_value(body: str, blocks: Sequence[Block]) -> str:
    """What `Chunk` reads."""
    stubs = [
        _BlockStub(one.id, one.kind, one.section, None if is_searched(one) else one.text, one.marks) for one in blocks
    ]
    return joined([one.text for one in blocks if is_searched(one)]) + _BEHIND + to_json((body, tuple(stubs)))


def is_searched(block: Block) -> bool:
    """Whether a block is searched as a text; headings are among the names."""
    return block.kind != "heading"


def joined(texts: Sequence[Text]) -> str:
    """Texts as they are looked through: one behind the other, in one script and then in the other."""
    return BETWEEN.join([one.hans for one in texts] + [one.hant for one in texts])


def _block(plain: object, searched: Text | None) -> Block:
    stub = from_plain(_BlockStub, plain)
    text = stub.text if searched is None else searched
    if text is None:
        raise DecodeError(f"{stub.id} has no text")
    block = Block(stub.id, stub.kind, stub.section, text, stub.marks)
    if is_searched(block) is (searched is None):
        raise DecodeError(f"{stub.id} is not where it is searched")
    return block
