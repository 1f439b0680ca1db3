"""Options set when the program starts: what the screen is like, and what this way of use allows."""

import math
from typing import Final, NamedTuple

_INCH: Final = 25.4
"""Millimetres."""


class Display(NamedTuple):
    """The screen a window is on, and how it is used. The default is a desktop screen of 96 dots an inch."""

    mm_per_pixel: float = _INCH / 96
    viewing_distance: float = 600
    """Millimetres from the eyes to the screen."""
    touch: bool = False
    """Whether fingers use it: then controls and texts keep the sizes that fingers and a standing reader need."""

    def pixels(self, millimetres: float) -> int:
        """The least number of whole pixels that covers a length."""
        return math.ceil(round(millimetres / self.mm_per_pixel, 6))

    def arc_minutes(self, minutes: float) -> float:
        """Pixels that cover an angle at the viewing distance."""
        return 2 * self.viewing_distance * math.tan(math.radians(minutes / 60) / 2) / self.mm_per_pixel


class AppMode(NamedTuple):
    """What a way of use allows."""

    name: str
    commands: frozenset[str] | None = None
    """Ids of the window's commands that exist; None for all of them."""
    menus: bool = True
    """Whether a view may open a menu."""
    dialogs: bool = True
    """Whether a view may open a window of its own."""
    keeps_state: bool = True
    """Whether the place and the settings are found again next time."""

    def allows(self, command: str) -> bool:
        """Whether a command exists."""
        return self.commands is None or command in self.commands


DESKTOP_MODE: Final = AppMode("desktop")
"""Reading at a desk: everything is allowed."""


class Options(NamedTuple):
    """Chosen once, when the program starts."""

    key_delay: int = 250
    """Milliseconds in which a second touch of a key is ignored (EN 301 549, 5.8: settable to 500 or more)."""
    display: Display = Display()
    mode: AppMode = DESKTOP_MODE
    reduced_motion: bool = False
    """Whether nothing glides: a view goes at once to where it would glide to."""
