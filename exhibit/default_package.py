"""The first exhibit: compiled from content/ in a clone, part of an installed wheel."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from exhibit.package.format import PackageError
from exhibit.package.verify import verify_digest
from exhibit.resources import resource

_CLONE: Final = Path(__file__).parent.parent


class BuildError(Exception):
    """The first exhibit cannot be built; the build has printed why."""


def default_package(clone: Path = _CLONE) -> Path:
    """The package of the first exhibit, built if it is missing, damaged, of another format or older than content/.

    Raises BuildError, MissingResourceError.
    """
    content = clone / "content"
    if not (content / "exhibit.yaml").exists():
        return resource("first.exhibit")
    package = clone / "build" / "first.exhibit"
    if not _is_whole(package) or package.stat().st_mtime < _newest(content):
        # A process of its own: the running exhibit never imports the compiler.
        command = [sys.executable, "-m", "exhibit", "build", str(content), "-o", str(package)]
        if subprocess.run(command, cwd=_CLONE, check=False).returncode:
            raise BuildError("the first exhibit was not built; see the lines above")
    return package


def _is_whole(package: Path) -> bool:
    """False if there is no package that this program can read. Removes what is no package, to make room for one."""
    try:
        verify_digest(package)
    except PackageError as error:
        if error.fault == "not-a-package":
            package.unlink(missing_ok=True)
        return False
    return True


def _newest(folder: Path) -> float:
    """The time of the latest change under a folder, removals included."""
    return max(path.lstat().st_mtime for path in (folder, *folder.rglob("*")))
