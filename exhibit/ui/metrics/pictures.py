"""What a figure's picture compares, and the exact bars and squares it is drawn with; no Qt."""

from dataclasses import dataclass
from math import ceil
from typing import Final, Literal

from exhibit.model.metric import PictureKind

BarRole = Literal["value", "base", "lost", "limit"]
"""The figure itself; what it is measured by; what a decrease took away; the line that marks the whole."""

_MOST_SQUARES: Final = 30
_SQUARES_A_ROW: Final = 10
_SQUARE_GAP: Final = 0.2
"""Of a square's pitch."""
_LEAST: Final = 1.0
"""Pixels that a value other than nought is drawn with at least."""


@dataclass(frozen=True, slots=True)
class PictureShown:
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


@dataclass(frozen=True, slots=True)
class PictureBar:
    """A filled rectangle, in pixels."""

    x: float
    y: float
    width: float
    height: float
    role: BarRole


@dataclass(frozen=True, slots=True)
class PictureDrawing:
    """Bars from the back to the front; `limit` is where the marked line of the whole stands, if the value passes it."""

    bars: tuple[PictureBar, ...]
    height: float
    limit: float | None = None


def drawing(picture: PictureShown, width: float, thickness: float) -> PictureDrawing:
    """The picture in `width`; a bar is `thickness` high."""
    if picture.in_squares:
        return _squares(int(picture.value), int(picture.base), width, thickness)
    if picture.kind == "change":
        return _two_bars(picture.value, picture.base, width, thickness)
    if picture.kind == "growth":
        return _growth(picture.value, width, thickness)
    return _share(picture.value, picture.base, width, thickness)


def _share(value: float, whole: float, width: float, thickness: float) -> PictureDrawing:
    """A bar of the whole with the value in it; a value beyond the whole passes its line."""
    longest = max(value, whole)
    if longest <= 0:
        return PictureDrawing((PictureBar(0, 0, width, thickness, "base"),), thickness)
    full = width * max(whole, 0) / longest
    filled = _visible(width * max(value, 0) / longest)
    bars = (PictureBar(0, 0, full, thickness, "base"), PictureBar(0, 0, filled, thickness, "value"))
    return PictureDrawing(tuple(bar for bar in bars if bar.width), thickness, full if value > whole else None)


def _squares(value: int, whole: int, width: float, thickness: float) -> PictureDrawing:
    in_a_row = min(_SQUARES_A_ROW, whole) or 1
    pitch = min(width / in_a_row, thickness * 1.6)
    side = pitch * (1 - _SQUARE_GAP)
    bars = tuple(
        PictureBar(
            index % in_a_row * pitch, index // in_a_row * pitch, side, side, "value" if index < value else "base"
        )
        for index in range(whole)
    )
    rows = ceil(whole / in_a_row)
    return PictureDrawing(bars, max(0.0, rows * pitch - pitch * _SQUARE_GAP))


def _two_bars(now: float, before: float, width: float, thickness: float) -> PictureDrawing:
    """Before above, now below, from one line of nought."""
    low, high = min(0.0, now, before), max(0.0, now, before)
    unit = width / (high - low) if high > low else 0.0
    nought = -low * unit
    below = thickness * 1.4

    def bar(value: float, y: float, role: BarRole) -> PictureBar:
        length = _visible(abs(value) * unit)
        return PictureBar(nought if value >= 0 else nought - length, y, length, thickness, role)

    return PictureDrawing((bar(before, 0, "base"), bar(now, below, "value")), below + thickness)


def _growth(growth: float, width: float, thickness: float) -> PictureDrawing:
    """A base of 100 and behind it what was added, or in it what was lost."""
    unit = width / max(100.0, 100.0 + growth)
    if growth >= 0:
        base, added = 100 * unit, _visible(growth * unit)
        bars = [
            PictureBar(0, 0, base, thickness, "base"),
            PictureBar(min(base, width - added), 0, added, thickness, "value"),
        ]
    else:
        lost = _visible(min(-growth, 100) * unit)
        bars = [PictureBar(0, 0, width - lost, thickness, "base"), PictureBar(width - lost, 0, lost, thickness, "lost")]
    return PictureDrawing(tuple(bar for bar in bars if bar.width), thickness)


def _visible(length: float) -> float:
    return max(_LEAST, length) if length else 0.0
