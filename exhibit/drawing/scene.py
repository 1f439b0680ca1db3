"""A drawing of a system as a value: what is drawn where, and what of it can be touched; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from exhibit.drawing.items import DrawingItem, DrawingRect, LetterWidths
from exhibit.drawing.layouts import lay_out
from exhibit.model.system import System
from exhibit.model.text import Script

_NO_VALUES: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PartTarget:
    """A part that can be chosen. Its first box holds its name; no box overlaps one of another part."""

    part: str
    name: str
    boxes: tuple[DrawingRect, ...]


@dataclass(frozen=True, slots=True)
class DrawingScene:
    """A whole drawing."""

    width: float
    height: float
    targets: tuple[PartTarget, ...]
    """In the order of reading and of the keyboard."""
    items: tuple[DrawingItem, ...]
    """In the order of painting."""


def draw(
    system: System,
    script: Script,
    width: float,
    height: float,
    letters: LetterWidths,
    scale: float,
    values: Mapping[str, str] = _NO_VALUES,
) -> DrawingScene:
    """Lays a system out in a box, as large as it allows; where it has no room the scene is higher than the box.

    `scale` is 1.0 at 100 %; `values` are the printed values of the figures that count units, by the figures' ids.
    """
    sheet = lay_out(system, script, (width, height), letters, scale, values)
    targets = (
        PartTarget(part.id, part.name.in_(script), tuple(sheet.boxes[part.id]))
        for part in system.parts
        if part.id in sheet.boxes
    )
    return DrawingScene(sheet.width, sheet.height, tuple(targets), tuple(sheet.items))
