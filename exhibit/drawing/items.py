"""What a drawing is made of: plates, shapes, lines and texts, and the widths of letters; no Qt."""

from typing import Literal, NamedTuple, Protocol

from exhibit.theme import TypeFace

DrawingPoint = tuple[float, float]
"""x and y in pixels."""
DrawingRect = tuple[float, float, float, float]
"""x, y, width and height in pixels."""
DrawingPath = tuple[tuple[DrawingPoint, ...], ...]
"""Steps: the first holds the start, each other the end of a straight line or the three points of a Bézier curve."""
TextAlign = Literal["left", "middle", "right"]


class LetterWidths(Protocol):
    """Measures text."""

    def width(self, text: str, face: TypeFace, size: float, *, bold: bool = False) -> float:
        """The width of a text in one line, in pixels; `size` is the font's size in pixels."""
        ...


class PlateItem(NamedTuple):
    """A box with round corners. A colour is a theme token, or `gold:14`: 14 per cent of the token on `card`."""

    box: DrawingRect
    radius: float
    """Pixels of the corners."""
    fill: str
    """A colour, or "" for none."""
    border: str = ""
    """A colour, or "" for none."""
    border_width: float = 0.0
    """Pixels."""
    parts: tuple[str, ...] = ()
    """The ids of the parts it belongs to: it looks chosen if one of them is."""


class ShapeItem(NamedTuple):
    """A closed shape; its fields mean the same as those of a plate."""

    path: DrawingPath
    fill: str
    border: str = ""
    border_width: float = 0.0
    parts: tuple[str, ...] = ()


class StrokeItem(NamedTuple):
    """A line. With a head it is an arrow."""

    path: DrawingPath
    colour: str
    width: float
    """Pixels."""
    head_length: float = 0.0
    """Pixels of the arrow's head."""
    parts: tuple[str, ...] = ()


class TextItem(NamedTuple):
    """A line of text, in the middle of the height of its box."""

    text: str
    box: DrawingRect
    face: TypeFace
    size: int
    """Pixels of the font."""
    bold: bool
    colour: str
    align: TextAlign = "middle"
    parts: tuple[str, ...] = ()


DrawingItem = PlateItem | ShapeItem | StrokeItem | TextItem
