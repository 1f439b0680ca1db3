"""What a drawing is made of: plates, forms, lines and text, and the letters it is measured with; no Qt."""

from dataclasses import dataclass
from typing import Literal, Protocol

from exhibit.theme import TypeFace

DrawingPoint = tuple[float, float]
DrawingRect = tuple[float, float, float, float]
"""x, y, width, height."""
DrawingPath = tuple[tuple[DrawingPoint, ...], ...]
"""Steps: the first holds the start, each other the end of a straight line or the three points of a Bézier curve."""
TextAlign = Literal["left", "middle", "right"]


class LetterWidths(Protocol):
    """Knows how wide letters are."""

    def width(self, text: str, face: TypeFace, size: float, *, bold: bool = False) -> float:
        """The width of a text in one line; `size` in pixels."""
        ...


@dataclass(frozen=True, slots=True)
class PlateItem:
    """A box with round corners. Colours are names of theme tokens, or `gold:14`, so much per cent of it on `card`."""

    box: DrawingRect
    radius: float
    fill: str
    border: str = ""
    wide: float = 0.0
    """Of the border."""
    parts: tuple[str, ...] = ()
    """The parts it belongs to: it is dressed as chosen where one of them is."""


@dataclass(frozen=True, slots=True)
class ShapeItem:
    """A closed form."""

    path: DrawingPath
    fill: str
    border: str = ""
    wide: float = 0.0
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StrokeItem:
    """A line; with a head it is an arrow."""

    path: DrawingPath
    colour: str
    wide: float
    head: float = 0.0
    """How long the arrow's head is."""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextItem:
    """A line of text in its box, in the middle of its height."""

    text: str
    box: DrawingRect
    face: TypeFace
    size: int
    bold: bool
    colour: str
    align: TextAlign = "middle"
    parts: tuple[str, ...] = ()


DrawingItem = PlateItem | ShapeItem | StrokeItem | TextItem
