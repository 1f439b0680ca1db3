"""The first exhibit of a clone: built when it must be, whole whoever starts, and built again if it is damaged."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from exhibit.default_package import BuildError, default_package
from exhibit.package.verify import verify
from tests.processes import start_python

GOOD = Path(__file__).parent / "sources" / "good"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with content/, as a clone has it."""
    shutil.copytree(GOOD, tmp_path / "content")
    return tmp_path


def test_it_is_built_once(clone: Path) -> None:
    package = default_package(clone)
    verify(package)
    built = package.stat().st_mtime_ns
    assert default_package(clone) == package
    assert package.stat().st_mtime_ns == built


def test_a_change_of_the_content_builds_it_again(clone: Path) -> None:
    package = default_package(clone)
    before = package.read_bytes()
    file = clone / "content" / "exhibit.yaml"
    file.write_text(file.read_text("utf-8").replace("version: ", "version: 9."), "utf-8")
    assert default_package(clone).read_bytes() != before


def test_starts_at_once_leave_a_whole_package(clone: Path) -> None:
    code = f"from pathlib import Path; from exhibit.default_package import *; default_package(Path({str(clone)!r}))"
    running = [start_python("-c", code) for _ in range(3)]
    for one in running:
        one.communicate(timeout=120)
    assert [one.returncode for one in running] == [0, 0, 0]
    verify(clone / "build" / "first.exhibit")
    assert [one.name for one in (clone / "build").iterdir()] == ["first.exhibit"]


@pytest.mark.parametrize("spoil", [
    lambda data: b"", lambda data: b"no package", lambda data: data[:-100], lambda data: data[:60] + b"\0\0\0\1" + data[64:],
    lambda data: data[:9000] + bytes([data[9000] ^ 1]) + data[9001:],
], ids=["empty", "text", "cut", "of another format", "a flipped bit"])  # fmt: skip
def test_a_damaged_one_is_built_again(clone: Path, spoil: Callable[[bytes], bytes]) -> None:
    package = default_package(clone)
    whole = package.read_bytes()
    package.write_bytes(spoil(whole))
    assert default_package(clone).read_bytes() == whole


def test_what_cannot_be_built_is_said(clone: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (clone / "content" / "exhibit.yaml").write_text("id: [", "utf-8")
    with pytest.raises(BuildError):
        default_package(clone)
    assert "this is not YAML" in capfd.readouterr().err
