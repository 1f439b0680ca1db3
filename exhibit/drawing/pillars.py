"""Pillars: a roof on columns with their caps, standing on their feet."""

from functools import partial
from typing import Final, NamedTuple

from exhibit.drawing.bands import caption_type, grid
from exhibit.drawing.blocks import BlockArranger, BlockStack, DrawingBlock, PlateStyle, parted
from exhibit.drawing.columns import CapRow, GroundLine, ShaftRow
from exhibit.drawing.items import DrawingPath, DrawingPoint, DrawingRect, PlateItem, ShapeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.drawing.text_lines import stands
from exhibit.model.system import PillarColumn, PillarsShape

_BEAM: Final = PlateStyle("gold:16")
_FOOT: Final = PlateStyle("gold:10")
_FINGER: Final = 33
"""Design pixels from the middle of a column to the next one's, at least."""


class GableRoof(NamedTuple):
    """The roof with what stands on its ridge."""

    hand: LayoutContext
    part: str

    def tall(self, width: float) -> float:
        return max(self.hand.finger, len(self._lines(width)) * self._type.height + self.hand.em(1.5))

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        lines = self._lines(width)
        widest = max(self.hand.width(line, self._type) for line in lines)
        ridge = min(width * 0.72, max(widest + self.hand.em(2), width * 0.3))
        parts, left, beam = (self.part,), x + (width - ridge) / 2, self.hand.em(0.3)
        sheet.add(ShapeItem(_roof((x, y + beam, width, height - beam), ridge, self.hand.em(0.5)), "ink", parts=parts))
        sheet.add(PlateItem((left - beam * 1.5, y, ridge + beam * 3, beam * 1.1), beam / 2, "ink", parts=parts))
        sheet.touch(self.part, [box])
        sheet.write(lines, self._type, (left, y + beam, ridge, height - beam), parts)

    @property
    def _type(self) -> TypeStyle:
        return self.hand.type(1.25, colour="paper")

    def _lines(self, width: float) -> tuple[str, ...]:
        return self.hand.lines(self.hand.name(self.part), self._type, width * 0.6)


def _roof(box: DrawingRect, ridge: float, eave: float) -> DrawingPath:
    """A hip roof: a level ridge, sides that hang, eaves that rise at their ends."""
    x, y, width, height = box
    run = (width - ridge) / 2
    left, right, low = x + run, x + width - run, y + height
    tip = low - eave * 1.2

    def at(side: float, across: float, down: float) -> DrawingPoint:
        return (x + across if side < 0 else x + width - across, down)

    return (
        ((left, y),),
        ((right, y),),
        (at(1, run * 0.82, y + height * 0.5), at(1, run * 0.4, tip), at(1, 0, tip)),
        (at(1, eave * 0.6, low), at(1, eave, low), at(1, eave * 2.4, low)),
        (at(-1, eave * 2.4, low),),
        (at(-1, eave, low), at(-1, eave * 0.6, low), at(-1, 0, tip)),
        (at(-1, run * 0.4, tip), at(-1, run * 0.82, y + height * 0.5), (left, y)),
    )


def ways(drawing: PillarsShape, box: tuple[float, float]) -> tuple[BlockArranger, ...]:
    """There is one way to build."""
    del box
    return (partial(_building, drawing=drawing),)


def _building(hand: LayoutContext, drawing: PillarsShape) -> DrawingBlock:
    whole = hand.system.whole
    crown = whole or (drawing.roof[0] if len(drawing.roof) == 1 else None)
    beam = tuple(part for part in drawing.roof if part != crown)
    return PillarBuilding(hand, drawing, crown, beam)


class PillarBuilding(NamedTuple):
    """Bands from the roof's ridge down to the feet, their captions beside them."""

    hand: LayoutContext
    drawing: PillarsShape
    crown: str | None
    beam: tuple[str, ...]

    def tall(self, width: float) -> float:
        return self._stack(width).tall(width)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        self._stack(box[2]).put(box, sheet)

    def _stack(self, width: float) -> BlockStack:
        hand, drawing = self.hand, self.drawing
        gutter = self._gutter(width)
        inset = min(hand.em(0.8), width * 0.025)
        bands: list[tuple[DrawingBlock, float]] = []
        if self.crown:
            name = "roof" if self.crown in drawing.roof else ""
            bands.append((CaptionedBand(hand, name, GableRoof(hand, self.crown), gutter, 0), 0.3))
        if self.beam:
            bands.append((CaptionedBand(hand, "roof", grid(hand, self.beam, _BEAM), gutter, inset), 0.3))
        for row in self._rows(width - gutter - 2 * inset):
            if any(column.cap for column in row):
                bands.append((CaptionedBand(hand, "caps", CapRow(hand, row), gutter, inset), 0.25))
            bands.append((CaptionedBand(hand, "columns", ShaftRow(hand, row), gutter, inset), 2.0))
        feet: DrawingBlock = grid(hand, drawing.feet, _FOOT) if drawing.feet else GroundLine(hand)
        bands.append(
            (CaptionedBand(hand, "feet" if drawing.feet else "", feet, gutter, 0), 0.35 if drawing.feet else 0)
        )
        return BlockStack(tuple(band for band, _ in bands), hand.em(0.25), tuple(weight for _, weight in bands))

    def _gutter(self, width: float) -> float:
        bands = ("roof", "caps", "columns", "feet")
        type = caption_type(self.hand)
        widths = [self.hand.width(self.hand.caption(band), type) for band in bands]
        longest = max(widths)
        return min(longest, max(3.05 * type.size, width * 0.14)) + (self.hand.em(0.7) if longest else 0)

    def _rows(self, room: float) -> list[tuple[PillarColumn, ...]]:
        upright = all(stands(self.hand.name(column.part)) for column in self.drawing.columns)
        pitch = max(self.hand.px(_FINGER), self.hand.em(2.0 if upright else 4.0))
        most = max(1, int(room / pitch))
        return parted(self.drawing.columns, -(-len(self.drawing.columns) // most))


class CaptionedBand(NamedTuple):
    """A block with its caption at the left."""

    hand: LayoutContext
    band: str
    block: DrawingBlock
    gutter: float
    inset: float

    def tall(self, width: float) -> float:
        lines = self._lines()
        return max(self.block.tall(self._room(width)), len(lines) * caption_type(self.hand).height)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
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
