"""Arranges levels nested in each other, and the fields beside or around them."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from exhibit.drawing.bands import HeadedBlock, part_grid
from exhibit.drawing.blocks import BlockArranger, BlockRow, BlockStack, DrawingBlock, PlateStyle
from exhibit.drawing.frames import FieldFrame, NameBoard, NestedLevels
from exhibit.drawing.sheet import LayoutContext
from exhibit.model.system import LevelField, LevelsShape

_PART_PLATE: Final = PlateStyle("card")
_MIN_FIELD: Final = 7.5
"""The least width of a field, in the size of type."""
_MIN_PART: Final = 5.3
"""The least width of a part in a field, in the size of type."""
_LEVELS_SHARE: Final = 1.7
"""The width of the field of the levels, in that of another field."""


def arrangements(drawing: LevelsShape, box: tuple[float, float]) -> tuple[BlockArranger, ...]:
    """The arrangements of levels: fields side by side first, or last in a box higher than wide."""
    ordered = (_beside, _below, _stacked) if box[0] > box[1] else (_below, _stacked, _beside)
    return tuple(partial(arrange, drawing=drawing) for arrange in ordered)


def _beside(context: LayoutContext, drawing: LevelsShape) -> DrawingBlock:
    """The fields side by side, the field of the levels the widest."""
    fields = tuple(_field(context, field, drawing) for field in drawing.fields)
    shares = tuple(_LEVELS_SHARE if field.part == drawing.within else 1.0 for field in drawing.fields)
    return _all(context, drawing, BlockRow(fields, context.em(0.7), shares, _min_field(context)) if fields else None)


def _below(context: LayoutContext, drawing: LevelsShape) -> DrawingBlock:
    """The field of the levels above, the other fields side by side below."""
    first = [field for field in drawing.fields if field.part == drawing.within]
    others = tuple(_field(context, field, drawing) for field in drawing.fields if field not in first)
    rows: list[DrawingBlock] = [_field(context, field, drawing) for field in first]
    if others:
        rows.append(BlockRow(others, context.em(0.6), (), _min_field(context)))
    return _all(context, drawing, BlockStack(tuple(rows), context.em(0.6)) if rows else None)


def _stacked(context: LayoutContext, drawing: LevelsShape) -> DrawingBlock:
    """The fields one below the other."""
    fields = tuple(_field(context, field, drawing) for field in drawing.fields)
    return _all(context, drawing, BlockStack(fields, context.em(0.6)) if fields else None)


def _all(context: LayoutContext, drawing: LevelsShape, fields: DrawingBlock | None) -> DrawingBlock:
    """The fields under their caption, below the levels if they are in no field."""
    blocks: list[DrawingBlock] = []
    if drawing.within is None or not drawing.levels:
        blocks += _levels(context, drawing)
    if fields:
        blocks.append(HeadedBlock(context, context.caption("fields"), fields))
    weights = (0.0, 1.0)[-len(blocks) :] if not drawing.levels else ()
    return BlockStack(tuple(blocks), context.em(0.7), weights)


def _levels(context: LayoutContext, drawing: LevelsShape) -> Sequence[DrawingBlock]:
    """The levels, below the name of the whole."""
    board = (NameBoard(context, context.system.whole, 1.0),) if context.system.whole else ()
    if not drawing.levels:
        return board
    blocks: tuple[DrawingBlock, ...] = (*board, NestedLevels(context, drawing.levels))
    body = BlockStack(blocks, context.em(0.25), (0.0, 1.0)[-len(blocks) :])
    return (HeadedBlock(context, context.caption("levels"), body),)


def _min_field(context: LayoutContext) -> float:
    return max(context.em(_MIN_FIELD), context.target)


def _field(context: LayoutContext, field: LevelField, drawing: LevelsShape) -> DrawingBlock:
    inside: list[DrawingBlock] = []
    if field.part == drawing.within and drawing.levels:
        inside += _levels(context, drawing)
    weights = [2.0] * len(inside)
    if field.holds:
        inside.append(part_grid(context, field.holds, _PART_PLATE, _MIN_PART))
    mark = field.mark.in_(context.script) if field.mark else ""
    body = BlockStack(tuple(inside), context.em(0.5), tuple(weights + [1.0] * (len(inside) - len(weights))))
    return FieldFrame(context, field.part, mark, body)
