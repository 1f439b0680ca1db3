"""The chart of a figure: what it compares, and the bars and squares it is drawn with; no Qt."""

from collections.abc import Sequence
from math import ceil
from typing import Final, Literal, NamedTuple

from exhibit.model.metric import PictureKind, ValueInterval
from exhibit.ui.widgets.bar_pieces import BarPiece, bar_pieces, open_length

ChartBarRole = Literal["value", "base", "lost", "limit", "possible", "open"]
"""The figure; what it is compared with; what a decrease took away; the line where the whole ends; what the figure can
be beyond what is sure; the same where nothing says how far."""

_MAX_SQUARES: Final = 30
"""More things are drawn as a bar."""
_FEW_PLACES: Final = 10
"""Places that are drawn for a rank, at least."""
_WHOLE: Final = ValueInterval(100.0, 100.0)
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
    """What a chart compares: `value` and `base` in one unit, and a caption for each; "" is none."""

    kind: PictureKind
    value: ValueInterval
    base: ValueInterval
    value_caption: str
    base_caption: str

    @property
    def in_squares(self) -> bool:
        """Whether each thing is a square: a part of a few whole things."""
        value, base = _number(self.value), _number(self.base)
        if self.kind != "part" or value is None or base is None:
            return False
        return base == int(base) and value == int(value) and 0 <= value <= base <= _MAX_SQUARES


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
        return _squares(range(int(chart.value.low or 0)), int(chart.base.low or 0), width, thickness)
    match chart.kind:
        case "change":
            return _two_bars(chart.value, chart.base, width, thickness)
        case "growth":
            return _growth(chart.value, width, thickness)
        case "range":
            return _one_bar(chart.value, width, thickness)
        case "rank":
            return _places(chart.value, width, thickness)
        case "part" | "percent":
            return _share(chart.value, chart.base, width, thickness)


def _number(interval: ValueInterval) -> float | None:
    """The one number of an interval; None where it has two ends."""
    return interval.low if interval.low == interval.high else None


class _BarScale(NamedTuple):
    """Where pieces of bars lie: `low` is at the left, and `extent` is as long as the width."""

    low: float
    extent: float
    width: float

    @classmethod
    def of(cls, pieces: Sequence[BarPiece], width: float) -> "_BarScale":
        """The scale on which all pieces and zero fill the width."""
        low, high = min(0.0, *(one.start for one in pieces)), max(0.0, *(one.end for one in pieces))
        return cls(low, high - low or 1.0, width)

    def pixels(self, length: float) -> float:
        """An amount as a length in pixels."""
        return length / self.extent * self.width

    def bar(self, piece: BarPiece, y: float, thickness: float, role: ChartBarRole) -> ChartBar:
        """A piece as a bar; one that is not sure has a role of its own, and a small one can be seen."""
        start = self.pixels(piece.start - self.low)
        length = self.pixels(piece.end - piece.start)
        seen = _visible(length)
        if piece.start < 0 and piece.end <= 0:
            start -= seen - length
        return ChartBar(start, y, seen, thickness, role if piece.certainty == "sure" else piece.certainty)


def _share(value: ValueInterval, whole: ValueInterval, width: float, thickness: float) -> ChartLayout:
    """A bar of the whole with the value in it; a value beyond the whole exceeds the line of the whole."""
    beyond = open_length((value, whole))
    under, over = bar_pieces(_from_zero(whole), beyond), bar_pieces(_from_zero(value), beyond)
    if not any(piece.end for piece in (*under, *over)):
        return ChartLayout((ChartBar(0, 0, width, thickness, "base"),), thickness)
    scale = _BarScale.of((*under, *over), width)
    bars = [scale.bar(piece, 0, thickness, "base") for piece in under]
    bars += [scale.bar(piece, 0, thickness, "value") for piece in over]
    full = under[-1].end
    limit = scale.pixels(full) if over[-1].end > full else None
    return ChartLayout(tuple(bar for bar in bars if bar.width), thickness, limit)


def _from_zero(interval: ValueInterval) -> ValueInterval:
    """The interval without what lies below zero."""
    return ValueInterval(*(None if end is None else max(end, 0.0) for end in interval))


def _squares(chosen: range, count: int, width: float, thickness: float) -> ChartLayout:
    """A square for each thing; the chosen ones are the value."""
    in_a_row = min(_SQUARES_PER_ROW, count) or 1
    pitch = min(width / in_a_row, thickness * _SQUARE_PITCH)
    side = pitch * (1 - _SQUARE_GAP)
    roles: list[ChartBarRole] = ["value" if index in chosen else "base" for index in range(count)]
    bars = tuple(
        ChartBar(index % in_a_row * pitch, index // in_a_row * pitch, side, side, role)
        for index, role in enumerate(roles)
    )
    rows = ceil(count / in_a_row)
    return ChartLayout(bars, max(0.0, rows * pitch - pitch * _SQUARE_GAP))


def _places(value: ValueInterval, width: float, thickness: float) -> ChartLayout:
    """A square for each place; one, or the first of them, is the figure's. The first place is at the left."""
    first, last = (max(1, min(_MAX_SQUARES, int(end or 1))) for end in value)
    return _squares(range(first - 1, last), max(last, _FEW_PLACES), width, thickness)


def _one_bar(value: ValueInterval, width: float, thickness: float) -> ChartLayout:
    """From zero to the least that the figure can be, and on to the most."""
    pieces = bar_pieces(value, open_length([value]))
    scale = _BarScale.of(pieces, width)
    bars = (scale.bar(piece, 0, thickness, "value") for piece in pieces)
    return ChartLayout(tuple(bar for bar in bars if bar.width), thickness)


def _two_bars(now: ValueInterval, before: ValueInterval, width: float, thickness: float) -> ChartLayout:
    """The earlier value above the figure, on one scale from zero."""
    beyond = open_length((now, before))
    upper, lower = bar_pieces(before, beyond), bar_pieces(now, beyond)
    scale, below = _BarScale.of((*upper, *lower), width), thickness * _BAR_PITCH
    bars = [scale.bar(piece, 0, thickness, "base") for piece in upper]
    bars += [scale.bar(piece, below, thickness, "value") for piece in lower]
    return ChartLayout(tuple(bars), below + thickness)


def _growth(growth: ValueInterval, width: float, thickness: float) -> ChartLayout:
    """A base of 100, followed by what was added, or ending with what was lost."""
    pieces = [_kept(piece) for piece in bar_pieces(growth, open_length((growth, _WHOLE)))]
    added = [piece for piece in pieces if piece.start >= 100]
    lost = [piece for piece in pieces if piece.start < 100]
    kept = BarPiece(0.0, min((piece.start for piece in lost), default=100.0), "sure")
    scale = _BarScale.of((kept, *pieces, BarPiece(0.0, 100.0, "sure")), width)
    bars = [scale.bar(kept, 0, thickness, "base")]
    for piece in (*lost, *added):
        bar = scale.bar(piece, 0, thickness, "lost" if piece in lost else "value")
        bars.append(bar._replace(x=min(bar.x, width - bar.width)))
    return ChartLayout(tuple(bar for bar in bars if bar.width), thickness)


def _kept(piece: BarPiece) -> BarPiece:
    """A piece of a growth on the base of 100; nothing is lost beyond it."""
    return piece._replace(start=max(0.0, 100 + piece.start), end=max(0.0, 100 + piece.end))


def _visible(length: float) -> float:
    """A length that can be seen, unless it is zero."""
    return max(_MIN_LENGTH, length) if length else 0.0
