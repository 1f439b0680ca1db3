"""What a figure's picture compares, and the exact bars and squares it is drawn with; no Qt."""

from math import ceil
from typing import Final, Literal, NamedTuple

from exhibit.model.metric import PictureKind

ChartBarRole = Literal["value", "base", "lost", "limit"]
"""The figure itself; what it is measured by; what a decrease took away; the line that marks the whole."""

_MOST_SQUARES: Final = 30
_SQUARES_A_ROW: Final = 10
_SQUARE_GAP: Final = 0.2
"""Of a square's pitch."""
_LEAST: Final = 1.0
"""Pixels that a value other than nought is drawn with at least."""


class ChartShown(NamedTuple):
    """`value` and `base` are in the same unit; the captions say what each is."""

    kind: PictureKind
    value: float
    base: float
    value_caption: str
    base_caption: str

    @property
    def in_squares(self) -> bool:
        """Whether single things can be counted out."""
        whole = self.base == int(self.base) and self.value == int(self.value)
        return self.kind == "part" and whole and 0 <= self.value <= self.base <= _MOST_SQUARES


class ChartBar(NamedTuple):
    """A filled rectangle, in pixels."""

    x: float
    y: float
    width: float
    height: float
    role: ChartBarRole


class ChartLayout(NamedTuple):
    """Bars from the back to the front; `limit` is where the marked line of the whole stands, if the value passes it."""

    bars: tuple[ChartBar, ...]
    height: float
    limit: float | None = None


def drawing(picture: ChartShown, width: float, thickness: float) -> ChartLayout:
    """The picture in `width`; a bar is `thickness` high."""
    if picture.in_squares:
        return _squares(int(picture.value), int(picture.base), width, thickness)
    if picture.kind == "change":
        return _two_bars(picture.value, picture.base, width, thickness)
    if picture.kind == "growth":
        return _growth(picture.value, width, thickness)
    return _share(picture.value, picture.base, width, thickness)


def _share(value: float, whole: float, width: float, thickness: float) -> ChartLayout:
    """A bar of the whole with the value in it; a value beyond the whole passes its line."""
    longest = max(value, whole)
    if longest <= 0:
        return ChartLayout((ChartBar(0, 0, width, thickness, "base"),), thickness)
    full = width * max(whole, 0) / longest
    filled = _visible(width * max(value, 0) / longest)
    bars = (ChartBar(0, 0, full, thickness, "base"), ChartBar(0, 0, filled, thickness, "value"))
    return ChartLayout(tuple(bar for bar in bars if bar.width), thickness, full if value > whole else None)


def _squares(value: int, whole: int, width: float, thickness: float) -> ChartLayout:
    in_a_row = min(_SQUARES_A_ROW, whole) or 1
    pitch = min(width / in_a_row, thickness * 1.6)
    side = pitch * (1 - _SQUARE_GAP)
    bars = tuple(
        ChartBar(index % in_a_row * pitch, index // in_a_row * pitch, side, side, "value" if index < value else "base")
        for index in range(whole)
    )
    rows = ceil(whole / in_a_row)
    return ChartLayout(bars, max(0.0, rows * pitch - pitch * _SQUARE_GAP))


def _two_bars(now: float, before: float, width: float, thickness: float) -> ChartLayout:
    """Before above, now below, from one line of nought."""
    low, high = min(0.0, now, before), max(0.0, now, before)
    unit = width / (high - low) if high > low else 0.0
    nought = -low * unit
    below = thickness * 1.4

    def bar(value: float, y: float, role: ChartBarRole) -> ChartBar:
        length = _visible(abs(value) * unit)
        return ChartBar(nought if value >= 0 else nought - length, y, length, thickness, role)

    return ChartLayout((bar(before, 0, "base"), bar(now, below, "value")), below + thickness)


def _growth(growth: float, width: float, thickness: float) -> ChartLayout:
    """A base of 100 and behind it what was added, or in it what was lost."""
    unit = width / max(100.0, 100.0 + growth)
    if growth >= 0:
        base, added = 100 * unit, _visible(growth * unit)
        bars = [
            ChartBar(0, 0, base, thickness, "base"),
            ChartBar(min(base, width - added), 0, added, thickness, "value"),
        ]
    else:
        lost = _visible(min(-growth, 100) * unit)
        bars = [ChartBar(0, 0, width - lost, thickness, "base"), ChartBar(width - lost, 0, lost, thickness, "lost")]
    return ChartLayout(tuple(bar for bar in bars if bar.width), thickness)


def _visible(length: float) -> float:
    return max(_LEAST, length) if length else 0.0
