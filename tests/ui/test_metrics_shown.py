"""What the panel of figures shows of a package and a state."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exhibit.model.state import FigureOrder, Location, State
from exhibit.package.reader import PackageReader
from exhibit.ui.metrics import links
from exhibit.ui.metrics.shown import MetricsShown, metrics_shown
from exhibit.ui.metrics.tile_shown import TileShown


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


EAST = State(Location("east", "east", "retold"))


def at(state: State, **place: object) -> State:
    return state._replace(place=state.place._replace(**place))  # type: ignore[arg-type]


def only(shown: MetricsShown, id: str) -> TileShown:
    return next(tile for tile in shown.tiles if tile.id == id)


def test_the_figures_of_the_article_in_view(package: PackageReader) -> None:
    shown = metrics_shown(package, EAST)
    assert shown.summary == "4 个数字，另算得 1 个 · east门区"
    ids = ["east.one-guests", "east.one-sum", "east.two-guests", "east.two-sum", "east.each"]
    assert [tile.id for tile in shown.tiles] == ids
    assert [(choice.key, choice.count) for choice in shown.topics] == [("", ""), ("trade", "2"), ("people", "2")]
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
    shown = metrics_shown(package, EAST._replace(script="hant"))
    assert shown.title == "數字"
    assert shown.tiles[0].name == "one-guests書，120 餘人，2022年"
    english = metrics_shown(package, EAST._replace(english=True))
    assert english.summary == "Figures: 4, computed: 1 · east门区"
    assert english.tiles[0].name == "one-guests书，120 余人，2022年"


def test_the_chosen_tile_shows_its_sentence_and_where_it_is(package: PackageReader) -> None:
    shown = metrics_shown(package, at(EAST, metric="east.two-sum"))
    opened = only(shown, "east.two-sum").open
    assert shown.chosen == "east.two-sum"
    assert opened
    assert opened.quote
    assert opened.quote.number == "93.28万元"
    assert opened.quote.after.endswith("……")
    assert opened.note == "原文未说明"
    way, *others = opened.ways
    assert (way.label, way.where) == ("在文中查看", "第二节 · 第 1 段")
    assert way.anchor
    assert way.anchor.block == "two-1"
    assert others == []


def test_the_chosen_tile_leads_to_the_part_it_belongs_to(package: PackageReader) -> None:
    opened = only(metrics_shown(package, at(EAST, metric="east.one-guests")), "east.one-guests").open
    assert opened
    assert [(way.label, way.part) for way in opened.ways[1:]] == [("机制：door门", ("east-system", "door"))]


def test_a_computed_figure_says_so_and_shows_its_sum(package: PackageReader) -> None:
    shown = metrics_shown(package, at(EAST, metric="east.each"))
    assert [(group.heading, len(group.tiles)) for group in shown.groups] == [("", 4), ("由文中数字算得", 1)]
    tile = only(shown, "east.each")
    assert tile.name == "每人的门票，约 7773 元，由文中数字算得"
    assert tile.foot == "由文中数字算得"
    assert tile.description == "93.28万元 ÷ 120人 ≈ 7773元"
    assert tile.open
    assert tile.open.quote is None
    assert tile.open.sum == "93.28万元 ÷ 120人 ≈ 7773元"
    ways = [(way.label, way.where, way.metric) for way in tile.open.ways]
    assert ways == [("one-sum书", "93.28 万元", "east.one-sum"), ("one-guests书", "120 余人", "east.one-guests")]


def test_every_place(package: PackageReader) -> None:
    shown = metrics_shown(package, at(EAST, everywhere=True))
    assert shown.summary == "16 个数字，另算得 4 个 · 全部地区"
    assert {tile.foot.split(" · ")[0] for tile in shown.tiles} == {"east门区", "west门区", "gate门区"}


def test_a_topic_leaves_its_figures_and_the_chosen_one(package: PackageReader) -> None:
    shown = metrics_shown(package, at(EAST, topic="people", metric="east.one-sum"))
    assert [tile.id for tile in shown.tiles] == ["east.one-sum", "east.two-guests", "east.two-sum"]
    assert [choice.count for choice in shown.topics] == ["", "2", "2"]


def test_nothing_to_show_is_said(package: PackageReader) -> None:
    shown = metrics_shown(package, State(Location("east")))
    assert shown.tiles == ()
    assert shown.empty == "这里没有数字。"


@pytest.mark.parametrize(
    ("order", "headings", "ids"),
    [
        ("text", ["", "由文中数字算得"], ["one-guests", "one-sum", "two-guests", "two-sum", "each"]),
        ("topic", ["门市", "人"], ["one-guests", "one-sum", "each", "two-guests", "two-sum"]),
        ("size", ["单位：人", "单位：万元", "其他单位"], ["one-guests", "two-guests", "one-sum", "two-sum", "each"]),
    ],
)
def test_orders(package: PackageReader, order: FigureOrder, headings: list[str], ids: list[str]) -> None:
    shown = metrics_shown(package, EAST._replace(order=order))
    assert [group.heading for group in shown.groups] == headings
    assert [tile.id.removeprefix("east.") for tile in shown.tiles] == ids


def ways(shown: MetricsShown) -> list[tuple[str, list[str]]]:
    return [(group.heading, [" ".join((way.label, way.where)).strip() for way in group.ways]) for group in shown.ways]


def test_a_topic_leads_to_its_sections_and_parts_here(on_topic: PackageReader) -> None:
    shown = metrics_shown(on_topic, at(EAST, topic="trade"))
    assert ways(shown) == [("章节 1", ["门前的书画"]), ("机制的部分 2", ["door门", "book门"])]
    section, door = shown.ways[0].ways[0], shown.ways[1].ways[0]
    assert (section.section, door.part) == (("east", "retold", "one"), ("east-system", "door"))
    assert ways(metrics_shown(on_topic, at(EAST, topic="trade")._replace(script="hant")))[0] == (
        "章節 1",
        ["門前的書畫"],
    )


def test_a_topic_is_shown_place_by_place(on_topic: PackageReader) -> None:
    shown = metrics_shown(on_topic, at(EAST, topic="trade", everywhere=True))
    assert [(group.heading, len(group.tiles)) for group in shown.groups] == [("east门区", 3), ("gate门区", 6)]
    sections, parts = ways(shown)
    assert sections == ("章节 3", ["门前的书画 east门区", "门前的书画 gate门区", "门前的书画 gate门区"])
    assert (parts[0], len(parts[1])) == ("机制的部分 15", 15)
    chosen = metrics_shown(on_topic, at(EAST, topic="trade", everywhere=True, metric="west.one-sum"))
    assert [group.heading for group in chosen.groups] == ["east门区", "gate门区", "west门区"]


def test_of_very_many_ways_some_are_listed(on_topic: PackageReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "_MOST", 2)
    found = ways(metrics_shown(on_topic, at(EAST, topic="trade", everywhere=True)))
    assert [(heading, len(labels)) for heading, labels in found] == [
        ("章节 3，列出 2", 2),
        ("机制的部分 15，列出 2", 2),
    ]


def test_without_a_topic_there_are_no_ways_and_a_place_without_it_has_none(on_topic: PackageReader) -> None:
    assert metrics_shown(on_topic, EAST).ways == ()
    assert metrics_shown(on_topic, State(Location("west", "west", "retold", topic="trade"))).ways == ()
    assert metrics_shown(on_topic, State(Location("west", topic="trade"))).ways == ()
