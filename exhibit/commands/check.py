"""`exhibit check`: names every mistake of a content folder, or verifies a package file."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from exhibit.commands.content import ProgressLine, counted, print_problems, printable
from exhibit.commands.names import file_name
from exhibit.commands.remedies import compiler_missing
from exhibit.commands.table import print_table
from exhibit.model.figure_words import value_text
from exhibit.model.metric import Metric
from exhibit.package.format import PackageError
from exhibit.package.verify import verify

_COLUMNS: Final = ("figure", "mark", "kind", "low", "high", "unit", "hedges", "direction", "shown")


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments."""
    parser.add_argument(
        "path",
        nargs="?",
        type=file_name,
        default=Path("content"),
        metavar="PATH",
        help="a folder or a package; default: content",
    )
    parser.add_argument("--figures", action="store_true", help="list every figure as it was read, for a proof-reader")
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")


def run(arguments: argparse.Namespace) -> int:
    """Returns the exit code: 0 if there is no error."""
    path: Path = arguments.path
    if not path.is_file():
        return _check_folder(path, arguments.strict, arguments.figures)
    if arguments.figures:
        print(
            "exhibit: --figures needs a content folder; a package tells its figures with `exhibit dump`",
            file=sys.stderr,
        )
        return 1
    return _check_package(path)


def _check_package(path: Path) -> int:
    try:
        verify(path)
    except PackageError as error:
        print(f"exhibit: {error}", file=sys.stderr)
        return 1
    print(f"{printable(str(path))}: every part is as it was built")
    return 0


def _check_folder(folder: Path, strict: bool, figures: bool) -> int:
    try:
        from exhibit.compiler.build_cache import open_cache
        from exhibit.compiler.compile import compile_content, each_metric
        from exhibit.compiler.problems import has_errors
    except ImportError as error:
        print(compiler_missing(error), file=sys.stderr)
        return 1
    cache = open_cache(folder)
    problems = compile_content(folder, cache, ProgressLine("articles")).problems
    if figures:
        print_table([_COLUMNS, *(tuple(map(printable, _row(one))) for one in each_metric(folder, cache))])
    print_problems(folder, problems, sys.stdout)
    print(f"{printable(str(folder))}: {counted(problems)}", file=sys.stderr)
    return 1 if has_errors(problems) or (strict and problems) else 0


def _row(metric: Metric) -> Sequence[str]:
    """A figure as it was read where its first edition marks it."""
    value, evidence = metric.value, metric.evidence[0]
    mark = evidence.sentence.hans[evidence.mark_start - evidence.start : evidence.mark_end - evidence.start]
    low, high = ("" if end is None else f"{end:.10g}" for end in (value.low, value.high))
    said = value_text(metric, "hans").words
    return (
        metric.id,
        mark,
        value.kind,
        low,
        high,
        metric.unit.name.hans,
        " ".join(value.hedges),
        value.direction or "",
        said,
    )
