"""`exhibit check`: names every mistake of a content folder, or verifies a package file."""

import argparse
import sys
from pathlib import Path

from exhibit.commands.content import ProgressLine, counted, print_problems, printable
from exhibit.commands.names import file_name
from exhibit.commands.remedies import compiler_missing
from exhibit.package.format import PackageError
from exhibit.package.verify import verify


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
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")


def run(arguments: argparse.Namespace) -> int:
    """Returns the exit code: 0 if there is no error."""
    return (
        _check_package(arguments.path) if arguments.path.is_file() else _check_folder(arguments.path, arguments.strict)
    )


def _check_package(path: Path) -> int:
    try:
        verify(path)
    except PackageError as error:
        print(f"exhibit: {error}", file=sys.stderr)
        return 1
    print(f"{printable(str(path))}: every part is as it was built")
    return 0


def _check_folder(folder: Path, strict: bool) -> int:
    try:
        from exhibit.compiler.build_cache import open_cache
        from exhibit.compiler.compile import compile_content
        from exhibit.compiler.problems import has_errors
    except ImportError as error:
        print(compiler_missing(error), file=sys.stderr)
        return 1
    problems = compile_content(folder, open_cache(folder), ProgressLine("articles")).problems
    print_problems(folder, problems, sys.stdout)
    print(f"{printable(str(folder))}: {counted(problems)}", file=sys.stderr)
    return 1 if has_errors(problems) or (strict and problems) else 0
