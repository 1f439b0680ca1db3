"""Blocks a drawing is built of: each knows the height it needs at a width, and puts itself into a box."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, log
from typing import Final, Protocol, TypeVar

from exhibit.drawing.items import DrawingRect, PlateItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle

_FORM: Final = 2.2
"""The width of a block in its height, at best."""

BlockItem = TypeVar("Thing")


class DrawingBlock(Protocol):
    """What can be stacked."""

    def tall(self, width: float) -> float:
        """The least height at a width."""
        ...

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """Draws itself in a box that is as high at least."""
        ...


BlockArranger = Callable[[LayoutContext], DrawingBlock]
"""A way to arrange a drawing in a size of type."""


@dataclass(frozen=True, slots=True)
class LabelText:
    """A stretch of text in a label."""

    text: str
    type: TypeStyle


@dataclass(frozen=True, slots=True)
class PlateStyle:
    """How a plate looks."""

    fill: str
    border: str = "gold"


@dataclass(frozen=True, slots=True)
class PlateLabel:
    """A plate of a part with its name and what else is said there, one below the other."""

    hand: LayoutContext
    part: str
    texts: tuple[LabelText, ...]
    face: PlateStyle

    def tall(self, width: float) -> float:
        inner = width - 2 * self._pad
        return max(self.hand.finger, sum(height for _, height in self._set(inner)) + 2 * self._pad * 0.8)

    def airy(self, room: tuple[float, float]) -> bool:
        """Whether the name has one line in a box, and the box is far from full."""
        rows = self._set(room[0] - 4 * self._pad)
        return len(rows[0][0]) == 1 and sum(tall for _, tall in rows) < room[1] * 0.7

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        sheet.add(PlateItem(box, self.hand.em(0.4), self.face.fill, self.face.border, self.hand.thin, (self.part,)))
        sheet.touch(self.part, [box])
        rows = self._set(width - 2 * self._pad)
        top = y + (height - sum(tall for _, tall in rows)) / 2
        for text, (lines, tall) in zip(self.texts, rows, strict=True):
            place = x + self._pad, top, width - 2 * self._pad, tall
            sheet.write(lines, text.type, place, (self.part,))
            top += tall

    @property
    def _pad(self) -> float:
        return self.hand.em(0.45)

    def _set(self, width: float) -> list[tuple[tuple[str, ...], float]]:
        rows = []
        for text in self.texts:
            lines = self.hand.lines(text.text, text.type, width)
            rows.append((lines, len(lines) * text.type.height))
        return rows


@dataclass(frozen=True, slots=True)
class BlockStack:
    """Blocks one below the other; what is left of the height goes to those with a weight."""

    blocks: tuple[DrawingBlock, ...]
    gap: float
    weights: tuple[float, ...] = ()

    def tall(self, width: float) -> float:
        return sum(block.tall(width) for block in self.blocks) + self.gap * max(0, len(self.blocks) - 1)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        weights = self.weights or (1.0,) * len(self.blocks)
        spare = max(0.0, height - self.tall(width)) / (sum(weights) or 1.0)
        for block, weight in zip(self.blocks, weights, strict=True):
            tall = block.tall(width) + spare * weight
            block.put((x, y, width, tall), sheet)
            y += tall + self.gap


@dataclass(frozen=True, slots=True)
class BlockRow:
    """Blocks side by side, of one height; `shares` of the width."""

    blocks: tuple[DrawingBlock, ...]
    gap: float
    shares: tuple[float, ...] = ()
    least: float = -inf
    """The least width of a block, where there is one; a row in which it would be narrower has no height."""

    def tall(self, width: float) -> float:
        widths = self._widths(width)
        if min(widths) < self.least:
            return inf
        return max(block.tall(wide) for block, wide in zip(self.blocks, widths, strict=True))

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        for block, wide in zip(self.blocks, self._widths(width), strict=True):
            block.put((x, y, wide, height), sheet)
            x += wide + self.gap

    def _widths(self, width: float) -> list[float]:
        shares = self.shares or (1.0,) * len(self.blocks)
        room = width - self.gap * max(0, len(self.blocks) - 1)
        return [room * share / sum(shares) for share in shares]


@dataclass(frozen=True, slots=True)
class BlockGrid:
    """Blocks in rows, evenly filled; as many rows as give them a good form."""

    blocks: tuple[DrawingBlock, ...]
    gap: float
    least: float
    """The least width of a block, where there is any choice."""

    def tall(self, width: float) -> float:
        return self._rows(-(-len(self.blocks) // self._most(width))).tall(width)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        counts = range(1, self._most(box[2]) + 1)
        stacks = [self._rows(rows) for rows in dict.fromkeys(-(-len(self.blocks) // count) for count in counts)]
        fitting = [stack for stack in stacks if stack.tall(box[2]) <= box[3]] or stacks[-1:]
        min(fitting, key=lambda stack: self._misfit(stack, box)).put(box, sheet)

    def _misfit(self, stack: BlockStack, box: DrawingRect) -> float:
        """How far its blocks are from a good form."""
        rows = len(stack.blocks)
        columns = -(-len(self.blocks) // rows)
        return abs(log(max(1.0, box[2] / columns) / max(1.0, box[3] / rows) / _FORM))

    def _rows(self, rows: int) -> BlockStack:
        return BlockStack(tuple(BlockRow(some, self.gap) for some in parted(self.blocks, rows)), self.gap)

    def _most(self, width: float) -> int:
        """In a row."""
        return max(1, min(len(self.blocks), int((width + self.gap) / (self.least + self.gap))))


def parted(things: Sequence[BlockItem], rows: int) -> list[tuple[BlockItem, ...]]:
    """Things in so many rows, the longer ones first."""
    least, longer = divmod(len(things), rows)
    starts = [number * least + min(number, longer) for number in range(rows + 1)]
    return [tuple(things[start:end]) for start, end in pairwise(starts)]
