"""What the reader shows in a state."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exhibit.model.article import Article, Body
from exhibit.model.state import Anchor, Location, State
from exhibit.package.reader import PackageReader
from exhibit.ui.reader.edition_text import EditionText
from exhibit.ui.reader.selection import (
    citation_line,
    whole_article,
)
from exhibit.ui.reader.shown import HighlightedSentence, ReaderShown, reader_shown
from exhibit.ui.reader.term import SeeAlsoShown

EAST = State(Location("east", "east", "retold"))
TICKET = Anchor("one-1", 26)


class CountingPackage(PackageReader):
    """Counts what is read."""

    reads = 0

    def article(self, id: str) -> Article | None:
        self.reads += 1
        return super().article(id)

    def body(self, article: str, edition: str) -> Body:
        self.reads += 1
        return super().body(article, edition)


@pytest.fixture
def package(sample: Path) -> Iterator[CountingPackage]:
    package = CountingPackage(sample)
    yield package
    package.close()


def at(**place: object) -> State:
    return EAST._replace(place=EAST.place._replace(**place))  # type: ignore[arg-type]


def edition_text_of(shown: ReaderShown) -> EditionText:
    assert shown.edition_text
    return shown.edition_text


def test_the_header_names_region_edition_title_and_source(package: CountingPackage) -> None:
    header = reader_shown(package, EAST).header
    assert [(one.style, one.text) for one in header] == [
        ("kicker", "east国门区 · 展览改写版"),
        ("title", "east的书画展"),
        ("overview", "一条长街把书画挂在门上。"),
        ("meta", "示例　东江日报　2022年6月23日　约4分钟"),
    ]


def test_the_header_follows_script_and_language(package: CountingPackage) -> None:
    assert reader_shown(package, EAST._replace(script="hant")).header[1].text == "east的書畫展"
    assert reader_shown(package, EAST._replace(english=True)).header[3].text.endswith("about 4 min")


def test_missing_newspaper_and_date_are_named_as_not_printed(
    package: CountingPackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = package.article("east")
    assert article
    bare = replace(article, citation=article.citation._replace(newspaper=None, date=None))
    monkeypatch.setattr(package, "article", lambda _: bare)
    shown = reader_shown(package, EAST)
    assert shown.header[3].text == "示例　未印报名　2022年（推定）　约4分钟"
    assert shown.footer[0].text == "出处：《east：书画上街》，未印报名，未印日期。年份：2022。网页印有日期。"
    assert (
        citation_line(edition_text_of(shown), "hans")
        == "——《east：书画上街》，未印报名，未印日期（书画上街，展览改写版）"
    )


def test_passages_follow_one_another(package: CountingPackage) -> None:
    shown = reader_shown(package, EAST)
    first = shown.passage(len(shown.header))
    assert (first.style, first.number, first.text) == ("heading", "一", "门前的书画")
    assert [shown.passage(index).style for index in range(shown.count)] == [style for style, _ in shown.sizes()]
    assert [len(shown.passage(index).text) for index in range(shown.count)] == [length for _, length in shown.sizes()]
    assert shown.passage(shown.count - 1).style == "source"
    assert shown.index("two-note") == shown.count - 2
    assert shown.index("none") is None


def test_the_contents_and_the_section_at_the_top(package: CountingPackage) -> None:
    shown = reader_shown(package, at(anchor=Anchor("two-3", 5)))
    assert [(one.section, one.number, one.title) for one in shown.contents] == [
        ("one", "一", "门前的书画"),
        ("two", "二", "东街的长账"),
    ]
    assert shown.current == "two"
    assert reader_shown(package, EAST).current == "one"
    assert reader_shown(package, at(anchor=Anchor("gone"))).current == ""


def test_the_sentence_of_the_chosen_figure_is_highlighted(package: CountingPackage) -> None:
    sentence = reader_shown(package, at(metric="east.two-sum")).highlighted
    assert sentence == HighlightedSentence(
        "east.two-sum", "two-1", 0, len(package.body("east", "retold").blocks[8].text)
    )
    assert reader_shown(package, at(metric="west.two-sum")).highlighted is None
    assert reader_shown(package, at(metric="none")).highlighted is None


@pytest.mark.parametrize(
    ("passage", "marked"),
    [("one-2", (6, 7)), ("one", (4, 11)), ("two", (11, 19)), ("two-note", (18, 19)), ("gone", (0, 0)), (None, (0, 0))],
)
def test_a_block_or_a_whole_section_is_marked(
    package: CountingPackage, passage: str | None, marked: tuple[int, int]
) -> None:
    assert reader_shown(package, at(passage=passage)).marked == marked


def test_sections_of_the_chosen_topic_name_it(package: CountingPackage) -> None:
    shown = reader_shown(package, at(topic="people"))
    assert [one.accessible_text for one in shown.contents] == ["一 门前的书画", "二 东街的长账，主题：人"]
    assert [shown.is_on_topic(one.section) for one in shown.contents] == [False, True]
    assert not reader_shown(package, EAST).is_on_topic("two")


def test_an_explanation_in_the_script_in_view(package: CountingPackage) -> None:
    asked = at(term="ticket", term_at=TICKET)
    shown = reader_shown(package, asked._replace(script="hant"))
    assert shown.term
    assert (shown.term.term, shown.term.text) == ("門票", "进門要给的長条。")
    assert shown.term.about == "本展的解釋 · 文中也寫作書票"
    assert shown.term.see == (SeeAlsoShown("house", "國門"),)
    assert shown.opened == (5, 1)
    assert shown.marks(5)[1].kind == "term"


@pytest.mark.parametrize(
    "place",
    [
        {"term": "ticket", "term_at": None},
        {"term": "none", "term_at": TICKET},
        {"term": "ticket", "term_at": Anchor("gone", 3)},
        {"term": "ticket", "term_at": TICKET, "page": "glossary"},
        {"term": None, "term_at": TICKET},
    ],
)
def test_no_explanation(package: CountingPackage, place: dict[str, object]) -> None:
    shown = reader_shown(package, at(**place))
    assert shown.term is None
    assert shown.opened is None


def test_another_term_explained_at_the_same_place(package: CountingPackage) -> None:
    shown = reader_shown(package, at(term="house", term_at=TICKET))
    assert shown.term
    assert (shown.term.term, shown.term.see, shown.term.see_label) == ("国门", (), "")
    assert shown.opened == (5, 1)


def test_nothing_is_read_twice(package: CountingPackage) -> None:
    shown = reader_shown(package, EAST)
    reads = package.reads
    for state in (
        at(anchor=Anchor("two")),
        EAST._replace(script="hant"),
        at(metric="east.two-sum"),
        at(passage="one-2"),
        at(topic="people"),
        at(term="ticket", term_at=TICKET),
    ):
        assert reader_shown(package, state, shown) == reader_shown(package, state)
        reads += 2
        assert package.reads == reads
        shown = reader_shown(package, state, shown)


def test_a_region_without_an_article_says_so(package: CountingPackage) -> None:
    shown = reader_shown(package, State(Location("east")))
    assert [one.text for one in shown.header] == ["east国门区", "这里还没有文章。"]
    assert shown.count == 2
    assert not whole_article(shown)
