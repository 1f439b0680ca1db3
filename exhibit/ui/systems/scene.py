"""A drawing of a system as a value: what is drawn where, and what of it can be touched; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from exhibit.model.system import System
from exhibit.model.text import Script
from exhibit.ui.systems.items import Item, Letters, Rect
from exhibit.ui.systems.layouts import lay_out

_NO_VALUES: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Target:
    """A part that can be chosen. Its first box holds its name; no box overlaps one of another part."""

    part: str
    name: str
    boxes: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole drawing."""

    width: float
    height: float
    targets: tuple[Target, ...]
    """In the order of reading and of the keyboard."""
    items: tuple[Item, ...]
    """In the order of painting."""


def draw(
    system: System,
    script: Script,
    width: float,
    height: float,
    letters: Letters,
    scale: float,
    values: Mapping[str, str] = _NO_VALUES,
) -> Scene:
    """Lays a system out in a box, as large as it allows; where it has no room the scene is higher than the box.

    `scale` is 1.0 at 100 %; `values` are the printed values of the figures that count units, by the figures' ids.
    """
    sheet = lay_out(system, script, (width, height), letters, scale, values)
    targets = (
        Target(part.id, part.name.in_(script), tuple(sheet.boxes[part.id]))
        for part in system.parts
        if part.id in sheet.boxes
    )
    return Scene(sheet.width, sheet.height, tuple(targets), tuple(sheet.items))
