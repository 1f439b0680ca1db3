"""The shared libraries of the system that Qt loads and its wheel does not bring, and what to do where they lack."""

import ctypes
import sys
from collections.abc import Iterable
from typing import Final

QT_LIBRARIES: Final = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Those without which nothing is painted, and the package of each; Debian 12 and 13 know it by this name."""
X11_LIBRARIES: Final = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""Those that a window on X11 needs as well."""


def missing_libraries(wanted: Iterable[str]) -> list[str]:
    """Those of the wanted libraries that this system cannot load; none where Qt brings them all."""
    return [name for name in wanted if sys.platform.startswith("linux") and not _loads(name)]


def debian_packages(libraries: Iterable[str]) -> list[str]:
    """The packages that hold them."""
    return [(QT_LIBRARIES | X11_LIBRARIES)[name] for name in libraries]


def library_remedy(libraries: Iterable[str], packages: Iterable[str] = ()) -> str:
    """What the administrator has to do for libraries, and other packages if any."""
    import shutil  # only in trouble

    if shutil.which("apt-get"):
        return f"apt-get install --no-install-recommends {' '.join([*packages, *debian_packages(libraries)])}"
    return f"install from the packages of this system what holds {', '.join([*packages, *libraries])}"


def qt_trouble(error: ImportError) -> str | None:
    """Why Qt could not be imported, in one line; None if the error is of something else."""
    if missing := missing_libraries(QT_LIBRARIES):
        return f"exhibit: Qt lacks libraries of this system; as its administrator: {library_remedy(missing)}"
    if (error.name or "").startswith(("PySide6", "shiboken6")) or ".so" in str(error):
        return f"exhibit: Qt cannot be loaded: {error}; `exhibit doctor` says what this machine lacks"
    return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
