"""`exhibit open [FILE]`: the window."""

import argparse
import sys
from pathlib import Path
from typing import Final

from exhibit.default_package import BuildError, default_package
from exhibit.display import NO_DISPLAY, has_display
from exhibit.options import Options
from exhibit.resources import MissingResourceError

_LONGEST: Final = 2000


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a package (*.exhibit)")
    help = "a second touch of a key within so many milliseconds does not count, 0 to 2000 (%(default)s)"
    parser.add_argument("--key-delay", type=_delay, default=Options().key_delay, metavar="MS", help=help)


def run(arguments: argparse.Namespace) -> int:
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    try:
        file = arguments.file or default_package()
    except (BuildError, MissingResourceError) as error:
        print(error, file=sys.stderr)
        return 1
    from exhibit.app.desktop import run_desktop  # Qt only where a window is wanted

    return run_desktop(file, Options(arguments.key_delay))


def _delay(text: str) -> int:
    if not text.isdecimal() or int(text) > _LONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of milliseconds from 0 to {_LONGEST}")
    return int(text)
