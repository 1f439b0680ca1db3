"""What a build keeps for the next one: used only if it is whole, private and of this user, version and content."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from exhibit.compiler.build_cache import BuildCache, cache_folder
from exhibit.compiler.compile import build, compile_content
from tests.compiler.folders import SOURCES, lay


@pytest.fixture
def cache(tmp_path: Path) -> BuildCache:
    return BuildCache(tmp_path / "a" / "b" / "c")


def entries(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "a" / "b" / "c").iterdir())


def test_what_is_kept_is_found_by_the_next_build(tmp_path: Path, cache: BuildCache) -> None:
    assert cache.get("one") is None
    assert cache.put("one", b"content")
    assert BuildCache(tmp_path / "a" / "b" / "c").get("one") == b"content"


def test_every_flipped_bit_makes_an_entry_missing(tmp_path: Path, cache: BuildCache) -> None:
    cache.put("one", "客人".encode())
    (file,) = entries(tmp_path)
    whole = file.read_bytes()
    for place in range(len(whole) * 8):
        damaged = bytearray(whole)
        damaged[place // 8] ^= 1 << place % 8
        file.write_bytes(damaged)
        assert cache.get("one") is None
    file.write_bytes(whole)
    assert cache.get("one") == "客人".encode()


@pytest.mark.parametrize("data", [b"", b"x", b"x" * 31, b"x" * 32, b"x" * 100])
def test_rubbish_is_missing(tmp_path: Path, cache: BuildCache, data: bytes) -> None:
    cache.put("one", b"content")
    entries(tmp_path)[0].write_bytes(data)
    assert cache.get("one") is None


def test_an_entry_is_not_taken_for_another(tmp_path: Path, cache: BuildCache) -> None:
    cache.put("one", b"1")
    cache.put("two", b"2")
    first, second = entries(tmp_path)
    second.write_bytes(first.read_bytes())
    assert {cache.get("one"), cache.get("two")} in ({b"1", None}, {b"2", None})


def test_an_entry_of_another_version_is_missing(tmp_path: Path, cache: BuildCache) -> None:
    cache.put("one", b"1")
    assert BuildCache(tmp_path / "a" / "b" / "c", version="0.0.1").get("one") is None
    assert BuildCache(tmp_path / "a" / "b" / "c").get("one") == b"1"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="users have no numbers here")
def test_an_entry_of_another_user_is_missing(cache: BuildCache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("one", b"1")
    user = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: user)
    assert cache.get("one") is None


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_folders_are_private(tmp_path: Path, cache: BuildCache) -> None:
    cache.put("one", b"1")
    for folder in (tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def open_to_all(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o777)


def linked(folder: Path) -> None:
    (folder.parent / "elsewhere").mkdir(parents=True, exist_ok=True)
    folder.symlink_to(folder.parent / "elsewhere")


def in_the_way(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
@pytest.mark.parametrize("spoil", [open_to_all, linked, in_the_way])
@pytest.mark.parametrize("level", ["a", "a/b", "a/b/c"])
def test_a_folder_that_others_could_change_is_not_used(
    tmp_path: Path, spoil: Callable[[Path], None], level: str
) -> None:
    spoil(tmp_path / level)
    cache = BuildCache(tmp_path / "a" / "b" / "c")
    assert not cache.put("one", b"1")
    assert cache.get("one") is None


def test_a_build_without_a_usable_cache_is_the_same(tmp_path: Path) -> None:
    in_the_way(tmp_path / "b" / "c")
    with_none, with_bad = tmp_path / "one.exhibit", tmp_path / "two.exhibit"
    build(SOURCES / "good", with_none)
    build(SOURCES / "good", with_bad, cache=BuildCache(tmp_path / "b" / "c"))
    assert with_none.read_bytes() == with_bad.read_bytes()


def test_what_no_build_uses_is_removed(tmp_path: Path, cache: BuildCache) -> None:
    cache.put("old", b"1")
    again = BuildCache(tmp_path / "a" / "b" / "c")
    again.put("new", b"2")
    forgotten, foreign = tmp_path / "a" / "b" / ("0" * 32), tmp_path / "a" / "b" / "content"
    for folder in (forgotten, foreign):
        folder.mkdir()
        os.utime(folder, (0, 0))
    again.remove_unused()
    assert (again.get("old"), again.get("new")) == (None, b"2")
    assert (forgotten.exists(), foreign.exists()) == (False, True)


@pytest.mark.parametrize(("environment", "platform", "start"), [
    ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/x/exhibit/builds/"),
    ({"HOME": "/h"}, "linux", "/h/.cache/exhibit/builds/"),
    ({"XDG_CACHE_HOME": "x", "HOME": "/h"}, "linux", "/h/.cache/exhibit/builds/"),
    ({}, "linux", None), ({"HOME": "h"}, "linux", None),
])  # fmt: skip
def test_the_cache_lies_in_the_users_cache_folder(
    tmp_path: Path, environment: dict[str, str], platform: str, start: str | None
) -> None:
    folder = cache_folder(tmp_path, environment, platform)
    assert (folder and folder.as_posix().startswith(start or "")) == (start and True)


def test_each_content_folder_has_its_own(tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": "/x"}
    (tmp_path / "one").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "one")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    one, two, link, loop = (cache_folder(tmp_path / name, environment) for name in ("one", "two", "link", "loop"))
    assert one == link
    assert len({one, two, loop}) == 3


def test_only_what_changed_is_compiled_again(tmp_path: Path) -> None:
    folder, cache = lay("svg-is-fine", tmp_path / "content"), tmp_path / "cache"
    compile_content(folder, BuildCache(cache))
    before = {file.name: file.stat().st_mtime_ns for file in cache.iterdir()}
    article = folder / "articles" / "hill.md"
    article.write_text(article.read_text("utf-8").replace("上山 {", "下山 {"), "utf-8")
    compile_content(folder, BuildCache(cache))
    now = {file.name: file.stat().st_mtime_ns for file in cache.iterdir()}
    assert len(before) == len(now)
    assert len(before.items() - now.items()) == 1


def test_a_flipped_bit_is_never_built(tmp_path: Path) -> None:
    """One bit of each entry in turn: the package stays the same."""
    folder, cache = lay("svg-is-fine", tmp_path / "content"), tmp_path / "cache"
    first = build(folder, tmp_path / "a.exhibit", cache=BuildCache(cache)).package
    for number, file in enumerate(sorted(cache.iterdir())):
        data = bytearray(file.read_bytes())
        data[len(data) * (number + 1) // 10] ^= 4
        file.write_bytes(data)
        assert build(folder, tmp_path / "b.exhibit", cache=BuildCache(cache)).package == first
