"""Which files are read: ordinary ones inside the folder, of a limited size."""

import os
from pathlib import Path

import pytest

from exhibit.compiler.content.read_file import UnreadableFile, read_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("text")
    (tmp_path / "outside.md").write_text("secret")
    return tmp_path / "content"


def reason(folder: Path, name: str) -> str:
    content = read_file(folder, name)
    assert isinstance(content, UnreadableFile)
    return content.reason


def test_a_file_and_a_link_inside_the_folder_are_read(folder: Path) -> None:
    (folder / "b.md").symlink_to("a.md")
    assert (read_file(folder, "a.md"), read_file(folder, "b.md")) == (b"text", b"text")


def test_the_folder_may_be_a_link(folder: Path) -> None:
    folder.with_name("link").symlink_to(folder)
    assert read_file(folder.with_name("link"), "a.md") == b"text"


@pytest.mark.parametrize("name", ["../outside.md", "x/../../outside.md", "/etc/passwd"])
def test_names_that_lead_out_are_refused(folder: Path, name: str) -> None:
    assert "lies outside" in reason(folder, name)


@pytest.mark.parametrize("target", ["../outside.md", "/dev/zero", "/proc/kmsg", "/"])
def test_links_that_lead_out_are_refused(folder: Path, target: str) -> None:
    (folder / "b.md").symlink_to(target)
    assert "lies outside" in reason(folder, "b.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "b.md")
    assert "no ordinary file" in reason(folder, "b.md")


def test_a_folder_a_loop_and_nothing_are_refused(folder: Path) -> None:
    (folder / "d.md").mkdir()
    (folder / "l.md").symlink_to("l.md")
    assert "no ordinary file" in reason(folder, "d.md")
    assert "leads nowhere" in reason(folder, "l.md")
    assert "there is no file" in reason(folder, "n.md")
    assert "cannot be read" in reason(folder, "\0.md")


@pytest.mark.parametrize(
    ("name", "limit"), [("b.md", 4 << 20), ("b.yaml", 4 << 20), ("b.svg", 4 << 20), ("b.png", 16 << 20)]
)
def test_a_file_of_the_limit_is_read_and_a_longer_one_is_not(folder: Path, name: str, limit: int) -> None:
    (folder / name).touch()
    os.truncate(folder / name, limit)
    assert read_file(folder, name) == bytes(limit)
    os.truncate(folder / name, limit + 1)
    assert f"larger than {limit >> 20} MiB" in reason(folder, name)
