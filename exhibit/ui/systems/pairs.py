"""Pairs: nodes, and between two of them the part that joins them."""

from functools import partial
from math import ceil, log
from typing import Final

from exhibit.model.system import Pairs
from exhibit.ui.systems.bands import Headed
from exhibit.ui.systems.blocks import Arrange, Block, Stack
from exhibit.ui.systems.chains import BESIDE, CARD, LINK, Chains
from exhibit.ui.systems.graph import Chain, parts_of
from exhibit.ui.systems.plaque import Board, Upright
from exhibit.ui.systems.score import Score
from exhibit.ui.systems.sheet import Hand

_MOST_COLUMNS: Final = 3
_ROW: Final = 1.25
_TURN: Final = 1.1
_ALONE: Final = 2.2
"""Good heights of rows, and the width of a column of one node, in the width of a node."""


def ways(drawing: Pairs, box: tuple[float, float]) -> tuple[Arrange, ...]:
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


def _single(hand: Hand, drawing: Pairs) -> Block:
    """Each pair for itself."""
    return _all(hand, (Chains(hand, (tuple(Chain(pair.ends, (pair,)) for pair in drawing.pairs),), 1),), wide=False)


def _linked(hand: Hand, drawing: Pairs, way: tuple[int, int], *, wide: bool) -> Block:
    """Pairs with their ends in common."""
    chains, webs = parts_of(drawing.pairs)
    columns, count = way
    blocks: list[Block] = []
    if chains:
        blocks.append(Chains(hand, tuple(_columns(chains, columns, count)), count))
    blocks += [Score(hand, one) for one in webs]
    return _all(hand, tuple(blocks), wide=wide)


def _all(hand: Hand, blocks: tuple[Block, ...], *, wide: bool) -> Block:
    """Blocks with the whole at their left, or above."""
    body: Block = Headed(hand, hand.caption("pairs"), Stack(blocks, hand.em(1)))
    if not hand.system.whole:
        return body
    if wide:
        return Upright(hand, hand.system.whole, body)
    return Stack((Board(hand, hand.system.whole), body), hand.em(0.9), (0.06, 1.0))


def _columns(chains: tuple[Chain, ...], columns: int, count: int) -> list[tuple[Chain, ...]]:
    """Chains in columns, one after the other, none much higher than the others."""
    most = sum(_height(chain, count) for chain in chains) / columns
    found: list[list[Chain]] = [[]]
    for number, chain in enumerate(chains):
        full = sum(_height(one, count) for one in found[-1]) + _height(chain, count) / 2 > most
        must = len(chains) - number <= columns - len(found)
        if found[-1] and len(found) < columns and (full or must):
            found.append([])
        found[-1].append(chain)
    return [tuple(some) for some in found]


def _misfit(chains: tuple[Chain, ...], way: tuple[int, int], ratio: float) -> float:
    """How far the form is from that of the box, and how much of it stays empty."""
    columns, count = way
    found = _columns(chains, columns, count)
    wide = len(found) * (count + (count - 1) * (CARD + 2 * LINK) if count > 1 else _ALONE) + (len(found) - 1) * BESIDE
    high = max(sum(_height(chain, count) for chain in some) for some in found)
    rows = max(sum(ceil(len(chain.nodes) / count) for chain in some) for some in found)
    full = sum(len(chain.nodes) for chain in chains) / (rows * len(found) * count)
    return abs(log(wide / high / ratio)) + 1 - min(1.0, full)


def _height(chain: Chain, count: int) -> float:
    rows = ceil(len(chain.nodes) / count)
    return rows * _ROW + (rows - 1) * _TURN
