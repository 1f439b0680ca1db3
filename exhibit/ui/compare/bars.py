"""How long the bars of a comparison are: one scale, from nought; no Qt.

Every bar begins at nought and is as long as its value: a value fifty times another has a bar fifty times as long.
A bar may be a sliver beside a very long one; that is what the figures say, and the value stands at the bar.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarSpan:
    """From where to where a bar goes, in shares of the width there is; it starts or ends at `nought`."""

    start: float
    end: float
    nought: float

    def pixels(self, width: float) -> tuple[float, float]:
        """Where it starts and how long it is; a value other than nought is seen at least."""
        start, end = self.start * width, self.end * width
        if start == end:
            return start, 0.0
        long = max(1.0, end - start)
        return (start if end > self.nought * width else end - long), long


def bar_spans(values: Sequence[float]) -> tuple[BarSpan, ...]:
    """The bars of values in one unit."""
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    whole = high - low or 1.0
    nought = -low / whole
    return tuple(BarSpan((min(value, 0.0) - low) / whole, (max(value, 0.0) - low) / whole, nought) for value in values)
