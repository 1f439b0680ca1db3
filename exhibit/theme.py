"""Tokens of a theme, the sizes of everything, and the style sheet made of them."""

import math
import re
import tomllib
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from exhibit.model.state import Appearance
from exhibit.model.text import Script
from exhibit.options import Display
from exhibit.resources import resource

TypeFace = Literal["serif", "sans"]

TOUCH_TARGET: Final = 20.0
"""Millimetres a side of a control for fingers, at least (Colle & Hiszem 2004, Ergonomics 47)."""
LEAST_TEXT: Final = 22.0
"""Arc minutes a character is high, at least (NUREG-0700, 1.3.1-4: 20 to 22 preferred)."""
_CHARACTER_SHARE: Final = 0.92
"""How much of a font's size a Chinese character of the shipped fonts is high."""
_SMALLEST_TEXT: Final = 13.0
"""The smallest font of the design, in its pixels."""
_DESKTOP: Final = Display()
_SIZE = re.compile(r"(font-size:\s*)?@(\d+(?:\.\d+)?)(?:\^(\d+))?")
_COLOUR = re.compile(r"\$([a-z_]+)")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


class ThemeColours(NamedTuple):
    """What each colour is for stands beside it in resources/themes/light.toml; values are `#rrggbb`."""

    paper: str
    panel: str
    side: str
    card: str
    ink: str
    soft: str
    line: str
    edge: str
    accent: str
    on_accent: str
    tint: str
    gold: str
    quote: str
    lit: str
    selection: str
    land: str
    land_line: str
    water: str
    water_line: str
    visited: str
    focus: str
    shadow: str


class Theme(NamedTuple):
    """Colours and sizes for one appearance at one text size on one display."""

    appearance: Appearance
    colours: ThemeColours
    scale: float
    """Pixels that a pixel of the design takes: 1.0 at 100 % on a desktop screen."""
    display: Display = Display()

    def px(self, size: float) -> int:
        """A size of the design (pixels at 100 % on a desktop screen) in pixels."""
        return max(1, round(size * self.scale))

    def mm(self, millimetres: float) -> int:
        """A length on the screen in pixels, whatever the text size."""
        return self.display.pixels(millimetres)

    def text(self, size: float) -> int:
        """The size of a font in pixels, from a size of the design; on a touch screen never too small to read."""
        return max(self.px(size), self._least_text())

    def target(self, size: float) -> int:
        """The side of a control in pixels, from a size of the design; on a touch screen at least a finger's."""
        return max(self.px(size), self.mm(TOUCH_TARGET)) if self.display.touch else self.px(size)

    def _least_text(self) -> int:
        return math.ceil(least_text(self.display)) if self.display.touch else 0


def least_text(display: Display) -> float:
    """The smallest font in pixels whose characters cover LEAST_TEXT arc minutes at the viewing distance."""
    return display.arc_minutes(LEAST_TEXT) / _CHARACTER_SHARE


def theme_for(appearance: Appearance, scale: int, display: Display = _DESKTOP) -> Theme:
    """The theme of an appearance at a text size in per cent. A touch screen has all of the design enlarged evenly."""
    return _made_theme(appearance, scale, display)


@lru_cache  # its own function, because a cached one takes arguments of any type
def _made_theme(appearance: Appearance, scale: int, display: Display) -> Theme:
    tokens = tomllib.loads(resource(f"themes/{appearance}.toml").read_text(encoding="utf-8"))
    colours = ThemeColours(**{name: tokens[name] for name in ThemeColours._fields})
    enlarged = max(1.0, least_text(display) / _SMALLEST_TEXT) if display.touch else 1.0
    return Theme(appearance, colours, scale / 100 * enlarged, display)


def families(face: TypeFace, script: Script) -> list[str]:
    """The font families of a face in a script, the fallback last."""
    name = "Serif" if face == "serif" else "Sans"
    return [f"Exhibit {name} {'SC' if script == 'hans' else 'TC'}", "Exhibit Fallback"]


def style_sheet(theme: Theme, script: Script) -> str:
    """resources/style.qss filled in: `$ink` is a colour, `@14` a size of the design, `$serif` a list of families.

    `@22^38` is the size of the inside of a control that measures 38 with its padding and border.
    """
    template = _COMMENT.sub("", resource("style.qss").read_text(encoding="utf-8"))
    values = theme.colours._asdict()
    for face in ("serif", "sans"):
        values[face] = ", ".join(f'"{family}"' for family in families(face, script))
    sized = _SIZE.sub(lambda match: _sized(theme, match[1] or "", float(match[2]), float(match[3] or 0)), template)
    return _COLOUR.sub(lambda match: values[match[1]], sized)


def _sized(theme: Theme, property: str, size: float, control: float) -> str:
    """A size in a style sheet, of a font or of the inside of a control."""
    if property:
        return f"{property}{theme.text(size)}px"
    return f"{theme.px(size) + (theme.target(control) - theme.px(control) if control else 0)}px"
