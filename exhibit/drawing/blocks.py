"""The blocks of a drawing: each knows the height it needs at a width, and draws itself in a box."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf, log
from typing import Final, NamedTuple, Protocol, TypeVar

from exhibit.drawing.items import DrawingRect, PlateItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle

_BEST_FORM: Final = 2.2
"""The best width of a block, in its height."""
_FULL: Final = 0.7
"""The share of a plate's height that its texts may fill if it is to be roomy."""

BlockItem = TypeVar("BlockItem")


class DrawingBlock(Protocol):
    """A block that can be arranged with others."""

    def min_height(self, width: float) -> float:
        """The height in pixels that it needs at a width, `inf` if it does not fit in the width."""
        ...

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """Draws itself in a box of at least that height."""
        ...


BlockArranger = Callable[[LayoutContext], DrawingBlock]
"""Arranges a drawing in a size of type."""


class LabelText(NamedTuple):
    """A text of a label."""

    text: str
    style: TypeStyle


class PlateStyle(NamedTuple):
    """The colours of a plate."""

    fill: str
    border: str = "gold"


class PlateLabel(NamedTuple):
    """A plate of a part, with its name and other texts one below the other."""

    context: LayoutContext
    part: str
    texts: tuple[LabelText, ...]
    plate: PlateStyle

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        texts = sum(height for _, height in self._rows(width - 2 * self._padding))
        return max(self.context.target, texts + 2 * self._padding * 0.8)

    def is_roomy(self, room: tuple[float, float]) -> bool:
        """Whether the name takes one line in a room (width, height), and the texts do not fill the height."""
        rows = self._rows(room[0] - 4 * self._padding)
        return len(rows[0][0]) == 1 and sum(height for _, height in rows) < room[1] * _FULL

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        sheet.add(
            PlateItem(
                box, radius=self.context.em(0.4), fill=self.plate.fill, border=self.plate.border,
                border_width=self.context.line_width, parts=(self.part,),
            )
        )  # fmt: skip
        sheet.add_target(self.part, box)
        rows = self._rows(width - 2 * self._padding)
        top = y + (height - sum(row_height for _, row_height in rows)) / 2
        for text, (lines, row_height) in zip(self.texts, rows, strict=True):
            row_box = x + self._padding, top, width - 2 * self._padding, row_height
            sheet.write(lines, text.style, row_box, (self.part,))
            top += row_height

    @property
    def _padding(self) -> float:
        return self.context.em(0.45)

    def _rows(self, width: float) -> list[tuple[tuple[str, ...], float]]:
        """The lines of each text, and their height."""
        rows = []
        for text in self.texts:
            lines = self.context.lines(text.text, text.style, width)
            rows.append((lines, len(lines) * text.style.height))
        return rows


class BlockStack(NamedTuple):
    """Blocks one below the other. `weights` share out the height that is left."""

    blocks: tuple[DrawingBlock, ...]
    gap: float
    weights: tuple[float, ...] = ()

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        return sum(block.min_height(width) for block in self.blocks) + self.gap * max(0, len(self.blocks) - 1)

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        weights = self.weights or (1.0,) * len(self.blocks)
        spare = max(0.0, height - self.min_height(width)) / (sum(weights) or 1.0)
        for block, weight in zip(self.blocks, weights, strict=True):
            block_height = block.min_height(width) + spare * weight
            block.draw((x, y, width, block_height), sheet)
            y += block_height + self.gap


class BlockRow(NamedTuple):
    """Blocks of one height side by side. `shares` share out the width."""

    blocks: tuple[DrawingBlock, ...]
    gap: float
    shares: tuple[float, ...] = ()
    min_width: float = -inf
    """Pixels: the row does not fit if a block would be narrower."""

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        widths = self._widths(width)
        if min(widths) < self.min_width:
            return inf
        return max(block.min_height(own) for block, own in zip(self.blocks, widths, strict=True))

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        for block, own in zip(self.blocks, self._widths(width), strict=True):
            block.draw((x, y, own, height), sheet)
            x += own + self.gap

    def _widths(self, width: float) -> list[float]:
        shares = self.shares or (1.0,) * len(self.blocks)
        room = width - self.gap * max(0, len(self.blocks) - 1)
        return [room * share / sum(shares) for share in shares]


class BlockGrid(NamedTuple):
    """Blocks in rows that are filled evenly. The number of rows gives the blocks a good form."""

    blocks: tuple[DrawingBlock, ...]
    gap: float
    min_width: float
    """Pixels of a block's width, unless a row holds one block only."""

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        return self._in_rows(-(-len(self.blocks) // self._max_in_row(width))).min_height(width)

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        counts = range(1, self._max_in_row(box[2]) + 1)
        stacks = [self._in_rows(rows) for rows in dict.fromkeys(-(-len(self.blocks) // count) for count in counts)]
        fitting = [stack for stack in stacks if stack.min_height(box[2]) <= box[3]] or stacks[-1:]
        min(fitting, key=lambda stack: self._misfit(stack, box)).draw(box, sheet)

    def _misfit(self, stack: BlockStack, box: DrawingRect) -> float:
        """How far the blocks are from the best form."""
        rows = len(stack.blocks)
        columns = -(-len(self.blocks) // rows)
        return abs(log(max(1.0, box[2] / columns) / max(1.0, box[3] / rows) / _BEST_FORM))

    def _in_rows(self, rows: int) -> BlockStack:
        return BlockStack(tuple(BlockRow(row, self.gap) for row in split_into_rows(self.blocks, rows)), self.gap)

    def _max_in_row(self, width: float) -> int:
        return max(1, min(len(self.blocks), int((width + self.gap) / (self.min_width + self.gap))))


def split_into_rows(things: Sequence[BlockItem], rows: int) -> list[tuple[BlockItem, ...]]:
    """Things in rows of nearly equal length, the longer ones first."""
    shorter, longer_rows = divmod(len(things), rows)
    starts = [number * shorter + min(number, longer_rows) for number in range(rows + 1)]
    return [tuple(things[start:end]) for start, end in pairwise(starts)]
