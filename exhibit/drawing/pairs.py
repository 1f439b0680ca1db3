"""Pairs: nodes, and between two of them the part that joins them."""

from functools import partial
from math import ceil, log
from typing import Final

from exhibit.drawing.bands import HeadedBlock
from exhibit.drawing.blocks import BlockArranger, BlockStack, DrawingBlock
from exhibit.drawing.chains import BESIDE, CARD, LINK, ChainGrid
from exhibit.drawing.frames import NameBoard, UprightBoard
from exhibit.drawing.graph import NodeChain, parts_of
from exhibit.drawing.score import PairScore
from exhibit.drawing.sheet import LayoutContext
from exhibit.model.system import PairsShape

_MOST_COLUMNS: Final = 3
_ROW: Final = 1.25
_TURN: Final = 1.1
_ALONE: Final = 2.2
"""Good heights of rows, and the width of a column of one node, in the width of a node."""


def ways(drawing: PairsShape, box: tuple[float, float]) -> tuple[BlockArranger, ...]:
    """Chains in so many columns, with so many nodes in a row; what fills a box best comes first.

    The last has always room: each pair for itself, one below the other.
    """
    chains, _ = parts_of(drawing.pairs)
    ratio, longest = box[0] / max(1.0, box[1]), max((len(chain.nodes) for chain in chains), default=1)
    most = max(1, min(_MOST_COLUMNS, len(chains)))
    found = [(columns, count) for columns in range(1, most + 1) for count in range(1, longest + 1)]
    found.sort(key=lambda way: _misfit(chains, way, ratio) if chains else 0)
    linked = tuple(partial(_linked, drawing=drawing, way=way, wide=ratio > 1) for way in found)
    return (*linked, partial(_linked, drawing=drawing, way=(1, 1), wide=False), partial(_single, drawing=drawing))


def _single(hand: LayoutContext, drawing: PairsShape) -> DrawingBlock:
    """Each pair for itself."""
    return _all(
        hand, (ChainGrid(hand, (tuple(NodeChain(pair.ends, (pair,)) for pair in drawing.pairs),), 1),), wide=False
    )


def _linked(hand: LayoutContext, drawing: PairsShape, way: tuple[int, int], *, wide: bool) -> DrawingBlock:
    """Pairs with their ends in common."""
    chains, webs = parts_of(drawing.pairs)
    columns, count = way
    blocks: list[DrawingBlock] = []
    if chains:
        blocks.append(ChainGrid(hand, tuple(_columns(chains, columns, count)), count))
    blocks += [PairScore(hand, one) for one in webs]
    return _all(hand, tuple(blocks), wide=wide)


def _all(hand: LayoutContext, blocks: tuple[DrawingBlock, ...], *, wide: bool) -> DrawingBlock:
    """Blocks with the whole at their left, or above."""
    body: DrawingBlock = HeadedBlock(hand, hand.caption("pairs"), BlockStack(blocks, hand.em(1)))
    if not hand.system.whole:
        return body
    if wide:
        return UprightBoard(hand, hand.system.whole, body)
    return BlockStack((NameBoard(hand, hand.system.whole), body), hand.em(0.9), (0.06, 1.0))


def _columns(chains: tuple[NodeChain, ...], columns: int, count: int) -> list[tuple[NodeChain, ...]]:
    """Chains in columns, one after the other, none much higher than the others."""
    most = sum(_height(chain, count) for chain in chains) / columns
    found: list[list[NodeChain]] = [[]]
    for number, chain in enumerate(chains):
        full = sum(_height(one, count) for one in found[-1]) + _height(chain, count) / 2 > most
        must = len(chains) - number <= columns - len(found)
        if found[-1] and len(found) < columns and (full or must):
            found.append([])
        found[-1].append(chain)
    return [tuple(some) for some in found]


def _misfit(chains: tuple[NodeChain, ...], way: tuple[int, int], ratio: float) -> float:
    """How far the form is from that of the box, and how much of it stays empty."""
    columns, count = way
    found = _columns(chains, columns, count)
    wide = len(found) * (count + (count - 1) * (CARD + 2 * LINK) if count > 1 else _ALONE) + (len(found) - 1) * BESIDE
    high = max(sum(_height(chain, count) for chain in some) for some in found)
    rows = max(sum(ceil(len(chain.nodes) / count) for chain in some) for some in found)
    full = sum(len(chain.nodes) for chain in chains) / (rows * len(found) * count)
    return abs(log(wide / high / ratio)) + 1 - min(1.0, full)


def _height(chain: NodeChain, count: int) -> float:
    rows = ceil(len(chain.nodes) / count)
    return rows * _ROW + (rows - 1) * _TURN
