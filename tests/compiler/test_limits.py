"""What a window could not show quickly is refused when it is compiled, with file and line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from exhibit.compiler.compile import compile_content
from exhibit.model.limits import MAX_COMPARISONS, MAX_FIGURES, MAX_FONT_BYTES, MAX_MAP_CITIES, MAX_SYSTEMS
from exhibit.resources import resource
from tests.compiler.folders import lay


def comparisons(folder: Path) -> None:
    """One comparison too many."""
    entries = (f"c{number}: {{}}\n" for number in range(MAX_COMPARISONS + 1))
    (folder / "comparisons.yaml").write_text("".join(entries), encoding="utf-8")


def systems(folder: Path) -> None:
    """One system too many."""
    (folder / "systems").mkdir(exist_ok=True)
    for number in range(MAX_SYSTEMS + 1):
        (folder / "systems" / f"s{number}.yaml").write_text("shape: pairs\n", encoding="utf-8")


def cities(folder: Path) -> None:
    """One city too many."""
    base = json.loads((folder / "map" / "base.geojson").read_text("utf-8"))
    city = {"type": "Feature", "properties": {"layer": "city", "name": "城"}}
    points = ([115 + number / 1000, 26] for number in range(MAX_MAP_CITIES + 1))
    base["features"] += [city | {"geometry": {"type": "Point", "coordinates": point}} for point in points]
    (folder / "map" / "base.geojson").write_text(json.dumps(base, ensure_ascii=False), encoding="utf-8")


def computed(folder: Path) -> None:
    """One figure too many that is computed for an article."""
    entry = "article: wall, label: 租金, formula: wall.rent / wall.shops, unit: 元, topic: industry, decimals: 0"
    entries = (f"c{number}: {{{entry}}}\n" for number in range(MAX_FIGURES + 1))
    (folder / "computed.yaml").write_text("".join(entries), encoding="utf-8")


def fonts(folder: Path) -> None:
    """Two fonts that are too large together."""
    font = resource("fonts/ExhibitFallback-Regular.ttf").read_bytes()
    for name in ("a.ttf", "b.ttf"):
        (folder / name).write_bytes(font + bytes(MAX_FONT_BYTES // 2 + 1 - len(font)))
    with (folder / "exhibit.yaml").open("a", encoding="utf-8") as file:
        file.write("fonts: [a.ttf, b.ttf]\n")


@pytest.mark.parametrize(("spoil", "problem"), [
    (comparisons, f"comparisons.yaml:{MAX_COMPARISONS + 1}: error: there are {MAX_COMPARISONS + 1} entries"),
    (systems, f"systems/s0.yaml:1: error: there are {MAX_SYSTEMS + 1} systems, more than {MAX_SYSTEMS}; delete some"),
    (cities, f"map.yaml:1: error: the map has {MAX_MAP_CITIES + 1} cities, more than {MAX_MAP_CITIES}; simplify it"),
    (computed, f"computed.yaml:{MAX_FIGURES + 1}: error: more than {MAX_FIGURES} figures are computed for `wall`"),
    (fonts, "exhibit.yaml:15: error: the fonts are larger than 32 MiB together"),
])  # fmt: skip
def test_one_too_many_is_named(tmp_path: Path, spoil: Callable[[Path], None], problem: str) -> None:
    folder = lay("good", tmp_path / "content")
    spoil(folder)
    found = [str(one) for one in compile_content(folder).problems]
    assert any(one.startswith(problem) for one in found), found[:3]
