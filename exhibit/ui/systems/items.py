"""What a drawing is made of: plates, forms, lines and text, and the letters it is measured with; no Qt."""

from dataclasses import dataclass
from typing import Literal, Protocol

from exhibit.theme import Face

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""x, y, width, height."""
Path = tuple[tuple[Point, ...], ...]
"""Steps: the first holds the start, each other the end of a straight line or the three points of a Bézier curve."""
Align = Literal["left", "middle", "right"]


class Letters(Protocol):
    """Knows how wide letters are."""

    def width(self, text: str, face: Face, size: float, *, bold: bool = False) -> float:
        """The width of a text in one line; `size` in pixels."""
        ...


@dataclass(frozen=True, slots=True)
class Plate:
    """A box with round corners. Colours are names of theme tokens, or `gold:14`, so much per cent of it on `card`."""

    box: Rect
    radius: float
    fill: str
    border: str = ""
    wide: float = 0.0
    """Of the border."""
    parts: tuple[str, ...] = ()
    """The parts it belongs to: it is dressed as chosen where one of them is."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed form."""

    path: Path
    fill: str
    border: str = ""
    wide: float = 0.0
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line; with a head it is an arrow."""

    path: Path
    colour: str
    wide: float
    head: float = 0.0
    """How long the arrow's head is."""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in its box, in the middle of its height."""

    text: str
    box: Rect
    face: Face
    size: int
    bold: bool
    colour: str
    align: Align = "middle"
    parts: tuple[str, ...] = ()


Item = Plate | Shape | Stroke | Line
