"""Which pin an arrow key leads to; no Qt."""

from collections.abc import Mapping
from typing import Final, Literal

from exhibit.model.region import MapPoint

PinDirection = Literal["left", "right", "up", "down"]

WAYS: Final[dict[PinDirection, tuple[int, int]]] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_SIDEWAYS: Final = 2.0
"""How much farther a step aside counts than one ahead."""


def toward(points: Mapping[str, MapPoint], start: str, direction: PinDirection) -> str | None:
    """The pin nearest to `start` in a direction, or None where none lies that way."""
    right, down = WAYS[direction]
    x, y = points[start]
    best: tuple[float, str] | None = None
    for name, (px, py) in points.items():
        ahead = (px - x) * right + (py - y) * down
        aside = abs((px - x) * down) + abs((py - y) * right)
        if name != start and ahead > 0 and (best is None or ahead + _SIDEWAYS * aside < best[0]):
            best = (ahead + _SIDEWAYS * aside, name)
    return best[1] if best else None
