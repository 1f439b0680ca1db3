"""Nodes of a chain: round where their names allow it, all of one size."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot
from typing import Final

from exhibit.drawing.graph import NodeChain
from exhibit.drawing.items import DrawingPoint, PlateItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.model.text import Text

_SHARES: Final = (1.9, 1.6, 1.35, 1.15, 1.0)
"""Sizes of type that their names may have."""


@dataclass(frozen=True, slots=True)
class NodeSpot:
    """Where a node stands on a grid, and the parts that end there."""

    node: Text
    row: int
    column: int
    parts: tuple[str, ...]


@dataclass(frozen=True)
class NodeRow:
    """Nodes that have so much room each."""

    hand: LayoutContext
    spots: tuple[NodeSpot, ...]
    wide: float
    high: float

    @cached_property
    def least(self) -> float:
        """The least height of a node so wide."""
        type = self.hand.type()
        lines = max(len(self._lines(spot, type, self.wide - self.hand.em(0.5))) for spot in self.spots)
        return max(lines * type.height + self.hand.em(0.5), self.hand.em(2.8))

    @property
    def size(self) -> tuple[float, float]:
        """Of a node."""
        if self._round:
            side = min(self.wide, self.high)
            return side, side
        return self.wide, min(self.high, max(self.least, self.wide * 0.7))

    def put(self, spot: NodeSpot, middle: DrawingPoint, sheet: DrawingSheet) -> None:
        """Draws a node; it belongs to a part alone where only one ends there."""
        wide, high = self.size
        type = self._round or self.hand.type()
        box = middle[0] - wide / 2, middle[1] - high / 2, wide, high
        radius = wide / 2 if self._round else self.hand.em(0.6)
        sheet.add(PlateItem(box, radius, "gold:22", "gold", self.hand.thin * 1.5, spot.parts))
        lines = self._lines(spot, type, wide * 0.76 if self._round else wide - self.hand.em(0.5))
        sheet.write(lines, type, box, spot.parts)
        if len(spot.parts) == 1:
            sheet.touch(spot.parts[0], [box])

    @cached_property
    def _round(self) -> TypeStyle | None:
        """The largest type with which every name stands in a circle."""
        side = min(self.wide, self.high)
        types = (self.hand.type(share) for share in _SHARES)
        return next((type for type in types if all(self._in_circle(spot, type, side) for spot in self.spots)), None)

    def _in_circle(self, spot: NodeSpot, type: TypeStyle, side: float) -> bool:
        lines = self._lines(spot, type, side * 0.76)
        return hypot(max(self.hand.width(line, type) for line in lines), len(lines) * type.height) < side * 0.94

    def _lines(self, spot: NodeSpot, type: TypeStyle, width: float) -> tuple[str, ...]:
        return self.hand.lines(spot.node.in_(self.hand.script), type, width)


def spots(chains: Sequence[NodeChain], count: int) -> list[NodeSpot]:
    """Chains in rows of at most so many nodes: a longer one goes down and back, short ones share a row."""
    found, row, column = list[NodeSpot](), 0, 0
    for chain in chains:
        if column and column + len(chain.nodes) > count:
            row, column = row + 1, 0
        for number, node in enumerate(chain.nodes):
            down, along = divmod(column + number, count)
            parts = tuple(pair.part for pair in chain.pairs[max(0, number - 1) : number + 1])
            found.append(NodeSpot(node, row + down, count - 1 - along if down % 2 else along, parts))
        column += len(chain.nodes)
        if column > count:
            row, column = found[-1].row, count
    return found
