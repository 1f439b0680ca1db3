"""`exhibit open [FILE]`: the window."""

import argparse
import gc
import os
import signal
import sys
from pathlib import Path
from typing import Final

from exhibit.app.opening import opened
from exhibit.commands.names import file_name
from exhibit.default_package import BuildError, default_package
from exhibit.display import display_trouble
from exhibit.libraries import qt_trouble
from exhibit.options import Options
from exhibit.resources import MissingResourceError

_LONGEST: Final = 2000
_BUS: Final = "DBUS_SESSION_BUS_ADDRESS"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=file_name, metavar="FILE", help="a package (*.exhibit)")
    help = "a second touch of a key within so many milliseconds does not count, 0 to 2000 (%(default)s)"
    parser.add_argument("--key-delay", type=_delay, default=Options().key_delay, metavar="MS", help=help)
    parser.add_argument("--reduced-motion", action="store_true", help="nothing glides; the map moves at once")


def run(arguments: argparse.Namespace) -> int:
    if trouble := display_trouble():
        print(trouble, file=sys.stderr)
        return 1
    try:
        file = arguments.file or default_package()
    except (BuildError, MissingResourceError) as error:
        print(error, file=sys.stderr)
        return 1
    _start_no_bus()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the window watches for it
    gc.disable()  # until the window is painted; from then on it is run when the window is idle
    options = Options(arguments.key_delay, reduced_motion=arguments.reduced_motion)
    package = opened(file, options)
    try:
        from exhibit.app.desktop import run_desktop  # Qt only where a window is wanted, and after everything else
    except ImportError as error:
        if (trouble := qt_trouble(error)) is None:
            raise
        print(trouble, file=sys.stderr)
        return 1
    return run_desktop(package, options)


def _start_no_bus() -> None:
    """Where the desktop has no message bus, Qt would have a program of the name dbus-launch started to make one."""
    if not Path(os.environ.get("XDG_RUNTIME_DIR") or "/", "bus").exists():
        os.environ.setdefault(_BUS, "disabled:")


def _delay(text: str) -> int:
    if not text.isdecimal() or int(text) > _LONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of milliseconds from 0 to {_LONGEST}")
    return int(text)
