"""The processor time of a window nobody touches."""

from pathlib import Path

from bench.child import numbers
from bench.effort import Effort
from bench.rows import Limit, Peer, Row

_MOST = 0.05


def idle_rows(first: Path, effort: Effort) -> list[Row]:
    """The row of idle processor use."""
    wanted = f"idle={effort.idle}"
    ours = numbers("exhibit_window", wanted, first, "text")[0]
    bare = numbers("bare_window", wanted)[0]
    peer = Peer("bare window, empty QTextBrowser", bare)
    return [Row(f"processor, idle for {effort.idle:g} s", ours, "%", peer, Limit(_MOST, "%"))]
