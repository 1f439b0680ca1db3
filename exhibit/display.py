"""Whether there is a display to open a window on."""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from exhibit.libraries import X11_LIBRARIES, library_remedy, missing_libraries

NO_DISPLAY: Final = (
    "no display: DISPLAY and WAYLAND_DISPLAY are not set, so no window can be opened; "
    "run it in a desktop session, or write pictures of every screen with `exhibit pictures FILE DIR`"
)
_PLATFORM: Final = "QT_QPA_PLATFORM"
_VARIABLES: Final = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
"""What says that there is a display, by the platform of Qt for it."""
_AS_YOURSELF: Final = "run it in your own desktop session, as yourself and not through sudo"
_LIBXCB: Final = "libxcb.so.1"
_LIBWAYLAND: Final = "libwayland-client.so.0"


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """True unless this is a Unix without X11 or Wayland and without a Qt platform chosen by hand."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", _PLATFORM))


def display_trouble() -> str | None:
    """Why no window can be opened here, in one line; None if one can. Qt itself would end the program."""
    if not has_display():
        return NO_DISPLAY
    if not sys.platform.startswith("linux"):
        return None
    troubles = [_trouble_of(name) for name in _platforms()]
    return None if None in troubles else troubles[-1]


def _platforms() -> list[str]:
    """What Qt will try, in its order."""
    if chosen := os.environ.get(_PLATFORM):
        return [one.partition(":")[0] for one in chosen.split(";")]
    return [name for name, variable in _VARIABLES.items() if os.environ.get(variable)]


def _trouble_of(platform: str) -> str | None:
    if platform == "xcb":
        return _x11_trouble()
    if platform.startswith("wayland"):
        return None if _wayland_answers() else f"exhibit: no Wayland display answers; {_AS_YOURSELF}"
    known = known_platforms()
    if known and platform not in known:  # without Qt none is known, and its import says so
        named = ", ".join(sorted(known))
        return f"exhibit: {_PLATFORM} names {platform}, which Qt does not know here; unset it, or set one of {named}"
    return None


def known_platforms() -> set[str]:
    """The names of the platforms that the installed Qt has a plug-in for."""
    from importlib.util import find_spec  # only where a platform was chosen by hand

    spec = find_spec("PySide6")
    places = spec.submodule_search_locations or () if spec else ()
    found = [file for place in places for file in Path(place, "Qt", "plugins", "platforms").glob("libq*.so")]
    return {file.stem.removeprefix("libq") for file in found}


def _x11_trouble() -> str | None:
    if missing := missing_libraries(X11_LIBRARIES):
        return f"exhibit: a window needs libraries of this system; as its administrator: {library_remedy(missing)}"
    if _x11_answers():
        return None
    return f"exhibit: no display answers at DISPLAY={os.environ.get('DISPLAY', '')}, or it refuses you; {_AS_YOURSELF}"


def _x11_answers() -> bool:
    """Whether the server lets us in, asked as Qt asks."""
    xcb = ctypes.CDLL(_LIBXCB)
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name or missing_libraries([_LIBWAYLAND]):
        return False
    import socket  # only on Wayland

    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(Path(os.environ.get("XDG_RUNTIME_DIR") or "/", name)))
        except OSError:
            return False
    return True
