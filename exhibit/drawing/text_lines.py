"""Breaks text into lines of even length: punctuation begins no line, an opening bracket ends none."""

import re
from collections.abc import Callable
from typing import Final

_NOT_FIRST: Final = "，。、；：！？）》」』〉】〕”’…—～·%‰"
"""Characters that begin no line."""
_NOT_LAST: Final = "（《「『〈【〔“‘"
"""Characters that end no line."""
_UNIT: Final = re.compile(rf"[{_NOT_LAST}]*(?:[0-9A-Za-z.,+\-/%]+|\s+|.)[{re.escape(_NOT_FIRST)}]*", re.DOTALL)
"""A Latin word or a single character, with its punctuation."""
_SAME_WIDTH: Final = 1e-6
"""Pixels: widths that differ by less are equal, whatever the order in which letters were added."""
_EVENING_STEPS: Final = 8

TextMeasure = Callable[[str], float]
"""The width of a text in pixels, which is the sum of the widths of its letters."""


def break_lines(text: str, width: float, measure: TextMeasure) -> tuple[str, ...]:
    """The fewest lines that fit in a width in pixels, as even as possible."""
    if measure(text) <= width:
        return (text,)
    units = [(unit, measure(unit)) for unit in _units(text, width, measure)]
    lines = _filled(units, width)
    low, high = measure(text) / len(lines), width
    for _ in range(_EVENING_STEPS):
        middle = (low + high) / 2
        if len(narrower := _filled(units, middle)) > len(lines):
            low = middle
        else:
            lines, high = narrower, middle
    return lines


def can_be_upright(name: str) -> bool:
    """Whether a name can be written from top to bottom: it has Chinese characters only."""
    return all("㐀" <= letter <= "鿿" or letter >= "\U00020000" for letter in name)


def _units(text: str, width: float, measure: TextMeasure) -> list[str]:
    """What stays together in a line. A unit wider than a line is cut into its characters."""
    units: list[str] = []
    for unit in _UNIT.findall(text):
        units += [unit] if measure(unit) <= width else list(unit)
    return units


def _filled(units: list[tuple[str, float]], width: float) -> tuple[str, ...]:
    """Lines of units, each given with its width. Blanks at the end of a line take no room."""
    lines, end, blank = [""], 0.0, 0.0
    for unit, unit_width in units:
        if unit.isspace():
            blank += unit_width if end else 0.0
        elif end and end + blank + unit_width > width + _SAME_WIDTH:
            lines.append("")
            end, blank = unit_width, 0.0
        else:
            end, blank = end + blank + unit_width, 0.0
        lines[-1] += unit
    return tuple(line.strip() for line in lines)
