"""Tokens of a theme, the sizes of everything, and the style sheet made of them."""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Literal

from exhibit.model.state import Appearance
from exhibit.model.text import Script
from exhibit.resources import resource

TypeFace = Literal["serif", "sans"]

_SIZE = re.compile(r"@(\d+(?:\.\d+)?)")
_COLOUR = re.compile(r"\$([a-z_]+)")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ThemeColours:
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


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and sizes for one appearance at one text size."""

    appearance: Appearance
    colours: ThemeColours
    scale: float
    """1.0 at 100 %."""

    def px(self, size: float) -> int:
        """A size of the design (pixels at 100 %) in pixels."""
        return max(1, round(size * self.scale))


@lru_cache
def theme_for(appearance: Appearance, scale: int) -> Theme:
    """The theme of an appearance at a text size in per cent."""
    tokens = tomllib.loads(resource(f"themes/{appearance}.toml").read_text(encoding="utf-8"))
    return Theme(
        appearance, ThemeColours(**{field.name: tokens[field.name] for field in fields(ThemeColours)}), scale / 100
    )


def families(face: TypeFace, script: Script) -> list[str]:
    """The font families of a face in a script, the fallback last."""
    name = "Serif" if face == "serif" else "Sans"
    return [f"Exhibit {name} {'SC' if script == 'hans' else 'TC'}", "Exhibit Fallback"]


def style_sheet(theme: Theme, script: Script) -> str:
    """resources/style.qss filled in: `$ink` is a colour, `@14` a size in scaled pixels, `$serif` a list of families."""
    template = _COMMENT.sub("", resource("style.qss").read_text(encoding="utf-8"))
    values = {field.name: getattr(theme.colours, field.name) for field in fields(ThemeColours)}
    for face in ("serif", "sans"):
        values[face] = ", ".join(f'"{family}"' for family in families(face, script))
    sized = _SIZE.sub(lambda match: f"{theme.px(float(match[1]))}px", template)
    return _COLOUR.sub(lambda match: values[match[1]], sized)
