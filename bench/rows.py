"""One measured row, what it aims at, and the arithmetic of medians."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol


class Goal(Protocol):
    """What a row aims at; str() is how the table says it."""

    def met_by(self, row: "Row") -> bool: ...


@dataclass(frozen=True, slots=True)
class Peer:
    """What the cost is compared with, in the same unit."""

    name: str
    cost: float


@dataclass(frozen=True, slots=True)
class Row:
    """A cost, beside a peer's where there is one; without a goal it is there to be known."""

    what: str
    ours: float
    unit: str
    peer: Peer | None = None
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        return self.ours / self.peer.cost if self.peer and self.peer.cost else None

    @property
    def met(self) -> bool | None:
        """None where nothing is aimed at."""
        return self.goal.met_by(self) if self.goal else None


@dataclass(frozen=True, slots=True)
class Ratio:
    """At most so many times the peer's cost."""

    most: float

    def met_by(self, row: Row) -> bool:
        return row.ratio is not None and row.ratio <= self.most

    def __str__(self) -> str:
        return f"ratio <= {self.most:g}"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so much in the row's own unit, whatever a peer costs."""

    most: float
    unit: str

    def met_by(self, row: Row) -> bool:
        assert row.unit == self.unit
        return row.ours <= self.most

    def __str__(self) -> str:
        return f"<= {self.most:g} {self.unit}"


FRAME = Limit(16, "ms")
"""One frame of a screen that shows sixty a second."""


def interleaved(rounds: int, *works: Callable[[], float]) -> list[list[float]]:
    """The results of each work, all works once a round, so that a busy moment hits all; one round more warms up."""
    results: list[list[float]] = [[] for _ in works]
    for _ in range(rounds + 1):
        for work, found in zip(works, results, strict=True):
            found.append(work())
    return [found[1:] for found in results]


def p95(values: Sequence[float]) -> float:
    """The value that 95 % stay under."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)
