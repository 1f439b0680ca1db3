"""Columns of a building, their caps, and the ground below them."""

from itertools import groupby
from typing import Final, NamedTuple

from exhibit.drawing.items import DrawingPath, DrawingRect, PlateItem, ShapeItem, StrokeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.drawing.text_lines import can_be_upright
from exhibit.model.system import PillarColumn

_NAME_SHARES: Final = (2.2, 1.9, 1.6, 1.4, 1.2)
"""Sizes that names on columns may have, in the size of type."""
_FLUTES: Final = (0.09, 0.91)
"""Where the lines on a column are, in its width."""


class CapRow(NamedTuple):
    """The caps of a row of columns. Neighbours with one cap carry it together."""

    context: LayoutContext
    columns: tuple[PillarColumn, ...]

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        names = [self._lines(cap, count * width / len(self.columns)) for cap, count in self._spans() if cap]
        lines = max(len(name) for name in names)
        return max(self.context.target, lines * self._style.height + self.context.em(0.7))

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        pitch = width / len(self.columns)
        for cap, count in self._spans():
            if cap:
                self._draw_cap(cap, (x, y, count * pitch, height), sheet)
            x += count * pitch

    def _draw_cap(self, cap: str, room: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = room
        gap, parts = self.context.em(0.15), (cap,)
        box = x + gap, y, width - 2 * gap, height
        path = _bracket(box, self._slope)
        sheet.add(ShapeItem(path, fill="gold:30", border="gold", border_width=self.context.line_width, parts=parts))
        sheet.add_target(cap, box, room)
        sheet.write(self._lines(cap, width), self._style, box, parts)

    def _spans(self) -> list[tuple[str | None, int]]:
        """The caps from left to right, and over how many columns each reaches."""
        return [(cap, len(list(columns))) for cap, columns in groupby(self.columns, lambda column: column.cap)]

    def _lines(self, cap: str, width: float) -> tuple[str, ...]:
        return self.context.lines(self.context.name(cap), self._style, width - self.context.em(0.4) - self._slope)

    @property
    def _slope(self) -> float:
        return self.context.em(0.25)

    @property
    def _style(self) -> TypeStyle:
        return self.context.style(0.84)


class ShaftRow(NamedTuple):
    """Columns side by side. Names of Chinese characters are written from top to bottom."""

    context: LayoutContext
    columns: tuple[PillarColumn, ...]

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        text = self._text_height(self._column_width(width), self.context.style(_NAME_SHARES[-1]))
        return max(self.context.target, text + self.context.em(1.6))

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        pitch = width / len(self.columns)
        style = self._style(self._column_width(width), height)
        for column in self.columns:
            self._draw_column(column, (x, y, pitch, height), style, sheet)
            x += pitch

    def _draw_column(self, column: PillarColumn, room: DrawingRect, style: TypeStyle, sheet: DrawingSheet) -> None:
        """Draws a shaft with two flutes on its slab, in the middle of its room."""
        width = self._column_width(room[2] * len(self.columns))
        x, y, height = room[0] + (room[2] - width) / 2, room[1], room[3]
        parts, border, slab = (column.part,), self.context.line_width, self.context.em(0.4)
        overhang = min(self.context.em(0.3), width * 0.08)
        shaft = x + overhang, y, width - 2 * overhang, height - slab
        sheet.add(PlateItem(shaft, 0, fill="card", border="gold", border_width=border, parts=parts))
        for share in _FLUTES:
            flute_x = shaft[0] + shaft[2] * share
            path: DrawingPath = (((flute_x, y + slab),), ((flute_x, y + shaft[3] - slab),))
            sheet.add(StrokeItem(path, "gold:45", border, parts=parts))
        foot = x, y + height - slab, width, slab
        sheet.add(PlateItem(foot, 0, fill="gold:30", border="gold", border_width=border, parts=parts))
        sheet.add_target(column.part, (x, y, width, height), room)
        sheet.write(self._lines(column, width, style), style, shaft, parts)

    def _style(self, width: float, height: float) -> TypeStyle:
        """The largest style that leaves the columns some space."""
        for share in _NAME_SHARES:
            style = self.context.style(share)
            if style.size < width * 0.6 and self._text_height(width, style) < height * 0.62:
                return style
        return self.context.style(_NAME_SHARES[-1])

    def _text_height(self, width: float, style: TypeStyle) -> float:
        return max(len(self._lines(column, width, style)) for column in self.columns) * style.height

    def _lines(self, column: PillarColumn, width: float, style: TypeStyle) -> tuple[str, ...]:
        name = self.context.name(column.part)
        if can_be_upright(name):
            return tuple(name)
        return self.context.lines(name, style, width * 0.8 - self.context.em(0.3))

    def _column_width(self, width: float) -> float:
        """The width of a column with its slab, in a row of a width."""
        pitch = width / len(self.columns)
        return max(pitch * 0.7, min(pitch - self.context.em(0.25), self.context.em(2.6)))


class GroundLine(NamedTuple):
    """The ground below columns without feet."""

    context: LayoutContext

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        return self.context.em(0.5)

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        sheet.add(PlateItem(box, 0, "ink"))


def _bracket(box: DrawingRect, slope: float) -> DrawingPath:
    """A box whose lower sides slope inwards."""
    x, y, width, height = box
    return (
        ((x, y),), ((x + width, y),), ((x + width, y + height * 0.35),), ((x + width - slope, y + height),),
        ((x + slope, y + height),), ((x, y + height * 0.35),),
    )  # fmt: skip
