"""The lengths of the bars of a comparison: one scale, from zero; no Qt.

Every bar begins at zero, and its length is proportional to its value: a value fifty times another has a bar fifty
times as long. A bar beside a very long one may be very short; the value is printed at the bar.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

_MIN_LENGTH: Final = 1.0
"""Pixels of a bar for a small value that is not zero."""


class BarSpan(NamedTuple):
    """Start, end and the place of zero, as shares of the width of all bars. A bar starts or ends at zero."""

    start: float
    end: float
    zero: float

    def pixels(self, width: float) -> tuple[float, float]:
        """The start and the length of the bar in a width, in pixels; a value that is not zero can be seen."""
        start, end = self.start * width, self.end * width
        if start == end:
            return start, 0.0
        length = max(_MIN_LENGTH, end - start)
        return (start if end > self.zero * width else end - length), length


def bar_spans(values: Sequence[float]) -> tuple[BarSpan, ...]:
    """The bars of values in one unit."""
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    extent = high - low or 1.0
    zero = -low / extent
    return tuple(BarSpan((min(value, 0.0) - low) / extent, (max(value, 0.0) - low) / extent, zero) for value in values)
