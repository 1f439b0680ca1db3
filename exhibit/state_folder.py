"""The one folder that the program writes to by itself: saved states and logs."""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_PRIVATE: Final = 0o700


def state_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The user's folder for the state of this program, or None if the user has no home folder.

    On Windows it lies in LOCALAPPDATA, elsewhere in XDG_STATE_HOME or `~/.local/state` (XDG Base Directory 0.8).
    """
    given = environment.get("LOCALAPPDATA" if platform == "win32" else "XDG_STATE_HOME", "")
    if Path(given).is_absolute():
        return Path(given) / "exhibit"
    home = environment.get("HOME", "")
    if not Path(home).is_absolute():
        with suppress(RuntimeError):
            home = str(Path.home())
    return Path(home) / ".local" / "state" / "exhibit" if Path(home).is_absolute() else None


def state_file(exhibit_id: str) -> Path | None:
    """The file of an exhibit's saved state; whatever a package calls itself, it stays in the state folder."""
    folder = state_folder()
    return folder / f"{re.sub(r'[^a-z0-9-]', '-', exhibit_id)[:64]}.json" if folder else None


def make_private(folder: Path) -> None:
    """Makes a folder that only its user can read. Raises OSError."""
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
