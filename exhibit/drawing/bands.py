"""Bands of a drawing: parts side by side, steps in order, and a block under its caption."""

from typing import Final, NamedTuple

from exhibit.drawing.blocks import BlockGrid, DrawingBlock, LabelText, PlateLabel, PlateStyle
from exhibit.drawing.items import DrawingPath, DrawingRect, ShapeItem, StrokeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.model.system import SystemPair

_MIN_STEP: Final = 5.2
"""The least width of a step, in the size of type."""


def caption_style(context: LayoutContext) -> TypeStyle:
    """The style of a band's caption."""
    return context.style(0.78, face="sans", colour="accent")


def named_plate(context: LayoutContext, part: str, plate: PlateStyle) -> PlateLabel:
    """A plate with a part's name, and below it how many units it has."""
    texts = [LabelText(context.name(part), context.style())]
    if count := context.count(part):
        texts.append(LabelText(count, context.style(0.8, face="sans", bold=False)))
    return PlateLabel(context, part, tuple(texts), plate)


def pair_card(context: LayoutContext, pair: SystemPair, share: float = 1.0) -> PlateLabel:
    """A plate with a pair's name and what joins its ends; `share` is the size of its type in the usual one."""
    joins_style = context.style(0.8 * share, face="sans", bold=False, colour="soft")
    texts = (
        LabelText(context.name(pair.part), context.style(share)),
        LabelText(pair.joins.in_(context.script), joins_style),
    )
    return PlateLabel(context, pair.part, texts, PlateStyle("card"))


def part_grid(context: LayoutContext, parts: tuple[str, ...], plate: PlateStyle, min_width: float = 4.9) -> BlockGrid:
    """Parts side by side; `min_width` is the least width of one, in the size of type."""
    plates = tuple(named_plate(context, part, plate) for part in parts)
    return BlockGrid(plates, context.em(0.35), max(context.em(min_width), context.target))


class HeadedBlock(NamedTuple):
    """A block under its caption, with a line from the caption to the end."""

    context: LayoutContext
    caption: str
    block: DrawingBlock

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        return self._head_height(width) + self.block.min_height(width)

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        head, style = self._head_height(width), caption_style(self.context)
        if lines := self._lines(width):
            sheet.write(lines, style, (x, y, width, len(lines) * style.height), align="left")
            start = x + self.context.width(lines[-1], style) + self.context.em(0.6)
            middle = y + (len(lines) - 0.5) * style.height
            if start < x + width:
                path: DrawingPath = (((start, middle),), ((x + width, middle),))
                sheet.add(StrokeItem(path, "gold:55", self.context.line_width))
        self.block.draw((x, y + head, width, height - head), sheet)

    def _lines(self, width: float) -> tuple[str, ...]:
        return self.context.lines(self.caption, caption_style(self.context), width) if self.caption else ()

    def _head_height(self, width: float) -> float:
        lines = self._lines(width)
        return len(lines) * caption_style(self.context).height + self.context.em(0.2) if lines else 0.0


class StepRow(NamedTuple):
    """Steps in order, each an arrow to the next. In a `closed` row a line leads from the last back to the first."""

    context: LayoutContext
    parts: tuple[str, ...]
    closed: bool

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        rows = self._row_count(width)
        text_width = self._pitch(width) - self._tip - self.context.em(0.5)
        lines = max(len(self._lines(part, text_width)) for part in self.parts)
        row_height = max(self.context.target, lines * self._style.height + self.context.em(0.9))
        return rows * row_height + (rows - 1) * self._gap + self._loop

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        rows, pitch = self._row_count(width), self._pitch(width)
        row_height = (height - self._loop - (rows - 1) * self._gap) / rows
        boxes = []
        for number, part in enumerate(self.parts):
            row, column = divmod(number, self._count_in_row(width))
            left, top = x + self._loop + column * pitch, y + row * (row_height + self._gap)
            boxes.append((left, top, pitch - self._gap, row_height))
            self._draw_step(part, boxes[-1], column == 0, sheet)
        if self.closed:
            self._draw_loop(boxes[0], boxes[-1], sheet)

    def _draw_step(self, part: str, box: DrawingRect, first: bool, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        tip, parts = self._tip, (part,)
        sheet.add(
            ShapeItem(
                _arrow(box, tip, first), fill="gold:16", border="gold", border_width=self.context.line_width,
                parts=parts,
            )
        )  # fmt: skip
        sheet.add_target(part, box)
        start = x + (self.context.em(0.3) if first else tip)
        text_box = start, y, x + width - start, height
        sheet.write(self._lines(part, width - tip - self.context.em(0.1)), self._style, text_box, parts)

    def _draw_loop(self, first: DrawingRect, last: DrawingRect, sheet: DrawingSheet) -> None:
        """Draws the line from the last step below and at the left of all back to the first."""
        bottom, left = last[1] + last[3] + self._loop * 0.7, first[0] - self._loop * 0.7
        x, middle = last[0] + last[2] / 2, first[1] + first[3] / 2
        path: DrawingPath = (
            ((x, last[1] + last[3]),), ((x, bottom),), ((left, bottom),), ((left, middle),), ((first[0], middle),),
        )  # fmt: skip
        sheet.add(StrokeItem(path, "accent", self.context.line_width * 1.5, self.context.em(0.4)))

    def _row_count(self, width: float) -> int:
        return -(-len(self.parts) // self._count_in_row(width))

    def _count_in_row(self, width: float) -> int:
        min_pitch = max(self.context.em(_MIN_STEP), self.context.target + self._gap)
        max_count = max(1, int((width - self._loop - self._tip) / min_pitch))
        return -(-len(self.parts) // -(-len(self.parts) // max_count))

    def _pitch(self, width: float) -> float:
        """From the left of a step to the left of the next."""
        return (width - self._loop - self._tip + self._gap) / self._count_in_row(width)

    def _lines(self, part: str, width: float) -> tuple[str, ...]:
        return self.context.lines(self.context.name(part), self._style, width)

    @property
    def _tip(self) -> float:
        """How far the tip of a step reaches over the next."""
        return self.context.em(0.7)

    @property
    def _gap(self) -> float:
        return self.context.em(0.25)

    @property
    def _loop(self) -> float:
        """The room of the line back to the first step, below and at the left."""
        return self.context.em(0.9) if self.closed else 0.0

    @property
    def _style(self) -> TypeStyle:
        return self.context.style()


def _arrow(box: DrawingRect, tip: float, first: bool) -> DrawingPath:
    """A box with a tip at its right and, unless it is the first, a notch at its left."""
    x, y, width, height = box
    notch = () if first else (((x + tip, y + height / 2),),)
    return (
        ((x, y),), ((x + width, y),), ((x + width + tip, y + height / 2),), ((x + width, y + height),),
        ((x, y + height),), *notch,
    )  # fmt: skip
