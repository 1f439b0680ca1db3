"""Nodes of chains, all of one size, round if their names fit in circles."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot
from typing import Final, NamedTuple

from exhibit.drawing.graph import NodeChain
from exhibit.drawing.items import DrawingPoint, PlateItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.model.text import Text

_NAME_SHARES: Final = (1.9, 1.6, 1.35, 1.15, 1.0)
"""Sizes that names may have, in the size of type."""
_TEXT_WIDTH: Final = 0.76
"""The width of the lines in a circle, in its diameter."""
_TEXT_DIAGONAL: Final = 0.94
"""The diagonal of the text in a circle, in its diameter, at most."""


class NodeSpot(NamedTuple):
    """A node's row and column in a grid, and the ids of the parts that end at it."""

    node: Text
    row: int
    column: int
    parts: tuple[str, ...]


@dataclass(frozen=True)
class NodeRow:
    """Nodes that have a room of one size each, in pixels."""

    context: LayoutContext
    spots: tuple[NodeSpot, ...]
    room_width: float
    room_height: float

    @cached_property
    def min_height(self) -> float:
        """The height in pixels that a node needs at the width of its room."""
        style = self.context.style()
        lines = max(len(self._lines(spot, style, self.room_width - self.context.em(0.5))) for spot in self.spots)
        return max(lines * style.height + self.context.em(0.5), self.context.em(2.8))

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of a node in pixels."""
        if self._round_style:
            side = min(self.room_width, self.room_height)
            return side, side
        return self.room_width, min(self.room_height, max(self.min_height, self.room_width * 0.7))

    def draw(self, spot: NodeSpot, middle: DrawingPoint, sheet: DrawingSheet) -> None:
        """Draws a node around its middle. Pressing it chooses a part if only one ends there."""
        width, height = self.size
        style = self._round_style or self.context.style()
        box = middle[0] - width / 2, middle[1] - height / 2, width, height
        radius = width / 2 if self._round_style else self.context.em(0.6)
        border = self.context.line_width * 1.5
        sheet.add(PlateItem(box, radius, fill="gold:22", border="gold", border_width=border, parts=spot.parts))
        lines = self._lines(spot, style, width * _TEXT_WIDTH if self._round_style else width - self.context.em(0.5))
        sheet.write(lines, style, box, spot.parts)
        if len(spot.parts) == 1:
            sheet.add_target(spot.parts[0], box)

    @cached_property
    def _round_style(self) -> TypeStyle | None:
        """The largest style in which every name fits in a circle, None if there is none."""
        side = min(self.room_width, self.room_height)
        styles = (self.context.style(share) for share in _NAME_SHARES)
        return next((style for style in styles if all(self._in_circle(spot, style, side) for spot in self.spots)), None)

    def _in_circle(self, spot: NodeSpot, style: TypeStyle, side: float) -> bool:
        lines = self._lines(spot, style, side * _TEXT_WIDTH)
        width = max(self.context.width(line, style) for line in lines)
        return hypot(width, len(lines) * style.height) < side * _TEXT_DIAGONAL

    def _lines(self, spot: NodeSpot, style: TypeStyle, width: float) -> tuple[str, ...]:
        return self.context.lines(spot.node.in_(self.context.script), style, width)


def node_spots(chains: Sequence[NodeChain], count: int) -> list[NodeSpot]:
    """The spots of chains in rows of at most `count` nodes.

    A longer chain turns at the end of a row and runs back in the next. Short chains share a row.
    """
    spots, row, column = list[NodeSpot](), 0, 0
    for chain in chains:
        if column and column + len(chain.nodes) > count:
            row, column = row + 1, 0
        for number, node in enumerate(chain.nodes):
            down, along = divmod(column + number, count)
            parts = tuple(pair.part for pair in chain.pairs[max(0, number - 1) : number + 1])
            spots.append(NodeSpot(node, row + down, count - 1 - along if down % 2 else along, parts))
        column += len(chain.nodes)
        if column > count:
            row, column = spots[-1].row, count
    return spots
