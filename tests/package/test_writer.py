"""Writing a package: the same bytes each time, whole or not at all."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from exhibit.package.format import INDEX_TABLES, INDEXES, TABLES
from exhibit.package.verify import open_package, verify
from exhibit.package.writer import ArticleContents, write_package
from tests.processes import run_python, start_python
from tests.samples import sample_contents, write_sample


def test_the_same_contents_are_the_same_bytes(tmp_path: Path) -> None:
    blobs = {"b": b"2", "a": b"1"}
    for name, order in (("one", blobs), ("two", dict(reversed(blobs.items())))):
        write_package(replace(sample_contents(), blobs=order), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_another_process_writes_the_same_bytes(tmp_path: Path, sample: Path) -> None:
    code = "from tests.samples import *; import sys; write_sample(Path(sys.argv[1]))"
    run_python("-c", code, tmp_path / "other")
    assert (tmp_path / "other").read_bytes() == sample.read_bytes()


def test_no_version_of_sqlite_shows_in_the_bytes(sample: Path) -> None:
    header = sample.read_bytes()[:100]
    assert header[96:] == bytes(4)
    assert header[92:96] == header[24:28]  # so SQLite trusts the size that the header states


def test_a_name_that_is_no_unicode_is_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("茶.exhibit".encode("gb18030"))
    verify(write_sample(path))
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_one_changed_text_is_another_digest(tmp_path: Path) -> None:
    contents = sample_contents()
    changed = replace(contents, exhibit=contents.exhibit._replace(version="1.1"))
    assert write_package(contents, tmp_path / "one") != write_package(changed, tmp_path / "two")


def test_a_package_has_just_the_tables_of_the_format(sample: Path) -> None:
    with closing(sqlite3.connect(f"{sample.as_uri()}?immutable=1", uri=True)) as database:
        assert (
            dict(database.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
            == TABLES | INDEXES | INDEX_TABLES
        )
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "build" / "all" / "e.exhibit")
    verify(path)
    assert [one.name for one in path.parent.iterdir()] == ["e.exhibit"]


def test_entries_may_be_a_stream(tmp_path: Path) -> None:
    contents = sample_contents()
    write_package(replace(contents, entries=iter(contents.entries)), tmp_path / "e")
    verify(tmp_path / "e")


def stays_as_it_was(path: Path, before: bytes) -> bool:
    return path.read_bytes() == before and [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_stream_that_breaks_off_leaves_the_old_file(sample: Path) -> None:
    def broken() -> Iterator[ArticleContents]:
        yield from sample_contents().entries
        raise RuntimeError("no more")

    before = sample.read_bytes()
    with pytest.raises(RuntimeError, match="no more"):
        write_package(replace(sample_contents(), entries=broken()), sample)
    assert stays_as_it_was(sample, before)


def test_two_articles_of_one_id_leave_the_old_file(sample: Path) -> None:
    contents, before = sample_contents(), sample.read_bytes()
    with pytest.raises(OSError, match="UNIQUE"):
        write_package(replace(contents, entries=[*contents.entries] * 2), sample)
    assert stays_as_it_was(sample, before)


def test_a_file_that_cannot_be_replaced_leaves_the_old_file(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise PermissionError(13, "in use")

    before = sample.read_bytes()
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_sample(sample)
    assert stays_as_it_was(sample, before)


def test_no_folder_can_be_made_below_a_file(sample: Path) -> None:
    before = sample.read_bytes()
    with pytest.raises(OSError, match=r"exists|Not a directory"):
        write_sample(sample / "e.exhibit")
    assert stays_as_it_was(sample, before)


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "e").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_sample(tmp_path / "e")
    assert [one.name for one in tmp_path.iterdir()] == ["e"]


FULL_DISK = """
import resource, sys
from tests.samples import *
path = Path(sys.argv[1])
for limit in [0, 1, 4096, *range(5_000, path.stat().st_size, 7_001), path.stat().st_size - 1]:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        write_sample(path)
    except OSError:
        assert len(list(path.parent.iterdir())) == 1, limit
    else:
        raise AssertionError(limit)
"""


def test_a_full_disk_leaves_the_old_file_at_every_size(sample: Path) -> None:
    before = sample.read_bytes()
    done = run_python("-c", FULL_DISK, sample)
    assert (done.returncode, done.stderr) == (0, "")
    assert stays_as_it_was(sample, before)


KILLED = """
import os, sys
from dataclasses import replace
from tests.samples import *

def wait_at(point):
    def wait(*arguments):
        print(point, flush=True)
        sys.stdin.read()
    return wait

path, point = Path(sys.argv[1]), sys.argv[2]
contents = sample_contents(paragraphs=2)

def entries():
    yield contents.entries[0]
    if point == "entry":
        wait_at(point)()

fsync = os.fsync
calls = []
def second_fsync(descriptor):
    calls.append(descriptor)
    wait_at(point)() if len(calls) == 2 else fsync(descriptor)

if point == "fsync":
    os.fsync = wait_at(point)
if point == "replace":
    Path.replace = wait_at(point)
if point == "replaced":
    os.fsync = second_fsync
write_package(replace(contents, entries=entries()), path)
"""


@pytest.mark.parametrize(("point", "old"), [("entry", True), ("fsync", True), ("replace", True), ("replaced", False)])
def test_a_kill_leaves_the_old_file_or_the_new_one(sample: Path, point: str, old: bool) -> None:
    digest = open_package(sample).digest
    with start_python("-c", KILLED, sample, point) as child:
        assert child.stdout
        assert child.stdout.readline() == f"{point}\n"
        child.kill()
    found = open_package(sample)
    assert (found.digest == digest) is old
    found.close()
    write_sample(sample)
    assert [one.name for one in sample.parent.iterdir()] == [sample.name]
