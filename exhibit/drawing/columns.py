"""Columns of a building, their caps, and the ground they stand on."""

from itertools import groupby
from typing import Final, NamedTuple

from exhibit.drawing.items import DrawingPath, DrawingRect, PlateItem, ShapeItem, StrokeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.drawing.text_lines import stands
from exhibit.model.system import PillarColumn

_SHARES: Final = (2.2, 1.9, 1.6, 1.4, 1.2)
"""Sizes of type that names on columns may have."""


class CapRow(NamedTuple):
    """The caps of a row of columns; neighbours with one cap carry it together."""

    hand: LayoutContext
    columns: tuple[PillarColumn, ...]

    def tall(self, width: float) -> float:
        found = [self._lines(cap, count * width / len(self.columns)) for cap, count in self._spans() if cap]
        return max(self.hand.finger, max(len(lines) for lines in found) * self._type.height + self.hand.em(0.7))

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        pitch = width / len(self.columns)
        for cap, count in self._spans():
            wide, gap = count * pitch, self.hand.em(0.15)
            if cap:
                parts = (cap,)
                slope = self._slope
                place = x + gap, y, wide - 2 * gap, height
                sheet.add(ShapeItem(_bracket(place, slope), "gold:30", "gold", self.hand.thin, parts))
                sheet.touch(cap, [place])
                sheet.write(self._lines(cap, wide), self._type, place, parts)
            x += wide

    def _spans(self) -> list[tuple[str | None, int]]:
        return [(cap, len(list(some))) for cap, some in groupby(self.columns, lambda column: column.cap)]

    def _lines(self, cap: str, wide: float) -> tuple[str, ...]:
        return self.hand.lines(self.hand.name(cap), self._type, wide - self.hand.em(0.4) - self._slope)

    @property
    def _slope(self) -> float:
        return self.hand.em(0.25)

    @property
    def _type(self) -> TypeStyle:
        return self.hand.type(0.84)


class ShaftRow(NamedTuple):
    """Columns side by side, their names written downwards where they can be."""

    hand: LayoutContext
    columns: tuple[PillarColumn, ...]

    def tall(self, width: float) -> float:
        return self._text_height(self._wide(width), self.hand.type(_SHARES[-1])) + self.hand.em(1.6)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        pitch, wide = width / len(self.columns), self._wide(width)
        type = self._type(wide, height)
        for column in self.columns:
            self._column(column, (x + (pitch - wide) / 2, y, wide, height), type, sheet)
            x += pitch

    def _column(self, column: PillarColumn, box: DrawingRect, type: TypeStyle, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        parts, thin, slab = (column.part,), self.hand.thin, self.hand.em(0.4)
        overhang = min(self.hand.em(0.3), width * 0.08)
        body = x + overhang, y, width - 2 * overhang, height - slab
        sheet.add(PlateItem(body, 0, "card", "gold", thin, parts))
        for share in (0.09, 0.91):
            at = body[0] + body[2] * share
            sheet.add(StrokeItem((((at, y + slab),), ((at, y + body[3] - slab),)), "gold:45", thin, 0, parts))
        sheet.add(PlateItem((x, y + height - slab, width, slab), 0, "gold:30", "gold", thin, parts))
        sheet.touch(column.part, [box])
        sheet.write(self._lines(column, width, type), type, body, parts)

    def _type(self, wide: float, height: float) -> TypeStyle:
        """The largest that leaves the columns some air."""
        for share in _SHARES:
            type = self.hand.type(share)
            if type.size < wide * 0.6 and self._text_height(wide, type) < height * 0.62:
                return type
        return self.hand.type(_SHARES[-1])

    def _text_height(self, wide: float, type: TypeStyle) -> float:
        return max(len(self._lines(column, wide, type)) for column in self.columns) * type.height

    def _lines(self, column: PillarColumn, wide: float, type: TypeStyle) -> tuple[str, ...]:
        name = self.hand.name(column.part)
        return tuple(name) if stands(name) else self.hand.lines(name, type, wide * 0.8 - self.hand.em(0.3))

    def _wide(self, width: float) -> float:
        """Of a column, with its slab."""
        pitch = width / len(self.columns)
        return max(pitch * 0.7, min(pitch - self.hand.em(0.25), self.hand.em(2.6)))


class GroundLine(NamedTuple):
    """What columns without feet stand on."""

    hand: LayoutContext

    def tall(self, width: float) -> float:
        return self.hand.em(0.5)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        sheet.add(PlateItem(box, 0, "ink"))


def _bracket(box: DrawingRect, slope: float) -> DrawingPath:
    x, y, width, height = box
    return (
        ((x, y),), ((x + width, y),), ((x + width, y + height * 0.35),), ((x + width - slope, y + height),),
        ((x + slope, y + height),), ((x, y + height * 0.35),),
    )  # fmt: skip
