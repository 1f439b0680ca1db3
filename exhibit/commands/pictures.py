"""`exhibit pictures FILE DIR`: a picture of every screen, and a contact sheet."""

import argparse
import os
import sys
from pathlib import Path

from exhibit.package.format import PackageError
from exhibit.package.verify import open_package
from exhibit.resources import MissingResourceError


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a package (*.exhibit)")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")


def run(arguments: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # pictures need no display, and disturb none
    from exhibit.ui.fonts import FontError
    from exhibit.ui.screenshots import write_screenshots

    try:
        count = write_screenshots(open_package(arguments.file), arguments.folder)
    except (PackageError, MissingResourceError, FontError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or arguments.folder}: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{count} pictures and contact-sheet.png in {arguments.folder}")
    return 0
