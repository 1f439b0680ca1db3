"""Where a package is written: always whole, never over anything but a package, and nothing left beside it."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from exhibit.__main__ import main
from exhibit.compiler import output_file
from exhibit.compiler.compile import build
from exhibit.compiler.output_file import OutputError
from exhibit.package.format import PackageError
from exhibit.package.verify import verify
from tests.compiler.folders import SOURCES, lay
from tests.processes import ROOT, start_python

GOOD = SOURCES / "good"
POSIX = pytest.mark.skipif(os.name != "posix", reason="files of this kind are of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_builds_at_once_leave_one_whole_package(tmp_path: Path) -> None:
    output = tmp_path / "out" / "x.exhibit"
    running = [start_python("-m", "exhibit", "build", GOOD, "-o", output) for _ in range(4)]
    said = [one.communicate(timeout=60) for one in running]
    assert [one.returncode for one in running] == [0, 0, 0, 0]
    verify(output)
    assert len({out for out, _ in said}) == 1
    assert names(output.parent) == ["x.exhibit"]


def test_what_each_of_two_builds_prints_is_what_it_built(tmp_path: Path) -> None:
    """Another build may have replaced the file before the first one prints."""
    output = tmp_path / "x.exhibit"
    first = build(GOOD, output).package
    second = build(lay("svg-is-fine", tmp_path / "content"), output).package
    assert first
    assert second
    assert first.sha256 != second.sha256


KILLED = """
import os, signal, sys
from exhibit.compiler import output_file
output_file.verify = lambda part: os.kill(os.getpid(), signal.SIGKILL)
from exhibit.__main__ import main
main(sys.argv[1:])
"""


@POSIX
def test_what_a_killed_build_leaves_is_removed_by_the_next(tmp_path: Path) -> None:
    output = tmp_path / "x.exhibit"
    command = [sys.executable, "-c", KILLED, "build", str(GOOD), "-o", str(output)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -9
    assert len(names(tmp_path)) > 1
    assert not output.exists()
    foreign = [tmp_path / name for name in ("x.exhibit.part", ".x.exhibit.abcdefgh.part", ".y.exhibit.abcdefgh.part")]
    for file in foreign:
        file.write_text("of somebody else")
    assert build(GOOD, output).package
    assert names(tmp_path) == sorted(["x.exhibit", *(file.name for file in foreign)])


@POSIX
def test_the_parts_of_a_running_build_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, inner = tmp_path / "x.exhibit", []

    def build_meanwhile(part: Path) -> None:
        monkeypatch.setattr(output_file, "verify", verify)
        inner.append(build(GOOD, output).package)
        verify(part)

    monkeypatch.setattr(output_file, "verify", build_meanwhile)
    assert build(GOOD, output).package == inner[0]
    assert names(tmp_path) == ["x.exhibit"]


def test_a_package_that_does_not_verify_takes_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "x.exhibit"
    build(GOOD, output)
    before = output.read_bytes()

    def fail(part: Path) -> None:
        raise PackageError(part, "damaged", "its digest does not match")

    monkeypatch.setattr(output_file, "verify", fail)
    with pytest.raises(OutputError, match="its digest does not match"):
        build(lay("svg-is-fine", tmp_path / "content"), output)
    assert output.read_bytes() == before


def a_text(path: Path) -> None:
    path.write_text("an article", "utf-8")


def an_empty_file(path: Path) -> None:
    path.touch()


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link(path: Path) -> None:
    target = path.with_name("target.exhibit")
    build(GOOD, target)
    path.symlink_to(target)


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def a_database(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(200))


def a_read_only_package(path: Path) -> None:
    build(GOOD, path)
    path.chmod(0o444)


@POSIX
@pytest.mark.parametrize("make", [
    a_text, an_empty_file, a_folder, a_pipe, a_link, a_link_to_itself, a_link_to_nothing, a_database, a_read_only_package,
])  # fmt: skip
def test_only_a_package_is_replaced(
    tmp_path: Path, make: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "x.exhibit"
    make(output)
    before, status = names(tmp_path), output.lstat()
    assert main(["build", str(GOOD), "-o", str(output)]) == 1
    error = capsys.readouterr().err
    assert (error.count("\n"), "with -o" in error) == (1, True)
    assert names(tmp_path) == before
    assert (output.lstat().st_mode, output.lstat().st_mtime_ns) == (status.st_mode, status.st_mtime_ns)


def test_a_file_of_the_content_is_not_replaced(tmp_path: Path) -> None:
    folder = lay("svg-is-fine", tmp_path / "content")
    article = folder / "articles" / "wall.md"
    before = article.read_bytes()
    assert main(["build", str(folder), "-o", str(article)]) == 1
    assert article.read_bytes() == before


def test_what_appears_meanwhile_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "x.exhibit"
    monkeypatch.setattr(output_file, "verify", lambda part: a_text(output))
    with pytest.raises(OutputError, match="no package"):
        build(GOOD, output)
    assert output.read_text("utf-8") == "an article"


@pytest.mark.parametrize("spoil", [
    lambda data: data[:-9], lambda data: data[:5000], lambda data: data[:63] + bytes([1]) + data[64:],
], ids=["cut", "cut short", "of another format"])  # fmt: skip
def test_a_damaged_package_is_replaced(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    output = tmp_path / "x.exhibit"
    build(GOOD, output)
    whole = output.read_bytes()
    output.write_bytes(spoil(whole))
    build(GOOD, output)
    assert output.read_bytes() == whole


@POSIX
def test_a_disk_that_does_not_confirm_is_told_and_the_package_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output, fsync = tmp_path / "x.exhibit", os.fsync

    def fail_on_the_last(descriptor: int) -> None:
        if output.exists():
            raise OSError(errno.EIO, "Input/output error")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fail_on_the_last)
    assert main(["build", str(GOOD), "-o", str(output)]) == 0
    printed = capsys.readouterr()
    assert "did not confirm" in printed.err
    assert "sha256" in printed.out
    verify(output)


@POSIX
def test_a_disk_that_fails_before_leaves_the_old_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "x.exhibit"
    build(GOOD, output)
    before = output.read_bytes()

    def fail(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    assert main(["build", str(lay("svg-is-fine", tmp_path / "content")), "-o", str(output)]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert output.read_bytes() == before
    assert names(tmp_path) == ["content", "x.exhibit"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-", "| head -c 0"])
def test_an_output_that_takes_nothing_does_not_undo_the_build(tmp_path: Path, redirection: str) -> None:
    output = tmp_path / "x.exhibit"
    script = f'"$@" {redirection}'
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "exhibit", "build", str(GOOD), "-o", str(output)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    verify(output)
    assert done.returncode == 0
    assert ("is built, but this could not be printed" in done.stderr) == (redirection == ">/dev/full")
    assert "Traceback" not in done.stderr


def test_fresh_compiles_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    one, two = tmp_path / "one.exhibit", tmp_path / "two.exhibit"
    assert main(["build", str(GOOD), "-o", str(one), "--fresh"]) == 0
    assert not (tmp_path / "cache").exists()
    assert main(["build", str(GOOD), "-o", str(two)]) == 0
    assert any((tmp_path / "cache").rglob("*"))
    assert one.read_bytes() == two.read_bytes()
