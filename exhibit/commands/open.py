"""`exhibit open [FILE]`: the window."""

import argparse
import sys
from pathlib import Path

from exhibit.display import NO_DISPLAY, has_display
from exhibit.first import BuildError, first_exhibit
from exhibit.resources import MissingResourceError


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a package (*.exhibit)")


def run(arguments: argparse.Namespace) -> int:
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    try:
        file = arguments.file or first_exhibit()
    except (BuildError, MissingResourceError) as error:
        print(error, file=sys.stderr)
        return 1
    from exhibit.app import run as run_window  # Qt only where a window is wanted

    return run_window(file)
