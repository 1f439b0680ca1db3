"""Levels nested in each other, and the fields they stand among."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from exhibit.model.system import Field, Levels
from exhibit.ui.systems.bands import Headed, grid
from exhibit.ui.systems.blocks import Arrange, Block, Face, Row, Stack
from exhibit.ui.systems.nest import Frame, Nest
from exhibit.ui.systems.plaque import Board
from exhibit.ui.systems.sheet import Hand

_PART: Final = Face("card")
_NARROWEST: Final = 7.5
"""The least width of a field, in the size of type."""


def ways(drawing: Levels, box: tuple[float, float]) -> tuple[Arrange, ...]:
    """The fields beside each other first, or last where the box is upright."""
    ordered = (_beside, _below, _stacked) if box[0] > box[1] else (_below, _stacked, _beside)
    return tuple(partial(way, drawing=drawing) for way in ordered)


def _beside(hand: Hand, drawing: Levels) -> Block:
    """The fields side by side, that of the levels the widest."""
    fields = tuple(_field(hand, field, drawing) for field in drawing.fields)
    shares = tuple(1.7 if field.part == drawing.within else 1.0 for field in drawing.fields)
    return _all(hand, drawing, Row(fields, hand.em(0.7), shares, hand.em(_NARROWEST)) if fields else None)


def _below(hand: Hand, drawing: Levels) -> Block:
    """The field of the levels above, the others side by side below."""
    first = [field for field in drawing.fields if field.part == drawing.within]
    others = tuple(_field(hand, field, drawing) for field in drawing.fields if field not in first)
    rows: list[Block] = [_field(hand, field, drawing) for field in first]
    if others:
        rows.append(Row(others, hand.em(0.6), (), hand.em(_NARROWEST)))
    return _all(hand, drawing, Stack(tuple(rows), hand.em(0.6)) if rows else None)


def _stacked(hand: Hand, drawing: Levels) -> Block:
    """One below the other."""
    fields = tuple(_field(hand, field, drawing) for field in drawing.fields)
    return _all(hand, drawing, Stack(fields, hand.em(0.6)) if fields else None)


def _all(hand: Hand, drawing: Levels, fields: Block | None) -> Block:
    """The fields under their name; before them what stands in none."""
    blocks: list[Block] = []
    if drawing.within is None or not drawing.levels:
        blocks += _levels(hand, drawing)
    if fields:
        blocks.append(Headed(hand, hand.caption("fields"), fields))
    weights = (0.0, 1.0)[-len(blocks) :] if not drawing.levels else ()
    return Stack(tuple(blocks), hand.em(0.7), weights)


def _levels(hand: Hand, drawing: Levels) -> Sequence[Block]:
    """The levels, under the name of the whole."""
    board = (Board(hand, hand.system.whole, 1.0),) if hand.system.whole else ()
    if not drawing.levels:
        return board
    both: tuple[Block, ...] = (*board, Nest(hand, drawing.levels))
    return (Headed(hand, hand.caption("levels"), Stack(both, hand.em(0.25), (0.0, 1.0)[-len(both) :])),)


def _field(hand: Hand, field: Field, drawing: Levels) -> Block:
    inside: list[Block] = []
    if field.part == drawing.within and drawing.levels:
        inside += _levels(hand, drawing)
    weights = [2.0] * len(inside)
    if field.holds:
        inside.append(grid(hand, field.holds, _PART, 5.3))
    mark = field.mark.in_(hand.script) if field.mark else ""
    body = Stack(tuple(inside), hand.em(0.5), tuple(weights + [1.0] * (len(inside) - len(weights))))
    return Frame(hand, field.part, mark, body)
