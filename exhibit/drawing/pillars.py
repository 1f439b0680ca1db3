"""Arranges pillars: a roof on columns with their caps, which stand on their feet."""

from functools import partial
from typing import Final, NamedTuple

from exhibit.drawing.bands import caption_style, part_grid
from exhibit.drawing.blocks import BlockArranger, BlockStack, DrawingBlock, PlateStyle, split_into_rows
from exhibit.drawing.columns import CapRow, GroundLine, ShaftRow
from exhibit.drawing.items import DrawingPath, DrawingPoint, DrawingRect, PlateItem, ShapeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.drawing.text_lines import can_be_upright
from exhibit.model.system import PillarColumn, PillarsShape

_BEAM: Final = PlateStyle("gold:16")
_FOOT: Final = PlateStyle("gold:10")
_MIN_PITCH: Final = 33
"""Design pixels from a column to the next, at least."""
_BANDS: Final = ("roof", "caps", "columns", "feet")


class HipRoof(NamedTuple):
    """A hip roof with a name on it."""

    context: LayoutContext
    part: str

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        return max(self.context.target, len(self._lines(width)) * self._style.height + self.context.em(1.5))

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        lines = self._lines(width)
        widest = max(self.context.width(line, self._style) for line in lines)
        ridge = min(width * 0.72, max(widest + self.context.em(2), width * 0.3))
        parts, left, beam = (self.part,), x + (width - ridge) / 2, self.context.em(0.3)
        sheet.add(
            ShapeItem(_roof((x, y + beam, width, height - beam), ridge, self.context.em(0.5)), "ink", parts=parts)
        )
        sheet.add(PlateItem((left - beam * 1.5, y, ridge + beam * 3, beam * 1.1), beam / 2, "ink", parts=parts))
        sheet.add_target(self.part, box)
        sheet.write(lines, self._style, (left, y + beam, ridge, height - beam), parts)

    @property
    def _style(self) -> TypeStyle:
        return self.context.style(1.25, colour="paper")

    def _lines(self, width: float) -> tuple[str, ...]:
        return self.context.lines(self.context.name(self.part), self._style, width * 0.6)


def _roof(box: DrawingRect, ridge: float, eave: float) -> DrawingPath:
    """The outline of a hip roof: a level ridge, hanging sides, eaves that rise at their ends."""
    x, y, width, height = box
    run = (width - ridge) / 2
    left, right, bottom = x + run, x + width - run, y + height
    tip = bottom - eave * 1.2

    def at(side: float, across: float, down: float) -> DrawingPoint:
        return (x + across if side < 0 else x + width - across, down)

    return (
        ((left, y),),
        ((right, y),),
        (at(1, run * 0.82, y + height * 0.5), at(1, run * 0.4, tip), at(1, 0, tip)),
        (at(1, eave * 0.6, bottom), at(1, eave, bottom), at(1, eave * 2.4, bottom)),
        (at(-1, eave * 2.4, bottom),),
        (at(-1, eave, bottom), at(-1, eave * 0.6, bottom), at(-1, 0, tip)),
        (at(-1, run * 0.4, tip), at(-1, run * 0.82, y + height * 0.5), (left, y)),
    )


def arrangements(drawing: PillarsShape) -> tuple[BlockArranger, ...]:
    """The one arrangement of pillars."""
    return (partial(_building, drawing=drawing),)


def _building(context: LayoutContext, drawing: PillarsShape) -> DrawingBlock:
    whole = context.system.whole
    crown = whole or (drawing.roof[0] if len(drawing.roof) == 1 else None)
    beam = tuple(part for part in drawing.roof if part != crown)
    return PillarBuilding(context, drawing, crown, beam)


class PillarBuilding(NamedTuple):
    """Bands from the roof down to the feet, their captions at the left."""

    context: LayoutContext
    drawing: PillarsShape
    crown: str | None
    beam: tuple[str, ...]

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        return self._stack(width).min_height(width)

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        self._stack(box[2]).draw(box, sheet)

    def _stack(self, width: float) -> BlockStack:
        context, drawing = self.context, self.drawing
        gutter = self._gutter(width)
        inset = min(context.em(0.8), width * 0.025)
        bands: list[tuple[DrawingBlock, float]] = []
        if self.crown:
            name = "roof" if self.crown in drawing.roof else ""
            bands.append((self._band(name, HipRoof(context, self.crown), gutter, 0), 0.3))
        if self.beam:
            bands.append((self._band("roof", part_grid(context, self.beam, _BEAM), gutter, inset), 0.3))
        for row in self._rows(width - gutter - 2 * inset):
            if any(column.cap for column in row):
                bands.append((self._band("caps", CapRow(context, row), gutter, inset), 0.25))
            bands.append((self._band("columns", ShaftRow(context, row), gutter, inset), 2.0))
        feet: DrawingBlock = part_grid(context, drawing.feet, _FOOT) if drawing.feet else GroundLine(context)
        caption, weight = ("feet", 0.35) if drawing.feet else ("", 0)
        bands.append((self._band(caption, feet, gutter, 0), weight))
        return BlockStack(tuple(band for band, _ in bands), context.em(0.25), tuple(weight for _, weight in bands))

    def _band(self, caption: str, block: DrawingBlock, gutter: float, inset: float) -> DrawingBlock:
        return CaptionedBand(context=self.context, band=caption, block=block, gutter=gutter, inset=inset)

    def _gutter(self, width: float) -> float:
        """The room of the captions at the left, 0 without any."""
        style = caption_style(self.context)
        widths = [self.context.width(self.context.caption(band), style) for band in _BANDS]
        longest = max(widths)
        return min(longest, max(3.05 * style.size, width * 0.14)) + (self.context.em(0.7) if longest else 0)

    def _rows(self, room: float) -> list[tuple[PillarColumn, ...]]:
        """The columns in storeys, as many side by side as fit."""
        upright = all(can_be_upright(self.context.name(column.part)) for column in self.drawing.columns)
        pitch = max(self.context.theme.target(_MIN_PITCH), self.context.em(2.0 if upright else 4.0))
        max_count = max(1, int(room / pitch))
        return split_into_rows(self.drawing.columns, -(-len(self.drawing.columns) // max_count))


class CaptionedBand(NamedTuple):
    """A block with its caption in the gutter at its left."""

    context: LayoutContext
    band: str
    block: DrawingBlock
    gutter: float
    inset: float

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        lines = self._lines()
        return max(self.block.min_height(self._room(width)), len(lines) * caption_style(self.context).height)

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        if lines := self._lines():
            gap = self.context.em(0.7)
            sheet.write(lines, caption_style(self.context), (x, y, self.gutter - gap, height), align="right")
        self.block.draw((x + self.gutter + self.inset, y, self._room(width), height), sheet)

    def _room(self, width: float) -> float:
        return width - self.gutter - 2 * self.inset

    def _lines(self) -> tuple[str, ...]:
        text = self.context.caption(self.band)
        return self.context.lines(text, caption_style(self.context), self.gutter - self.context.em(0.7)) if text else ()
