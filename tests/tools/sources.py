"""Small packages that tests of the tools read, written from a dict of paths and sources."""

from collections.abc import Mapping
from pathlib import Path

PROJECT = '[[tool.importlinter.contracts]]\nname = "layers"\n'


def write_package(root: Path, sources: Mapping[str, str]) -> Path:
    """Writes `exhibit/PATH` for each source, and a pyproject.toml with one import contract; returns the root."""
    (root / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    for name, source in sources.items():
        path = root / "exhibit" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return root
