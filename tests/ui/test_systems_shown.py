"""What the tab and the page of a system show of a package and a state."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exhibit.model.state import Location, State
from exhibit.model.text import same
from exhibit.package.reader import PackageReader
from exhibit.ui.systems.part_card_shown import PartCardShown
from exhibit.ui.systems.shown import source_line, systems_shown, unit_values
from exhibit.ui.widgets.choice import ChoiceShown, LinkShown

SHAPES = {"east": "pairs", "west": "levels", "gate": "composition", "gate-2": "pillars"}


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


def at(article: str, **place: object) -> State:
    return State(Location(article.split("-")[0], article, "retold")._replace(**place))  # type: ignore[arg-type]


def card_of(package: PackageReader, part: str) -> PartCardShown:
    card = systems_shown(package, at("east", system="east-system", part=part)).card
    assert card
    return card


@pytest.mark.parametrize(("article", "shape"), SHAPES.items())
def test_the_system_of_the_article_in_view(package: PackageReader, article: str, shape: str) -> None:
    shown = systems_shown(package, at(article))
    assert shown.system
    assert (shown.system.id, shown.system.shape) == (f"{article}-system", shape)
    assert (shown.title, shown.lead) == ("书画的门", "门里是书画。")
    assert shown.name == f"书画的门：图，共 {len(shown.system.parts)} 处"
    assert [part.id for part in shown.parts] == [part.id for part in shown.system.parts]
    assert (shown.chosen, shown.card, shown.chooser, shown.empty) == (None, None, (), "")
    assert shown.hint.startswith("点图上的一处")


@pytest.mark.parametrize("article", SHAPES)
def test_accessible_names_of_parts(package: PackageReader, article: str) -> None:
    shown = systems_shown(package, at(article))
    first = shown.parts[1]
    assert shown.parts[0].name == "国体"
    assert first.name == f"{first.id}门，长街 120 余人，1 个数字"
    assert first.description == f"{first.id}是书画的门。"
    chosen = systems_shown(package, at(article, system=f"{article}-system", part=first.id))
    assert chosen.parts[1].name == f"{first.id}门，长街 120 余人，1 个数字，已选"
    assert chosen.parts[0].name == "国体"


@pytest.mark.parametrize("article", SHAPES)
def test_values_for_the_units_of_parts(package: PackageReader, article: str) -> None:
    shown = systems_shown(package, at(article))
    assert shown.values == {f"{article}.one-guests": "120 余人"}
    assert shown.system
    assert unit_values(package, shown.system, "hant") == {f"{article}.one-guests": "120 餘人"}


def test_the_card_of_a_part_with_a_figure(package: PackageReader) -> None:
    card = card_of(package, "door")
    assert (card.name, card.topic, card.text) == ("door门", "主题：门市", "door是书画的门。")
    (figure,) = card.figures
    assert (figure.id, figure.label, figure.value.words) == ("east.one-guests", "one-guests书", "120 余人")
    assert figure.name == "one-guests书，120 余人"
    assert not figure.chosen
    assert card.passages == (LinkShown("第一节 · 第 1 段", "", "one-1"),)
    assert card.see == ()


def test_a_link_to_a_section_shows_its_title(package: PackageReader) -> None:
    card = card_of(package, "whole")
    assert card.passages == (LinkShown("第一节", "门前的书画", "one"),)
    assert card.see == (LinkShown("第二节 · 第 2 段", "", "two-2"),)
    assert (card.passages_title, card.see_title) == ("在文中", "另见")


def test_both_scripts_and_english(package: PackageReader) -> None:
    state = at("east", system="east-system", part="door")
    hant = systems_shown(package, state._replace(script="hant"))
    assert hant.title == "書畫的門"
    assert hant.card
    assert (hant.card.name, hant.card.passages[0].label) == ("door門", "第一節 · 第 1 段")
    english = systems_shown(package, state._replace(english=True))
    assert english.title == "书画的门"
    assert english.card
    assert english.card.passages[0].label == "Section 1 · paragraph 1"
    assert english.parts[1].name == "door门，长街 120 余人，figures: 1，chosen"


def test_a_chosen_figure_is_marked_in_the_card(package: PackageReader) -> None:
    state = at("east", system="east-system", part="door", metric="east.one-guests")
    card = systems_shown(package, state).card
    assert card
    assert [figure.chosen for figure in card.figures] == [True]


@pytest.mark.parametrize(
    ("system", "part"),
    [("west-system", "door"), ("east-system", "nowhere"), (None, "door")],
)
def test_a_part_that_is_not_of_the_system_in_view_is_not_chosen(
    package: PackageReader, system: str | None, part: str
) -> None:
    shown = systems_shown(package, at("east", system=system, part=part))
    assert shown.system
    assert (shown.system.id, shown.chosen, shown.card) == ("east-system", None, None)


@pytest.mark.parametrize(
    ("topic", "on_topic", "legend"),
    [
        (None, set(), ""),
        ("people", {"whole"}, "主题“人”在图上有 1 处"),
        ("trade", {"door", "book"}, "主题“门市”在图上有 2 处"),
    ],
)
def test_the_topic_in_view_marks_its_parts_and_keeps_the_others(
    package: PackageReader, topic: str | None, on_topic: set[str], legend: str
) -> None:
    shown = systems_shown(package, at("east", topic=topic))
    assert (set(shown.on_topic), shown.legend) == (on_topic, legend)
    assert len(shown.parts) == 3


def test_without_a_system_there_are_links_to_others(package: PackageReader) -> None:
    shown = systems_shown(package, State(Location("east")))
    assert (shown.system, shown.parts, shown.values) == (None, (), {})
    assert shown.empty == "这里还没有机制图。"
    assert shown.elsewhere[:2] == (
        LinkShown("书画的门", "east门区", "east-system"),
        LinkShown("书画的门", "west门区", "west-system"),
    )


def test_several_systems_of_an_article_are_offered(package: PackageReader, monkeypatch: pytest.MonkeyPatch) -> None:
    (first,) = package.systems("east")
    second = first._replace(id="second", title=same("二"))
    monkeypatch.setattr(package, "systems", lambda article=None, count=200: (first, second))
    assert systems_shown(package, at("east")).chooser == (
        ChoiceShown("east-system", "书画的门", True),
        ChoiceShown("second", "二", False),
    )
    chosen = systems_shown(package, at("east", system="second", part="door"))
    assert chosen.system == second
    assert chosen.chosen == "door"


def test_a_saved_drawing_names_its_source(package: PackageReader) -> None:
    (system,) = package.systems("east")
    assert source_line(package, system, "hant") == "《east：書畫上街》，東江日报，2022年6月23日。圖：書畫上街"
