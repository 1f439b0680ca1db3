"""`exhibit open [FILE]`: shows a package in a window."""

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

_MAX_KEY_DELAY: Final = 2000
"""Milliseconds."""
_BUS_VARIABLE: Final = "DBUS_SESSION_BUS_ADDRESS"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("file", nargs="?", type=file_name, metavar="FILE", help="a package (*.exhibit)")
    help = "ignore repeated taps of a key within so many milliseconds, 0 to 2000 (%(default)s)"
    parser.add_argument("--key-delay", type=_delay, default=Options().key_delay, metavar="MS", help=help)
    parser.add_argument("--reduced-motion", action="store_true", help="nothing glides; the map moves at once")


def run(arguments: argparse.Namespace) -> int:
    """Runs the command. Returns the exit code."""
    if trouble := display_trouble():
        print(trouble, file=sys.stderr)
        return 1
    try:
        file = arguments.file or default_package()
    except (BuildError, MissingResourceError) as error:
        print(error, file=sys.stderr)
        return 1
    _disable_missing_bus()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the window handles it later
    gc.disable()  # until the window is painted; from then on it is run when the window is idle
    options = Options(arguments.key_delay, reduced_motion=arguments.reduced_motion)
    package = opened(file, options)
    try:
        from exhibit.app.desktop import run_desktop  # only this command needs Qt, and after everything else
    except ImportError as error:
        if (trouble := qt_trouble(error)) is None:
            raise
        print(trouble, file=sys.stderr)
        return 1
    return run_desktop(package, options)


def _disable_missing_bus() -> None:
    """Turns the message bus off if the desktop has none: Qt would start a program named dbus-launch to make one."""
    if not Path(os.environ.get("XDG_RUNTIME_DIR") or "/", "bus").exists():
        os.environ.setdefault(_BUS_VARIABLE, "disabled:")


def _delay(text: str) -> int:
    if not text.isdecimal() or int(text) > _MAX_KEY_DELAY:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of milliseconds from 0 to {_MAX_KEY_DELAY}")
    return int(text)
