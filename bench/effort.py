"""How much is measured: in full, or just enough to see that the bench works."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Effort:
    """Rounds of each measure."""

    starts: int
    """Processes started to their first paint."""
    memories: int
    """Processes whose memory is read."""
    actions: int
    """Switches of script, articles opened, figures chosen."""
    frames: int
    """Frames of wheel and map."""
    changes: int
    """Changes of article after which the heap is read again."""
    idle: float
    """Seconds of doing nothing."""


FULL: Final = Effort(starts=11, memories=5, actions=40, frames=300, changes=10_000, idle=30)
QUICK: Final = Effort(starts=3, memories=1, actions=6, frames=40, changes=300, idle=5)
