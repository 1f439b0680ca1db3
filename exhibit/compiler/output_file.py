"""Writes a package to its place: whole and verified, and only where a package or nothing was before."""

import glob
import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Final, NamedTuple

from exhibit.package.file import check_file
from exhibit.package.format import PackageError
from exhibit.package.verify import verify
from exhibit.package.writer import PackageContents, write_package

_PART: Final = ".part"
_NAME_LENGTH: Final = 60
"""Characters of the output's name in the names of its parts."""


class OutputError(Exception):
    """A package cannot be written where it should be; str() is one line with a way out."""


class BuiltPackage(NamedTuple):
    """A package that was written."""

    digest: str
    """Of the content, as `exhibit info` shows it."""
    sha256: str
    """Of the whole file, as `sha256sum` prints it."""
    size: int
    """Bytes."""
    is_synced: bool
    """False if the disk did not confirm that the file's name is stored, so that a power cut may lose it."""


def check_output(output: Path) -> None:
    """Raises OutputError unless a package, or nothing, is at this path."""
    try:
        mode = output.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror}; name another file with -o") from error
    if stat.S_ISDIR(mode):
        raise OutputError(f"{output} is a folder; name a file in it with -o")
    if not stat.S_ISREG(mode):
        kind = "a link" if stat.S_ISLNK(mode) else "no ordinary file"
        raise OutputError(f"{output} is {kind} and is not replaced; name another file with -o")
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise OutputError(f"{output} is read-only and is not replaced; name another file with -o")
    try:
        check_file(output)
    except PackageError as error:
        if error.fault in ("missing", "not-a-package"):
            message = f"{output} is there and is no package, so it is not replaced; name another file with -o"
            raise OutputError(message) from error


def write_verified(contents: PackageContents, output: Path) -> BuiltPackage:
    """Writes a package beside `output`, verifies it, and only then gives it that name.

    Several builds may do so at once: the last one's package stays, whole. Raises OutputError or OSError; then
    `output` is as it was.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(output)
    with _own_part(output) as part:
        digest = write_package(contents, part)
        _verify(part)
        size, sha256 = part.stat().st_size, _sha256(part)
        check_output(output)
        part.replace(output)
    return BuiltPackage(digest, sha256, size, _is_synced(output.parent))


def _verify(part: Path) -> None:
    try:
        verify(part)
    except PackageError as error:
        detail = error.detail or error.fault
        advice = "build again with --fresh, and report it if that does not help"
        raise OutputError(f"what was built does not verify ({detail}) and was thrown away; {advice}") from error


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _is_synced(folder: Path) -> bool:
    if os.name != "posix":  # Windows cannot open a folder to sync it
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        return False
    return True


@contextmanager
def _own_part(output: Path) -> Iterator[Path]:
    """A path beside the output that only this build writes to; whatever is left of it is removed at the end."""
    descriptor, lock = _locked_file(output)
    try:
        yield lock.with_suffix(f".new{_PART}")
    finally:
        os.close(descriptor)
        _remove_family(lock)


def _locked_file(output: Path) -> tuple[int, Path]:
    """Makes an empty file that stays locked while this process lives: its name marks the parts of this build."""
    while True:
        descriptor, name = mkstemp(dir=output.parent, prefix=_prefix(output), suffix=_PART)
        if _is_own(descriptor):
            return descriptor, Path(name)
        os.close(descriptor)


def _is_own(descriptor: int) -> bool:
    """Locks a new file. Returns False if another build took it for abandoned before it was locked."""
    try:
        _lock(descriptor)
    except BlockingIOError:
        return False
    except OSError:  # on a file system without locks, no file is taken for abandoned
        return True
    return os.fstat(descriptor).st_nlink > 0


def _remove_abandoned(output: Path) -> None:
    """Removes the parts of builds of this output that ended without removing them."""
    if sys.platform == "win32":  # there, abandoned parts stay
        return
    for lock in output.parent.glob(f"{glob.escape(_prefix(output))}????????{_PART}"):
        with suppress(OSError):
            if lock.lstat().st_size == 0 and lock.is_file():
                descriptor = os.open(lock, os.O_RDWR)
                try:
                    _lock(descriptor)
                    _remove_family(lock)
                finally:
                    os.close(descriptor)


def _remove_family(lock: Path) -> None:
    """Removes a lock file and the parts named after it."""
    with suppress(OSError):
        for part in lock.parent.glob(f"{glob.escape(lock.stem)}.*"):
            part.unlink(missing_ok=True)


def _prefix(output: Path) -> str:
    return f".{output.name[:_NAME_LENGTH]}."


def _lock(descriptor: int) -> None:
    """Locks a file until it is closed. Raises BlockingIOError if a living process has locked it, or OSError."""
    if sys.platform != "win32":
        import fcntl  # does not exist on Windows

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
