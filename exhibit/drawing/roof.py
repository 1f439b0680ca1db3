"""A hip roof with a name on it."""

from dataclasses import dataclass

from exhibit.drawing.items import DrawingPath, DrawingPoint, DrawingRect, PlateItem, ShapeItem
from exhibit.drawing.sheet import DrawingSheet, LayoutContext, TypeStyle


@dataclass(frozen=True, slots=True)
class GableRoof:
    """The roof with what stands on its ridge."""

    hand: LayoutContext
    part: str

    def tall(self, width: float) -> float:
        return max(self.hand.finger, len(self._lines(width)) * self._type.height + self.hand.em(1.5))

    def put(self, box: DrawingRect, sheet: DrawingSheet) -> None:
        x, y, width, height = box
        lines = self._lines(width)
        widest = max(self.hand.width(line, self._type) for line in lines)
        ridge = min(width * 0.72, max(widest + self.hand.em(2), width * 0.3))
        parts, left, beam = (self.part,), x + (width - ridge) / 2, self.hand.em(0.3)
        sheet.add(ShapeItem(_roof((x, y + beam, width, height - beam), ridge, self.hand.em(0.5)), "ink", parts=parts))
        sheet.add(PlateItem((left - beam * 1.5, y, ridge + beam * 3, beam * 1.1), beam / 2, "ink", parts=parts))
        sheet.touch(self.part, [box])
        sheet.write(lines, self._type, (left, y + beam, ridge, height - beam), parts)

    @property
    def _type(self) -> TypeStyle:
        return self.hand.type(1.25, colour="paper")

    def _lines(self, width: float) -> tuple[str, ...]:
        return self.hand.lines(self.hand.name(self.part), self._type, width * 0.6)


def _roof(box: DrawingRect, ridge: float, eave: float) -> DrawingPath:
    """A hip roof: a level ridge, sides that hang, eaves that rise at their ends."""
    x, y, width, height = box
    run = (width - ridge) / 2
    left, right, low = x + run, x + width - run, y + height
    tip = low - eave * 1.2

    def at(side: float, across: float, down: float) -> DrawingPoint:
        return (x + across if side < 0 else x + width - across, down)

    return (
        ((left, y),),
        ((right, y),),
        (at(1, run * 0.82, y + height * 0.5), at(1, run * 0.4, tip), at(1, 0, tip)),
        (at(1, eave * 0.6, low), at(1, eave, low), at(1, eave * 2.4, low)),
        (at(-1, eave * 2.4, low),),
        (at(-1, eave, low), at(-1, eave * 0.6, low), at(-1, 0, tip)),
        (at(-1, run * 0.4, tip), at(-1, run * 0.82, y + height * 0.5), (left, y)),
    )
