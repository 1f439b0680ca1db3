"""What the panel of figures shows of a package and a state."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exhibit.model.state import Order, Place, State
from exhibit.package.reader import PackageReader
from exhibit.ui.metrics.shown import MetricsShown, metrics_shown
from exhibit.ui.metrics.tiles import TileShown


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


EAST = State(Place("east", "east", "retold"))


def at(state: State, **place: object) -> State:
    return replace(state, place=replace(state.place, **place))  # type: ignore[arg-type]


def only(shown: MetricsShown, id: str) -> TileShown:
    return next(tile for tile in shown.tiles if tile.id == id)


def test_the_figures_of_the_article_in_view(package: PackageReader) -> None:
    shown = metrics_shown(package, EAST)
    assert shown.summary == "4 个数字 · east门区"
    assert [tile.id for tile in shown.tiles] == ["east.one-guests", "east.one-sum", "east.two-guests", "east.two-sum"]
    assert [(choice.key, choice.count) for choice in shown.themes] == [("", ""), ("trade", "2"), ("people", "2")]
    assert [choice.key for choice in shown.scopes if choice.chosen] == ["here"]
    assert shown.chosen is None


def test_a_tile(package: PackageReader) -> None:
    tile = only(metrics_shown(package, EAST), "east.one-sum")
    assert tile.name == "one-sum书，93.28 万元，2022年"
    assert tile.foot == "2022年"
    assert tile.description.startswith("赵孟𫖯的书画在east展出")
    assert tile.open is None
    assert tile.picture
    assert (tile.picture.value, tile.picture.base) == (93.28, 120)
    assert tile.picture.base_caption == "one-guests书 120 余人"


def test_both_scripts_and_english(package: PackageReader) -> None:
    shown = metrics_shown(package, replace(EAST, script="hant"))
    assert shown.title == "數字"
    assert shown.tiles[0].name == "one-guests書，120 餘人，2022年"
    english = metrics_shown(package, replace(EAST, english=True))
    assert english.summary == "Figures: 4 · east门区"
    assert english.tiles[0].name == "one-guests书，120 余人，2022年"


def test_the_chosen_tile_shows_its_sentence_and_where_it_is(package: PackageReader) -> None:
    shown = metrics_shown(package, at(EAST, metric="east.two-sum"))
    opened = only(shown, "east.two-sum").open
    assert shown.chosen == "east.two-sum"
    assert opened
    assert opened.quote
    assert opened.quote.number == "93.28万元"
    assert opened.quote.after.endswith("……")
    assert opened.where == "第二节 · 第 1 段"
    assert opened.note == "原文未说明"
    assert opened.anchor
    assert opened.anchor.block == "two-1"


def test_every_place(package: PackageReader) -> None:
    shown = metrics_shown(package, at(EAST, everywhere=True))
    assert shown.summary == "16 个数字 · 全部地区"
    assert {tile.foot.split(" · ")[0] for tile in shown.tiles} == {"east门区", "west门区", "gate门区"}


def test_a_theme_leaves_its_figures_and_the_chosen_one(package: PackageReader) -> None:
    shown = metrics_shown(package, at(EAST, theme="people", metric="east.one-sum"))
    assert [tile.id for tile in shown.tiles] == ["east.one-sum", "east.two-guests", "east.two-sum"]
    assert [choice.count for choice in shown.themes] == ["", "2", "2"]


def test_nothing_to_show_is_said(package: PackageReader) -> None:
    shown = metrics_shown(package, State(Place("east")))
    assert shown.tiles == ()
    assert shown.empty == "这里没有数字。"


@pytest.mark.parametrize(
    ("order", "headings", "ids"),
    [
        ("text", [""], ["one-guests", "one-sum", "two-guests", "two-sum"]),
        ("theme", ["门市", "人"], ["one-guests", "one-sum", "two-guests", "two-sum"]),
        ("size", ["单位：人", "单位：万元"], ["one-guests", "two-guests", "one-sum", "two-sum"]),
    ],
)
def test_orders(package: PackageReader, order: Order, headings: list[str], ids: list[str]) -> None:
    shown = metrics_shown(package, replace(EAST, order=order))
    assert [group.heading for group in shown.groups] == headings
    assert [tile.id.removeprefix("east.") for tile in shown.tiles] == ids
