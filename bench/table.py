"""The table of rows, and the page of documentation around it."""

import os
import platform
from collections.abc import Sequence
from datetime import date
from typing import Final

import PySide6

from bench.rows import Row

_HEADS: Final = ("what", "ours", "peer", "", "ratio", "goal", "")
_RIGHT: Final = (1, 2, 4)
"""Columns of numbers."""
_VERDICTS: Final = {True: "met", False: "MISSED", None: ""}
_NOT_MEASURED: Final = """\
## How to read it

- A ratio holds on other machines, a millisecond does not. Ours and the peer's are measured in turn in the same run;
  each number is the median of its rounds (the wheel's: the value 95 % of the frames stay under), after one round to
  warm up.
- First paint is by the clock, from starting a process to the end of the turn of the event loop in which text, map and
  list were painted.
- Everything else in milliseconds is processor time of all threads of the process, from the act to the end of the turn
  in which it was painted, in the whole window of 1440 by 900 pixels: other programs hardly disturb it, and with nothing
  else running it is what the clock says. The peers are bare widgets as large as the part of the window they stand for,
  which favours them.
- OpenCC at run time is the compiler's own converter, its dictionaries already loaded; both sides keep the place.
- "Drawn anew" is the map's own work when a zoom comes to rest: base, insets and labels at the new scale.
- Memory is the proportional set size three seconds after the first paint (other Qt programs running at the
  time make it smaller on both sides, by the libraries they share). The live heap is what glibc's malloc has
  handed out, Python's objects included, after as many articles were opened one after the other.
- Search: every engine has the same folded texts and gives the first 8 places of a query. The peers name rows, whose
  texts are then read from a table and looked through; ours reads and checks its own. Recall and precision are of all
  rows of queries with at most 10,000, against the scan. A page is what the window asks for: 5 hits of each kind with
  their sentences. "None" are characters of the texts put together at random. Cold is with the files out of the system's
  cache, the program loaded, until the first place is there; the peers only name its row. tantivy and libzim are
  measured where they are installed (`bench` in pyproject.toml); libzim with 1,000 articles only, it writes slowly.
- Search painted: the last character of a query is typed into the field, the rest being there; it ends when all hits
  in sight of exactly that query are painted, with their sentences; those below, their numbers and the title follow
  ("what is not in sight too"). The queries are pieces of 1, 2, 3, 4 and 8 characters of the texts. "The window's
  thread" is what of the processor time is not spent on the search itself. Rows by the clock suffer from whatever else
  runs.
- Synthetic articles are sentences of the first exhibit recombined, with other numbers, about 2,500 characters each.

## What is not measured

- A real screen: Qt's offscreen platform paints the same pixels but copies them nowhere; there is no vertical
  synchronisation, no compositor, no delay of a mouse or a touch screen. It is processor time, not frames seen.
- Windows and macOS; a machine without its files in the page cache; a real corpus of many articles; a day of use.
- What is put off until after a paint (insets of the map drawn sharply after a zoom, fonts of the other script).
"""


def table(rows: Sequence[Row]) -> str:
    """The rows as aligned Markdown."""
    cells = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(3, *(len(line[column]) for line in cells)) for column in range(len(_HEADS))]
    rule = tuple("-" * (width - 1) + (":" if number in _RIGHT else "-") for number, width in enumerate(widths))
    return "\n".join(_line(line, widths) for line in (cells[0], rule, *cells[1:]))


def verdict(rows: Sequence[Row]) -> str:
    """One sentence on what was reached."""
    aimed = [row for row in rows if row.goal]
    missed = [row.what for row in aimed if not row.met]
    if not missed:
        return f"All {len(aimed)} goals were met."
    return f"{len(aimed) - len(missed)} of {len(aimed)} goals were met; missed: {', '.join(missed)}."


def page(rows: Sequence[Row], command: str) -> str:
    """The documentation page."""
    return "\n".join(
        (
            "# What it costs\n",
            f"Measured {date.today():%Y-%m-%d} on {machine()}, by `{command}`.\n",
            table(rows),
            f"\n{verdict(rows)}\n",
            _NOT_MEASURED,
        )
    )


def machine() -> str:
    """What the numbers depend on."""
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, Qt platform {os.environ.get('QT_QPA_PLATFORM', 'of the desktop')}"
    )


def _cells(row: Row) -> tuple[str, ...]:
    peer = (_number(row.peer.cost, row.unit), row.peer.name) if row.peer else ("", "")
    ratio = "" if row.ratio is None else f"{row.ratio:.3g}"
    return (row.what, _number(row.ours, row.unit), *peer, ratio, str(row.goal or ""), _VERDICTS[row.met])


def _number(value: float, unit: str) -> str:
    return f"{value:.{1 if value >= 10 else 2 if value >= 0.1 else 4}f} {unit}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if number in _RIGHT else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"
