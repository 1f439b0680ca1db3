"""Hostile and damaged packages: each is refused with one readable line, within a second of work."""

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from exhibit.commands.dump import everything
from exhibit.model.limits import MAX_ARTICLE
from exhibit.model.search import SearchQuery
from exhibit.package.format import PAGE_SIZE, TRAILER_SIZE, PackageError
from exhibit.package.verify import open_package, verify
from exhibit.package.writer import write_package
from tests.package.at_limits import AT_LIMITS, Change, long_article
from tests.package.hostile import AT_OPEN, AT_VERIFY
from tests.package.hostile_sizes import SIZES
from tests.package.spoiling import Maker, change_bytes, reseal
from tests.processes import run_python
from tests.samples import sample_contents


@contextmanager
def refused() -> Iterator[None]:
    """Inside, a PackageError of one readable line must be raised within a second of work."""
    begun = time.process_time()
    with pytest.raises(PackageError) as caught:
        yield
    assert time.process_time() - begun < 1
    line = str(caught.value)
    assert line.isprintable()
    assert len(line) < 600


def open_and_close(path: Path) -> None:
    open_package(path).close()


@pytest.mark.parametrize("make", AT_OPEN.values(), ids=AT_OPEN.keys())
def test_is_refused_when_opened(sample: Path, make: Maker) -> None:
    make(sample)
    with refused():
        open_package(sample)
    with refused():
        verify(sample)


@pytest.mark.parametrize("make", AT_VERIFY.values(), ids=AT_VERIFY.keys())
def test_is_refused_when_verified(sample: Path, make: Maker) -> None:
    make(sample)
    with refused():
        verify(sample)
    _read_all(sample)


@pytest.mark.parametrize("make", SIZES.values(), ids=SIZES.keys())
def test_is_refused_beyond_the_limits(sample: Path, make: Maker) -> None:
    make(sample)
    with refused():
        verify(sample)
    _read_all(sample)


@pytest.mark.parametrize("change", AT_LIMITS.values(), ids=AT_LIMITS.keys())
def test_is_accepted_at_the_limit(tmp_path: Path, change: Change) -> None:
    write_package(change(sample_contents()), tmp_path / "e")
    verify(tmp_path / "e")
    open_and_close(tmp_path / "e")


def test_a_text_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    write_package(long_article(sample_contents(), MAX_ARTICLE), tmp_path / "e")
    with pytest.raises(PackageError, match="longer than 1,000,000 characters"):
        verify(tmp_path / "e")


def test_one_flipped_bit_is_refused_wherever_it_is(sample: Path, sample_bytes: bytes) -> None:
    for at in range(0, len(sample_bytes), 97):
        change_bytes(sample, at, bytes([sample_bytes[at] ^ 1 << at % 8]))
        with refused():
            open_package(sample)
        change_bytes(sample, at, sample_bytes[at : at + 1])
    open_and_close(sample)


def test_a_file_cut_short_is_refused_at_any_length(sample: Path, sample_bytes: bytes) -> None:
    whole = len(sample_bytes)
    for length in [*range(whole - 1, whole - TRAILER_SIZE - 2, -1), *range(whole - 100, 0, -1009), 100, 99, 16, 15, 0]:
        os.truncate(sample, length)
        with refused():
            open_package(sample)
        sample.write_bytes(sample_bytes)


def noise(at: random.Random, content: bytes) -> tuple[int, bytes]:
    """Where to write and what: bytes of the header and of page heads more often than their share."""
    head_of_page = at.randrange(0, len(content), PAGE_SIZE) + at.randrange(40)
    place = at.choice([at.randrange(len(content)), at.randrange(100), head_of_page])
    return min(place, len(content) - 9), at.randbytes(at.choice([1, 1, 2, 8]))


def test_noise_with_the_right_digest_is_refused_or_read(sample: Path, sample_bytes: bytes) -> None:
    outcomes = {True: 0, False: 0}
    for seed in range(60):
        at = random.Random(seed)
        sample.write_bytes(sample_bytes)
        for _ in range(at.choice([1, 3])):
            change_bytes(sample, *noise(at, sample_bytes[:-TRAILER_SIZE]))
        reseal(sample)
        begun = time.process_time()
        outcomes[_is_read(sample, verify)] += 1
        _read_all(sample)
        assert time.process_time() - begun < 2, seed
    assert outcomes[False] > 20


PIPE = """
import sys
from pathlib import Path
from exhibit.package.reader import PackageReader
from exhibit.package.verify import PackageError, open_package, verify, verify_digest
for read in (open_package, verify, verify_digest, PackageReader):
    try:
        read(Path(sys.argv[1]))
    except PackageError as error:
        print(error)
"""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among files here")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = run_python("-c", PIPE, tmp_path / "pipe")
    assert done.stderr == ""
    assert done.stdout.count("cannot be read") == 4


@pytest.mark.parametrize("name", ["a\nb\x1b[2J", "\udce9", "\u202eabc", "long" * 50])
def test_the_line_is_readable_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("no package", encoding="utf-8")
    with refused():
        open_package(tmp_path / name)


def test_a_name_no_file_can_have_is_refused() -> None:
    with refused():
        open_package(Path("a\0b"))


def _read_all(path: Path) -> None:
    """Reads as the commands do; nothing but a PackageError may come of it."""

    def read(path: Path) -> None:
        package = open_package(path)
        try:
            package.map()
            everything(package)
            for typed in ("门", "门票没有了", "zhan", "gm", "120"):
                list(package.search(SearchQuery(typed)))
                package.suggest(SearchQuery(typed))
                package.complete(SearchQuery(typed, "hant"))
        finally:
            package.close()

    _is_read(path, read)


def _is_read(path: Path, read: Callable[[Path], None]) -> bool:
    try:
        read(path)
    except PackageError:
        return False
    return True
