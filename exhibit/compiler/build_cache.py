"""The cache of builds: a private folder of the user, in which each entry has a digest."""

import hashlib
import os
import re
import shutil
import stat
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from exhibit import __version__
from exhibit.package.format import FORMAT_VERSION

_PRIVATE: Final = 0o700
_UNUSED_DAYS: Final = 30
"""Days after which the results of a content folder that was not built again are removed."""
_FOLDER_NAME: Final = re.compile("[0-9a-f]{32}")
_DIGEST_SIZE: Final = hashlib.sha256().digest_size


class BuildCache:
    """Results of builds of one content folder by key, for this user, this version of the program and format.

    A result that was changed on the disk counts as missing. If nothing can be kept, builds only take longer.
    """

    def __init__(self, folder: Path, version: str = f"{__version__} {FORMAT_VERSION}") -> None:
        """Makes `folder` and the two folders above it private."""
        self._folder, self._version = folder, version
        self._used: set[str] = set()
        self._is_usable = _make_private(folder)

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, or None."""
        self._used.add(_file_name(key))
        if not self._is_usable:
            return None
        file = self._folder / _file_name(key)
        with suppress(OSError):
            data = file.read_bytes() if file.is_file() else b""
            if data[:_DIGEST_SIZE] == self._digest(key, data[_DIGEST_SIZE:]):
                return data[_DIGEST_SIZE:]
        return None

    def put(self, key: str, content: bytes) -> bool:
        """Keeps something under a key. Returns False if it could not be kept."""
        self._used.add(_file_name(key))
        if not self._is_usable:
            return False
        try:
            (self._folder / _file_name(key)).write_bytes(self._digest(key, content) + content)
        except OSError:
            return False
        return True

    def remove_unused(self) -> None:
        """Removes what this build neither read nor kept, and the results of content folders not built for long."""
        with suppress(OSError):
            os.utime(self._folder)
            for file in self._folder.iterdir():
                if file.name not in self._used:
                    file.unlink(missing_ok=True)
            oldest = time.time() - _UNUSED_DAYS * 86_400
            for folder in self._folder.parent.iterdir():
                if _FOLDER_NAME.fullmatch(folder.name) and folder.stat().st_mtime < oldest:
                    shutil.rmtree(folder, ignore_errors=True)

    def _digest(self, key: str, content: bytes) -> bytes:
        """The digest of an entry: of its content, key, user, and version of program and format."""
        user = os.getuid() if sys.platform != "win32" else 0
        return hashlib.sha256(f"{self._version}\0{user}\0{key}\0".encode() + content).digest()


def open_cache(content: Path) -> BuildCache | None:
    """The cache of a content folder, or None if the user has no home folder."""
    folder = cache_folder(content)
    return BuildCache(folder) if folder else None


def cache_folder(
    content: Path, environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path | None:
    """Where the results of a content folder are kept, or None if the user has no home folder.

    Below LOCALAPPDATA on Windows, elsewhere below XDG_CACHE_HOME or `~/.cache` (XDG Base Directory 0.8).
    """
    given = environment.get("LOCALAPPDATA" if platform == "win32" else "XDG_CACHE_HOME", "")
    home = environment.get("HOME", "")
    if Path(given).is_absolute():
        base = Path(given)
    elif Path(home).is_absolute():
        base = Path(home, ".cache")
    else:
        return None
    name = hashlib.sha256(os.fsencode(os.path.realpath(content))).hexdigest()[:32]
    return base / "exhibit" / "builds" / name


def _file_name(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def _make_private(folder: Path) -> bool:
    """Makes the folder and the two above it. Returns False if that fails, or if another user could change them."""
    own = (folder.parent.parent, folder.parent, folder)
    try:
        own[0].parent.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        for one in own:
            one.mkdir(mode=_PRIVATE, exist_ok=True)
        return all(map(_is_private, own))
    except OSError:
        return False


def _is_private(folder: Path) -> bool:
    """True for a folder, not a link to one, that belongs to this user and that only this user can write to."""
    status = folder.lstat()
    if sys.platform == "win32":
        return stat.S_ISDIR(status.st_mode)
    is_own = status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(status.st_mode) and is_own
