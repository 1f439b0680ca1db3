"""What the panel of comparisons shows in a state."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exhibit.model.metric import ValueInterval
from exhibit.model.state import Anchor, Location, State
from exhibit.package.reader import PackageReader
from exhibit.package.writer import write_package
from exhibit.ui.compare.bars import bar_spans
from exhibit.ui.compare.shown import CompareShown, ComparisonRowShown, compare_shown
from exhibit.ui.widgets.bar_pieces import bar_pieces, open_length
from tests.samples import sample_contents, valued


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


EAST = State(Location("east", "east", "retold"))


def at(state: State, **place: object) -> State:
    return state._replace(place=state.place._replace(**place))  # type: ignore[arg-type]


def rows(shown: CompareShown) -> list[ComparisonRowShown]:
    return [row for one in shown.comparisons for row in one.rows]


def test_the_comparisons_of_the_article_in_view(package: PackageReader) -> None:
    shown = compare_shown(package, EAST)
    assert shown.summary == "1 项对照 · east门区"
    assert [one.title for one in shown.comparisons] == ["书画的来客"]
    assert shown.comparisons[0].caveat == "不同之处：两处长街不同。"
    assert [choice.key for choice in shown.scopes if choice.chosen] == ["here"]
    assert shown.chosen is None


def test_a_row(package: PackageReader) -> None:
    first, second = rows(compare_shown(package, EAST))
    assert first.name == "east门区，120 余人，one-guests书，2022年"
    assert first.foot == "one-guests书 · 2022年"
    assert (first.here, second.here) == (True, False)
    assert first.description == "书画的来客 · 正在看"
    assert second.description == "书画的来客"
    assert first.anchor == Anchor("one-1", 0)
    assert [piece.certainty for piece in first.bar.pieces] == ["sure", "open"]
    assert (first.bar.pieces[0].start, first.bar.pieces[-1].end, first.bar.zero) == (0, 1, 0)


def test_both_scripts_and_english(package: PackageReader) -> None:
    shown = compare_shown(package, EAST._replace(script="hant"))
    assert shown.title == "對照"
    assert rows(shown)[0].name == "east門区，120 餘人，one-guests書，2022年"
    assert compare_shown(package, EAST._replace(english=True)).summary == "Comparisons: 1 · east门区"


def test_every_place(package: PackageReader) -> None:
    shown = compare_shown(package, at(EAST, everywhere=True))
    assert shown.summary == "2 项对照 · 全部地区"
    assert [one.id for one in shown.comparisons] == ["guests", "more"]


def test_the_chosen_figure_is_marked(package: PackageReader) -> None:
    shown = compare_shown(package, at(EAST, metric="west.one-guests"))
    assert shown.chosen == "west.one-guests"
    assert [row.chosen for row in rows(shown)] == [False, True]


def test_a_topic_marks_its_rows_and_fades_the_others(package: PackageReader) -> None:
    of_it = rows(compare_shown(package, at(EAST, topic="trade")))
    assert [(row.topic, row.faded) for row in of_it] == [("门市", False)] * 2
    assert of_it[0].foot == "门市 · one-guests书 · 2022年"
    others = rows(compare_shown(package, at(EAST, topic="people")))
    assert [(row.topic, row.faded) for row in others] == [("", True)] * 2


def test_an_article_that_is_not_compared_says_so_and_shows_all(tmp_path: Path) -> None:
    contents = sample_contents()
    only = contents.comparisons[1]._replace(metrics=("gate.one-guests", "west.one-guests"))
    counts = contents.exhibit.counts._replace(comparisons=1)
    package = _written(
        tmp_path, replace(contents, comparisons=(only,), exhibit=contents.exhibit._replace(counts=counts))
    )
    shown = compare_shown(package, EAST)
    package.close()
    assert shown.remark.startswith("本篇没有数字列入对照")
    assert shown.summary == "1 项对照 · 全部地区"
    assert len(shown.comparisons) == 1


def test_nothing_to_compare_is_said(tmp_path: Path) -> None:
    package = _written(tmp_path, replace(sample_contents(), comparisons=()))
    shown = compare_shown(package, EAST)
    package.close()
    assert (shown.comparisons, shown.remark) == ((), "这里没有对照。")


def test_what_is_expected_and_what_has_another_unit_is_said(tmp_path: Path) -> None:
    contents = sample_contents()
    entries = list(contents.entries)
    guests, *others = entries[1].metrics
    more = guests._replace(
        value=valued(120, "expected", "over"), unit=guests.unit._replace(name=others[0].unit.name, factor=10.0)
    )
    entries[1] = entries[1]._replace(metrics=(more, *others))
    package = _written(tmp_path, replace(contents, entries=entries))
    shown = compare_shown(package, EAST)
    package.close()
    assert shown.remark.endswith("空心的横条是预计数。")
    assert shown.comparisons[0].unit == "各数换算成“人”来画。"
    assert [row.expected for row in rows(shown)] == [False, True]
    assert "虚线部分是" in shown.remark
    first, second = (row.bar.pieces[0] for row in rows(shown))
    assert second.end == pytest.approx(10 * first.end)


@pytest.mark.parametrize(
    ("values", "bars"),
    [
        ([35.0, 54.0, 1810.0], [(0, 35 / 1810), (0, 54 / 1810), (0, 1)]),
        ([0.0, 0.0], [(0, 0), (0, 0)]),
        ([-1.0, 3.0], [(0, 0.25), (0.25, 1)]),
        ([], []),
    ],
)
def test_bars_start_at_zero_and_keep_the_proportion(values: list[float], bars: list[tuple[float, float]]) -> None:
    pieces = [piece for one in bar_spans([ValueInterval(value, value) for value in values]) for piece in one.pieces]
    assert [piece.start for piece in pieces] == pytest.approx([start for start, _ in bars])
    assert [piece.end for piece in pieces] == pytest.approx([end for _, end in bars])


def drawn(*values: float) -> list[tuple[float, float]]:
    """Start and length of the bar of each exact value in 200 pixels."""
    spans = bar_spans([ValueInterval(value, value) for value in values])
    return [span.pixels(piece, 200) for span in spans for piece in span.pieces]


def test_a_short_bar_is_seen_and_zero_is_none() -> None:
    assert drawn(0.001, 100.0, 0.0) == [(0, 1), (0, 200), (0, 0)]


def test_a_short_bar_below_zero_ends_there() -> None:
    (start, long), (zero, _) = drawn(-0.001, 100.0)
    assert long == 1
    assert start + long == pytest.approx(zero)


@pytest.mark.parametrize(
    ("interval", "pieces"),
    [
        (ValueInterval(3, 5), [(0, 3, "sure"), (3, 5, "possible")]),
        (ValueInterval(5, None), [(0, 5, "sure"), (5, 5.4, "open")]),
        (ValueInterval(0, 3), [(0, 0, "sure"), (0, 3, "possible")]),
        (ValueInterval(-8, -3), [(-3, 0, "sure"), (-8, -3, "possible")]),
        (ValueInterval(None, -20), [(-20, 0, "sure"), (-21.6, -20, "open")]),
        (ValueInterval(-3, 3), [(0, 0, "sure"), (-3, 3, "possible")]),
        (ValueInterval(-3.5, -3.5), [(-3.5, 0, "sure")]),
    ],
)
def test_what_is_only_possible_is_a_piece_of_its_own(
    interval: ValueInterval, pieces: list[tuple[float, float, str]]
) -> None:
    found = bar_pieces(interval, open_length([interval]))
    assert [piece.certainty for piece in found] == [certainty for *_, certainty in pieces]
    assert [piece[:2] for piece in found] == [pytest.approx(ends) for *ends, _ in pieces]


def _written(folder: Path, contents: object) -> PackageReader:
    path = folder / "other.exhibit"
    write_package(contents, path)  # type: ignore[arg-type]  # of the sample
    return PackageReader(path)
