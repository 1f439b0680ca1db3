"""Each folder of tests/sources holds an editor's mistake and, in expected.txt, the lines printed for it."""

from pathlib import Path

import pytest

from exhibit.compiler.build_cache import BuildCache
from exhibit.compiler.compile import build
from tests.compiler.folders import SOURCES, lay, mistakes


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one cache for all: an article that several folders share is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("name", mistakes())
def test_the_mistake_is_named(name: str, tmp_path: Path, cache: Path) -> None:
    folder, output = lay(name, tmp_path / "content"), tmp_path / "out" / "x.exhibit"
    package, problems = build(folder, output, cache=BuildCache(cache))
    assert "".join(f"{problem}\n" for problem in problems) == (SOURCES / name / "expected.txt").read_text("utf-8")
    assert (package is None) == any(problem.severity == "error" for problem in problems)
    assert output.exists() == (package is not None)


def test_the_good_folder_has_none(tmp_path: Path) -> None:
    package, problems = build(SOURCES / "good", tmp_path / "x.exhibit")
    assert package
    assert problems == ()
