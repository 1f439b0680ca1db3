"""Pillars: a roof on columns with their caps, standing on their feet."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from exhibit.model.system import Column, Pillars
from exhibit.ui.systems.bands import caption_type, grid
from exhibit.ui.systems.blocks import Arrange, Block, Face, Stack, parted
from exhibit.ui.systems.columns import Caps, Ground, Shafts
from exhibit.ui.systems.items import Rect
from exhibit.ui.systems.plaque import stands
from exhibit.ui.systems.roof import Gable
from exhibit.ui.systems.sheet import Hand, Sheet

_BEAM: Final = Face("gold:16")
_FOOT: Final = Face("gold:10")
_FINGER: Final = 33
"""Design pixels from the middle of a column to the next one's, at least."""


def ways(drawing: Pillars, box: tuple[float, float]) -> tuple[Arrange, ...]:
    """There is one way to build."""
    del box
    return (partial(_building, drawing=drawing),)


def _building(hand: Hand, drawing: Pillars) -> Block:
    whole = hand.system.whole
    crown = whole or (drawing.roof[0] if len(drawing.roof) == 1 else None)
    beam = tuple(part for part in drawing.roof if part != crown)
    return Building(hand, drawing, crown, beam)


@dataclass(frozen=True, slots=True)
class Building:
    """Bands from the roof's ridge down to the feet, their captions beside them."""

    hand: Hand
    drawing: Pillars
    crown: str | None
    beam: tuple[str, ...]

    def tall(self, width: float) -> float:
        return self._stack(width).tall(width)

    def put(self, box: Rect, sheet: Sheet) -> None:
        self._stack(box[2]).put(box, sheet)

    def _stack(self, width: float) -> Stack:
        hand, drawing = self.hand, self.drawing
        gutter = self._gutter(width)
        inset = min(hand.em(0.8), width * 0.025)
        bands: list[tuple[Block, float]] = []
        if self.crown:
            name = "roof" if self.crown in drawing.roof else ""
            bands.append((Band(hand, name, Gable(hand, self.crown), gutter, 0), 0.3))
        if self.beam:
            bands.append((Band(hand, "roof", grid(hand, self.beam, _BEAM), gutter, inset), 0.3))
        for row in self._rows(width - gutter - 2 * inset):
            if any(column.cap for column in row):
                bands.append((Band(hand, "caps", Caps(hand, row), gutter, inset), 0.25))
            bands.append((Band(hand, "columns", Shafts(hand, row), gutter, inset), 2.0))
        feet: Block = grid(hand, drawing.feet, _FOOT) if drawing.feet else Ground(hand)
        bands.append((Band(hand, "feet" if drawing.feet else "", feet, gutter, 0), 0.35 if drawing.feet else 0))
        return Stack(tuple(band for band, _ in bands), hand.em(0.25), tuple(weight for _, weight in bands))

    def _gutter(self, width: float) -> float:
        bands = ("roof", "caps", "columns", "feet")
        type = caption_type(self.hand)
        widths = [self.hand.width(self.hand.caption(band), type) for band in bands]
        longest = max(widths)
        return min(longest, max(3.05 * type.size, width * 0.14)) + (self.hand.em(0.7) if longest else 0)

    def _rows(self, room: float) -> list[tuple[Column, ...]]:
        upright = all(stands(self.hand.name(column.part)) for column in self.drawing.columns)
        pitch = max(self.hand.px(_FINGER), self.hand.em(2.0 if upright else 4.0))
        most = max(1, int(room / pitch))
        return parted(self.drawing.columns, -(-len(self.drawing.columns) // most))


@dataclass(frozen=True, slots=True)
class Band:
    """A block with its caption at the left."""

    hand: Hand
    band: str
    block: Block
    gutter: float
    inset: float

    def tall(self, width: float) -> float:
        lines = self._lines()
        return max(self.block.tall(self._room(width)), len(lines) * caption_type(self.hand).height)

    def put(self, box: Rect, sheet: Sheet) -> None:
        x, y, width, height = box
        if lines := self._lines():
            gap = self.hand.em(0.7)
            sheet.write(lines, caption_type(self.hand), (x, y, self.gutter - gap, height), align="right")
        self.block.put((x + self.gutter + self.inset, y, self._room(width), height), sheet)

    def _room(self, width: float) -> float:
        return width - self.gutter - 2 * self.inset

    def _lines(self) -> tuple[str, ...]:
        text = self.hand.caption(self.band)
        return self.hand.lines(text, caption_type(self.hand), self.gutter - self.hand.em(0.7)) if text else ()
