"""A web of pairs, drawn like a score: each node is a vertical line, each pair a bar from one line to another."""

from math import inf
from typing import NamedTuple

from exhibit.drawing.bands import pair_card
from exhibit.drawing.graph import NodeWeb
from exhibit.drawing.items import DrawingPath, DrawingPoint, DrawingRect, PlateItem, StrokeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.drawing.text_lines import can_be_upright
from exhibit.model.system import SystemPair


class PairScore(NamedTuple):
    """A web of pairs that shows each node once, at the head of its line."""

    context: LayoutContext
    web: NodeWeb

    def min_height(self, width: float) -> float:
        """See DrawingBlock."""
        if width / len(self.web.nodes) < self.context.em(1.3):
            return inf
        return self._head_height(width) + sum(self._row_height(pair, width) for pair in self.web.pairs)

    def draw(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        """See DrawingBlock."""
        x, y, width, height = box
        head = self._head_height(width)
        lines = self._line_xs(box)
        for line_x in lines:
            path: DrawingPath = (((line_x, y + head),), ((line_x, y + height),))
            sheet.add(StrokeItem(path, "gold:60", self.context.line_width))
        spare = (height - self.min_height(width)) / len(self.web.pairs)
        top = y + head
        for pair in self.web.pairs:
            row_height = self._row_height(pair, width) + spare
            self._draw_pair(pair, (x, top, width, row_height), lines, sheet)
            top += row_height
        for number, line_x in enumerate(lines):
            self._draw_node(number, (line_x, y, width / len(lines), head - self.context.em(0.6)), sheet)

    def _draw_node(self, number: int, room: DrawingRect, sheet: DrawingSheet) -> None:
        """Draws a node; `room` is the x of its line, its top, the width of a column, and its height."""
        line_x, y, pitch, height = room
        width, node = pitch - self.context.em(0.2), self.web.nodes[number]
        parts = tuple(pair.part for pair in self.web.pairs if node in pair.ends)
        box = line_x - width / 2, y, width, height
        sheet.add(
            PlateItem(
                box, radius=self.context.em(0.4), fill="gold:22", border="gold",
                border_width=self.context.line_width, parts=parts,
            )
        )  # fmt: skip
        sheet.write(self._lines(number, pitch), self._style, box, parts)
        if len(parts) == 1:
            sheet.add_target(parts[0], box)

    def _draw_pair(self, pair: SystemPair, box: DrawingRect, lines: list[float], sheet: DrawingSheet) -> None:
        x, y, width, height = box
        ends = sorted(lines[self.web.nodes.index(end)] for end in pair.ends)
        label, bar = pair_card(self.context, pair), y + height - self.context.em(0.7)
        card_width = self._card_width(width)
        left = min(max(sum(ends) / 2 - card_width / 2, x), x + width - card_width)
        parts, path = (pair.part,), (((ends[0], bar),), ((ends[1], bar),))
        for end in ends:
            sheet.add(StrokeItem(path, "gold", self.context.em(0.16), parts=parts))
            sheet.add(self._dot((end, bar), parts))
        label.draw((left, y, card_width, height - self.context.em(1.2)), sheet)

    def _dot(self, centre: DrawingPoint, parts: tuple[str, ...]) -> PlateItem:
        """The dot at an end of a bar."""
        radius = self.context.em(0.28)
        box = centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius
        return PlateItem(
            box, radius=radius, fill="gold", border="paper", border_width=self.context.line_width, parts=parts
        )

    def _line_xs(self, box: DrawingRect) -> list[float]:
        pitch = box[2] / len(self.web.nodes)
        return [box[0] + (number + 0.5) * pitch for number in range(len(self.web.nodes))]

    def _row_height(self, pair: SystemPair, width: float) -> float:
        return pair_card(self.context, pair).min_height(self._card_width(width)) + self.context.em(1.7)

    def _card_width(self, width: float) -> float:
        return min(width, max(self.context.em(10), 2 * width / len(self.web.nodes)))

    def _head_height(self, width: float) -> float:
        pitch = width / len(self.web.nodes)
        lines = max(len(self._lines(number, pitch)) for number in range(len(self.web.nodes)))
        return lines * self._style.height + self.context.em(1.2)

    def _lines(self, number: int, pitch: float) -> tuple[str, ...]:
        name = self.web.nodes[number].in_(self.context.script)
        room = pitch - self.context.em(0.5)
        if can_be_upright(name) and self.context.width(name, self._style) > room:
            return tuple(name)
        return self.context.lines(name, self._style, room)

    @property
    def _style(self) -> TypeStyle:
        return self.context.style()
