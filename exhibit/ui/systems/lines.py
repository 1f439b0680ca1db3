"""Text broken into lines of even length, as Chinese is: punctuation begins no line, an opening bracket ends none."""

import re
from collections.abc import Callable
from typing import Final

_NOT_FIRST: Final = "，。、；：！？）》」』〉】〕”’…—～·%‰"
_NOT_LAST: Final = "（《「『〈【〔“‘"
_UNIT: Final = re.compile(rf"[{_NOT_LAST}]*(?:[0-9A-Za-z.,+\-/%]+|\s+|.)[{re.escape(_NOT_FIRST)}]*", re.DOTALL)
"""What stays together: a word or a character with its punctuation."""

Measure = Callable[[str], float]


def broken(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """The fewest lines that fit in a width, made as even as they can be."""
    if measure(text) <= width:
        return (text,)
    units = _units(text, width, measure)
    lines = _filled(units, width, measure)
    low, high = measure(text) / len(lines), width
    for _ in range(8):
        middle = (low + high) / 2
        if len(tried := _filled(units, middle, measure)) > len(lines):
            low = middle
        else:
            lines, high = tried, middle
    return lines


def _units(text: str, width: float, measure: Measure) -> list[str]:
    """What must stay together, cut up where even that is too wide."""
    units: list[str] = []
    for unit in _UNIT.findall(text):
        units += [unit] if measure(unit) <= width else list(unit)
    return units


def _filled(units: list[str], width: float, measure: Measure) -> tuple[str, ...]:
    lines = [""]
    for unit in units:
        if lines[-1] and measure((lines[-1] + unit).strip()) > width:
            lines.append("")
        lines[-1] += unit
    return tuple(line.strip() for line in lines)
