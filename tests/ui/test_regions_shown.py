"""What the list of places shows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from exhibit.model.article import Article
from exhibit.model.state import Location, State
from exhibit.package.reader import PackageReader
from exhibit.package.writer import write_package
from exhibit.ui.regions.shown import PAGE, RegionData, RegionsShown, regions_shown, second_line, shown_from
from tests.samples import entry, region, sample_contents


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


class Large:
    """A package whose last region holds very many articles; it counts what is read."""

    def __init__(self, package: PackageReader, count: int) -> None:
        self._package = package
        self._count = count
        self.read = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._package, name)

    def regions(self) -> Sequence[object]:
        regions = self._package.regions()
        return [*regions[:-1], regions[-1]._replace(articles=self._count)]

    def article(self, id: str) -> Article | None:
        if id.startswith("n"):
            return self._made(int(id[1:]))
        return self._package.article(id)

    def articles(self, region: str, start: int = 0, count: int = 50) -> Sequence[Article]:
        found = [self._made(number) for number in range(start, min(start + count, self._count))]
        self.read += len(found)
        return found

    def _made(self, number: int) -> Article:
        article = self._package.article("gate")
        assert article
        return replace(article, id=f"n{number}")


def plan(shown: RegionsShown) -> list[str]:
    """Rows as one word each: kind, id, and * for chosen, + for visited."""
    return [f"{row.kind} {row.id}{'*' * row.chosen}{'+' * row.visited}" for row in shown.rows]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State(), ["region east", "region west", "region gate"]),
        (State(place=Location("east", "east")), ["region east*", "region west", "region gate"]),
        (
            State(place=Location("gate", "gate-2"), visited=frozenset({"gate-2", "east"})),
            ["region east+", "region west", "region gate*+", "article gate", "article gate-2*+"],
        ),
        (State(visited=frozenset({"gone"})), ["region east", "region west", "region gate"]),
    ],
)
def test_rows(package: PackageReader, state: State, expected: list[str]) -> None:
    assert plan(regions_shown(package, state)) == expected


def test_texts(package: PackageReader) -> None:
    row = regions_shown(package, State(place=Location("gate"), visited=frozenset({"east"}), script="hant")).rows
    assert (row[0].title, row[0].side, row[0].spoken) == ("east國門区", "4 個數字", "east國門区，1 篇，4 個數字，看過")
    assert row[2].spoken.endswith("，正在看")
    assert row[3].spoken == "gate的書畫展，2022"
    assert second_line(RegionData(package), "east", "hans") == "east的书画展\u00a0·\u00a02022"


def test_a_region_of_very_many_articles_costs_a_page(package: PackageReader) -> None:
    large = Large(package, 100_000)
    data = RegionData(large)  # type: ignore[arg-type]
    state = State(place=Location("gate", "n3"))
    shown = shown_from(data, state)
    assert len(shown.rows) == 3 + PAGE + 1
    assert large.read == PAGE
    assert shown.rows[-1].kind == "more"
    assert "99950" in shown.rows[-1].title
    shown_from(data, state._replace(script="hant"))
    assert large.read == PAGE
    assert len(shown_from(data, state, pages=2).rows) == 3 + 2 * PAGE + 1


def test_the_article_in_view_is_listed_though_its_page_is_not(package: PackageReader) -> None:
    data = RegionData(Large(package, 200))  # type: ignore[arg-type]
    state = State(place=Location("gate", "n170"))
    first = plan(shown_from(data, state))
    assert first[3:5] == ["article n170*", "article n0"]
    last = plan(shown_from(data, state, pages=4))
    assert last.count("article n170*") == 1
    assert last[-1] == "article n199"


def test_without_anything_chosen_no_article_is_read(package: PackageReader) -> None:
    large = Large(package, 100_000)
    shown_from(RegionData(large), State())  # type: ignore[arg-type]
    assert large.read == 0


def test_a_change_that_is_not_the_lists_shows_the_same(package: PackageReader) -> None:
    state = State(place=Location("east", "east", "retold"))
    assert regions_shown(package, state) == regions_shown(package, state.with_everywhere(True))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Location(topic="trade"), ["topic ", "region east", "region west", "region gate"]),
        (
            Location("east", "east", "retold", topic="trade"),
            ["topic ", "region east*", "section east/one", "region west", "region gate"],
        ),
        (
            Location("east", "east", "retold", topic="trade", passage="one"),
            ["topic ", "region east*", "section east/one*", "region west", "region gate"],
        ),
        (Location("west", "west", topic="trade"), ["topic ", "region east", "region west*", "region gate"]),
        (
            Location("gate", "gate-2", topic="trade"),
            ["topic ", "region east", "region west", "region gate*",
             "article gate", "section gate/one", "article gate-2*", "section gate-2/one"],
        ),
    ],
)  # fmt: skip
def test_rows_while_a_topic_is_chosen(on_topic: PackageReader, place: Location, expected: list[str]) -> None:
    assert plan(regions_shown(on_topic, State(place=place))) == expected


def test_texts_of_a_topic(on_topic: PackageReader) -> None:
    rows = regions_shown(on_topic, State(place=Location("gate", "gate", topic="trade"), script="hant")).rows
    assert (rows[0].title, rows[0].side, rows[0].spoken) == ("主題：門市", "顯示全部", "主題：門市，顯示全部")
    assert [(row.side, row.soft) for row in rows[1:4]] == [
        ("2 個數字 · 1 節", False), ("0 個數字", True), ("4 個數字 · 2 節", False),
    ]  # fmt: skip
    assert rows[3].spoken == "gate國門区，門市：4 個數字，2 節，13 個部分，正在看"
    section = rows[5]
    assert (section.title, section.depth) == ("門前的書畫", 2)
    assert section.section
    assert (section.section.article, section.section.edition) == ("gate", "retold")


class Counting:
    """A package that counts what is asked of it."""

    def __init__(self, package: PackageReader) -> None:
        self._package = package
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> object:
        self.asked.append(name)
        return getattr(self._package, name)


def test_a_topic_reads_no_region_again_and_its_sections_once(on_topic: PackageReader) -> None:
    package = Counting(on_topic)
    data = RegionData(package)  # type: ignore[arg-type]
    state = State(place=Location("gate", "gate", topic="trade"))
    shown_from(data, state)
    shown_from(data, state._replace(script="hant"))
    assert package.asked.count("regions") == 1
    assert package.asked.count("sections") == 1


def test_of_many_sections_a_page_is_listed(tmp_path: Path) -> None:
    entries = [entry(f"east-{number}", 1) for number in range(PAGE + 3)]
    contents = replace(sample_contents(1), regions=(region("east", PAGE + 3, 4),), entries=entries, systems=())
    write_package(contents, tmp_path / "e")
    package = PackageReader(tmp_path / "e")
    state = State(place=Location("east", "east-0", topic="trade"))
    rows = regions_shown(package, state).rows
    assert sum(row.kind == "section" for row in rows) == PAGE
    assert (rows[-1].kind, rows[-1].title) == ("more", "再列一些（还有 3 节）")
    assert sum(row.kind == "section" for row in regions_shown(package, state, 2).rows) == PAGE + 3
    package.close()


def test_the_article_in_view_is_listed_though_it_has_nothing_of_the_topic(tmp_path: Path) -> None:
    contents = sample_contents(1)
    entries = [*list(contents.entries)[:3], entry("gate-2", 1, "people")]
    write_package(replace(contents, entries=entries), tmp_path / "e")
    package = PackageReader(tmp_path / "e")
    found = plan(regions_shown(package, State(place=Location("gate", "gate-2", topic="trade"))))
    assert found[3:] == ["region gate*", "article gate-2*", "article gate", "section gate/one"]
    package.close()
