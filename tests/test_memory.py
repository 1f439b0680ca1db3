"""What a reader finds again, and what becomes of a memory that makes no sense."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exhibit.model.state import Anchor, Location, State
from exhibit.package.reader import PackageReader
from exhibit.saved_state import SavedState, load_state, save_state, state_file

PLACE = Location("gate", "gate-2", "retold", "gate-2.one-sum", "trade", True, Anchor("one-3", 7))
STATE = State(PLACE, "hant", True, "contrast", 150, "size", frozenset({"gate-2", "east"}))


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "sample.json"


@pytest.mark.parametrize("memory", [
    SavedState(STATE, (1280, 800)), SavedState(State(), None), SavedState(replace(STATE, place=replace(PLACE, anchor=None))),
], ids=["all", "nothing", "at the beginning"])  # fmt: skip
def test_what_was_kept_is_recalled(file: Path, package: PackageReader, memory: SavedState) -> None:
    save_state(file, memory)
    assert load_state(file, package) == memory
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_what_was_never_kept_is_a_fresh_state(
    file: Path, package: PackageReader, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load_state(file, package) == SavedState(State())
    assert capsys.readouterr().err == ""


def kept_with(change: Callable[[dict[str, Any]], object]) -> str:
    """What `save_state` writes, changed."""
    place = {"region": "gate", "article": "gate-2", "edition": "retold", "metric": None, "theme": None}
    place |= {"everywhere": False, "anchor": None}  # type: ignore[dict-item]  # JSON
    kept: dict[str, Any] = {"place": place, "script": "hant", "english": False, "appearance": "light", "scale": 100}
    kept |= {"order": "text", "visited": [], "window": None}
    change(kept)
    return json.dumps(kept)


GARBAGE = {
    "empty": "",
    "no JSON": "state = 1",
    "cut short": kept_with(lambda kept: None)[:-9],
    "null": "null",
    "a number": "7",
    "a text": '"place"',
    "a list": "[]",
    "an empty object": "{}",
    "lists without end": "[" * 100_000,
    "no place": kept_with(lambda kept: kept.pop("place")),
    "a place that is null": kept_with(lambda kept: kept.update(place=None)),
    "a place that is a text": kept_with(lambda kept: kept.update(place="east")),
    "a place without an article": kept_with(lambda kept: kept["place"].pop("article")),
    "an anchor that is a text": kept_with(lambda kept: kept["place"].update(anchor="one")),
    "an anchor at a word": kept_with(lambda kept: kept["place"].update(anchor={"block": "one", "offset": "x\ny"})),
    "an anchor at infinity": kept_with(lambda kept: kept["place"].update(anchor={"block": "one", "offset": 1e999})),
    "a theme that is a list": kept_with(lambda kept: kept["place"].update(theme=["trade"])),
    "visited that is a number": kept_with(lambda kept: kept.update(visited=3)),
    "a window of words": kept_with(lambda kept: kept.update(window=["wide", "high"])),
    "a window of one side": kept_with(lambda kept: kept.update(window=[800])),
    "a window of three sides": kept_with(lambda kept: kept.update(window=[800, 600, 2])),
    "a window without end": kept_with(lambda kept: kept.update(window=[1e999, 600])),
    "a window that is a number": kept_with(lambda kept: kept.update(window=800)),
}


@pytest.mark.parametrize("text", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage_is_a_fresh_state_and_one_line(
    file: Path, package: PackageReader, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert load_state(file, package) == SavedState(State())
    line = capsys.readouterr().err
    assert line.startswith(f"{file}: ")
    assert line.count("\n") == 1


def test_bytes_that_are_no_text_are_a_fresh_state(
    file: Path, package: PackageReader, capsys: pytest.CaptureFixture[str]
) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00")
    assert load_state(file, package) == SavedState(State())
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_in_its_place_is_a_fresh_state(
    file: Path, package: PackageReader, capsys: pytest.CaptureFixture[str]
) -> None:
    file.mkdir(parents=True)
    assert load_state(file, package) == SavedState(State())
    assert capsys.readouterr().err.count("\n") == 1


UNKNOWN: dict[str, tuple[dict[str, Any], Location]] = {
    "article": ({"article": "gone"}, Location()),
    "an article that is no text": ({"article": ["gate-2"]}, Location()),
    "an article that is a lone surrogate": ({"article": "\ud800"}, Location()),
    "no article": ({"article": None}, Location()),
    "edition": ({"edition": "gone", "anchor": {"block": "one", "offset": 1}}, Location("gate", "gate-2", "retold")),
    "figure": ({"metric": "gate-2.gone"}, Location("gate", "gate-2", "retold")),
    "figure of another article": ({"metric": "east.one-sum"}, Location("gate", "gate-2", "retold")),
    "theme": ({"theme": "gone"}, Location("gate", "gate-2", "retold")),
    "region": ({"region": "gone"}, Location("gate", "gate-2", "retold")),
    "an offset before the block": (
        {"anchor": {"block": "one", "offset": -5}}, Location("gate", "gate-2", "retold", anchor=Anchor("one", 0)),
    ),
    "everywhere as a number": ({"everywhere": 1}, Location("gate", "gate-2", "retold")),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "place"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_the_package_no_longer_has_is_left_out(
    file: Path, package: PackageReader, changes: dict[str, Any], place: Location
) -> None:
    file.parent.mkdir()
    file.write_text(kept_with(lambda kept: kept["place"].update(changes)), encoding="utf-8")
    assert load_state(file, package).state.place == place


@pytest.mark.parametrize(("name", "value", "recalled"), [
    ("script", "latin", "hans"), ("script", None, "hans"), ("script", ["hant"], "hans"), ("appearance", "pink", "light"),
    ("scale", 101, 100), ("scale", "big", 100), ("scale", 1e999, 100), ("scale", 125.0, 125), ("order", 3, "text"),
    ("english", "yes", False), ("visited", ["east", 3, None], frozenset({"east"})),
])  # fmt: skip
def test_a_value_that_is_not_offered_is_the_usual_one(
    file: Path, package: PackageReader, name: str, value: object, recalled: object
) -> None:
    file.parent.mkdir()
    file.write_text(kept_with(lambda kept: kept.update({name: value})), encoding="utf-8")
    found = getattr(load_state(file, package).state, name)
    assert found == recalled
    assert type(found) is type(recalled)


@pytest.mark.parametrize(("window", "recalled"), [
    ([1280, 800], (1280, 800)), ([0, -5], (1, 1)), ([10**30, 99_999], (16_383, 16_383)), ([640.5, 480], (640, 480)),
])  # fmt: skip
def test_a_window_has_a_size_that_can_be_shown(
    file: Path, package: PackageReader, window: list[float], recalled: tuple[int, int]
) -> None:
    file.parent.mkdir()
    file.write_text(kept_with(lambda kept: kept.update(window=window)), encoding="utf-8")
    assert load_state(file, package).window == recalled


def test_a_folder_that_takes_no_file_loses_only_the_memory(file: Path, package: PackageReader) -> None:
    file.parent.write_text("a file where the folder would be", encoding="utf-8")
    save_state(file, SavedState(STATE))
    assert file.parent.read_text(encoding="utf-8") == "a file where the folder would be"


def test_a_full_disk_leaves_the_older_memory(
    file: Path, package: PackageReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, text: str, encoding: str) -> int:
        path.write_bytes(text.encode()[:9])
        raise OSError(28, "No space left on device")

    save_state(file, SavedState(State()))
    monkeypatch.setattr(Path, "write_text", full)
    save_state(file, SavedState(STATE))
    assert load_state(file, package) == SavedState(State())
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("id", ["sample", "../../.bashrc", "/etc/passwd", "..", "", "a\0b", "书画", "long" * 99])
def test_no_exhibit_writes_outside_the_folder_of_memories(id: str) -> None:
    assert state_file(id).parent == state_file("sample").parent
    assert len(state_file(id).name) < 80
    assert state_file(id).name.isascii()


@pytest.mark.skipif(sys.platform != "linux", reason="where XDG rules")
def test_the_memory_is_kept_where_the_desktop_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert state_file("sample") == tmp_path / "exhibit" / "sample.json"
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state_file("sample") == tmp_path / ".config" / "exhibit" / "sample.json"
