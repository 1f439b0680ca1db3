"""Arranges pairs: nodes, and between two nodes the part that joins them."""

from functools import partial
from math import ceil, log
from typing import Final

from exhibit.drawing.bands import HeadedBlock
from exhibit.drawing.blocks import BlockArranger, BlockStack, DrawingBlock
from exhibit.drawing.chains import CARD_WIDTH, COLUMN_GAP, LINK_WIDTH, ChainGrid
from exhibit.drawing.frames import NameBoard, UprightBoard
from exhibit.drawing.graph import NodeChain, chains_and_webs
from exhibit.drawing.score import PairScore
from exhibit.drawing.sheet import LayoutContext
from exhibit.model.system import PairsShape

_MAX_COLUMNS: Final = 3
_ROW_HEIGHT: Final = 1.25
"""A good height of a row of nodes, in the width of a node."""
_TURN_HEIGHT: Final = 1.1
"""A good height of a row in which a chain turns, in the width of a node."""
_SINGLE_WIDTH: Final = 2.2
"""The width of a column of one node, in the width of a node."""

ChainShape = tuple[int, int]
"""Columns of chains, and nodes in a row."""


def arrangements(drawing: PairsShape, box: tuple[float, float]) -> tuple[BlockArranger, ...]:
    """The arrangements of pairs: chains in columns and rows, those that fill the box best first.

    The last one always fits: single pairs one below the other.
    """
    chains, _ = chains_and_webs(drawing.pairs)
    ratio, longest = box[0] / max(1.0, box[1]), max((len(chain.nodes) for chain in chains), default=1)
    max_columns = max(1, min(_MAX_COLUMNS, len(chains)))
    shapes = [(columns, count) for columns in range(1, max_columns + 1) for count in range(1, longest + 1)]
    shapes.sort(key=lambda shape: _misfit(chains, shape, ratio) if chains else 0)
    linked = tuple(partial(_linked, drawing=drawing, shape=shape, is_wide=ratio > 1) for shape in shapes)
    upright = partial(_linked, drawing=drawing, shape=(1, 1), is_wide=False)
    return (*linked, upright, partial(_single, drawing=drawing))


def _single(context: LayoutContext, drawing: PairsShape) -> DrawingBlock:
    """Single pairs, each with its own ends."""
    chains = tuple(NodeChain(pair.ends, (pair,)) for pair in drawing.pairs)
    return _all(context, (ChainGrid(context, (chains,), 1),), is_wide=False)


def _linked(context: LayoutContext, drawing: PairsShape, shape: ChainShape, *, is_wide: bool) -> DrawingBlock:
    """Pairs that share their ends."""
    chains, webs = chains_and_webs(drawing.pairs)
    columns, count = shape
    blocks: list[DrawingBlock] = []
    if chains:
        blocks.append(ChainGrid(context, tuple(_columns(chains, columns, count)), count))
    blocks += [PairScore(context, one) for one in webs]
    return _all(context, tuple(blocks), is_wide=is_wide)


def _all(context: LayoutContext, blocks: tuple[DrawingBlock, ...], *, is_wide: bool) -> DrawingBlock:
    """Blocks with the name of the whole at their left, or above."""
    body: DrawingBlock = HeadedBlock(context, context.caption("pairs"), BlockStack(blocks, context.em(1)))
    if not context.system.whole:
        return body
    if is_wide:
        return UprightBoard(context, context.system.whole, body)
    return BlockStack((NameBoard(context, context.system.whole), body), context.em(0.9), (0.06, 1.0))


def _columns(chains: tuple[NodeChain, ...], columns: int, count: int) -> list[tuple[NodeChain, ...]]:
    """Chains in order in columns of nearly equal height."""
    fair = sum(_height(chain, count) for chain in chains) / columns
    found: list[list[NodeChain]] = [[]]
    for number, chain in enumerate(chains):
        full = sum(_height(one, count) for one in found[-1]) + _height(chain, count) / 2 > fair
        must = len(chains) - number <= columns - len(found)
        if found[-1] and len(found) < columns and (full or must):
            found.append([])
        found[-1].append(chain)
    return [tuple(column) for column in found]


def _misfit(chains: tuple[NodeChain, ...], shape: ChainShape, ratio: float) -> float:
    """How far the form of a shape is from that of the box, and how much of it stays empty."""
    columns, count = shape
    found = _columns(chains, columns, count)
    column_width = count + (count - 1) * (CARD_WIDTH + 2 * LINK_WIDTH) if count > 1 else _SINGLE_WIDTH
    width = len(found) * column_width + (len(found) - 1) * COLUMN_GAP
    height = max(sum(_height(chain, count) for chain in column) for column in found)
    rows = max(sum(ceil(len(chain.nodes) / count) for chain in column) for column in found)
    filled = sum(len(chain.nodes) for chain in chains) / (rows * len(found) * count)
    return abs(log(width / height / ratio)) + 1 - min(1.0, filled)


def _height(chain: NodeChain, count: int) -> float:
    """A good height of a chain with `count` nodes in a row, in the width of a node."""
    rows = ceil(len(chain.nodes) / count)
    return rows * _ROW_HEIGHT + (rows - 1) * _TURN_HEIGHT
