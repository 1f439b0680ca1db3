"""Finds the arrangement of a drawing, and the size of type, that fill a box best."""

from collections.abc import Callable, Mapping
from math import ceil
from typing import Final, NamedTuple

from exhibit.drawing import composition, levels, pairs, pillars
from exhibit.drawing.blocks import BlockArranger, DrawingBlock
from exhibit.drawing.items import LetterWidths
from exhibit.drawing.sheet import DrawingSheet, LayoutContext
from exhibit.model.system import CompositionShape, LevelsShape, PairsShape, PillarsShape, System, SystemShape
from exhibit.model.text import Script
from exhibit.theme import Theme

_SMALLEST_NAME: Final = 12
"""Design pixels of the smallest type for names."""
_USUAL_NAME: Final = 16
"""Design pixels of the type for names that a small box is tried with first."""
_LARGEST_SHARE: Final = 1 / 26
"""The largest type, in the box's shorter side."""
_NEARLY: Final = 0.8
"""The share of the best result from which on an earlier arrangement is preferred."""
_MARGIN: Final = 7
"""Design pixels around a drawing, at least."""


def lay_out(
    system: System,
    script: Script,
    box: tuple[float, float],
    *,
    letters: LetterWidths,
    theme: Theme,
    values: Mapping[str, str],
) -> DrawingSheet:
    """Lays a system out in a box (width, height) in pixels: the sheet is as wide, and as high or higher."""

    def sized(size: int) -> LayoutContext:
        return LayoutContext(system=system, script=script, letters=letters, theme=theme, values=values, size=size)

    largest = max(theme.text(_USUAL_NAME), ceil(min(box) * _LARGEST_SHARE))
    trials: list[LayoutTrial] = []
    for arrange in _arrangements(system.drawing, box):
        trials.append(_largest_fitting(arrange, sized, (theme.text(_SMALLEST_NAME), largest), box))
        if trials[-1].fits and trials[-1].context.size >= largest * _NEARLY:
            break
    return _preferred(trials).draw(box)


class LayoutTrial(NamedTuple):
    """An arrangement in a size of type, and the height in pixels that it needs."""

    context: LayoutContext
    block: DrawingBlock
    height: float
    fits: bool

    def draw(self, box: tuple[float, float]) -> DrawingSheet:
        """Draws it in a box (width, height) in pixels."""
        margin, height = _margin(self.context), max(box[1], self.height)
        sheet = DrawingSheet(box[0], height)
        self.block.draw((margin, margin, box[0] - 2 * margin, height - 2 * margin), sheet)
        return sheet


def _try(arrange: BlockArranger, context: LayoutContext, box: tuple[float, float]) -> LayoutTrial:
    block, margin = arrange(context), _margin(context)
    height = block.min_height(box[0] - 2 * margin) + 2 * margin
    return LayoutTrial(context, block, height, height <= box[1])


def _largest_fitting(
    arrange: BlockArranger, sized: Callable[[int], LayoutContext], sizes: tuple[int, int], box: tuple[float, float]
) -> LayoutTrial:
    """The largest type with which an arrangement fits, or the smallest if it never does."""
    low, high = sizes
    best = _try(arrange, sized(high), box)
    if best.fits:
        return best
    best, high = _try(arrange, sized(low), box), high - 1
    while best.fits and low < high:
        middle = (low + high + 1) // 2
        trial = _try(arrange, sized(middle), box)
        best, low, high = (trial, middle, high) if trial.fits else (best, low, middle - 1)
    return best


def _preferred(trials: list[LayoutTrial]) -> LayoutTrial:
    """The first whose type is nearly as large as the largest, or nearly the lowest drawing if none fits."""
    fitting = [trial for trial in trials if trial.fits]
    if not fitting:
        lowest = min(trial.height for trial in trials)
        return next(trial for trial in trials if trial.height * _NEARLY <= lowest)
    largest = max(trial.context.size for trial in fitting)
    return next(trial for trial in fitting if trial.context.size >= largest * _NEARLY)


def _margin(context: LayoutContext) -> float:
    return max(context.px(_MARGIN), context.em(0.5))


def _arrangements(drawing: SystemShape, box: tuple[float, float]) -> tuple[BlockArranger, ...]:
    """The arrangements of a shape, the most fitting first."""
    match drawing:
        case PairsShape():
            return pairs.arrangements(drawing, box)
        case LevelsShape():
            return levels.arrangements(drawing, box)
        case CompositionShape():
            return composition.arrangements(drawing, box)
        case PillarsShape():
            return pillars.arrangements(drawing)
