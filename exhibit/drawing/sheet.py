"""What a layout draws on: it knows the system, the size of type and the letters, and gathers items and boxes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from exhibit.drawing.items import DrawingItem, DrawingRect, LetterWidths, TextAlign, TextItem
from exhibit.drawing.text_lines import broken
from exhibit.model.system import System
from exhibit.model.text import Script
from exhibit.theme import TypeFace

SMALLEST: Final = 11
"""Design pixels of the smallest type."""
_FINGER: Final = 32
"""Design pixels of the least height of what is touched."""
LEADING: Final = 1.3
"""The height of a line, in the size of its type."""


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a text is set."""

    face: TypeFace
    size: int
    bold: bool = False
    colour: str = "ink"

    @property
    def height(self) -> float:
        """Of a line."""
        return self.size * LEADING


def in_lines(text: str, type: TypeStyle, width: float, letters: LetterWidths) -> tuple[str, ...]:
    """A text in lines of a type."""
    return broken(text, width, lambda stretch: letters.width(stretch, type.face, type.size, bold=type.bold))


@dataclass(frozen=True, slots=True)
class LayoutContext:
    """One try at a drawing: the system in a script, in a size of type."""

    system: System
    script: Script
    letters: LetterWidths
    scale: float
    values: Mapping[str, str]
    size: int

    def px(self, size: float) -> float:
        """A size of the design in pixels."""
        return size * self.scale

    def em(self, share: float) -> float:
        """So much of the size of type."""
        return self.size * share

    @property
    def finger(self) -> float:
        """The least height of what is touched."""
        return self.px(_FINGER)

    @property
    def thin(self) -> float:
        """How wide a border is."""
        return max(self.px(1), self.em(0.05))

    def type(
        self, share: float = 1.0, *, face: TypeFace = "serif", bold: bool = True, colour: str = "ink"
    ) -> TypeStyle:
        """Type so much of the usual size, never too small to read."""
        return TypeStyle(face, max(ceil(SMALLEST * self.scale), round(self.size * share)), bold, colour)

    def name(self, part: str) -> str:
        """What a part is called."""
        found = self.system.part(part)
        return found.name.in_(self.script) if found else part

    def caption(self, band: str) -> str:
        """What a band is called, "" where it has no name."""
        found = self.system.caption(band)
        return found.in_(self.script) if found else ""

    def count(self, part: str) -> str:
        """How many units a part stands for and of what, "" where the text does not give it."""
        found = self.system.part(part)
        units = found.units if found else None
        value = self.values.get(units.metric, "") if units else ""
        return f"{value}（{units.of.in_(self.script)}）" if units and value else ""

    def width(self, text: str, type: TypeStyle) -> float:
        """Of a text in one line."""
        return self.letters.width(text, type.face, type.size, bold=type.bold)

    def lines(self, text: str, type: TypeStyle, width: float) -> tuple[str, ...]:
        """A text in lines."""
        return in_lines(text, type, width, self.letters)


class DrawingSheet:
    """Items in the order of painting, and where each part can be touched."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.items: list[DrawingItem] = []
        self.boxes: dict[str, list[DrawingRect]] = defaultdict(list)

    def add(self, *items: DrawingItem) -> None:
        """More to paint."""
        self.items += items

    def touch(self, part: str, boxes: Iterable[DrawingRect]) -> None:
        """Where a part can be touched, too."""
        self.boxes[part] += boxes

    def write(
        self,
        lines: Sequence[str],
        type: TypeStyle,
        box: DrawingRect,
        parts: tuple[str, ...] = (),
        align: TextAlign = "middle",
    ) -> None:
        """Lines of text in the middle of a box's height."""
        x, y, width, height = box
        top = y + (height - len(lines) * type.height) / 2
        for number, line in enumerate(lines):
            place = x, top + number * type.height, width, type.height
            self.add(TextItem(line, place, type.face, type.size, type.bold, type.colour, align, parts))
