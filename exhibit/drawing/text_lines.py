"""Text broken into lines of even length, as Chinese is: punctuation begins no line, an opening bracket ends none."""

import re
from collections.abc import Callable
from typing import Final

_NOT_FIRST: Final = "，。、；：！？）》」』〉】〕”’…—～·%‰"
_NOT_LAST: Final = "（《「『〈【〔“‘"
_UNIT: Final = re.compile(rf"[{_NOT_LAST}]*(?:[0-9A-Za-z.,+\-/%]+|\s+|.)[{re.escape(_NOT_FIRST)}]*", re.DOTALL)
"""What stays together: a word or a character with its punctuation."""

TextMeasure = Callable[[str], float]
"""The width of a text: that of its letters together."""
_ALIKE: Final = 1e-6
"""Widths that differ by less are the same, in whichever order their letters were added up."""


def broken(text: str, width: float, measure: TextMeasure) -> tuple[str, ...]:
    """The fewest lines that fit in a width, made as even as they can be."""
    if measure(text) <= width:
        return (text,)
    units = [(unit, measure(unit)) for unit in _units(text, width, measure)]
    lines = _filled(units, width)
    low, high = measure(text) / len(lines), width
    for _ in range(8):
        middle = (low + high) / 2
        if len(tried := _filled(units, middle)) > len(lines):
            low = middle
        else:
            lines, high = tried, middle
    return lines


def stands(name: str) -> bool:
    """Whether a name can be written downwards: it has Chinese characters only."""
    return all("㐀" <= letter <= "鿿" or letter >= "\U00020000" for letter in name)


def _units(text: str, width: float, measure: TextMeasure) -> list[str]:
    """What must stay together, cut up where even that is too wide."""
    units: list[str] = []
    for unit in _UNIT.findall(text):
        units += [unit] if measure(unit) <= width else list(unit)
    return units


def _filled(units: list[tuple[str, float]], width: float) -> tuple[str, ...]:
    """Lines of units, each with its width; blanks at an end of a line take no room."""
    lines, end, blank = [""], 0.0, 0.0
    for unit, wide in units:
        if unit.isspace():
            blank += wide if end else 0.0
        elif end and end + blank + wide > width + _ALIKE:
            lines.append("")
            end, blank = wide, 0.0
        else:
            end, blank = end + blank + wide, 0.0
        lines[-1] += unit
    return tuple(line.strip() for line in lines)
