"""The lengths of the bars of a comparison: one scale, from zero; no Qt.

Every bar begins at zero, and its length is proportional to its value: a value fifty times another has a bar fifty
times as long. A bar beside a very long one may be very short; the value is printed at the bar.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from exhibit.model.metric import ValueInterval
from exhibit.ui.widgets.bar_pieces import BarPiece, bar_pieces, open_length

_MIN_LENGTH: Final = 1.0
"""Pixels of a bar for a small value that is not zero."""


class BarSpan(NamedTuple):
    """The pieces of a bar and the place of zero, as shares of the width of all bars. The sure piece touches zero."""

    pieces: tuple[BarPiece, ...]
    zero: float

    def pixels(self, piece: BarPiece, width: float) -> tuple[float, float]:
        """The start and the length of a piece in a width, in pixels; one that has a length can be seen."""
        start, end = piece.start * width, piece.end * width
        if start == end:
            return start, 0.0
        length = max(_MIN_LENGTH, end - start)
        return (start if end > self.zero * width else end - length), length


def bar_spans(values: Sequence[ValueInterval]) -> tuple[BarSpan, ...]:
    """The bars of amounts in one unit."""
    beyond = open_length(values)
    bars = [bar_pieces(value, beyond) for value in values]
    low = min([0.0, *(piece.start for bar in bars for piece in bar)])
    high = max([0.0, *(piece.end for bar in bars for piece in bar)])
    extent = high - low or 1.0
    return tuple(
        BarSpan(
            tuple(piece._replace(start=(piece.start - low) / extent, end=(piece.end - low) / extent) for piece in bar),
            -low / extent,
        )
        for bar in bars
    )
