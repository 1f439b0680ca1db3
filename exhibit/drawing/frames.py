"""Boards and frames that carry a name, and levels nested in each other."""

from typing import Final, NamedTuple

from exhibit.drawing.blocks import BlockStack, DrawingBlock
from exhibit.drawing.items import DrawingRect, PlateItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.drawing.text_lines import stands

_PALEST: Final = 7
_DEEPEST: Final = 40
"""Per cent of gold in the widest level and in the narrowest."""


class NameBoard(NamedTuple):
    """The whole's name on a level board."""

    hand: LayoutContext
    part: str
    share: float = 1.25

    def tall(self, width: float) -> float:
        return max(self.hand.finger, len(self._lines(width)) * self._type.height + self.hand.em(0.9))

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        _put(self.hand, self.part, self._lines(box[2]), self._type, box, sheet)

    def _lines(self, width: float) -> tuple[str, ...]:
        return self.hand.lines(self.hand.name(self.part), self._type, width - self.hand.em(1.2))

    @property
    def _type(self) -> TypeStyle:
        return self.hand.type(self.share, colour="paper")


class UprightBoard(NamedTuple):
    """The whole's name on a tall board, beside a block."""

    hand: LayoutContext
    part: str
    body: DrawingBlock

    def tall(self, width: float) -> float:
        name = len(self._lines) * self._type.height + self.hand.em(1.4)
        return max(name, self.body.tall(width - self._wide - self._gap))

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        _put(self.hand, self.part, self._lines, self._type, (x, y, self._wide, height), sheet)
        self.body.put((x + self._wide + self._gap, y, width - self._wide - self._gap, height), sheet)

    @property
    def _lines(self) -> tuple[str, ...]:
        name = self.hand.name(self.part)
        return tuple(name) if stands(name) else self.hand.lines(name, self._type, self.hand.em(6))

    @property
    def _wide(self) -> float:
        return max(self.hand.width(line, self._type) for line in self._lines) + self.hand.em(1.3)

    @property
    def _gap(self) -> float:
        return self.hand.em(1.2)

    @property
    def _type(self) -> TypeStyle:
        return self.hand.type(1.6, colour="paper")


def _put(
    hand: LayoutContext, part: str, lines: tuple[str, ...], type: TypeStyle, box: DrawingRect, sheet: DrawingSheet
) -> None:
    x, y, width, height = box
    inset, parts = hand.em(0.22), (part,)
    sheet.add(PlateItem(box, hand.em(0.3), "ink", parts=parts))
    frame = x + inset, y + inset, width - 2 * inset, height - 2 * inset
    sheet.add(PlateItem(frame, hand.em(0.15), "", "gold", hand.thin))
    sheet.touch(part, [box])
    sheet.write(lines, type, box, parts)


class FieldFrame(NamedTuple):
    """A field: its mark and its name, and below them what it holds."""

    hand: LayoutContext
    part: str
    mark: str
    body: BlockStack

    def tall(self, width: float) -> float:
        body = self.body.tall(width - 2 * self._pad)
        return self._head(width) + (body + self._pad if self.body.blocks else 0)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        parts, head = (self.part,), self._head(width)
        sheet.add(PlateItem(box, self.hand.em(0.5), "gold:5", "gold:60", self.hand.thin, parts))
        if not self.body.blocks:
            head = height
        sheet.touch(self.part, [(x, y, width, head)])
        mark, type = self._mark, self._type
        left = x + self._pad
        if self.mark:
            wide = self.hand.width(self.mark, mark)
            sheet.write((self.mark,), mark, (left, y, wide, head), parts, "left")
            left += wide + self.hand.em(0.5)
        sheet.write(self._lines(width), type, (left, y, x + width - self._pad - left, head), parts, "left")
        self.body.put((x + self._pad, y + head, width - 2 * self._pad, height - head - self._pad), sheet)

    def _lines(self, width: float) -> tuple[str, ...]:
        room = width - 2 * self._pad
        if self.mark:
            room -= self.hand.width(self.mark, self._mark) + self.hand.em(0.5)
        return self.hand.lines(self.hand.name(self.part), self._type, room)

    def _head(self, width: float) -> float:
        name = len(self._lines(width)) * self._type.height
        return max(self.hand.finger, max(name, self._mark.height if self.mark else 0.0) + self.hand.em(0.4))

    @property
    def _pad(self) -> float:
        return self.hand.em(0.55)

    @property
    def _type(self) -> TypeStyle:
        return self.hand.type(1.15)

    @property
    def _mark(self) -> TypeStyle:
        return self.hand.type(1.5, colour="gold")


class NestedLevels(NamedTuple):
    """Levels from the widest to the narrowest, each within the one before."""

    hand: LayoutContext
    levels: tuple[str, ...]

    def tall(self, width: float) -> float:
        inset = self._inset(width)
        heads = sum(self._head(part, width - 2 * inset * depth) for depth, part in enumerate(self.levels))
        return heads + inset * (len(self.levels) - 1)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        spare = (box[3] - self.tall(box[2])) / len(self.levels)
        inset = self._inset(box[2])
        for depth, part in enumerate(self.levels):
            x, y, width, height = box
            last = depth == len(self.levels) - 1
            head = height if last else self._head(part, width) + spare
            self._level(part, depth, box, head, sheet)
            box = x + inset, y + head, width - 2 * inset, height - head - inset
            if not last:
                sheet.touch(part, _around((x, y, width, height), box))
            else:
                sheet.touch(part, [(x, y, width, height)])

    def _level(self, part: str, depth: int, box: DrawingRect, head: float, sheet: DrawingSheet) -> None:
        x, y, width, _ = box
        strength = _PALEST + (_DEEPEST - _PALEST) * depth // max(1, len(self.levels) - 1)
        parts, pad = (part,), self._pad
        sheet.add(PlateItem(box, self.hand.em(0.4), f"gold:{strength}", "gold", self.hand.thin, parts))
        rows = self._rows(part, width)
        top = y + (head - sum(tall for *_, tall in rows)) / 2
        for lines, type, tall in rows:
            sheet.write(lines, type, (x + pad, top, width - 2 * pad, tall), parts)
            top += tall

    def _rows(self, part: str, width: float) -> list[tuple[tuple[str, ...], TypeStyle, float]]:
        """The name, and how many units it stands for."""
        texts = [(self.hand.name(part), self.hand.type())]
        if count := self.hand.count(part):
            texts.append((count, self.hand.type(0.8, face="sans", bold=False)))
        rows = []
        for text, type in texts:
            lines = self.hand.lines(text, type, width - 2 * self._pad)
            rows.append((lines, type, len(lines) * type.height))
        return rows

    def _head(self, part: str, width: float) -> float:
        return max(self.hand.finger, sum(tall for *_, tall in self._rows(part, width)) + self.hand.em(0.5))

    def _inset(self, width: float) -> float:
        """Of each level in the one before; together they leave room for a name."""
        return min(self.hand.em(0.8), width * 0.25 / len(self.levels))

    @property
    def _pad(self) -> float:
        return self.hand.em(0.3)


def _around(outer: DrawingRect, inner: DrawingRect) -> list[DrawingRect]:
    """What of a box is outside another within it: above, at its sides, below."""
    x, y, width, height = outer
    left, top, wide, high = inner
    return [
        (x, y, width, top - y), (x, top, left - x, high), (left + wide, top, x + width - left - wide, high),
        (x, top + high, width, y + height - top - high),
    ]  # fmt: skip
