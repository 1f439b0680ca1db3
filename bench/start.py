"""First paint: the exhibit against a bare window, and with many articles against five."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from bench.rows import Row, interleaved, middle

_ROUNDS = 11


def first_paint(arguments: Sequence[str], home: str) -> float:
    """Milliseconds from starting a process to the first paint it reports."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a user's machine, modules are compiled once
    start = monotonic()
    output = subprocess.run([sys.executable, "-m", *arguments], env=environment, capture_output=True, check=True, text=True)
    return (float(output.stdout.split()[-1]) - start) * 1000


def start_rows(first: Path, many: dict[int, Path]) -> list[Row]:
    """Rows of first paint; `many` maps numbers of articles to synthetic packages, the least of them the peer."""
    with TemporaryDirectory() as home:
        files = [first, *many.values()]
        bare, real, *synthetic = interleaved(
            _ROUNDS,
            lambda: first_paint(["bench.start_bare"], home),
            *(lambda file=file: first_paint(["bench.start_exhibit", str(file)], home) for file in files),
        )
    rows = [Row("first paint", middle(real), "bare PySide6 window, empty QTextBrowser", middle(bare), "ms", 1.4)]
    fewest = min(many)
    for number, times in zip(many, synthetic, strict=True):
        if number != fewest:
            what = f"first paint, {number:,} articles"
            rows.append(Row(what, middle(times), f"{fewest} articles", middle(synthetic[0]), "ms", 1.1))
    return rows
