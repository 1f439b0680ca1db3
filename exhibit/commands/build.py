"""`exhibit build`: compiles a content folder into a package, or prints every mistake and writes nothing."""

import argparse
import hashlib
import sys
from pathlib import Path

from exhibit.commands.content import ProgressLine, add_folder, cache_of, counted, print_problems
from exhibit.commands.names import file_name
from exhibit.commands.remedies import compiler_missing


def configure(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument("-o", "--output", type=file_name, metavar="FILE", help="default: build/ID.exhibit")
    parser.add_argument("--strict", action="store_true", help="let warnings stop the build, too")


def run(arguments: argparse.Namespace) -> int:
    try:
        from exhibit.compiler.compile import build, read_id
    except ImportError as error:
        print(compiler_missing(error), file=sys.stderr)
        return 1
    folder: Path = arguments.content
    output: Path = arguments.output or Path("build", f"{read_id(folder) or 'content'}.exhibit")
    if output.is_dir():
        print(f"exhibit: {output} is a folder; name a file in it with -o", file=sys.stderr)
        return 1
    try:
        digest, problems = build(folder, output, arguments.strict, cache_of(folder), ProgressLine("articles"))
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
    print(f"{output} ({output.stat().st_size / 1e6:.2f} MB, {counted(problems)})")
    print(f"digest {digest}\nsha256 {_sha256(output)}")
    return 0


def _sha256(file: Path) -> str:
    """Of the whole file, as `sha256sum` counts it: the digest is a part of the file, and so is another number."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
