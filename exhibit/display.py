"""Whether there is a display to open a window on."""

import os
import sys
from collections.abc import Mapping

NO_DISPLAY = (
    "no display: DISPLAY and WAYLAND_DISPLAY are not set, so no window can be opened; "
    "run it in a desktop session, or write pictures of every screen with `exhibit pictures FILE DIR`"
)


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """True unless this is a Unix without X11 or Wayland and without a Qt platform chosen by hand."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
