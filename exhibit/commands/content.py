"""What the commands on a content folder share: its argument, the progress line, and how problems are printed."""

import argparse
import re
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from exhibit.commands.names import file_name
from exhibit.model.text import UNSAFE

if TYPE_CHECKING:
    from exhibit.compiler.problems import Problem


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Adds the argument CONTENT."""
    parser.add_argument(
        "content", nargs="?", type=file_name, default=Path("content"), metavar="CONTENT", help="default: content"
    )


def print_problems(folder: Path, problems: Sequence["Problem"], stream: TextIO) -> None:
    """Prints a line for each problem, with a path that a text editor can open; many of one kind are one line."""
    from exhibit.compiler.problems import condensed

    shown, left_out = condensed(problems)
    for problem in shown:
        place = f"{(folder / problem.file).as_posix()}:{problem.line}"
        print(printable(f"{place}: {problem.severity}: {problem.message}"), file=stream)
    if left_out:
        print(f"... and {left_out:,} more; fix some of these first", file=stream)


def printable(text: str) -> str:
    """One line that a terminal shows as it is: characters that could control it are written as escapes."""
    return re.sub(f"{UNSAFE}|[\n\t]", lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def counted(problems: Iterable["Problem"]) -> str:
    """The number of errors and warnings, in words."""
    kinds = [problem.severity for problem in problems]
    parts = [
        f"{count} {kind}{'s' if count > 1 else ''}" for kind in ("error", "warning") if (count := kinds.count(kind))
    ]
    return ", ".join(parts) or "no problems"


class ProgressLine:
    """Shows on a terminal how many things are done, once a task has taken a second."""

    def __init__(self, things: str) -> None:
        self._things = things
        self._begun = self._shown = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._begun > 1 and (now - self._shown > 0.1 or done == of):
            self._shown = now
            print(f"\r{done} of {of} {self._things}", end="\n" if done == of else "", file=sys.stderr, flush=True)
