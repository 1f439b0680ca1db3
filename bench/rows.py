"""One measured row, and the arithmetic of medians."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Row:
    """A cost against a peer's in the same unit; `goal` is the largest ratio aimed at, `note` a plain limit instead."""

    what: str
    ours: float
    peer_name: str
    peer: float
    unit: str
    goal: float

    @property
    def ratio(self) -> float:
        return self.ours / self.peer if self.peer else float("inf")

    @property
    def met(self) -> bool:
        return self.ratio <= self.goal


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def interleaved(rounds: int, *works: Callable[[], float]) -> list[list[float]]:
    """The results of each work, all works once a round, so that a busy moment hits every one."""
    results: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, found in zip(works, results, strict=True):
            found.append(work())
    return results


def p95(values: Sequence[float]) -> float:
    """The value that 95 % stay under."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)
