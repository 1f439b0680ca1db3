"""What the map shows of a package and a state."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exhibit.model.region import MapApproval
from exhibit.model.state import Location, State
from exhibit.package.reader import PackageReader
from exhibit.package.writer import write_package
from exhibit.ui.map.shown import MapShown, map_shown
from tests.samples import sample_contents, themed_contents


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


def marks(shown: MapShown) -> dict[str, str]:
    names = ("chosen", "visited", "approximate")
    return {place.region: " ".join(name for name in names if getattr(place, name)) for place in shown.places}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State(), {"east": "", "west": "approximate", "gate": ""}),
        (State(place=Location("west")), {"east": "", "west": "chosen approximate", "gate": ""}),
        (
            State(place=Location("east"), visited=frozenset({"east"})),
            {"east": "chosen visited", "west": "approximate", "gate": ""},
        ),
        (State(visited=frozenset({"gate-2", "gone"})), {"east": "", "west": "approximate", "gate": "visited"}),
    ],
)
def test_marks_of_places(package: PackageReader, state: State, expected: dict[str, str]) -> None:
    assert marks(map_shown(package, state)) == expected


def test_texts_follow_the_script_and_the_language(package: PackageReader) -> None:
    hans, hant = map_shown(package, State()), map_shown(package, State(script="hant"))
    english = map_shown(package, State(script="hant", english=True))
    assert [city.name for city in hans.cities] == ["书城", "画城"]
    assert [city.name for city in hant.cities] == ["書城", "畫城"]
    assert [place.spoken for place in hans.places][2] == "gate国门区，2 篇，8 个数字"
    assert [place.spoken for place in english.places][2] == "gate國門区, articles: 2, figures: 8"
    assert hant.places[0].label == "east門区"


def test_cities_stand_where_the_package_says(package: PackageReader) -> None:
    assert [city.point for city in map_shown(package, State()).cities] == [(350.0, 350.0), (600.0, 700.0)]


def test_an_approximate_place_says_so(package: PackageReader) -> None:
    notes = {place.region: place.note for place in map_shown(package, State()).places}
    assert "west" in notes["west"]
    assert not notes["east"]


@pytest.mark.parametrize(
    ("number", "schematic", "expected"),
    [
        (None, True, ["示意图", "底图：自绘", "CC0-1.0"]),
        ("甲S（0000）000号", False, ["审图号：甲S（0000）000号", "底图：自绘", "CC0-1.0"]),
        ("甲S（0000）000号", True, ["审图号：甲S（0000）000号", "示意图", "底图：自绘", "CC0-1.0"]),
    ],
)
def test_the_line_with_the_source(tmp_path: Path, number: str | None, schematic: bool, expected: list[str]) -> None:
    contents = sample_contents()
    assert contents.map
    approval = MapApproval(number, None, None, None)
    write_package(replace(contents, map=replace(contents.map, approval=approval, schematic=schematic)), tmp_path / "m")
    package = PackageReader(tmp_path / "m")
    assert map_shown(package, State()).credit.split("\u00a0· ") == expected
    package.close()


def test_without_a_map_the_places_are_still_there(tmp_path: Path) -> None:
    write_package(replace(sample_contents(), map=None), tmp_path / "m")
    package = PackageReader(tmp_path / "m")
    shown = map_shown(package, State())
    assert (shown.map, shown.credit, shown.cities, shown.pins) == (None, "", (), ())
    assert [place.region for place in shown.places] == ["east", "west", "gate"]
    package.close()


def test_a_change_that_is_not_the_maps_shows_the_same(package: PackageReader) -> None:
    state = State(place=Location("east", "east", "retold"))
    assert map_shown(package, state) == map_shown(package, state.with_everywhere(True))


def test_a_theme_is_counted_at_each_place(themed: PackageReader) -> None:
    places = map_shown(themed, State(place=Location("east", theme="trade"))).places
    assert [(place.region, place.number, place.faded) for place in places] == [
        ("east", "2", False), ("west", "", True), ("gate", "4", False),
    ]  # fmt: skip
    assert [place.figures for place in places] == ["2 个数字 · 1 节", "0 个数字", "4 个数字 · 2 节"]
    assert places[0].spoken == "east国门区，门市：2 个数字，1 节，2 个部分"
    assert places[1].spoken == "west国门区，门市：没有"
    assert places[0].note == "正在看"


def test_a_theme_is_told_in_the_script_and_the_language(themed: PackageReader) -> None:
    state = State(place=Location(theme="trade"), script="hant")
    assert map_shown(themed, state).places[0].spoken == "east國門区，門市：2 個數字，1 節，2 個部分"
    english = map_shown(themed, replace(state, english=True)).places
    assert english[0].spoken == "east國門区, 門市: figures 2, sections 1, parts 2"
    assert english[1].spoken == "west國門区, 門市: nothing"


def test_a_place_with_only_a_part_is_not_faded(tmp_path: Path) -> None:
    contents = themed_contents()
    write_package(replace(contents, systems=sample_contents().systems), tmp_path / "m")
    package = PackageReader(tmp_path / "m")
    west = map_shown(package, State(place=Location(theme="trade"))).places[1]
    assert (west.number, west.faded, west.figures) == ("", False, "0 个数字 · 0 节")
    package.close()
