"""What the panel of figures shows in a state."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exhibit.model.metric import ValueInterval
from exhibit.model.state import Anchor, FigureOrder, Location, State
from exhibit.package.reader import PackageReader
from exhibit.ui.metrics.links import (
    LinkedMetric,
    LinkedPart,
    LinkedSection,
    LinkListShown,
    MetricLink,
    TopicLinksShown,
    topic_links,
)
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
    assert tile.detail is None
    assert tile.chart
    assert (tile.chart.value, tile.chart.base) == (ValueInterval(93.28, 93.28), ValueInterval(120, None))
    assert tile.chart.base_caption == "one-guests书 120 余人"


def test_both_scripts_and_english(package: PackageReader) -> None:
    shown = metrics_shown(package, EAST._replace(script="hant"))
    assert shown.title == "數字"
    assert shown.tiles[0].name == "one-guests書，120 餘人，2022年"
    english = metrics_shown(package, EAST._replace(english=True))
    assert english.summary == "Figures: 4, computed: 1 · east门区"
    assert english.tiles[0].name == "one-guests书，120 余人，2022年"


def test_the_chosen_tile_shows_its_sentence_and_where_it_is(package: PackageReader) -> None:
    shown = metrics_shown(package, at(EAST, metric="east.two-sum"))
    detail = only(shown, "east.two-sum").detail
    assert shown.chosen == "east.two-sum"
    assert detail
    assert detail.quote
    assert detail.quote.number == "93.28万元"
    assert detail.quote.after.endswith("……")
    assert detail.note == "原文未说明"
    assert detail.links == (MetricLink("在文中查看", "第二节 · 第 1 段", Anchor("two-1", 0)),)


def test_the_chosen_tile_leads_to_the_part_it_belongs_to(package: PackageReader) -> None:
    detail = only(metrics_shown(package, at(EAST, metric="east.one-guests")), "east.one-guests").detail
    assert detail
    assert detail.links[1:] == (MetricLink("机制：door门", "", LinkedPart("east-system", "door")),)


def test_a_computed_figure_says_so_and_shows_its_sum(package: PackageReader) -> None:
    shown = metrics_shown(package, at(EAST, metric="east.each"))
    assert [(group.heading, len(group.tiles)) for group in shown.groups] == [("", 4), ("由文中数字算得", 1)]
    tile = only(shown, "east.each")
    assert tile.name == "每人的门票，约 7773 元，由文中数字算得"
    assert tile.foot == "由文中数字算得"
    assert tile.description == "93.28万元 ÷ 120人 ≈ 7773元"
    assert tile.detail
    assert tile.detail.quote is None
    assert tile.detail.sum == "93.28万元 ÷ 120人 ≈ 7773元"
    assert tile.detail.links == (
        MetricLink("one-sum书", "93.28 万元", LinkedMetric("east.one-sum")),
        MetricLink("one-guests书", "120 余人", LinkedMetric("east.one-guests")),
    )


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


def texts(shown: LinkListShown) -> tuple[str, list[str]]:
    """The heading and the text of each link."""
    return shown.heading, [" ".join((link.label, link.where)).strip() for link in shown.links]


def links_of(package: PackageReader, state: State) -> TopicLinksShown:
    return metrics_shown(package, state).topic_links


def test_a_topic_leads_to_its_sections_and_parts_here(on_topic: PackageReader) -> None:
    state = at(EAST, topic="trade")
    sections, parts = links_of(on_topic, state)
    assert texts(sections) == ("章节 1", ["门前的书画"])
    assert texts(parts) == ("机制的部分 2", ["door门", "book门"])
    assert sections.links[0].target == LinkedSection("east", "retold", "one")
    assert parts.links[0].target == LinkedPart("east-system", "door")
    assert texts(links_of(on_topic, state._replace(script="hant")).sections) == ("章節 1", ["門前的書畫"])


def test_a_topic_everywhere_is_grouped_by_region(on_topic: PackageReader) -> None:
    shown = metrics_shown(on_topic, at(EAST, topic="trade", everywhere=True))
    assert [(group.heading, len(group.tiles)) for group in shown.groups] == [("east门区", 3), ("gate门区", 6)]
    sections, parts = shown.topic_links
    assert texts(sections) == ("章节 3", ["门前的书画 east门区", "门前的书画 gate门区", "门前的书画 gate门区"])
    assert (parts.heading, len(parts.links)) == ("机制的部分 15", 15)
    chosen = metrics_shown(on_topic, at(EAST, topic="trade", everywhere=True, metric="west.one-sum"))
    assert [group.heading for group in chosen.groups] == ["east门区", "gate门区", "west门区"]


def test_only_so_many_links_are_listed(on_topic: PackageReader) -> None:
    found = topic_links(on_topic, at(EAST, topic="trade", everywhere=True), max_links=2)
    assert [(one.heading, len(one.links)) for one in found] == [("章节 3，列出 2", 2), ("机制的部分 15，列出 2", 2)]


@pytest.mark.parametrize(
    "state",
    [EAST, State(Location("west", "west", "retold", topic="trade")), State(Location("west", topic="trade"))],
    ids=["no topic", "nothing of the topic", "no article"],
)
def test_without_anything_of_a_topic_there_are_no_links(on_topic: PackageReader, state: State) -> None:
    assert [one.links for one in links_of(on_topic, state)] == [(), ()]
