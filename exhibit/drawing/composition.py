"""Several bodies that act as one: their ring, how they do it, where they are active, where the text shows it."""

from functools import partial
from typing import Final

from exhibit.drawing.bands import HeadedBlock, StepRow, grid, named
from exhibit.drawing.blocks import BlockArranger, BlockRow, BlockStack, DrawingBlock, PlateStyle
from exhibit.drawing.frames import NameBoard
from exhibit.drawing.ring import BodyRing
from exhibit.drawing.sheet import LayoutContext
from exhibit.model.system import CompositionShape, StepCycle

_BODY: Final = PlateStyle("gold:16")
_HEAD: Final = PlateStyle("gold:30")
_FRONT: Final = PlateStyle("gold:10")
_CASE: Final = PlateStyle("card")


def ways(drawing: CompositionShape, box: tuple[float, float]) -> tuple[BlockArranger, ...]:
    """The ring beside the bands or above them, as the box is; without a ring where it has no room."""
    ordered = (_beside, _below) if box[0] > box[1] else (_below, _beside)
    return tuple(partial(way, drawing=drawing) for way in (*ordered, _plain))


def _beside(hand: LayoutContext, drawing: CompositionShape) -> DrawingBlock:
    """The ring at the left, the bands at the right."""
    bands = _bands(hand, drawing)
    if not bands:
        return _bodies(hand, drawing)
    return BlockRow((_bodies(hand, drawing), BlockStack(bands, hand.em(0.9))), hand.em(1.6), (0.9, 1.1))


def _below(hand: LayoutContext, drawing: CompositionShape) -> DrawingBlock:
    """The ring above, the bands below."""
    blocks = _bodies(hand, drawing), *_bands(hand, drawing)
    return BlockStack(blocks, hand.em(0.7), (2.0,) + (0.6,) * (len(blocks) - 1))


def _plain(hand: LayoutContext, drawing: CompositionShape) -> DrawingBlock:
    """Without a ring, where names are too long or bodies too many for one."""
    bodies: DrawingBlock = grid(hand, drawing.bodies, _BODY)
    if hand.system.whole:
        bodies = BlockStack((NameBoard(hand, hand.system.whole), bodies), hand.em(0.35), (0.0, 1.0))
    return BlockStack((HeadedBlock(hand, hand.caption("bodies"), bodies), *_bands(hand, drawing)), hand.em(0.7))


def _bodies(hand: LayoutContext, drawing: CompositionShape) -> DrawingBlock:
    return HeadedBlock(hand, hand.caption("bodies"), BodyRing(hand, drawing.bodies, hand.system.whole))


def _bands(hand: LayoutContext, drawing: CompositionShape) -> tuple[DrawingBlock, ...]:
    bands: list[DrawingBlock] = []
    if drawing.cycle:
        bands.append(_cycle(hand, drawing.cycle))
    for band, parts, face in (("fronts", drawing.fronts, _FRONT), ("cases", drawing.cases, _CASE)):
        if parts:
            bands.append(HeadedBlock(hand, hand.caption(band), grid(hand, parts, face)))
    return tuple(bands)


def _cycle(hand: LayoutContext, cycle: StepCycle) -> DrawingBlock:
    steps: DrawingBlock = StepRow(hand, cycle.steps, cycle.closed)
    caption = hand.caption("cycle")
    if cycle.of:
        if caption == hand.name(cycle.of):
            caption = ""
        steps = BlockStack((named(hand, cycle.of, _HEAD), steps), hand.em(0.25), (0.0, 1.0))
    return HeadedBlock(hand, caption, steps)
