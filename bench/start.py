"""First paint: the exhibit against a bare window, and with many articles against few."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from time import monotonic

from bench.child import numbers
from bench.effort import Effort
from bench.rows import Peer, Ratio, Row, interleaved, middle


def start_rows(first: Path, many: Mapping[int, Path], effort: Effort) -> list[Row]:
    """Rows of first paint; `many` maps numbers of articles to synthetic packages, the fewest first."""
    peers = [partial(_first_paint, program) for program in ("bare_window", "bare_lean")]
    parts = [partial(_first_paint, "exhibit_window", first, part) for part in ("home-page", "map")]
    exhibits = [partial(_first_paint, "exhibit_window", file, "home-page") for file in many.values()]
    times = interleaved(effort.starts, *peers, *parts, *exhibits)
    bare, lean, cards, whole, few, *more = map(middle, times)
    fewest, *numbers_of_articles = many
    rows = [
        Row("first paint, cards and bar", cards, "ms", Peer("bare window, empty QTextBrowser", bare), Ratio(1.4)),
        Row("first paint, map too", whole, "ms", Peer("bare window, empty QTextBrowser", bare), Ratio(1.6)),
        Row("first paint, cards and bar", cards, "ms", Peer("the same, naming nothing of Qt", lean)),
    ]
    for number, time in zip(numbers_of_articles, more, strict=True):
        rows.append(Row(f"first paint, {number:,} articles", time, "ms", Peer(f"{fewest} articles", few), Ratio(1.1)))
    return rows


def _first_paint(program: str, *files: Path | str) -> float:
    """Milliseconds by the clock from starting a process to its first paint."""
    start = monotonic()
    return (numbers(program, "paint", *files)[0] - start) * 1000
