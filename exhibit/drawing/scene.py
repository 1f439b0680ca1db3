"""A drawing of a system as a value: its items, and the boxes in which its parts can be pressed; no Qt."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from exhibit.drawing.items import DrawingItem, DrawingRect, LetterWidths
from exhibit.drawing.layouts import lay_out
from exhibit.model.system import System
from exhibit.model.text import Script
from exhibit.theme import Theme

_NO_VALUES: Final[Mapping[str, str]] = MappingProxyType({})


class PartTarget(NamedTuple):
    """A part that can be pressed. Its first box holds its name. No box overlaps a box of another part."""

    part: str
    name: str
    boxes: tuple[DrawingRect, ...]


class DrawingScene(NamedTuple):
    """A whole drawing, in pixels."""

    width: float
    height: float
    targets: tuple[PartTarget, ...]
    """In the order of reading and of the keyboard."""
    items: tuple[DrawingItem, ...]
    """In the order of painting."""


def draw(
    system: System,
    script: Script,
    box: tuple[float, float],
    *,
    letters: LetterWidths,
    theme: Theme,
    values: Mapping[str, str] = _NO_VALUES,
) -> DrawingScene:
    """Lays a system out in a box (width, height) in pixels, as large as it fits.

    A drawing that does not fit is higher than the box. `theme` gives the sizes of controls and of the smallest text;
    `values` are the printed values of the figures that count units, by the figures' ids.
    """
    sheet = lay_out(system, script, box, letters=letters, theme=theme, values=values)
    targets = (
        PartTarget(part.id, part.name.in_(script), tuple(sheet.boxes[part.id]))
        for part in system.parts
        if part.id in sheet.boxes
    )
    return DrawingScene(sheet.width, sheet.height, tuple(targets), tuple(sheet.items))
