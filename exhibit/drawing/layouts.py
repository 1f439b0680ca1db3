"""Finds the arrangement of a drawing, and the size of type, that fill a box best."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Final

from exhibit.drawing import composition, levels, pairs, pillars
from exhibit.drawing.blocks import BlockArranger, DrawingBlock
from exhibit.drawing.items import LetterWidths
from exhibit.drawing.sheet import DrawingSheet, LayoutContext
from exhibit.model.system import CompositionShape, LevelsShape, PairsShape, PillarsShape, System, SystemShape
from exhibit.model.text import Script

_LOWEST: Final = 12
"""Design pixels of the smallest type for names."""
_USUAL: Final = 16
_NEARLY: Final = 0.8
_SHARE: Final = 1 / 26
"""Of the box's shorter side, that the type may have."""


def lay_out(
    system: System,
    script: Script,
    box: tuple[float, float],
    letters: LetterWidths,
    scale: float,
    values: Mapping[str, str],
) -> DrawingSheet:
    """A system in a box: the sheet is as wide, and as high or higher."""
    sized = partial(LayoutContext, system, script, letters, scale, values)
    sizes = ceil(_LOWEST * scale), ceil(max(_USUAL * scale, min(box) * _SHARE))
    tries: list[LayoutTrial] = []
    for arrange in _arrangements(system.drawing, box):
        tries.append(_largest(arrange, sized, sizes, box))
        if tries[-1].fits and tries[-1].hand.size >= sizes[1] * _NEARLY:
            break
    return _preferred(tries).put(box)


@dataclass(frozen=True, slots=True)
class LayoutTrial:
    """An arrangement in a size of type, and the height it needs."""

    hand: LayoutContext
    block: DrawingBlock
    tall: float
    fits: bool

    def put(self, box: tuple[float, float]) -> DrawingSheet:
        """Draws it in a box."""
        margin, height = _margin(self.hand), max(box[1], self.tall)
        sheet = DrawingSheet(box[0], height)
        self.block.put((margin, margin, box[0] - 2 * margin, height - 2 * margin), sheet)
        return sheet


def _try(arrange: BlockArranger, hand: LayoutContext, box: tuple[float, float]) -> LayoutTrial:
    block, margin = arrange(hand), _margin(hand)
    tall = block.tall(box[0] - 2 * margin) + 2 * margin
    return LayoutTrial(hand, block, tall, tall <= box[1])


def _largest(
    arrange: BlockArranger, sized: Callable[[int], LayoutContext], sizes: tuple[int, int], box: tuple[float, float]
) -> LayoutTrial:
    """The largest type with which an arrangement fits, or the smallest where it never does."""
    low, high = sizes
    best = _try(arrange, sized(high), box)
    if best.fits:
        return best
    best, high = _try(arrange, sized(low), box), high - 1
    while best.fits and low < high:
        middle = (low + high + 1) // 2
        tried = _try(arrange, sized(middle), box)
        best, low, high = (tried, middle, high) if tried.fits else (best, low, middle - 1)
    return best


def _preferred(tries: list[LayoutTrial]) -> LayoutTrial:
    """The first whose type is nearly as large as the largest, or which is nearly as low as the lowest if none fits."""
    fitting = [one for one in tries if one.fits]
    if not fitting:
        lowest = min(one.tall for one in tries)
        return next(one for one in tries if one.tall * _NEARLY <= lowest)
    largest = max(one.hand.size for one in fitting)
    return next(one for one in fitting if one.hand.size >= largest * _NEARLY)


def _margin(hand: LayoutContext) -> float:
    return max(hand.px(7), hand.em(0.5))


def _arrangements(drawing: SystemShape, box: tuple[float, float]) -> tuple[BlockArranger, ...]:
    """The ways to draw it, the most fitting first."""
    match drawing:
        case PairsShape():
            return pairs.ways(drawing, box)
        case LevelsShape():
            return levels.ways(drawing, box)
        case CompositionShape():
            return composition.ways(drawing, box)
        case PillarsShape():
            return pillars.ways(drawing, box)
