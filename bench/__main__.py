"""`python -m bench`: measures all, prints a table, writes docs/bench.md. A missed goal is said, and fails nothing."""

import argparse
import shlex
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Final

from bench.child import QUIET
from bench.effort import FULL, QUICK, Effort
from bench.figures import figure_rows
from bench.idle import idle_rows
from bench.memory import memory_rows
from bench.packages import Packages, packages
from bench.rows import Row
from bench.search import search_rows
from bench.search_painted import painted_rows
from bench.start import start_rows
from bench.table import page, table, verdict
from exhibit.default_package import BuildError

_PAGE: Final = Path(__file__).parent.parent / "docs" / "bench.md"


def main(words: Sequence[str]) -> int:
    options = _parser().parse_args(words)
    try:
        found = packages(options.most)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    rows = _measured(found, QUICK if options.quick else FULL, options.only)
    print(f"\n{table(rows)}\n\n{verdict(rows)}")
    options.output.write_text(page(rows, shlex.join(["python", "-m", "bench", *words])), encoding="utf-8")
    return 0


def _measured(found: Packages, effort: Effort, only: str | None) -> list[Row]:
    search = partial(search_rows, found.searched, effort)
    painted = partial(painted_rows, found.first, found.searched, effort)
    if only == "search":
        return [*_part("search", search), *_part("search painted", painted)]
    return [
        *_part("first paint", lambda: start_rows(found.first, found.many, effort)),
        *_part("memory", lambda: memory_rows(found.first, effort)),
        *_part("idle", lambda: idle_rows(found.first, effort)),
        *_part("search", search),
        *_part("search painted", painted),
        *_part("figures", lambda: figure_rows(effort)),
        *_measured_here(found, effort),
    ]


def _measured_here(found: Packages, effort: Effort) -> list[Row]:
    """Rows of this process, which did without Qt so far: the processes above would have shared its memory."""
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtWidgets import QApplication

    from bench.map import map_rows
    from bench.reader import reader_rows

    QLoggingCategory.setFilterRules(QUIET)
    application = QApplication([])
    rows = [
        *_part("reader", lambda: reader_rows(found.first, found.long, effort)),
        *_part("map", lambda: map_rows(found.first, found.areas, effort)),
    ]
    application.quit()
    return rows


def _part(name: str, measure: Callable[[], list[Row]]) -> list[Row]:
    start = monotonic()
    rows = measure()
    print(f"{name} measured in {monotonic() - start:.0f} s", flush=True)
    return rows


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--most", type=int, default=100_000, metavar="N", help="articles of the largest package")
    parser.add_argument("--quick", action="store_true", help="few rounds: whether it works, not what it costs")
    parser.add_argument("--only", choices=("search",), help="measure nothing else")
    parser.add_argument("-o", "--output", type=Path, default=_PAGE, metavar="FILE", help="the page to write")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
