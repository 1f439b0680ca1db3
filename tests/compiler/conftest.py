"""What is compiled once for all tests of the compiler."""

from pathlib import Path

import pytest

from exhibit.compiler.compile import build
from tests.compiler.folders import CONTENT


@pytest.fixture(scope="session")
def first_exhibit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first exhibit, compiled without a cache and without a problem."""
    path = tmp_path_factory.mktemp("first") / "first.exhibit"
    package, problems = build(CONTENT, path)
    assert [str(problem) for problem in problems] == []
    assert package
    return path
