"""`exhibit build`: compiles a content folder into a package, or prints every mistake and writes nothing."""

import argparse
import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exhibit.command_line import drop_rest
from exhibit.commands.content import ProgressLine, add_folder, counted, print_problems, printable
from exhibit.commands.names import file_name
from exhibit.commands.remedies import compiler_missing

if TYPE_CHECKING:  # its packages may be missing
    from exhibit.compiler.output_file import BuiltPackage


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments."""
    add_folder(parser)
    parser.add_argument("-o", "--output", type=file_name, metavar="FILE", help="default: build/ID.exhibit")
    parser.add_argument("--strict", action="store_true", help="let warnings stop the build, too")
    parser.add_argument("--fresh", action="store_true", help="compile everything again, whatever was kept")


def run(arguments: argparse.Namespace) -> int:
    """Returns the exit code: 0 if the package is in its place."""
    try:
        from exhibit.compiler.build_cache import open_cache
        from exhibit.compiler.compile import build, read_id
        from exhibit.compiler.output_file import OutputError
    except ImportError as error:
        print(compiler_missing(error), file=sys.stderr)
        return 1
    folder: Path = arguments.content
    output: Path = arguments.output or Path("build", f"{read_id(folder) or 'content'}.exhibit")
    cache = None if arguments.fresh else open_cache(folder)
    try:
        package, problems = build(
            folder, output, strict=arguments.strict, cache=cache, progress=ProgressLine("articles")
        )
    except OutputError as error:
        print(printable(f"exhibit: {error}"), file=sys.stderr)
        return 1
    except OSError as error:
        message = f"exhibit: {output} cannot be written: {error.strerror or error}; name another file with -o"
        print(printable(message), file=sys.stderr)
        return 1
    print_problems(folder, problems, sys.stderr)
    if package is None:
        print(f"nothing was built: {counted(problems)}", file=sys.stderr)
        return 1
    _report(output, package, counted(problems))
    return 0


def _report(output: Path, package: "BuiltPackage", found: str) -> None:
    """Prints what was built. Trouble with the disk or the output does not undo that the package is in its place."""
    name = printable(str(output))
    if not package.is_synced:
        message = "but the disk did not confirm that it is stored; check the disk, and build again"
        print(f"exhibit: {name} is built, {message}", file=sys.stderr)
    try:
        print(f"{name} ({package.size / 1e6:.2f} MB, {found})")
        print(f"digest {package.digest}\nsha256 {package.sha256}", flush=True)
    except OSError as error:
        drop_rest(sys.stdout)
        if error.errno != errno.EPIPE:
            message = f"but this could not be printed: {error.strerror}; see `exhibit info`"
            print(f"exhibit: {name} is built, {message}", file=sys.stderr)
