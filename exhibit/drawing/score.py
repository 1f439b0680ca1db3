"""Pairs that make no chain, as a score: each node a line downwards, each pair a bar from one line to another."""

from math import inf
from typing import NamedTuple

from exhibit.drawing.bands import card
from exhibit.drawing.graph import NodeWeb
from exhibit.drawing.items import DrawingRect, PlateItem, StrokeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.drawing.text_lines import stands
from exhibit.model.system import SystemPair


class PairScore(NamedTuple):
    """A web of pairs in which every node stands once."""

    hand: LayoutContext
    web: NodeWeb

    def tall(self, width: float) -> float:
        if width / len(self.web.nodes) < self.hand.em(1.3):
            return inf
        return self._head(width) + sum(self._row(pair, width) for pair in self.web.pairs)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        head = self._head(width)
        lines = self._columns(box)
        for at in lines:
            sheet.add(StrokeItem((((at, y + head),), ((at, y + height),)), "gold:60", self.hand.thin))
        spare = (height - self.tall(width)) / len(self.web.pairs)
        top = y + head
        for pair in self.web.pairs:
            tall = self._row(pair, width) + spare
            self._pair(pair, (x, top, width, tall), lines, sheet)
            top += tall
        for number, at in enumerate(lines):
            self._node(number, (at, y, width / len(lines), head - self.hand.em(0.6)), sheet)

    def _node(self, number: int, place: DrawingRect, sheet: DrawingSheet) -> None:
        at, y, pitch, high = place
        wide, node = pitch - self.hand.em(0.2), self.web.nodes[number]
        parts = tuple(pair.part for pair in self.web.pairs if node in pair.ends)
        box = at - wide / 2, y, wide, high
        sheet.add(PlateItem(box, self.hand.em(0.4), "gold:22", "gold", self.hand.thin, parts))
        sheet.write(self._lines(number, pitch), self._type, box, parts)
        if len(parts) == 1:
            sheet.touch(parts[0], [box])

    def _pair(self, pair: SystemPair, box: DrawingRect, lines: list[float], sheet: DrawingSheet) -> None:
        x, y, width, height = box
        ends = sorted(lines[self.web.nodes.index(end)] for end in pair.ends)
        label, bar = card(self.hand, pair), y + height - self.hand.em(0.7)
        wide = self._card_width(width)
        left = min(max(sum(ends) / 2 - wide / 2, x), x + width - wide)
        place = left, y, wide, height - self.hand.em(1.2)
        for end in ends:
            dot, parts = self.hand.em(0.28), (pair.part,)
            sheet.add(StrokeItem((((ends[0], bar),), ((ends[1], bar),)), "gold", self.hand.em(0.16), 0, parts))
            sheet.add(PlateItem((end - dot, bar - dot, 2 * dot, 2 * dot), dot, "gold", "paper", self.hand.thin, parts))
        label.put(place, sheet)

    def _columns(self, box: DrawingRect) -> list[float]:
        pitch = box[2] / len(self.web.nodes)
        return [box[0] + (number + 0.5) * pitch for number in range(len(self.web.nodes))]

    def _row(self, pair: SystemPair, width: float) -> float:
        return card(self.hand, pair).tall(self._card_width(width)) + self.hand.em(1.7)

    def _card_width(self, width: float) -> float:
        return min(width, max(self.hand.em(10), 2 * width / len(self.web.nodes)))

    def _head(self, width: float) -> float:
        pitch = width / len(self.web.nodes)
        lines = max(len(self._lines(number, pitch)) for number in range(len(self.web.nodes)))
        return lines * self._type.height + self.hand.em(1.2)

    def _lines(self, number: int, pitch: float) -> tuple[str, ...]:
        name = self.web.nodes[number].in_(self.hand.script)
        room = pitch - self.hand.em(0.5)
        if stands(name) and self.hand.width(name, self._type) > room:
            return tuple(name)
        return self.hand.lines(name, self._type, room)

    @property
    def _type(self) -> TypeStyle:
        return self.hand.type()
