"""Boards and frames that carry a name, and levels nested in each other."""

from typing import Final, NamedTuple

from exhibit.drawing.blocks import BlockStack, DrawingBlock
from exhibit.drawing.items import DrawingRect, PlateItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.drawing.text_lines import can_be_upright

_PALEST_LEVEL: Final = 7
"""Per cent of gold in the widest level."""
_DEEPEST_LEVEL: Final = 40
"""Per cent of gold in the narrowest level."""


class NameBoard(NamedTuple):
    """A board with the name of the whole."""

    context: LayoutContext
    part: str
    share: float = 1.25
    """The size of its type, in the usual one."""

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        text = len(self._lines(width)) * self._style.height
        return max(self.context.target, text + self.context.em(0.9))

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        _draw_board(self.context, self.part, self._lines(box[2]), self._style, box, sheet)

    def _lines(self, width: float) -> tuple[str, ...]:
        return self.context.lines(self.context.name(self.part), self._style, width - self.context.em(1.2))

    @property
    def _style(self) -> TypeStyle:
        return self.context.style(self.share, colour="paper")


class UprightBoard(NamedTuple):
    """A board with the name of the whole at the left of a block, written from top to bottom like a door plate."""

    context: LayoutContext
    part: str
    body: DrawingBlock

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        name = len(self._lines) * self._style.height + self.context.em(1.4)
        return max(name, self.body.min_height(width - self._board_width - self._gap))

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        board = self._board_width
        _draw_board(self.context, self.part, self._lines, self._style, (x, y, board, height), sheet)
        self.body.draw((x + board + self._gap, y, width - board - self._gap, height), sheet)

    @property
    def _lines(self) -> tuple[str, ...]:
        name = self.context.name(self.part)
        return tuple(name) if can_be_upright(name) else self.context.lines(name, self._style, self.context.em(6))

    @property
    def _board_width(self) -> float:
        name = max(self.context.width(line, self._style) for line in self._lines)
        return max(self.context.target, name + self.context.em(1.3))

    @property
    def _gap(self) -> float:
        return self.context.em(1.2)

    @property
    def _style(self) -> TypeStyle:
        return self.context.style(1.6, colour="paper")


def _draw_board(
    context: LayoutContext, part: str, lines: tuple[str, ...], style: TypeStyle, box: DrawingRect, sheet: DrawingSheet
) -> None:
    x, y, width, height = box
    inset, parts = context.em(0.22), (part,)
    sheet.add(PlateItem(box, context.em(0.3), "ink", parts=parts))
    rim = x + inset, y + inset, width - 2 * inset, height - 2 * inset
    sheet.add(PlateItem(rim, context.em(0.15), fill="", border="gold", border_width=context.line_width))
    sheet.add_target(part, box)
    sheet.write(lines, style, box, parts)


class FieldFrame(NamedTuple):
    """A field: its mark and its name, and below them what it holds."""

    context: LayoutContext
    part: str
    mark: str
    body: BlockStack

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        body = self.body.min_height(width - 2 * self._padding)
        return self._head_height(width) + (body + self._padding if self.body.blocks else 0)

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        head = self._head_height(width) if self.body.blocks else height
        sheet.add(
            PlateItem(
                box, radius=self.context.em(0.5), fill="gold:5", border="gold:60",
                border_width=self.context.line_width, parts=(self.part,),
            )
        )  # fmt: skip
        sheet.add_target(self.part, (x, y, width, head))
        self._draw_head((x, y, width, head), sheet)
        inner = width - 2 * self._padding
        self.body.draw((x + self._padding, y + head, inner, height - head - self._padding), sheet)

    def _draw_head(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        left, parts = x + self._padding, (self.part,)
        if self.mark:
            mark_width = self.context.width(self.mark, self._mark_style)
            sheet.write((self.mark,), self._mark_style, (left, y, mark_width, height), parts, "left")
            left += mark_width + self.context.em(0.5)
        name_box = left, y, x + width - self._padding - left, height
        sheet.write(self._lines(width), self._style, name_box, parts, "left")

    def _lines(self, width: float) -> tuple[str, ...]:
        room = width - 2 * self._padding
        if self.mark:
            room -= self.context.width(self.mark, self._mark_style) + self.context.em(0.5)
        return self.context.lines(self.context.name(self.part), self._style, room)

    def _head_height(self, width: float) -> float:
        name = len(self._lines(width)) * self._style.height
        mark = self._mark_style.height if self.mark else 0.0
        return max(self.context.target, max(name, mark) + self.context.em(0.4))

    @property
    def _padding(self) -> float:
        return self.context.em(0.55)

    @property
    def _style(self) -> TypeStyle:
        return self.context.style(1.15)

    @property
    def _mark_style(self) -> TypeStyle:
        return self.context.style(1.5, colour="gold")


class NestedLevels(NamedTuple):
    """Levels from the widest to the narrowest, each inside the one before."""

    context: LayoutContext
    levels: tuple[str, ...]

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        inset = self._inset(width)
        heads = sum(self._head_height(part, width - 2 * inset * depth) for depth, part in enumerate(self.levels))
        return heads + inset * (len(self.levels) - 1)

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        spare = (box[3] - self.min_height(box[2])) / len(self.levels)
        inset = self._inset(box[2])
        for depth, part in enumerate(self.levels):
            x, y, width, height = box
            if depth == len(self.levels) - 1:
                self._draw_level(part, depth, box, height, sheet)
                sheet.add_target(part, box)
                return
            head = self._head_height(part, width) + spare
            self._draw_level(part, depth, box, head, sheet)
            inner = x + inset, y + head, width - 2 * inset, height - head - inset
            sheet.add_target(part, *_around(box, inner))
            box = inner

    def _draw_level(self, part: str, depth: int, box: DrawingRect, head: float, sheet: DrawingSheet) -> None:
        x, y, width, _ = box
        strength = _PALEST_LEVEL + (_DEEPEST_LEVEL - _PALEST_LEVEL) * depth // max(1, len(self.levels) - 1)
        sheet.add(
            PlateItem(
                box, radius=self.context.em(0.4), fill=f"gold:{strength}", border="gold",
                border_width=self.context.line_width, parts=(part,),
            )
        )  # fmt: skip
        rows = self._rows(part, width)
        top = y + (head - sum(height for *_, height in rows)) / 2
        for lines, style, height in rows:
            sheet.write(lines, style, (x + self._padding, top, width - 2 * self._padding, height), (part,))
            top += height

    def _rows(self, part: str, width: float) -> list[tuple[tuple[str, ...], TypeStyle, float]]:
        """The name, and how many units the level has: lines, style and height of each."""
        texts = [(self.context.name(part), self.context.style())]
        if count := self.context.count(part):
            texts.append((count, self.context.style(0.8, face="sans", bold=False)))
        rows = []
        for text, style in texts:
            lines = self.context.lines(text, style, width - 2 * self._padding)
            rows.append((lines, style, len(lines) * style.height))
        return rows

    def _head_height(self, part: str, width: float) -> float:
        text = sum(height for *_, height in self._rows(part, width))
        return max(self.context.target, text + self.context.em(0.5))

    def _inset(self, width: float) -> float:
        """How far each level is inside the one before; half of the width is left to the narrowest."""
        return min(self.context.em(0.8), width * 0.25 / len(self.levels))

    @property
    def _padding(self) -> float:
        return self.context.em(0.3)


def _around(outer: DrawingRect, inner: DrawingRect) -> list[DrawingRect]:
    """What a box covers outside another one within it: above, at both sides, below."""
    x, y, width, height = outer
    left, top, inner_width, inner_height = inner
    right = left + inner_width
    return [
        (x, y, width, top - y), (x, top, left - x, inner_height), (right, top, x + width - right, inner_height),
        (x, top + inner_height, width, y + height - top - inner_height),
    ]  # fmt: skip
