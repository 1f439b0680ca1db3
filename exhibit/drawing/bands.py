"""Bands of a drawing: parts side by side, steps in order, and the name of a band above it."""

from dataclasses import dataclass

from exhibit.drawing.blocks import BlockGrid, DrawingBlock, LabelText, PlateLabel, PlateStyle
from exhibit.drawing.items import DrawingPath, DrawingRect, ShapeItem, StrokeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle
from exhibit.model.system import SystemPair


def caption_type(hand: LayoutContext) -> TypeStyle:
    """The type of a band's name."""
    return hand.type(0.78, face="sans", colour="accent")


def named(hand: LayoutContext, part: str, face: PlateStyle, *, share: float = 1.0, colour: str = "ink") -> PlateLabel:
    """A plate with a part's name, and below it how many units it stands for."""
    texts = [LabelText(hand.name(part), hand.type(share, colour=colour))]
    if count := hand.count(part):
        texts.append(LabelText(count, hand.type(share * 0.8, face="sans", bold=False, colour=colour)))
    return PlateLabel(hand, part, tuple(texts), face)


def card(hand: LayoutContext, pair: SystemPair, share: float = 1.0) -> PlateLabel:
    """A plate with a pair's name and what joins its ends."""
    joins = LabelText(pair.joins.in_(hand.script), hand.type(0.8 * share, face="sans", bold=False, colour="soft"))
    return PlateLabel(hand, pair.part, (LabelText(hand.name(pair.part), hand.type(share)), joins), PlateStyle("card"))


def grid(hand: LayoutContext, parts: tuple[str, ...], face: PlateStyle, least: float = 4.9) -> BlockGrid:
    """Parts side by side; `least` is the least width, in the size of type."""
    return BlockGrid(tuple(named(hand, part, face) for part in parts), hand.em(0.35), hand.em(least))


@dataclass(frozen=True, slots=True)
class HeadedBlock:
    """A block with its name above, and a line from there to the end."""

    hand: LayoutContext
    caption: str
    block: DrawingBlock

    def tall(self, width: float) -> float:
        return self._head(width) + self.block.tall(width)

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        head, type = self._head(width), caption_type(self.hand)
        if lines := self._lines(width):
            sheet.write(lines, type, (x, y, width, len(lines) * type.height), align="left")
            start = x + self.hand.width(lines[-1], type) + self.hand.em(0.6)
            middle = y + (len(lines) - 0.5) * type.height
            if start < x + width:
                sheet.add(StrokeItem((((start, middle),), ((x + width, middle),)), "gold:55", self.hand.thin))
        self.block.put((x, y + head, width, height - head), sheet)

    def _lines(self, width: float) -> tuple[str, ...]:
        return self.hand.lines(self.caption, caption_type(self.hand), width) if self.caption else ()

    def _head(self, width: float) -> float:
        lines = self._lines(width)
        return len(lines) * caption_type(self.hand).height + self.hand.em(0.2) if lines else 0.0


@dataclass(frozen=True, slots=True)
class StepRow:
    """Steps in order, each pointing to the next; `closed` leads the last back to the first."""

    hand: LayoutContext
    parts: tuple[str, ...]
    closed: bool

    def tall(self, width: float) -> float:
        rows = self._rows(width)
        wide = self._pitch(width) - self._tip - self.hand.em(0.5)
        lines = max(len(self._lines(part, wide)) for part in self.parts)
        return (
            rows * max(self.hand.finger, lines * self._type.height + self.hand.em(0.9))
            + (rows - 1) * self._gap
            + self._loop
        )

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        rows, pitch = self._rows(width), self._pitch(width)
        tall = (height - self._loop - (rows - 1) * self._gap) / rows
        boxes = []
        for number, part in enumerate(self.parts):
            row, column = divmod(number, self._count(width))
            boxes.append((x + self._loop + column * pitch, y + row * (tall + self._gap), pitch - self._gap, tall))
            self._step(part, boxes[-1], column == 0, sheet)
        if self.closed:
            self._back(boxes[0], boxes[-1], sheet)

    def _step(self, part: str, box: DrawingRect, first: bool, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        tip, parts = self._tip, (part,)
        sheet.add(ShapeItem(_chevron(box, tip, first), "gold:16", "gold", self.hand.thin, parts))
        sheet.touch(part, [box])
        start = x + (self.hand.em(0.3) if first else tip)
        place = start, y, x + width - start, height
        sheet.write(self._lines(part, width - tip - self.hand.em(0.1)), self._type, place, parts)

    def _back(self, first: DrawingRect, last: DrawingRect, sheet: DrawingSheet) -> None:
        low, left = last[1] + last[3] + self._loop * 0.7, first[0] - self._loop * 0.7
        across, middle = last[0] + last[2] / 2, first[1] + first[3] / 2
        path: DrawingPath = (
            ((across, last[1] + last[3]),), ((across, low),), ((left, low),), ((left, middle),), ((first[0], middle),),
        )  # fmt: skip
        sheet.add(StrokeItem(path, "accent", self.hand.thin * 1.5, self.hand.em(0.4)))

    def _rows(self, width: float) -> int:
        return -(-len(self.parts) // self._count(width))

    def _count(self, width: float) -> int:
        """How many stand in a row."""
        most = max(1, int((width - self._loop - self._tip) / self.hand.em(5.2)))
        return -(-len(self.parts) // -(-len(self.parts) // most))

    def _pitch(self, width: float) -> float:
        return (width - self._loop - self._tip + self._gap) / self._count(width)

    def _lines(self, part: str, wide: float) -> tuple[str, ...]:
        return self.hand.lines(self.hand.name(part), self._type, wide)

    @property
    def _tip(self) -> float:
        return self.hand.em(0.7)

    @property
    def _gap(self) -> float:
        return self.hand.em(0.25)

    @property
    def _loop(self) -> float:
        """What the way back takes below and at the left."""
        return self.hand.em(0.9) if self.closed else 0.0

    @property
    def _type(self) -> TypeStyle:
        return self.hand.type()


def _chevron(box: DrawingRect, tip: float, first: bool) -> DrawingPath:
    x, y, width, height = box
    notch = () if first else (((x + tip, y + height / 2),),)
    return (
        ((x, y),), ((x + width, y),), ((x + width + tip, y + height / 2),), ((x + width, y + height),),
        ((x, y + height),), *notch,
    )  # fmt: skip
