"""Plates with the name of the whole: a board above, or one at the left that is written downwards as over a door."""

from dataclasses import dataclass

from exhibit.drawing.blocks import DrawingBlock
from exhibit.drawing.items import DrawingRect, PlateItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle


@dataclass(frozen=True, slots=True)
class NameBoard:
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


@dataclass(frozen=True, slots=True)
class UprightBoard:
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


def stands(name: str) -> bool:
    """Whether a name can be written downwards: it has Chinese characters only."""
    return all("㐀" <= letter <= "鿿" or letter >= "\U00020000" for letter in name)


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
