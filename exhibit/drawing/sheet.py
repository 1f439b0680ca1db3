"""What a layout works with: the system in a size of type, and the sheet that gathers items and boxes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from exhibit.drawing.items import DrawingItem, DrawingRect, LetterWidths, TextAlign, TextItem
from exhibit.drawing.text_lines import break_lines
from exhibit.model.system import System
from exhibit.model.text import Script
from exhibit.theme import Theme, TypeFace

SMALLEST_TYPE: Final = 11
"""Design pixels of the smallest text."""
_TARGET: Final = 32
"""Design pixels of the height of a part that can be pressed, at least."""
_LEADING: Final = 1.3
"""The height of a line, in the size of its type."""


class TypeStyle(NamedTuple):
    """How a text is set: its typeface, size in pixels, weight and colour."""

    face: TypeFace
    size: int
    bold: bool = False
    colour: str = "ink"

    @property
    def height(self) -> float:
        """The height of a line in pixels."""
        return self.size * _LEADING


def in_lines(text: str, style: TypeStyle, width: float, letters: LetterWidths) -> tuple[str, ...]:
    """A text broken into lines that fit in a width in pixels."""
    return break_lines(text, width, lambda stretch: letters.width(stretch, style.face, style.size, bold=style.bold))


@dataclass(frozen=True, slots=True)
class LayoutContext:
    """One try at a drawing: the system in a script, in a size of type."""

    system: System
    script: Script
    letters: LetterWidths
    theme: Theme
    values: Mapping[str, str]
    """The printed values of the figures that count units, by the figures' ids."""
    size: int
    """Pixels of the usual type."""

    def px(self, size: float) -> float:
        """A size of the design in pixels, not rounded."""
        return size * self.theme.scale

    def em(self, share: float) -> float:
        """A share of the size of type, in pixels."""
        return self.size * share

    @property
    def target(self) -> int:
        """The side of a part that can be pressed in pixels, at least."""
        return self.theme.target(_TARGET)

    @property
    def line_width(self) -> float:
        """The width of a border in pixels."""
        return max(self.px(1), self.em(0.05))

    def style(
        self, share: float = 1.0, *, face: TypeFace = "serif", bold: bool = True, colour: str = "ink"
    ) -> TypeStyle:
        """A style whose size is a share of the usual one, never too small to read."""
        return TypeStyle(face, max(self.theme.text(SMALLEST_TYPE), round(self.size * share)), bold, colour)

    def name(self, part: str) -> str:
        """A part's name."""
        found = self.system.part(part)
        return found.name.in_(self.script) if found else part

    def caption(self, band: str) -> str:
        """A band's name, "" if it has none."""
        found = self.system.caption(band)
        return found.in_(self.script) if found else ""

    def count(self, part: str) -> str:
        """How many units a part has and of what, "" if the text does not say."""
        found = self.system.part(part)
        units = found.units if found else None
        value = self.values.get(units.metric, "") if units else ""
        return f"{value}（{units.of.in_(self.script)}）" if units and value else ""

    def width(self, text: str, style: TypeStyle) -> float:
        """The width of a text in one line, in pixels."""
        return self.letters.width(text, style.face, style.size, bold=style.bold)

    def lines(self, text: str, style: TypeStyle, width: float) -> tuple[str, ...]:
        """A text broken into lines that fit in a width in pixels."""
        return in_lines(text, style, width, self.letters)


class DrawingSheet:
    """The items of a drawing in the order of painting, and the boxes in which each part can be pressed."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.items: list[DrawingItem] = []
        self.boxes: dict[str, list[DrawingRect]] = defaultdict(list)

    def add(self, *items: DrawingItem) -> None:
        """Adds items above those that are there."""
        self.items += items

    def add_target(self, part: str, *boxes: DrawingRect) -> None:
        """Adds boxes in which a part can be pressed."""
        self.boxes[part] += boxes

    def write(
        self,
        lines: Sequence[str],
        style: TypeStyle,
        box: DrawingRect,
        parts: tuple[str, ...] = (),
        align: TextAlign = "middle",
    ) -> None:
        """Adds lines of text in the middle of a box's height."""
        x, y, width, height = box
        top = y + (height - len(lines) * style.height) / 2
        for number, line in enumerate(lines):
            line_box = x, top + number * style.height, width, style.height
            self.add(
                TextItem(
                    line, line_box, face=style.face, size=style.size, bold=style.bold, colour=style.colour,
                    align=align, parts=parts,
                )
            )  # fmt: skip
