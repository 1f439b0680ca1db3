"""From content to package: values, the same bytes, the commands."""

from pathlib import Path

import pytest

from exhibit.__main__ import main
from exhibit.compiler.build_cache import BuildCache
from exhibit.compiler.compile import build, compile_content
from exhibit.compiler.content import font_coverage
from exhibit.compiler.content.font_coverage import FontCoverage
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.texts import ConvertedString
from exhibit.model.metric import FigureValue, NumberPicture
from exhibit.model.text import same
from exhibit.package.reader import PackageReader
from exhibit.package.verify import verify
from exhibit.strings import _LABELS
from tests.compiler.folders import SOURCES, lay


def test_the_real_content_has_no_problems(first_exhibit: Path) -> None:
    verify(first_exhibit)
    package = PackageReader(first_exhibit)
    assert package.exhibit.counts.articles == 5
    package.close()


def test_same_content_same_bytes(tmp_path: Path) -> None:
    folder, cache = lay("svg-is-fine", tmp_path / "content"), tmp_path / "cache"
    outputs = [tmp_path / name for name in ("a", "b", "c")]
    for output, place in zip(outputs, (None, cache, cache), strict=True):
        build(folder, output, cache=BuildCache(place) if place else None)
    assert len({output.read_bytes() for output in outputs}) == 1


def test_a_name_beyond_the_first_plane_and_back(tmp_path: Path) -> None:
    folder = lay("svg-is-fine", tmp_path / "content")
    article = folder / "articles" / "wall.md"
    article.write_text(article.read_text("utf-8").replace("这条街有", "赵孟𫖯的街有"), "utf-8")
    assert build(folder, tmp_path / "x.exhibit").package
    package = PackageReader(tmp_path / "x.exhibit")
    block = package.body("wall", "retold").blocks[1]
    metric = package.metric("wall.shops")
    assert metric
    assert (block.text.hans[:3], block.text.hant[:3]) == ("赵孟𫖯", "趙孟頫")
    assert [block.text.hant[mark.start : mark.end] for mark in block.marks] == ["130餘家", "93.28萬元"]
    assert metric.evidence[0].sentence == block.text
    package.close()


def test_values(tmp_path: Path) -> None:
    contents = compile_content(SOURCES / "good").contents
    assert contents
    entries = {entry.article.id: entry for entry in contents.entries}
    shops, rent, before = entries["wall"].metrics
    assert (shops.id, shops.unit.name.hant) == ("wall.shops", "家")
    assert shops.value == FigureValue("quantity", 130, None, ("over",))
    assert rent.base_size == 932_800
    assert rent.picture
    assert rent.picture == NumberPicture("change", before.id)
    assert entries["wall"].article.editions[0].length == 41
    assert [(region.id, region.articles, region.metrics) for region in contents.regions] == [
        ("riverside", 1, 3),
        ("hillside", 1, 1),
    ]


def test_a_warning_stops_a_strict_build(tmp_path: Path) -> None:
    folder, output = lay("public-without-number", tmp_path / "content"), tmp_path / "x"
    assert build(folder, output, strict=True).package is None
    assert not output.exists()
    assert build(folder, output).package


def test_every_label_can_be_shown() -> None:
    problems = ProblemList()
    said = [
        ConvertedString(same(label), "hans", ProblemPlace("strings.py", 1))
        for labels in _LABELS.values()
        for label in labels
    ]
    shipped = font_coverage.shipped_coverage([], None, problems)
    FontCoverage({"hans": shipped.any}, shipped.any).check(said, problems)
    assert [str(problem) for problem in problems.sorted()] == []


class TestCommand:
    def test_build_and_check(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        folder, output = lay("svg-is-fine", tmp_path / "content"), tmp_path / "x.exhibit"
        assert main(["build", str(folder), "-o", str(output)]) == 0
        assert main(["check", str(output)]) == 0
        assert main(["check", str(folder)]) == 0
        assert "no problems" in capsys.readouterr().out

    def test_mistakes(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        folder, output = lay("value-differs", tmp_path / "content"), tmp_path / "x.exhibit"
        assert main(["build", str(folder), "-o", str(output)]) == 1
        lines = capsys.readouterr().err.splitlines()
        assert lines[0].startswith(f"{folder.as_posix()}/metrics/wall.yaml:3: error: articles/wall.md:19 says ")
        assert lines[-1] == "nothing was built: 2 errors"
        assert main(["check", str(folder)]) == 1

    def test_no_folder_and_no_way_to_write(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(tmp_path / "none")]) == 1
        (tmp_path / "file").write_text("")
        assert main(["build", str(lay("svg-is-fine", tmp_path / "c")), "-o", str(tmp_path / "file" / "x")]) == 1
        assert "cannot be written" in capsys.readouterr().err

    def test_review(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["review", str(lay("svg-is-fine", tmp_path / "content"))]) == 1
        assert "alone" in capsys.readouterr().out

    def test_schema(self, tmp_path: Path) -> None:
        assert main(["schema", str(tmp_path)]) == 0
        assert len(list(tmp_path.glob("*.schema.json"))) == 13

    def test_wrong_usage(self) -> None:
        assert main(["build", "--nonsense"]) == 2
