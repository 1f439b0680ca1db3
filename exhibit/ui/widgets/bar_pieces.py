"""The pieces of a bar for an amount of which perhaps only the ends are known; no Qt.

What is sure is a piece from zero; from there to the farthest that the amount can be is a piece that is only possible;
where nothing is said of how far it goes, a short open piece stands for the rest.
"""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from exhibit.model.metric import ValueInterval

Certainty = Literal["sure", "possible", "open"]

_OPEN_SHARE: Final = 0.08
"""The length of an open piece, as a share of the largest number that is drawn with it."""


class BarPiece(NamedTuple):
    """From `start` to `end`, which is larger."""

    start: float
    end: float
    certainty: Certainty


def open_length(intervals: Iterable[ValueInterval]) -> float:
    """How long the open pieces of bars on one scale are."""
    ends = [abs(end) for interval in intervals for end in interval if end is not None]
    return _OPEN_SHARE * max(ends, default=0.0)


def bar_pieces(interval: ValueInterval, beyond: float) -> tuple[BarPiece, ...]:
    """The pieces of an amount; `beyond` is the length of an open one. A sure piece may have no length."""
    certainty: Certainty = "open" if None in interval else "possible"
    low, high = interval
    low = low if low is not None else (high or 0.0) - beyond
    high = high if high is not None else low + beyond
    near = low if low > 0 else min(high, 0.0)
    sure = BarPiece(min(near, 0.0), max(near, 0.0), "sure")
    return (sure,) if low == high else (sure, BarPiece(low, high, certainty))
