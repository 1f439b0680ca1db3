"""Chains of pairs on one grid: nodes and what joins them by turns, from left to right, then down and back."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import Final

from exhibit.drawing.bands import card
from exhibit.drawing.blocks import PlateLabel
from exhibit.drawing.graph import NodeChain
from exhibit.drawing.items import DrawingPoint, DrawingRect, PlateItem, StrokeItem
from exhibit.drawing.nodes import NodeRow, NodeSpot, spots
from exhibit.drawing.sheet import DrawingSheet, LayoutContext
from exhibit.model.system import SystemPair

CARD: Final = 2.0
LINK: Final = 0.25
BESIDE: Final = 0.6
"""Widths of what joins two nodes, of the line to it, and between two columns, in the width of a node."""
_TURN: Final = 0.6
"""What a row in which a chain turns gets of the height that is left; a row of nodes gets 1."""
_FLATTEST: Final = 0.55
"""How high a card may be made, in its width, where there is room."""
_SHARES: Final = (1.5, 1.25, 1.1, 1.0)
"""Sizes of type that cards may have."""


@dataclass(frozen=True, slots=True)
class _ChainGrid:
    """The sizes of a grid that fills a box."""

    box: DrawingRect
    node: float
    card: float
    link: float
    row: float
    turn: float
    tops: tuple[float, ...]


@dataclass(frozen=True)
class ChainGrid:
    """Columns of chains in rows of at most `count` nodes; short ones share a row."""

    hand: LayoutContext
    columns: tuple[tuple[NodeChain, ...], ...]
    count: int

    def tall(self, width: float) -> float:
        node, wide, _ = self._widths(width)
        narrow = node < self.hand.em(2.9) or (wide if self.count > 1 else node) < self.hand.em(5.4)
        if narrow and (self.count, len(self.columns)) != (1, 1):
            return inf
        row, turn = self._heights(width)
        return self._rows * row + len(self._turning) * (turn + 2 * self._drop) + self._gaps

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        grid = self._grid(box)
        nodes, share = NodeRow(self.hand, self._spots, grid.node, grid.row), self._share(grid)
        for one, other, pair in self._joins:
            label = card(self.hand, pair, share)
            self._join(self._middle(one, grid), self._middle(other, grid), label, nodes.size, grid, sheet)
        for spot in self._spots:
            nodes.put(spot, self._middle(spot, grid), sheet)

    def _join(
        self,
        one: DrawingPoint,
        other: DrawingPoint,
        label: PlateLabel,
        node: tuple[float, float],
        grid: _ChainGrid,
        sheet: DrawingSheet,
    ) -> None:
        """A card between two nodes, and the lines from them to it."""
        upright = one[0] == other[0]
        middle = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
        place = self._upright(label, middle, grid) if upright else self._level(label, middle, grid)
        x, y, wide, high = place
        half = node[1] / 2 if upright else node[0] / 2
        ends = ((middle[0], y), (middle[0], y + high)) if upright else ((x, middle[1]), (x + wide, middle[1]))
        for start, end in zip(sorted((one, other)), ends, strict=True):
            rim = _towards(start, end, half)
            sheet.add(StrokeItem(((rim,), (end,)), "gold", self.hand.em(0.12), 0, (label.part,)))
        label.put(place, sheet)
        dot = self.hand.em(0.2)
        for left, top in ((x - dot, y - dot) for x, y in ends):
            box = left, top, 2 * dot, 2 * dot
            sheet.add(PlateItem(box, dot, "gold", "paper", self.hand.thin, (label.part,)))

    def _share(self, grid: _ChainGrid) -> float:
        """The largest type with which every card has its name in a line, and some air."""
        for share in _SHARES:
            cards = [(card(self.hand, pair, share), one.row == other.row) for one, other, pair in self._joins]
            if all(label.airy(self._room(grid, is_level)) for label, is_level in cards):
                return share
        return 1.0

    def _room(self, grid: _ChainGrid, is_level: bool) -> tuple[float, float]:
        """The most a card may take."""
        wide, high = (grid.card, grid.row) if is_level else (self._turned_width(grid.box[2]), grid.turn)
        return wide, min(high, wide * _FLATTEST)

    def _level(self, label: PlateLabel, middle: DrawingPoint, grid: _ChainGrid) -> DrawingRect:
        high = min(grid.row, max(label.tall(grid.card), grid.card * _FLATTEST))
        return middle[0] - grid.card / 2, middle[1] - high / 2, grid.card, high

    def _upright(self, label: PlateLabel, middle: DrawingPoint, grid: _ChainGrid) -> DrawingRect:
        wide, width = self._turned_width(grid.box[2]), self._column(grid.box[2])
        high = min(grid.turn, max(label.tall(wide), wide * _FLATTEST))
        pitch = width + self._beside * grid.node
        x = grid.box[0] + (middle[0] - grid.box[0]) // pitch * pitch
        left = min(max(middle[0] - wide / 2, x), x + width - wide)
        return left, middle[1] - high / 2, wide, high

    def _grid(self, box: DrawingRect) -> _ChainGrid:
        _, y, width, height = box
        row, turn = self._heights(width)
        spare = (height - self.tall(width)) / (self._rows + len(self._turning) * _TURN)
        row, turn = row + spare, turn + spare * _TURN
        tops = [y]
        for number in range(1, self._rows):
            tops.append(tops[-1] + row + (turn + 2 * self._drop if number in self._turning else self._gap))
        return _ChainGrid(box, *self._widths(width), row, turn, tuple(tops))

    def _middle(self, spot: NodeSpot, grid: _ChainGrid) -> DrawingPoint:
        """Of a node. A row that is not full stands in the middle of its column."""
        pitch = grid.node + grid.card + 2 * grid.link
        block, along = divmod(spot.column, self.count)
        peers = [one.column for one in self._spots if (one.row, one.column // self.count) == (spot.row, block)]
        free = 0 if self._folded(spot) else self.count - 1 - max(peers) % self.count
        x = grid.box[0] + block * (self._column(grid.box[2]) + self._beside * grid.node) + (along + free / 2) * pitch
        return x + grid.node / 2, grid.tops[spot.row] + grid.row / 2

    def _folded(self, spot: NodeSpot) -> bool:
        """Whether it is of a chain that takes several rows."""
        chains = (chain for some in self.columns for chain in some)
        return any(spot.node in chain.nodes and len(chain.nodes) > self.count for chain in chains)

    def _widths(self, width: float) -> tuple[float, float, float]:
        """Of a node, of what joins two, and of the lines between."""
        column = self.count + (self.count - 1) * (CARD + 2 * LINK)
        node = width / (len(self.columns) * column + (len(self.columns) - 1) * self._beside)
        return node, node * CARD, node * LINK

    def _column(self, width: float) -> float:
        """The width of a column of chains."""
        between = self._beside * self._widths(width)[0]
        return (width + between) / len(self.columns) - between

    def _turned_width(self, width: float) -> float:
        """Of a card between two rows."""
        if self.count == 1:
            return self._column(width)
        return min(self._column(width), max(self._widths(width)[1], self.hand.em(9)))

    def _heights(self, width: float) -> tuple[float, float]:
        """The least height of a row of nodes, and of one in which a chain turns."""
        node, wide, _ = self._widths(width)
        cards = [(card(self.hand, pair), one.row == other.row) for one, other, pair in self._joins]
        level = max((label.tall(wide) for label, is_level in cards if is_level), default=0.0)
        turned = max((label.tall(self._turned_width(width)) for label, is_level in cards if not is_level), default=0.0)
        return max(level, NodeRow(self.hand, self._spots, node, 0).least), turned

    @property
    def _beside(self) -> float:
        """Between two columns, in the width of a node."""
        return BESIDE if self.count > 1 else BESIDE / 4

    @property
    def _drop(self) -> float:
        """The line from a node to a card below it."""
        return self.hand.em(0.5)

    @property
    def _gaps(self) -> float:
        """Between rows where no chain turns."""
        return (self._rows - 1 - len(self._turning)) * self._gap

    @property
    def _gap(self) -> float:
        return self.hand.em(0.8)

    @property
    def _rows(self) -> int:
        return max(spot.row for spot in self._spots) + 1

    @cached_property
    def _turning(self) -> frozenset[int]:
        """Rows that a chain comes down to."""
        return frozenset(other.row for one, other, _ in self._joins if other.row != one.row)

    @cached_property
    def _joins(self) -> tuple[tuple[NodeSpot, NodeSpot, SystemPair], ...]:
        joins, start = list[tuple[NodeSpot, NodeSpot, SystemPair]](), 0
        for chain in (chain for some in self.columns for chain in some):
            held = self._spots[start : start + len(chain.nodes)]
            joins += [(one, other, pair) for (one, other), pair in zip(pairwise(held), chain.pairs, strict=True)]
            start += len(chain.nodes)
        return tuple(joins)

    @cached_property
    def _spots(self) -> tuple[NodeSpot, ...]:
        return tuple(
            replace(spot, column=spot.column + block * self.count)
            for block, some in enumerate(self.columns)
            for spot in spots(some, self.count)
        )


def _towards(start: DrawingPoint, end: DrawingPoint, far: float) -> DrawingPoint:
    """A point so far from a start on the way straight to an end."""
    if abs(end[0] - start[0]) > abs(end[1] - start[1]):
        return start[0] + (far if end[0] > start[0] else -far), start[1]
    return start[0], start[1] + (far if end[1] > start[1] else -far)
