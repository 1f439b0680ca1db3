"""Arranges bodies that act as one: their ring, their steps, the fronts they act on, and the cases in the text."""

from functools import partial
from typing import Final

from exhibit.drawing.bands import HeadedBlock, StepRow, named_plate, part_grid
from exhibit.drawing.blocks import BlockArranger, BlockRow, BlockStack, DrawingBlock, PlateStyle
from exhibit.drawing.frames import NameBoard
from exhibit.drawing.ring import BodyRing
from exhibit.drawing.sheet import LayoutContext
from exhibit.model.system import CompositionShape, StepCycle

_BODY: Final = PlateStyle("gold:16")
_HEAD: Final = PlateStyle("gold:30")
_FRONT: Final = PlateStyle("gold:10")
_CASE: Final = PlateStyle("card")


def arrangements(drawing: CompositionShape, box: tuple[float, float]) -> tuple[BlockArranger, ...]:
    """The arrangements of a composition: the ring beside the bands or above them, as the box is, or no ring."""
    ordered = (_beside, _below) if box[0] > box[1] else (_below, _beside)
    return tuple(partial(arrange, drawing=drawing) for arrange in (*ordered, _plain))


def _beside(context: LayoutContext, drawing: CompositionShape) -> DrawingBlock:
    """The ring at the left, the bands at the right."""
    bands = _bands(context, drawing)
    if not bands:
        return _bodies(context, drawing)
    return BlockRow((_bodies(context, drawing), BlockStack(bands, context.em(0.9))), context.em(1.6), (0.9, 1.1))


def _below(context: LayoutContext, drawing: CompositionShape) -> DrawingBlock:
    """The ring above, the bands below."""
    blocks = _bodies(context, drawing), *_bands(context, drawing)
    return BlockStack(blocks, context.em(0.7), (2.0,) + (0.6,) * (len(blocks) - 1))


def _plain(context: LayoutContext, drawing: CompositionShape) -> DrawingBlock:
    """No ring, because the names are too long or the bodies too many."""
    bodies: DrawingBlock = part_grid(context, drawing.bodies, _BODY)
    if context.system.whole:
        bodies = BlockStack((NameBoard(context, context.system.whole), bodies), context.em(0.35), (0.0, 1.0))
    return BlockStack(
        (HeadedBlock(context, context.caption("bodies"), bodies), *_bands(context, drawing)), context.em(0.7)
    )


def _bodies(context: LayoutContext, drawing: CompositionShape) -> DrawingBlock:
    return HeadedBlock(context, context.caption("bodies"), BodyRing(context, drawing.bodies, context.system.whole))


def _bands(context: LayoutContext, drawing: CompositionShape) -> tuple[DrawingBlock, ...]:
    bands: list[DrawingBlock] = []
    if drawing.cycle:
        bands.append(_cycle(context, drawing.cycle))
    for band, parts, plate in (("fronts", drawing.fronts, _FRONT), ("cases", drawing.cases, _CASE)):
        if parts:
            bands.append(HeadedBlock(context, context.caption(band), part_grid(context, parts, plate)))
    return tuple(bands)


def _cycle(context: LayoutContext, cycle: StepCycle) -> DrawingBlock:
    steps: DrawingBlock = StepRow(context, cycle.steps, cycle.closed)
    caption = context.caption("cycle")
    if cycle.of:
        if caption == context.name(cycle.of):
            caption = ""
        steps = BlockStack((named_plate(context, cycle.of, _HEAD), steps), context.em(0.25), (0.0, 1.0))
    return HeadedBlock(context, caption, steps)
