"""`exhibit pictures FILE DIR`: writes screenshots of every screen, and a contact sheet."""

import argparse
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from exhibit.commands.content import ProgressLine
from exhibit.commands.names import file_name
from exhibit.libraries import qt_trouble
from exhibit.package.format import PackageError
from exhibit.package.verify import open_package
from exhibit.resources import MissingResourceError


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("file", type=file_name, metavar="FILE", help="a package (*.exhibit)")
    parser.add_argument("folder", type=file_name, metavar="DIR", help="where the pictures go")
    parser.add_argument("--main", action="store_true", help="only of the main screens, one size each")


def run(arguments: argparse.Namespace) -> int:
    """Runs the command. Returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no display is needed
    try:
        with _stoppable() as progress:
            return _write(arguments, progress)
    except ImportError as error:
        if (trouble := qt_trouble(error)) is None:
            raise
        print(trouble, file=sys.stderr)
        return 1


def _write(arguments: argparse.Namespace, progress: ProgressLine) -> int:
    from PySide6.QtCore import qInstallMessageHandler

    from exhibit.ui.fonts import FontError
    from exhibit.ui.screenshots import write_screenshots

    qInstallMessageHandler(_pass_on)
    try:
        count = write_screenshots(open_package(arguments.file), arguments.folder, arguments.main, progress)
    except (PackageError, MissingResourceError, FontError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or arguments.folder}: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{count} pictures and contact-sheet.png in {arguments.folder}")
    return 0


def _pass_on(_kind: object, _context: object, message: str) -> None:
    """Prints Qt's messages, except one that the platform without a display repeats."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


@contextmanager
def _stoppable() -> Iterator["StoppableLine"]:
    """Delays Ctrl+C until a screenshot is finished: an exception must not pass through Qt."""
    progress = StoppableLine()
    before = signal.signal(signal.SIGINT, progress.stop)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)


class StoppableLine(ProgressLine):
    """A line of progress that raises KeyboardInterrupt if Ctrl+C was pressed since the last step."""

    def __init__(self) -> None:
        super().__init__("pictures")
        self._stopped = False

    def stop(self, *_: object) -> None:
        """Stops the command at the next step."""
        self._stopped = True

    def __call__(self, done: int, of: int) -> None:
        if self._stopped:
            raise KeyboardInterrupt
        super().__call__(done, of)
