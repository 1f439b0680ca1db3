"""The chart of a figure: what it compares, and the bars and squares it is drawn with; no Qt."""

from math import ceil
from typing import Final, Literal, NamedTuple

from exhibit.model.metric import Metric, PictureKind
from exhibit.model.package import Package
from exhibit.model.state import State
from exhibit.strings import say
from exhibit.ui.widgets.values import value_text

ChartBarRole = Literal["value", "base", "lost", "limit"]
"""The figure; what it is compared with; what a decrease took away; the line where the whole ends."""

_MAX_SQUARES: Final = 30
"""More things are drawn as a bar."""
_SQUARES_PER_ROW: Final = 10
"""A full row of squares."""
_SQUARE_GAP: Final = 0.2
"""The gap after a square, as a share of the distance from one square to the next."""
_SQUARE_PITCH: Final = 1.6
"""The longest distance from one square to the next, in thicknesses of a bar."""
_BAR_PITCH: Final = 1.4
"""The distance from the top of a bar to the top of the next, in thicknesses."""
_MIN_LENGTH: Final = 1.0
"""Pixels of a bar for a small value that is not zero."""


class ChartShown(NamedTuple):
    """What a chart compares: `value` and `base` in one unit, and a caption for each."""

    kind: PictureKind
    value: float
    base: float
    value_caption: str
    base_caption: str

    @property
    def in_squares(self) -> bool:
        """Whether each thing is a square: a part of a few whole things."""
        whole = self.base == int(self.base) and self.value == int(self.value)
        return self.kind == "part" and whole and 0 <= self.value <= self.base <= _MAX_SQUARES


def chart_shown(package: Package, state: State, metric: Metric) -> ChartShown | None:
    """The chart of a figure, None where it has no picture."""
    picture = metric.picture
    if picture is None:
        return None
    value = value_text(metric, state.script).words
    if picture.kind == "growth":
        signed = value if metric.value < 0 else f"+{value}"
        return ChartShown("growth", metric.value, 100, signed, say("metrics-base", state.language))
    if picture.kind == "percent":
        return ChartShown("percent", metric.value, 100, value, "100%")
    other = package.metric(picture.other) if picture.other else None
    label = other.label if other else picture.other_label
    other_value = value_text(other, state.script).words if other else ""
    return ChartShown(
        kind=picture.kind,
        value=metric.base_value,
        base=other.base_value if other else (picture.other_value or 0) * metric.unit.factor,
        value_caption=f"{metric.label.in_(state.script)} {value}",
        base_caption=f"{label.in_(state.script) if label else ''} {other_value}".strip(),
    )


class ChartBar(NamedTuple):
    """A filled rectangle, in pixels."""

    x: float
    y: float
    width: float
    height: float
    role: ChartBarRole


class ChartLayout(NamedTuple):
    """Bars from the back to the front, and the height of all in pixels."""

    bars: tuple[ChartBar, ...]
    height: float
    limit: float | None = None
    """Where the line of the whole is, if the value exceeds the whole."""


def chart_layout(chart: ChartShown, width: float, thickness: float) -> ChartLayout:
    """Lays out a chart in a width; `thickness` is the height of a bar. All are pixels."""
    if chart.in_squares:
        return _squares(int(chart.value), int(chart.base), width, thickness)
    if chart.kind == "change":
        return _two_bars(chart.value, chart.base, width, thickness)
    if chart.kind == "growth":
        return _growth(chart.value, width, thickness)
    return _share(chart.value, chart.base, width, thickness)


def _share(value: float, whole: float, width: float, thickness: float) -> ChartLayout:
    """A bar of the whole with the value in it; a value beyond the whole exceeds the line of the whole."""
    longest = max(value, whole)
    if longest <= 0:
        return ChartLayout((ChartBar(0, 0, width, thickness, "base"),), thickness)
    full = width * max(whole, 0) / longest
    filled = _visible(width * max(value, 0) / longest)
    bars = (ChartBar(0, 0, full, thickness, "base"), ChartBar(0, 0, filled, thickness, "value"))
    return ChartLayout(tuple(bar for bar in bars if bar.width), thickness, full if value > whole else None)


def _squares(value: int, whole: int, width: float, thickness: float) -> ChartLayout:
    """A square for each thing; the first are the value."""
    in_a_row = min(_SQUARES_PER_ROW, whole) or 1
    pitch = min(width / in_a_row, thickness * _SQUARE_PITCH)
    side = pitch * (1 - _SQUARE_GAP)
    roles: list[ChartBarRole] = ["value" if index < value else "base" for index in range(whole)]
    bars = tuple(
        ChartBar(index % in_a_row * pitch, index // in_a_row * pitch, side, side, role)
        for index, role in enumerate(roles)
    )
    rows = ceil(whole / in_a_row)
    return ChartLayout(bars, max(0.0, rows * pitch - pitch * _SQUARE_GAP))


def _two_bars(now: float, before: float, width: float, thickness: float) -> ChartLayout:
    """The earlier value above the figure, on one scale from zero."""
    low, high = min(0.0, now, before), max(0.0, now, before)
    unit = width / (high - low) if high > low else 0.0
    zero = -low * unit
    below = thickness * _BAR_PITCH

    def bar(value: float, y: float, role: ChartBarRole) -> ChartBar:
        length = _visible(abs(value) * unit)
        return ChartBar(zero if value >= 0 else zero - length, y, length, thickness, role)

    return ChartLayout((bar(before, 0, "base"), bar(now, below, "value")), below + thickness)


def _growth(growth: float, width: float, thickness: float) -> ChartLayout:
    """A base of 100, followed by what was added, or ending with what was lost."""
    unit = width / max(100.0, 100.0 + growth)
    if growth >= 0:
        base, added = 100 * unit, _visible(growth * unit)
        start = min(base, width - added)
        bars = [ChartBar(0, 0, base, thickness, "base"), ChartBar(start, 0, added, thickness, "value")]
    else:
        lost = _visible(min(-growth, 100) * unit)
        kept = width - lost
        bars = [ChartBar(0, 0, kept, thickness, "base"), ChartBar(kept, 0, lost, thickness, "lost")]
    return ChartLayout(tuple(bar for bar in bars if bar.width), thickness)


def _visible(length: float) -> float:
    """A length that can be seen, unless it is zero."""
    return max(_MIN_LENGTH, length) if length else 0.0
