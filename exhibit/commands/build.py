"""`exhibit build`: compiles a content folder into a package, or prints every mistake and writes nothing."""

import argparse
import sys
from pathlib import Path

from exhibit.commands.content import NO_COMPILER, ProgressLine, add_folder, cache_of, counted, print_problems


def configure(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: build/ID.exhibit")
    parser.add_argument("--strict", action="store_true", help="let warnings stop the build, too")


def run(arguments: argparse.Namespace) -> int:
    try:
        from exhibit.compiler.compile import build, read_id
    except ImportError as error:
        print(f"exhibit: {NO_COMPILER} ({error})", file=sys.stderr)
        return 1
    folder: Path = arguments.content
    output: Path = arguments.output or Path("build", f"{read_id(folder) or 'content'}.exhibit")
    try:
        digest, problems = build(folder, output, arguments.strict, cache_of(folder), ProgressLine())
    except OSError as error:
        print(
            f"exhibit: {output} cannot be written: {error.strerror or error}; name another file with -o",
            file=sys.stderr,
        )
        return 1
    print_problems(folder, problems, sys.stderr)
    if digest is None:
        print(f"nothing was built: {counted(problems)}", file=sys.stderr)
        return 1
    print(f"{output} ({output.stat().st_size / 1e6:.2f} MB, {counted(problems)})\nsha256 {digest}")
    return 0
