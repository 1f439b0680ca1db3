"""What home shows of the sample: the title, the promise, the next touch, the cards."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exhibit.model.state import InterfaceLanguage, State
from exhibit.model.text import same
from exhibit.package.reader import PackageReader
from exhibit.package.writer import write_package
from exhibit.ui.home.shown import (
    MOST_DRAWN,
    WAYS,
    HomeCardShown,
    HomeData,
    HomeShown,
    home_card,
    home_shown,
    home_title,
)
from tests.samples import sample_contents

HOME = State().at_home()


@pytest.fixture
def data(sample: Path) -> Iterator[HomeData]:
    package = PackageReader(sample)
    yield HomeData(package)
    package.close()


def card(data: HomeData, row: int, state: State = HOME) -> HomeCardShown:
    return home_card(data, state, row, state.place.article)


def in_language(language: InterfaceLanguage) -> State:
    return HOME._replace(script="hant" if language == "hant" else "hans", english=language == "en")


def test_there_is_a_card_for_each_article_in_the_order_of_the_exhibit(data: HomeData) -> None:
    assert data.cards == home_shown(data, HOME).cards == 4
    assert [card(data, row).article for row in range(4)] == ["east", "west", "gate", "gate-2"]
    assert [card(data, row).number for row in range(4)] == ["1", "2", "3", "3"]


def test_a_card_says_what_the_content_says(data: HomeData) -> None:
    found = card(data, 0)
    assert (found.name, found.question, found.place) == ("书画上街", "谁来看书画？", "east国门区")
    assert found.hero is not None
    assert (found.hero.metric, found.hero.value.words) == ("east.one-guests", "120 余人")
    assert found.drawing
    assert found.spoken == "east国门区，约4分钟，书画上街，谁来看书画？"


def test_a_card_leaves_out_what_the_content_does_not_say(data: HomeData) -> None:
    found = card(data, 1)
    assert (found.name, found.question, found.hero) == ("west的书画展", "", None)


def test_a_card_follows_the_script(data: HomeData) -> None:
    found = card(data, 0, in_language("hant"))
    assert (found.name, found.place, found.minutes) == ("書畫上街", "east國門区", "約4分鐘")


def test_a_card_tells_what_was_read(data: HomeData) -> None:
    reading = State(visited=frozenset({"east"})).at_article("west", "west", "retold").at_home()
    assert [card(data, row, reading).visited for row in range(3)] == [True, True, False]
    assert [card(data, row, reading).chosen for row in range(3)] == [False, True, False]
    assert card(data, 0, reading).spoken.endswith("，看过")


@pytest.mark.parametrize("language", ["hans", "hant", "en"])
def test_the_promise_holds_both_of_its_words(data: HomeData, language: InterfaceLanguage) -> None:
    promise = home_shown(data, in_language(language)).promise
    assert promise.number
    assert promise.sentence
    assert "".join(promise) != promise.before


def test_the_promise_is_whole(data: HomeData) -> None:
    assert home_shown(data, HOME).promise == ("每个", "数字", "都能点，点了就到", "原句", "")


def buttons(shown: HomeShown) -> list[str]:
    return [f"{one.label} {one.note}" for one in (shown.begin, shown.go_on) if one]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (None, ["从第一篇读起 约4分钟"]),
        ("east", ["接着读 书画上街"]),
        ("west", ["从第一篇读起 约4分钟", "接着读 west的书画展"]),
    ],
)
def test_the_next_touch_begins_or_goes_on(data: HomeData, article: str | None, expected: list[str]) -> None:
    state = State().at_article(article, article, "retold").at_home() if article else HOME
    assert buttons(home_shown(data, state)) == expected


def test_the_links_lead_to_what_the_exhibit_has(data: HomeData, tmp_path: Path) -> None:
    assert [link.way for link in home_shown(data, HOME).links] == list(WAYS)
    found = sample_contents(1)
    counts = found.exhibit.counts._replace(comparisons=0, terms=0, events=0)
    bare = replace(found, exhibit=found.exhibit._replace(counts=counts), comparisons=(), terms=(), events=())
    write_package(bare, tmp_path / "bare")
    package = PackageReader(tmp_path / "bare")
    assert [link.way for link in home_shown(HomeData(package), HOME).links] == ["sources"]
    package.close()


def test_an_exhibit_without_articles_has_no_next_touch(tmp_path: Path) -> None:
    found = sample_contents(1)
    counts = found.exhibit.counts._replace(articles=0)
    write_package(replace(found, regions=(), entries=(), exhibit=found.exhibit._replace(counts=counts)), tmp_path / "e")
    package = PackageReader(tmp_path / "e")
    shown = home_shown(HomeData(package), HOME)
    package.close()
    assert (shown.cards, buttons(shown), [link.way for link in shown.links]) == (
        0,
        [],
        ["compare", "timeline", "glossary"],
    )


class Subtitled:
    """The sample with another subtitle."""

    def __init__(self, package: PackageReader, subtitle: str) -> None:
        self._package, self._subtitle = package, subtitle

    def __getattr__(self, name: str) -> object:
        return getattr(self._package, name)

    @property
    def exhibit(self) -> object:
        return self._package.exhibit._replace(subtitle=same(self._subtitle))


@pytest.mark.parametrize(
    ("subtitle", "title"),
    [
        ("五个地方，五种做法", ("五个地方", "五种做法")),
        ("三个地方", ("三个地方",)),
        ("Five places, five ways", ("Five places, five ways",)),
        (
            "一个很长很长很长很长的标题，一个很长很长很长很长的标题",
            ("一个很长很长很长很长的标题，一个很长很长很长很长的标题",),
        ),
    ],
)
def test_the_title_is_the_subtitle_cut_where_it_pauses(data: HomeData, subtitle: str, title: tuple[str, ...]) -> None:
    package = Subtitled(data.package, subtitle)  # type: ignore[arg-type]  # a reader
    assert home_title(package, "hans") == title  # type: ignore[arg-type]  # as far as the title asks


class ManyArticles:
    """The sample with more articles than have room for drawings."""

    def __init__(self, package: PackageReader) -> None:
        self._package = package

    def __getattr__(self, name: str) -> object:
        return getattr(self._package, name)

    def regions(self) -> object:
        return [one._replace(articles=MOST_DRAWN) for one in self._package.regions()]


def test_many_cards_have_no_drawing(data: HomeData) -> None:
    many = HomeData(ManyArticles(data.package))  # type: ignore[arg-type]  # as far as the cards ask
    assert many.cards == 3 * MOST_DRAWN
    assert card(many, 0).drawing == ()
    assert [many.place(row) for row in (0, MOST_DRAWN - 1, MOST_DRAWN, 3 * MOST_DRAWN - 1)] == [0, 0, 1, 2]
