"""What the glossary shows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from exhibit.model.state import Anchor, Location, State
from exhibit.model.term import Term, TermOccurrence
from exhibit.package.reader import PackageReader
from exhibit.ui.glossary.data import GlossaryData
from exhibit.ui.glossary.occurrences import BATCH_SIZE
from exhibit.ui.glossary.shown import EntryShown, glossary_shown, in_glossary, shown_from, term_row
from exhibit.ui.widgets.quotes import ShortQuote, quote_at

TICKET = State(place=Location("east", "east", "retold", page="glossary", term="ticket"))


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


class Large:
    """A package of very many terms, the first of them with very many occurrences. It counts what is read."""

    def __init__(self, package: PackageReader, count: int) -> None:
        self._package = package
        self._count = count
        self.asked: list[str] = []
        self.bodies = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._package, name)

    def terms(self) -> Sequence[Term]:
        term = self._package.terms()[0]
        return [term._replace(id=f"t{number}") for number in range(self._count)]

    def occurrences(self, term: str, count: int = 200) -> Sequence[TermOccurrence]:
        self.asked.append(term)
        place = self._package.occurrences("ticket")[0]
        return [place] * min(count, self._count)

    def body(self, article: str, edition: str) -> object:
        self.bodies += 1
        return self._package.body(article, edition)


def entry(package: PackageReader, state: State = TICKET) -> EntryShown:
    found = glossary_shown(package, state).entry
    assert found
    return found


def test_nothing_is_open_at_first(package: PackageReader) -> None:
    shown = glossary_shown(package, State())
    assert (shown.title, shown.summary, shown.leave) == ("词语", "2 条，解释为本展所写", "回到正文")
    assert shown.entry is None
    assert glossary_shown(package, State(place=Location(term="gone"))).entry is None


def test_terms_are_in_the_editors_order(package: PackageReader) -> None:
    data = GlossaryData(package)
    shown = shown_from(data, TICKET)
    rows = [term_row(data, shown, number) for number in range(len(data.terms))]
    assert [(row.term, row.text, row.regions, row.chosen, row.spoken) for row in rows] == [
        ("门票", "进门要给的长条。", "3 个地方", True, "门票，已打开"),
        ("国门", "一国的门。", "", False, "国门"),
    ]


def test_an_entry(package: PackageReader) -> None:
    found = entry(package)
    assert (found.term, found.also, found.text) == ("门票", "文中也写作书票", "进门要给的长条。")
    assert [(way.term, way.label) for way in found.see] == [("house", "国门")]
    assert found.occurrences_label == "见于 4 篇的 8 节，每节列第一处"
    assert found.more == ""


def test_its_occurrences(package: PackageReader) -> None:
    found = entry(package).occurrences
    assert [(one.article, one.edition, one.block) for one in found[:3]] == [
        ("east", "retold", "one-1"),
        ("east", "retold", "two-1"),
        ("west", "retold", "one-1"),
    ]
    assert [one.heading for one in found[:3]] == ["east门区 · east的书画展", "", "west门区 · west的书画展"]
    assert [one.where for one in found[:2]] == ["第一节　门前的书画", "第二节　东街的长账"]
    assert found[0].quote == ShortQuote("赵孟𫖯的书画在east展出，第一日来了120余人，收", "门票", "93.28万元。")
    assert found[1].spoken.startswith("east门区 · east的书画展，第二节　东街的长账，赵孟𫖯")


def test_in_the_other_script_and_in_english(package: PackageReader) -> None:
    hant = entry(package, TICKET._replace(script="hant"))
    assert (hant.term, hant.occurrences[0].quote.number, hant.occurrences[0].quote.before[:3]) == (
        "門票",
        "門票",
        "赵孟頫",
    )
    assert hant.occurrences[0].heading == "east門区 · east的書畫展"
    english = entry(package, TICKET._replace(english=True))
    assert english.occurrences_label == "Articles: 4 · Sections: 8 · the first place in each"
    assert english.occurrences[0].where == "Section 1　门前的书画"


def test_a_term_without_occurrences(package: PackageReader) -> None:
    found = entry(package, State(place=Location(page="glossary", term="house")))
    assert (found.also, found.see_label, found.see, found.occurrences) == ("", "", (), ())
    assert found.occurrences_label == "现有各篇里没有标出这个词。"


def test_only_what_is_shown_is_read(package: PackageReader) -> None:
    large = Large(package, 1200)
    data = GlossaryData(large)  # type: ignore[arg-type]
    state = State(place=Location(page="glossary", term="t0"))
    shown = shown_from(data, state)
    assert shown.entry
    assert len(data.terms) == 1200
    assert len(shown.entry.occurrences) == BATCH_SIZE == large.bodies
    assert shown.entry.more == f"再列 {BATCH_SIZE} 处（还有 {500 - BATCH_SIZE} 处）"
    term_row(data, shown, 700)
    assert set(large.asked) == {"t0", "t700"}
    more = shown_from(data, state, count=2 * BATCH_SIZE).entry
    assert more
    assert len(more.occurrences) == 2 * BATCH_SIZE


def test_fields_of_other_views_change_nothing() -> None:
    moved = TICKET._replace(
        place=TICKET.place._replace(anchor=Anchor("one"), metric="east.one-sum"), visited=frozenset({"east"})
    )
    assert in_glossary(moved) == in_glossary(TICKET)
    assert in_glossary(TICKET.explaining("house")) != in_glossary(TICKET)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("前一句。后一句有词在。再一句。", "词", ("后一句有", "词", "在。")),
        ("他说：“走。”词在这里", "词", ("", "词", "在这里")),
        ("只有词。”", "词", ("只有", "词", "。”")),
        ("词", "词", ("", "词", "")),
        (
            "一" * 40 + "，" + "二" * 20 + "词" + "三" * 10 + "，" + "四" * 40 + "。",
            "词",
            ("……" + "二" * 20, "词", "三" * 10 + "，" + "四" * 15 + "……"),
        ),
    ],
)
def test_the_sentence_around_a_word(text: str, word: str, expected: tuple[str, str, str]) -> None:
    start = text.index(word)
    assert quote_at(text, start, start + len(word)) == ShortQuote(*expected)
