"""Chunks: a text is stored, checked and searched in pieces of a few blocks, so that a hit costs what its piece costs.

The value of a chunk begins with what is searched: its paragraphs and notes in one script, then the same in the other.
Behind that follow, as JSON, the id of the body and the blocks without these texts.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, Final, NamedTuple

from exhibit.model.article import Block, BlockKind, Mark
from exhibit.model.limits import MAX_BLOCKS, MAX_MARKS
from exhibit.model.text import Text
from exhibit.package.codec import DecodeError, from_plain, to_json

TEXT_SEPARATOR: Final = "\ufdd0"
"""Between two texts."""
_JSON_SEPARATOR: Final = "\ufdd1"
"""Between the texts and the JSON. No text of a package may hold either separator, see model.text.UNSAFE."""
_CHUNK_LENGTH: Final = 256
"""Characters after which a chunk ends with its block."""


class ChunkRange(NamedTuple):
    """The chunks of a body: the rank of the first, and how many there are."""

    first: int
    size: Annotated[int, MAX_BLOCKS]


class _BlockStub(NamedTuple):
    """A block without its text if that is searched."""

    id: str
    kind: BlockKind
    section: str
    text: Text | None
    marks: Annotated[tuple[Mark, ...], MAX_MARKS]


class Chunk:
    """A chunk that was read. Its properties and methods raise DecodeError if the value is no chunk."""

    def __init__(self, value: str) -> None:
        self.searched_text, _, self._json = value.partition(_JSON_SEPARATOR)

    @property
    def body(self) -> str:
        """The row id of the body it belongs to."""
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
        """Its blocks as the JSON has them, each with its text if that is searched."""
        texts, stubs = iter(self._texts), self._plain[1]
        without_text = [isinstance(stub, list) and stub[3:4] == [None] for stub in stubs]
        if sum(without_text) != len(self._texts):
            raise DecodeError("it has not as many blocks as texts")
        return [(stub, next(texts) if lacks else None) for stub, lacks in zip(stubs, without_text, strict=True)]

    @cached_property
    def _plain(self) -> tuple[object, list[object]]:
        try:
            body, stubs = json.loads(self._json)
        except (ValueError, TypeError, RecursionError) as error:
            raise DecodeError(str(error)) from error
        if not isinstance(stubs, list):
            raise DecodeError("it has no blocks")
        return body, stubs

    @cached_property
    def _texts(self) -> list[Text]:
        texts = self.searched_text.split(TEXT_SEPARATOR) if self.searched_text else []
        half, odd = divmod(len(texts), 2)
        if odd:
            raise DecodeError("a text is in one script only")
        return [from_plain(Text, [hans, hant]) for hans, hant in zip(texts[:half], texts[half:], strict=True)]


def split_into_chunks(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks in their order, cut into chunks; at least one, which may be empty."""
    chunk: list[Block] = []
    for block in blocks:
        if sum(len(one.text) for one in chunk) >= _CHUNK_LENGTH:
            yield tuple(chunk)
            chunk = []
        chunk.append(block)
    yield tuple(chunk)


def chunk_value(body: str, blocks: Sequence[Block]) -> str:
    """The value of a chunk, as `Chunk` reads it."""
    stubs = [
        _BlockStub(one.id, one.kind, one.section, None if is_searched(one) else one.text, one.marks) for one in blocks
    ]
    texts = joined_texts([one.text for one in blocks if is_searched(one)])
    return texts + _JSON_SEPARATOR + to_json((body, tuple(stubs)))


def is_searched(block: Block) -> bool:
    """Whether a block is searched as a text. Headings are searched as names."""
    return block.kind != "heading"


def joined_texts(texts: Sequence[Text]) -> str:
    """Texts as they are searched: one behind the other in one script, then the same in the other."""
    return TEXT_SEPARATOR.join([one.hans for one in texts] + [one.hant for one in texts])


def _block(plain: object, searched: Text | None) -> Block:
    stub = from_plain(_BlockStub, plain)
    text = stub.text if searched is None else searched
    if text is None:
        raise DecodeError(f"{stub.id} has no text")
    block = Block(stub.id, stub.kind, stub.section, text, stub.marks)
    if is_searched(block) is (searched is None):
        raise DecodeError(f"{stub.id} is not where it is searched")
    return block
