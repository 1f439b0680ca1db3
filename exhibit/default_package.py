"""The first exhibit: compiled from content/ in a clone, carried along in an installed wheel."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from exhibit.resources import resource

_CLONE: Final = Path(__file__).parent.parent
_FORMAT: Final = Path(__file__).parent / "package" / "format.py"


class BuildError(Exception):
    """The content does not compile; the compiler has said why."""


def default_package() -> Path:
    """The package of the first exhibit, compiled if content/ or the format of packages is newer.

    Raises BuildError, MissingResourceError.
    """
    content = _CLONE / "content"
    if not (content / "exhibit.yaml").exists():
        return resource("first.exhibit")
    package = _CLONE / "build" / "first.exhibit"
    if not package.exists() or package.stat().st_mtime < max(_newest(content), _FORMAT.stat().st_mtime):
        # A process of its own: the running exhibit never imports the compiler.
        command = [sys.executable, "-m", "exhibit", "build", str(content), "-o", str(package)]
        built = subprocess.run(command, cwd=_CLONE, check=False)
        if built.returncode:
            raise BuildError("content/ does not compile; see the lines above")
    return package


def _newest(folder: Path) -> float:
    """The time of the latest change under a folder, removals included."""
    return max(path.lstat().st_mtime for path in (folder, *folder.rglob("*")))
