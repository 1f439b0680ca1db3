"""Finds the arrangement of a drawing, and the size of type, that fill a box best."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Final

from exhibit.model.system import Composition, Drawing, Levels, Pairs, Pillars, System
from exhibit.model.text import Script
from exhibit.ui.systems import composition, levels, pairs, pillars
from exhibit.ui.systems.blocks import Arrange, Block
from exhibit.ui.systems.items import Letters
from exhibit.ui.systems.sheet import Hand, Sheet

_LOWEST: Final = 12
"""Design pixels of the smallest type for names."""
_USUAL: Final = 16
_NEARLY: Final = 0.8
_SHARE: Final = 1 / 26
"""Of the box's shorter side, that the type may have."""


def lay_out(
    system: System, script: Script, box: tuple[float, float], letters: Letters, scale: float, values: Mapping[str, str]
) -> Sheet:
    """A system in a box: the sheet is as wide, and as high or higher."""
    sized = partial(Hand, system, script, letters, scale, values)
    sizes = ceil(_LOWEST * scale), ceil(max(_USUAL * scale, min(box) * _SHARE))
    tries: list[Try] = []
    for arrange in _arrangements(system.drawing, box):
        tries.append(_largest(arrange, sized, sizes, box))
        if tries[-1].fits and tries[-1].hand.size >= sizes[1] * _NEARLY:
            break
    return _preferred(tries).put(box)


@dataclass(frozen=True, slots=True)
class Try:
    """An arrangement in a size of type, and the height it needs."""

    hand: Hand
    block: Block
    tall: float
    fits: bool

    def put(self, box: tuple[float, float]) -> Sheet:
        """Draws it in a box."""
        margin, height = _margin(self.hand), max(box[1], self.tall)
        sheet = Sheet(box[0], height)
        self.block.put((margin, margin, box[0] - 2 * margin, height - 2 * margin), sheet)
        return sheet


def _try(arrange: Arrange, hand: Hand, box: tuple[float, float]) -> Try:
    block, margin = arrange(hand), _margin(hand)
    tall = block.tall(box[0] - 2 * margin) + 2 * margin
    return Try(hand, block, tall, tall <= box[1])


def _largest(arrange: Arrange, sized: Callable[[int], Hand], sizes: tuple[int, int], box: tuple[float, float]) -> Try:
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


def _preferred(tries: list[Try]) -> Try:
    """The first whose type is nearly as large as the largest, or which is nearly as low as the lowest if none fits."""
    fitting = [one for one in tries if one.fits]
    if not fitting:
        lowest = min(one.tall for one in tries)
        return next(one for one in tries if one.tall * _NEARLY <= lowest)
    largest = max(one.hand.size for one in fitting)
    return next(one for one in fitting if one.hand.size >= largest * _NEARLY)


def _margin(hand: Hand) -> float:
    return max(hand.px(7), hand.em(0.5))


def _arrangements(drawing: Drawing, box: tuple[float, float]) -> tuple[Arrange, ...]:
    """The ways to draw it, the most fitting first."""
    match drawing:
        case Pairs():
            return pairs.ways(drawing, box)
        case Levels():
            return levels.ways(drawing, box)
        case Composition():
            return composition.ways(drawing, box)
        case Pillars():
            return pillars.ways(drawing, box)
