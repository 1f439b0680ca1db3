"""Folders that use the names of the format's first drafts still build, to the same bytes."""

import re
from pathlib import Path

from exhibit.compiler.compile import build
from tests.compiler.folders import lay

EARLIER = (
    (r"^(\s*)topic:", r"\1theme:"),
    (r"^topics:", "themes:"),
    (r" topic=", " theme="),
    (r"^reviewed:", "settled:"),
)


def with_earlier_names(folder: Path) -> int:
    """Writes a folder as the first drafts would have; returns how many names changed."""
    changed = 0
    for file in (*folder.rglob("*.yaml"), *folder.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        for name, earlier in EARLIER:
            text, count = re.subn(name, earlier, text, flags=re.MULTILINE)
            changed += count
        file.write_text(text, encoding="utf-8")
    return changed


def test_earlier_names_give_the_same_package(tmp_path: Path) -> None:
    folder = lay("good", tmp_path / "content")
    digest, problems = build(folder, tmp_path / "now.exhibit")
    assert with_earlier_names(folder) > 5
    assert build(folder, tmp_path / "earlier.exhibit") == (digest, problems)
