"""Content folders for tests: the good one under tests/sources, and others laid over it."""

import shutil
from pathlib import Path
from typing import Final

from exhibit.compiler.build_cache import BuildCache
from exhibit.compiler.compile import compile_content
from exhibit.compiler.problems import Problem

SOURCES: Final = Path(__file__).parent.parent / "sources"
CONTENT: Final = Path(__file__).parent.parent.parent / "content"
_NOT_CONTENT: Final = ("expected.txt", "removed.txt")


def mistakes() -> list[str]:
    """The names of the folders with a mistake each."""
    return sorted(folder.name for folder in SOURCES.iterdir() if folder.is_dir() and folder.name != "good")


def lay(name: str, to: Path) -> Path:
    """Copies the good folder and what `name` changes in it to `to`."""
    shutil.copytree(SOURCES / "good", to)
    over = SOURCES / name
    shutil.copytree(over, to, dirs_exist_ok=True, ignore=lambda *_: _NOT_CONTENT)
    if (removed := over / "removed.txt").exists():
        for file in removed.read_text("utf-8").split():
            (to / file).unlink()
    return to


def problems_of(folder: Path, cache: BuildCache | None = None) -> tuple[Problem, ...]:
    """Every problem of a folder."""
    return compile_content(folder, cache).problems
