"""What the commands on a content folder share: its argument, its cache, the progress line, the printed problems."""

import argparse
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from exhibit.commands.names import file_name

if TYPE_CHECKING:
    from exhibit.compiler.problems import Problem


def add_folder(parser: argparse.ArgumentParser) -> None:
    """The argument CONTENT."""
    parser.add_argument(
        "content", nargs="?", type=file_name, default=Path("content"), metavar="CONTENT", help="default: content"
    )


def cache_of(folder: Path) -> Path:
    """Where compiled articles of a content folder are kept: build/cache beside it."""
    folder = folder.resolve()
    return folder.parent / "build" / "cache" / folder.name


def print_problems(folder: Path, problems: Iterable["Problem"], stream: TextIO) -> None:
    """One line each, with the path as the editor can open it."""
    for problem in problems:
        print(
            f"{(folder / problem.file).as_posix()}:{problem.line}: {problem.severity}: {problem.message}", file=stream
        )


def counted(problems: Iterable["Problem"]) -> str:
    """How many errors and warnings there are, in words."""
    kinds = [problem.severity for problem in problems]
    parts = [
        f"{count} {kind}{'s' if count > 1 else ''}" for kind in ("error", "warning") if (count := kinds.count(kind))
    ]
    return ", ".join(parts) or "no problems"


class ProgressLine:
    """One line on a terminal, from the second second on."""

    def __init__(self, things: str) -> None:
        self._things = things
        self._begun = self._shown = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._begun > 1 and (now - self._shown > 0.1 or done == of):
            self._shown = now
            print(f"\r{done} of {of} {self._things}", end="\n" if done == of else "", file=sys.stderr, flush=True)
