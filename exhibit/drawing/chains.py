"""Chains of pairs on a grid. A chain runs from left to right, turns, and runs back in the next row."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from exhibit.drawing.bands import pair_card
from exhibit.drawing.blocks import PlateLabel
from exhibit.drawing.graph import NodeChain
from exhibit.drawing.items import DrawingPoint, DrawingRect, PlateItem, StrokeItem
from exhibit.drawing.nodes import NodeRow, NodeSpot, node_spots
from exhibit.drawing.sheet import DrawingSheet, LayoutContext
from exhibit.model.system import SystemPair

CARD_WIDTH: Final = 2.0
"""The width of a card between two nodes, in the width of a node."""
LINK_WIDTH: Final = 0.25
"""The length of the line from a node to a card, in the width of a node."""
COLUMN_GAP: Final = 0.6
"""The gap between two columns of chains, in the width of a node."""
_TURN_WEIGHT: Final = 0.6
"""The share of the height left that a row gets in which a chain turns; a row of nodes gets 1."""
_CARD_FORM: Final = 0.55
"""The height that a card may grow to, in its width."""
_CARD_SHARES: Final = (1.5, 1.25, 1.1, 1.0)
"""Sizes that the type of cards may have, in the usual one."""
_MIN_NODE: Final = 2.9
"""The least width of a node, in the size of type."""
_MIN_CARD: Final = 5.4
"""The least width of a card, in the size of type."""


class _GridSizes(NamedTuple):
    """The sizes in pixels of a grid that fills a box."""

    box: DrawingRect
    node: float
    """The width of a node."""
    card: float
    """The width of a card between two nodes of a row."""
    link: float
    """The length of a line from a node to a card."""
    row: float
    """The height of a row of nodes."""
    turn: float
    """The height of a card between two rows."""
    tops: tuple[float, ...]
    """The y of each row."""


@dataclass(frozen=True)
class ChainGrid:
    """Columns of chains in rows of at most `count` nodes. Short chains share a row."""

    context: LayoutContext
    columns: tuple[tuple[NodeChain, ...], ...]
    count: int

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        node, card, _ = self._widths(width)
        min_card = max(self.context.em(_MIN_CARD), self.context.target)
        narrow = node < self.context.em(_MIN_NODE) or (card if self.count > 1 else node) < min_card
        if narrow and (self.count, len(self.columns)) != (1, 1):
            return inf
        row, turn = self._heights(width)
        return self._rows * row + len(self._turning) * (turn + 2 * self._drop) + self._gaps

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        grid = self._grid(box)
        nodes, share = NodeRow(self.context, self._spots, grid.node, grid.row), self._card_share(grid)
        for one, other, pair in self._joins:
            card = pair_card(self.context, pair, share)
            ends = self._middle(one, grid), self._middle(other, grid)
            self._draw_join(ends, card, nodes.size, grid, sheet)
        for spot in self._spots:
            nodes.draw(spot, self._middle(spot, grid), sheet)

    def _draw_join(
        self,
        nodes: tuple[DrawingPoint, DrawingPoint],
        card: PlateLabel,
        node_size: tuple[float, float],
        grid: _GridSizes,
        sheet: DrawingSheet,
    ) -> None:
        """Draws the card between two nodes, given by their middles, and the lines from them to it."""
        one, other = nodes
        upright = one[0] == other[0]
        middle = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
        box = self._upright_card(card, middle, grid) if upright else self._level_card(card, middle, grid)
        x, y, width, height = box
        radius = node_size[1] / 2 if upright else node_size[0] / 2
        ends = ((middle[0], y), (middle[0], y + height)) if upright else ((x, middle[1]), (x + width, middle[1]))
        for start, end in zip(sorted(nodes), ends, strict=True):
            rim = _towards(start, end, radius)
            sheet.add(StrokeItem(((rim,), (end,)), "gold", self.context.em(0.12), parts=(card.part,)))
        card.draw(box, sheet)
        for end in ends:
            sheet.add(self._dot(end, card.part))

    def _dot(self, centre: DrawingPoint, part: str) -> PlateItem:
        """The dot where a line meets a card."""
        radius = self.context.em(0.2)
        box = centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius
        return PlateItem(
            box, radius=radius, fill="gold", border="paper", border_width=self.context.line_width, parts=(part,)
        )

    def _card_share(self, grid: _GridSizes) -> float:
        """The largest size of type in which every card is roomy."""
        for share in _CARD_SHARES:
            if all(card.is_roomy(self._card_room(grid, is_level)) for card, is_level in self._cards(share)):
                return share
        return 1.0

    def _cards(self, share: float = 1.0) -> list[tuple[PlateLabel, bool]]:
        """The cards, each with whether it stands between nodes of one row."""
        return [(pair_card(self.context, pair, share), one.row == other.row) for one, other, pair in self._joins]

    def _card_room(self, grid: _GridSizes, is_level: bool) -> tuple[float, float]:
        """The width of a card, and the height it may have."""
        width, height = (grid.card, grid.row) if is_level else (self._turned_width(grid.box[2]), grid.turn)
        return width, min(height, width * _CARD_FORM)

    def _level_card(self, card: PlateLabel, middle: DrawingPoint, grid: _GridSizes) -> DrawingRect:
        """The box of a card between two nodes of a row."""
        height = min(grid.row, max(card.min_height(grid.card), grid.card * _CARD_FORM))
        return middle[0] - grid.card / 2, middle[1] - height / 2, grid.card, height

    def _upright_card(self, card: PlateLabel, middle: DrawingPoint, grid: _GridSizes) -> DrawingRect:
        """The box of a card between two rows, within its column."""
        width, column = self._turned_width(grid.box[2]), self._column_width(grid.box[2])
        height = min(grid.turn, max(card.min_height(width), width * _CARD_FORM))
        pitch = column + self._column_gap * grid.node
        x = grid.box[0] + (middle[0] - grid.box[0]) // pitch * pitch
        left = min(max(middle[0] - width / 2, x), x + column - width)
        return left, middle[1] - height / 2, width, height

    def _grid(self, box: DrawingRect) -> _GridSizes:
        _, y, width, height = box
        row, turn = self._heights(width)
        spare = (height - self.min_height(width)) / (self._rows + len(self._turning) * _TURN_WEIGHT)
        row, turn = row + spare, turn + spare * _TURN_WEIGHT
        tops = [y]
        for number in range(1, self._rows):
            tops.append(tops[-1] + row + (turn + 2 * self._drop if number in self._turning else self._gap))
        node, card, link = self._widths(width)
        return _GridSizes(box=box, node=node, card=card, link=link, row=row, turn=turn, tops=tuple(tops))

    def _middle(self, spot: NodeSpot, grid: _GridSizes) -> DrawingPoint:
        """The middle of a node. A row that is not full stands in the middle of its column."""
        pitch = grid.node + grid.card + 2 * grid.link
        block, along = divmod(spot.column, self.count)
        peers = [one.column for one in self._spots if (one.row, one.column // self.count) == (spot.row, block)]
        free = 0 if self._turns(spot) else self.count - 1 - max(peers) % self.count
        x = (
            grid.box[0]
            + block * (self._column_width(grid.box[2]) + self._column_gap * grid.node)
            + (along + free / 2) * pitch
        )
        return x + grid.node / 2, grid.tops[spot.row] + grid.row / 2

    def _turns(self, spot: NodeSpot) -> bool:
        """Whether a node is in a chain that takes several rows."""
        return any(spot.node in chain.nodes and len(chain.nodes) > self.count for chain in self._chains)

    def _widths(self, width: float) -> tuple[float, float, float]:
        """The widths of a node and of a card, and the length of a line between them."""
        column = self.count + (self.count - 1) * (CARD_WIDTH + 2 * LINK_WIDTH)
        node = width / (len(self.columns) * column + (len(self.columns) - 1) * self._column_gap)
        return node, node * CARD_WIDTH, node * LINK_WIDTH

    def _column_width(self, width: float) -> float:
        """The width of a column of chains."""
        gap = self._column_gap * self._widths(width)[0]
        return (width + gap) / len(self.columns) - gap

    def _turned_width(self, width: float) -> float:
        """The width of a card between two rows."""
        if self.count == 1:
            return self._column_width(width)
        return min(self._column_width(width), max(self._widths(width)[1], self.context.em(9)))

    def _heights(self, width: float) -> tuple[float, float]:
        """The heights that a row of nodes needs, and a card between two rows."""
        node, card_width, _ = self._widths(width)
        turned_width = self._turned_width(width)
        level = [card.min_height(card_width) for card, is_level in self._cards() if is_level]
        turned = [card.min_height(turned_width) for card, is_level in self._cards() if not is_level]
        nodes = NodeRow(self.context, self._spots, node, 0).min_height
        return max([nodes, *level]), max(turned, default=0.0)

    @property
    def _column_gap(self) -> float:
        """The gap between two columns, in the width of a node."""
        return COLUMN_GAP if self.count > 1 else COLUMN_GAP / 4

    @property
    def _drop(self) -> float:
        """The length of the line from a node to a card below it."""
        return self.context.em(0.5)

    @property
    def _gaps(self) -> float:
        """The sum of the gaps between rows where no chain turns."""
        return (self._rows - 1 - len(self._turning)) * self._gap

    @property
    def _gap(self) -> float:
        return self.context.em(0.8)

    @property
    def _rows(self) -> int:
        return max(spot.row for spot in self._spots) + 1

    @cached_property
    def _turning(self) -> frozenset[int]:
        """The rows in which a chain arrives from the row above."""
        return frozenset(other.row for one, other, _ in self._joins if other.row != one.row)

    @cached_property
    def _joins(self) -> tuple[tuple[NodeSpot, NodeSpot, SystemPair], ...]:
        """The pairs, each with the two spots that it joins."""
        joins, start = list[tuple[NodeSpot, NodeSpot, SystemPair]](), 0
        for chain in self._chains:
            spots = self._spots[start : start + len(chain.nodes)]
            joins += [(one, other, pair) for (one, other), pair in zip(pairwise(spots), chain.pairs, strict=True)]
            start += len(chain.nodes)
        return tuple(joins)

    @cached_property
    def _spots(self) -> tuple[NodeSpot, ...]:
        return tuple(
            spot._replace(column=spot.column + block * self.count)
            for block, chains in enumerate(self.columns)
            for spot in node_spots(chains, self.count)
        )

    @property
    def _chains(self) -> list[NodeChain]:
        return [chain for column in self.columns for chain in column]


def _towards(start: DrawingPoint, end: DrawingPoint, distance: float) -> DrawingPoint:
    """The point at a distance from a start, straight across or down towards an end."""
    if abs(end[0] - start[0]) > abs(end[1] - start[1]):
        return start[0] + (distance if end[0] > start[0] else -distance), start[1]
    return start[0], start[1] + (distance if end[1] > start[1] else -distance)
