"""Figures of every kind through the whole build: what the text says is what the window, the dump and the reader say."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from exhibit.__main__ import main
from exhibit.commands.dump import everything
from exhibit.compiler.compile import build, compile_content, each_metric
from exhibit.model.figure_words import value_text
from exhibit.model.metric import FigureValue, Metric
from exhibit.model.state import Location, State
from exhibit.model.text import SCRIPTS
from exhibit.package.reader import PackageReader
from exhibit.package.verify import verify
from exhibit.ui.metrics.shown import metrics_shown
from tests.compiler.folders import lay
from tests.figures.rows import ExpectedFigure, FigureRow, figure_rows

FIVE = "figures-of-five-texts-are-fine"
EVERY_KIND = "figures-of-every-kind-are-fine"
SHOWN = Path(__file__).parent / "five_texts.txt"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackageReader]:
    """The five texts as a package."""
    folder = tmp_path_factory.mktemp("five")
    assert build(lay(FIVE, folder / "content"), folder / "five.exhibit") != (None, ())
    verify(folder / "five.exhibit")
    reader = PackageReader(folder / "five.exhibit")
    yield reader
    reader.close()


def stated(package: PackageReader) -> list[Metric]:
    """The figures of the five texts."""
    articles = ("bulletin", "drought", "harbour", "lane", "village")
    return [metric for article in articles for metric in package.metrics(article=article, count=100)]


def test_what_is_shown_is_what_was_written_down_by_hand(package: PackageReader) -> None:
    lines = []
    for metric in stated(package):
        script = package.article(metric.article).editions[0].script  # type: ignore[union-attr]  # it has one
        evidence = metric.evidence[0]
        mark = evidence.sentence.cut(evidence.mark_start - evidence.start, evidence.mark_end - evidence.start)
        lines.append(f"{metric.id} {mark.in_(script)} | {value_text(metric, script).words}")
    assert lines == SHOWN.read_text("utf-8").splitlines()[1:]
    assert len(lines) >= 60


def test_tiles_dump_and_spoken_names_say_the_whole_value(package: PackageReader) -> None:
    dumped = {one["id"]: one for one in everything(package)["metrics"]}
    for metric in stated(package):
        told = dumped[metric.id]
        assert (told["low"], told["high"], told["direction"]) == (
            metric.value.low,
            metric.value.high,
            metric.value.direction,
        )
        for script in SCRIPTS:
            place = Location(metric.region, metric.article, "retold")
            for english in (False, True):
                shown = metrics_shown(package, State(place, script=script, english=english))
                tile = next(tile for tile in shown.tiles if tile.id == metric.id)
                assert tile.value == value_text(metric, script)
                assert tile.value.spoken in tile.name
            assert told["said"][script] == tile.value.words


def test_what_is_left_out_is_read_as_it_would_be_written(tmp_path: Path) -> None:
    read = each_metric(lay("figures-read-from-the-text-are-fine", tmp_path / "read"), None)
    written = each_metric(lay(EVERY_KIND, tmp_path / "written"), None)
    for one, other in zip(read, written, strict=True):
        assert (one.id, one.value.kind, one.value.hedges, one.value.direction) == (
            other.id, other.value.kind, other.value.hedges, other.value.direction,
        )  # fmt: skip


def test_every_figure_is_listed_as_it_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--figures", str(lay(EVERY_KIND, tmp_path / "content"))]) == 0
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()}
    assert rows["figure"] == ["mark", "kind", "low", "high", "unit", "hedges", "direction", "shown"]
    assert rows["wall.cold"] == ["-18℃", "quantity", "-18", "-18", "℃", "−18", "℃"]
    assert rows["wall.fee"] == ["不超过4%", "change", "4", "%", "at-most", "up", "增长不超过", "4%"]
    assert rows["wall.more"] == ["2—4万元", "range", "2", "4", "万元", "up", "增加", "2～4", "万元"]
    assert rows["wall.second"] == ["第2", "rank", "2", "2", "第", "2"]
    labels = (tmp_path / "content/metrics/wall.yaml").read_text("utf-8").count("label:")
    assert len([name for name in rows if name.startswith("wall.")]) == labels


def test_a_figure_that_contradicts_the_text_is_listed_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--figures", str(lay("figures-of-another-sign", tmp_path / "content"))]) == 1
    assert "-18℃" in next(line for line in capsys.readouterr().out.splitlines() if line.startswith("wall.cold "))


def test_a_package_lists_no_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.exhibit"
    build(lay("figures-in-traditional-are-fine", tmp_path / "content"), file)
    assert main(["check", "--figures", str(file)]) == 1
    assert "exhibit dump" in capsys.readouterr().err


def test_editions_state_one_figure(tmp_path: Path) -> None:
    folder = lay(EVERY_KIND, tmp_path / "content")
    text = (folder / "articles/wall.md").read_text("utf-8")
    head = "---\nedition: original\nscript: hans\ntitle: 账本\noverview: 账本。\n---\n"
    other = head + text.split("---", 2)[2].replace("[−6℃](#night)", "[零下6℃](#night)")
    (folder / "articles/wall.original.md").write_text(other.replace("[近五万名]", "[约5万名]"), "utf-8")
    _, problems = build(folder, tmp_path / "x.exhibit")
    found = [problem for problem in problems if problem.severity == "error"]
    assert [(problem.file, problem.message.split(";")[0].split(":")[0]) for problem in found] == [
        ("articles/wall.original.md", "`voices` is `约5万名` here, but articles/wall.md"),
        ("metrics/wall.yaml", "articles/wall.original.md"),
    ]


def test_the_dump_is_json_without_an_endless_number(package: PackageReader) -> None:
    json.dumps(everything(package), allow_nan=False)


def test_every_row_of_the_reader_builds_and_is_shown_whole(tmp_path: Path) -> None:
    """Each figure that was written down for the reader, marked in an article, with nothing said of it but its label."""
    folder = lay("good", tmp_path / "content")
    rows = figure_rows()
    expected: dict[str, ExpectedFigure] = {}
    for number, first in enumerate(range(0, len(rows), 100)):
        expected |= _write_rows(folder, f"rows-{number}", rows[first : first + 100])
    problems = [one for one in compile_content(folder).problems if "/rows-" in one.file]
    assert [problem for problem in problems if "font" not in problem.message] == []
    found = {metric.id: metric for metric in each_metric(folder) if metric.article.startswith("rows-")}
    assert found.keys() == expected.keys()
    for id, figure in expected.items():
        value = found[id].value
        ends = tuple(None if end is None else float(end) for end in (figure.low, figure.high))
        assert (value.low, value.high, value.kind, value.direction) == (*ends, figure.kind, figure.direction)
        assert set(value.hedges) == set(figure.hedges)
        _is_said_whole(found[id])


def _write_rows(folder: Path, id: str, rows: Sequence[FigureRow]) -> dict[str, ExpectedFigure]:
    """Writes an article of these rows; the figures that it states, by their full id."""
    paragraphs, entries, expected = [], [], {}
    for number, row in enumerate(rows):
        marked, last = "", 0
        for place, figure in enumerate(row.figures):
            key = f"r{number}-{place}"
            marked += f"{row.text[last : figure.start]}[{row.text[figure.start : figure.end]}](#{key})"
            last = figure.end
            entries.append(f"{key}:\n  label: 数\n  period: null\n  topic: industry\n")
            expected[f"{id}.{key}"] = figure
        paragraphs.append(marked + row.text[last:])
    head = (folder / "articles/wall.md").read_text("utf-8").split("这条街")[0]
    (folder / f"articles/{id}.md").write_text(head + "\n\n".join(paragraphs) + "\n", "utf-8")
    (folder / f"metrics/{id}.yaml").write_text("".join(entries), "utf-8")
    return expected


def _is_said_whole(metric: Metric) -> None:
    """Whether the words of a figure have its sign, its bounds and both its ends."""
    value, told = metric.value, value_text(metric, "hans").words
    assert value.words or all(f"{abs(end):.12g}"[:5] in told or "/" in told for end in _told(value))
    assert value.kind == "rank" or (min(_told(value)) < 0) == any(sign in told for sign in "−±")
    assert value.high is not None or any(word in told for word in ("超", "余", "以上")) or (value.low or 0) < 0
    assert value.low is not None or any(word in told for word in ("不到", "不超过", "低于"))


def _told(value: FigureValue) -> list[float]:
    """The ends that the words must hold: of the first three only the three."""
    ends = [end for end in (value.low, value.high) if end is not None]
    return ends[-1:] if value.kind == "rank" else ends
