"""Reads a file of a content folder: an ordinary file inside the folder, of a limited size, and nothing else."""

import os
import stat
from pathlib import Path
from typing import Final, NamedTuple

from exhibit.model.limits import MAX_FONT_BYTES, MAX_PICTURE_BYTES, MAX_SVG_BYTES

SIZE_LIMITS: Final = {
    ".yaml": 4 << 20,
    ".md": 4 << 20,
    ".svg": MAX_SVG_BYTES,
    ".otf": MAX_FONT_BYTES,
    ".ttf": MAX_FONT_BYTES,
}
"""Bytes that a file may have, by the ending of its name."""
_NO_WAITING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class UnreadableFile(NamedTuple):
    """Replaces the content of a file that cannot be read; `reason` is a message with a way out."""

    reason: str


FileContent = bytes | UnreadableFile


def read_file(folder: Path, name: str) -> FileContent:
    """The content of a file named relative to the folder. Nothing that could block or never end is opened."""
    path = folder / name
    try:
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            return UnreadableFile(f"{name} lies outside the content folder; copy it into the folder")
        if path.is_symlink() and not path.exists():
            return UnreadableFile(f"{name} is a link that leads nowhere; put the file itself in its place")
        if not path.exists():
            return UnreadableFile(f"there is no file {name}; add it or correct the name")
        if not path.is_file():
            return UnreadableFile(f"{name} is no ordinary file; put a file in its place")
        return _read_ordinary(path, name)
    except (OSError, ValueError) as error:
        return UnreadableFile(f"{name!r} cannot be read: {getattr(error, 'strerror', None) or error}; check the file")


def _read_ordinary(path: Path, name: str) -> FileContent:
    limit = SIZE_LIMITS.get(path.suffix.lower(), MAX_PICTURE_BYTES)
    with os.fdopen(os.open(path, _NO_WAITING), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):  # it was replaced meanwhile
            return UnreadableFile(f"{name} is no ordinary file; put a file in its place")
        content = stream.read(limit + 1)
    if len(content) > limit:
        return UnreadableFile(f"{name} is larger than {limit >> 20} MiB; make it smaller or split it")
    return content
