"""Which three characters stand side by side anywhere: most of what is nowhere is known at once, without the index."""

from collections.abc import Iterator
from operator import add
from typing import Final

_LARGEST: Final = 1 << 26
"""Bits while the index is made: eight megabytes."""
_SMALLEST: Final = 1 << 10
_FILLED: Final = 0.2
"""The share of bits that are set up to which the bits are laid over each other."""
_REMEMBERED: Final = 1 << 16
"""Runs whose bits are known to be set."""
_WORD: Final = 0xFFFFFFFF


class Runs:
    """Two bits for each run of three folded characters; one whose bits are not both set stands nowhere."""

    def __init__(self, bits: bytes) -> None:
        self._bits, self._last = bits, len(bits) * 8 - 1

    def may_hold(self, text: str) -> bool:
        """Whether a folded text may stand somewhere; of a shorter one nothing is known."""
        bits, last = self._bits, self._last
        marks = (mark & last for run in _runs(text) for mark in _marks(run))
        return all(bits[mark >> 3] & 1 << (mark & 7) for mark in marks)


class RunsWriter:
    """Takes texts; its memory does not grow with them."""

    def __init__(self) -> None:
        self._bits = bytearray(_LARGEST // 8)
        self._seen: set[str] = set()

    def add(self, text: str) -> None:
        """A folded text."""
        bits, last = self._bits, _LARGEST - 1
        new = set(_runs(text)) - self._seen
        for run in new:
            for mark in _marks(run):
                bits[(mark & last) >> 3] |= 1 << (mark & 7)
        if len(self._seen) > _REMEMBERED:
            self._seen.clear()
        self._seen |= new

    def written(self) -> bytes:
        """The bits, as few as tell enough: a half is laid over the other while few are set."""
        bits = int.from_bytes(self._bits, "little")
        size = _LARGEST
        while size > _SMALLEST:
            half = bits >> size // 2 | bits & (1 << size // 2) - 1
            if half.bit_count() > _FILLED * size / 2:
                break
            bits, size = half, size // 2
        return bits.to_bytes(size // 8, "little")


def _runs(text: str) -> Iterator[str]:
    return map(add, map(add, text, text[1:]), text[2:])


def _marks(run: str) -> tuple[int, int]:
    """Two numbers of a run, as evenly spread as they need to be."""
    one, two, three = map(ord, run)
    first = (one * 0x9E3779B1 + two * 0x85EBCA6B + three * 0xC2B2AE35) & _WORD
    first = ((first >> 15) ^ first) * 0x2C1B3C6D & _WORD
    second = ((first >> 13) ^ first) * 0x297A2D39 & _WORD
    return first ^ first >> 16, second ^ second >> 15
