"""Levels nested in each other, and the fields they stand among."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from exhibit.drawing.bands import HeadedBlock, grid
from exhibit.drawing.blocks import BlockArranger, BlockRow, BlockStack, DrawingBlock, PlateStyle
from exhibit.drawing.frames import FieldFrame, NameBoard, NestedLevels
from exhibit.drawing.sheet import LayoutContext
from exhibit.model.system import LevelField, LevelsShape

_PART: Final = PlateStyle("card")
_NARROWEST: Final = 7.5
"""The least width of a field, in the size of type."""


def ways(drawing: LevelsShape, box: tuple[float, float]) -> tuple[BlockArranger, ...]:
    """The fields beside each other first, or last where the box is upright."""
    ordered = (_beside, _below, _stacked) if box[0] > box[1] else (_below, _stacked, _beside)
    return tuple(partial(way, drawing=drawing) for way in ordered)


def _beside(hand: LayoutContext, drawing: LevelsShape) -> DrawingBlock:
    """The fields side by side, that of the levels the widest."""
    fields = tuple(_field(hand, field, drawing) for field in drawing.fields)
    shares = tuple(1.7 if field.part == drawing.within else 1.0 for field in drawing.fields)
    return _all(hand, drawing, BlockRow(fields, hand.em(0.7), shares, hand.em(_NARROWEST)) if fields else None)


def _below(hand: LayoutContext, drawing: LevelsShape) -> DrawingBlock:
    """The field of the levels above, the others side by side below."""
    first = [field for field in drawing.fields if field.part == drawing.within]
    others = tuple(_field(hand, field, drawing) for field in drawing.fields if field not in first)
    rows: list[DrawingBlock] = [_field(hand, field, drawing) for field in first]
    if others:
        rows.append(BlockRow(others, hand.em(0.6), (), hand.em(_NARROWEST)))
    return _all(hand, drawing, BlockStack(tuple(rows), hand.em(0.6)) if rows else None)


def _stacked(hand: LayoutContext, drawing: LevelsShape) -> DrawingBlock:
    """One below the other."""
    fields = tuple(_field(hand, field, drawing) for field in drawing.fields)
    return _all(hand, drawing, BlockStack(fields, hand.em(0.6)) if fields else None)


def _all(hand: LayoutContext, drawing: LevelsShape, fields: DrawingBlock | None) -> DrawingBlock:
    """The fields under their name; before them what stands in none."""
    blocks: list[DrawingBlock] = []
    if drawing.within is None or not drawing.levels:
        blocks += _levels(hand, drawing)
    if fields:
        blocks.append(HeadedBlock(hand, hand.caption("fields"), fields))
    weights = (0.0, 1.0)[-len(blocks) :] if not drawing.levels else ()
    return BlockStack(tuple(blocks), hand.em(0.7), weights)


def _levels(hand: LayoutContext, drawing: LevelsShape) -> Sequence[DrawingBlock]:
    """The levels, under the name of the whole."""
    board = (NameBoard(hand, hand.system.whole, 1.0),) if hand.system.whole else ()
    if not drawing.levels:
        return board
    both: tuple[DrawingBlock, ...] = (*board, NestedLevels(hand, drawing.levels))
    return (HeadedBlock(hand, hand.caption("levels"), BlockStack(both, hand.em(0.25), (0.0, 1.0)[-len(both) :])),)


def _field(hand: LayoutContext, field: LevelField, drawing: LevelsShape) -> DrawingBlock:
    inside: list[DrawingBlock] = []
    if field.part == drawing.within and drawing.levels:
        inside += _levels(hand, drawing)
    weights = [2.0] * len(inside)
    if field.holds:
        inside.append(grid(hand, field.holds, _PART, 5.3))
    mark = field.mark.in_(hand.script) if field.mark else ""
    body = BlockStack(tuple(inside), hand.em(0.5), tuple(weights + [1.0] * (len(inside) - len(weights))))
    return FieldFrame(hand, field.part, mark, body)
