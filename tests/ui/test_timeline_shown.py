"""What the timeline shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exhibit.compiler.descriptions.dates import read_date
from exhibit.model.event import DateCertainty, Event
from exhibit.model.state import InterfaceLanguage, Location, State
from exhibit.package.reader import PackageReader
from exhibit.ui.timeline.shown import (
    EventShown,
    GapRow,
    HeadingRow,
    TimelineData,
    event_shown,
    gap_shown,
    in_timeline,
    shown_from,
    timeline_rows,
    timeline_shown,
)
from tests.samples import both

EAST = State(place=Location("east", "east", "retold", page="timeline"))


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


def event(date: str, sure: DateCertainty = "printed") -> Event:
    return Event(date, read_date(date), sure, both("门"), "east", "retold", "one", None)


def shown_events(package: PackageReader, state: State) -> list[EventShown]:
    data = TimelineData(package)
    shown = shown_from(data, state)
    return [event_shown(data, shown, one) for one in data.events]


def plan(dates: list[str]) -> list[object]:
    """Headings as they are written, gaps as pairs, events by their dates in brackets."""
    found: list[object] = []
    for row in timeline_rows([event(date) for date in dates]):
        if isinstance(row, GapRow):
            found.append((row.before, row.after))
        else:
            found.append(str(row.point) if isinstance(row, HeadingRow) else f"[{row.date}]")
    return found


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], []),
        (["2022"], ["2022", "[2022]"]),
        (["2022", "2022-06", "2022-06-23"], ["2022", "[2022]", "[2022-06]", "[2022-06-23]"]),
        (["2021-12-31", "2022-01-01"], ["2021", "[2021-12-31]", "2022", "[2022-01-01]"]),
        (["1926", "2018-04", "2020"], ["1926", "[1926]", (1926, 2018), "2018", "[2018-04]", (2018, 2020), "2020", "[2020]"]),
        (["1937/1945", "1940", "1947"], ["1937", "[1937/1945]", "1940", "[1940]", (1945, 1947), "1947", "[1947]"]),
        (["1937/1945", "1946"], ["1937", "[1937/1945]", "1946", "[1946]"]),
        (["1980年代", "1985", "1995"], ["1980年代", "[1980年代]", "1985", "[1985]", (1989, 1995), "1995", "[1995]"]),
        (["1980", "1980年代"], ["1980", "[1980]", "1980年代", "[1980年代]"]),
        (["19世纪", "1926"], ["19世纪", "[19世纪]", (1900, 1926), "1926", "[1926]"]),
        (["-209", "-1", "1", "960"], ["-209", "[-209]", (-209, -1), "-1", "[-1]", "1", "[1]", (1, 960), "960", "[960]"]),
        (["2018/..", "2022"], ["2018", "[2018/..]", "2022", "[2022]"]),
        (["1900", "../1949"], ["1900", "[1900]", "1949", "[../1949]"]),
    ],
)  # fmt: skip
def test_headings_and_gaps_stand_between_events(dates: list[str], expected: list[object]) -> None:
    assert plan(dates) == expected


@pytest.mark.parametrize(
    ("gap", "language", "expected"),
    [
        (GapRow(1926, 2018), "hans", ("相隔 92 年", "1927年至2017年没有列出的事")),
        (GapRow(2022, 2024), "hant", ("相隔 2 年", "2023年沒有列出的事")),
        (GapRow(2022, 2024), "en", ("2 years apart", "no events listed for 2023")),
        (GapRow(-209, 960), "hans", ("相隔 1168 年", "公元前208年至公元959年没有列出的事")),
        (GapRow(-209, 960), "en", ("1168 years apart", "no events listed for 208 BC to 959 AD")),
        (GapRow(-2, 1), "hant", ("相隔 2 年", "公元前1年沒有列出的事")),
        (GapRow(-1, 2), "hans", ("相隔 2 年", "公元1年没有列出的事")),
    ],
)
def test_a_gap_in_words(gap: GapRow, language: InterfaceLanguage, expected: tuple[str, str]) -> None:
    found = gap_shown(gap, language)
    assert (found.apart, found.between) == expected


def test_the_page(package: PackageReader) -> None:
    shown = timeline_shown(package, EAST)
    assert (shown.title, shown.summary, shown.leave) == ("时间线", "3 件事 · 1926年至2022年", "回到正文")
    assert [(one.sure, one.label) for one in shown.legend] == [
        ("printed", "原文印有日期"),
        ("implied", "日期由文中推知"),
        ("open", "日期定不下来，暂放这里"),
    ]
    assert len(shown.rows) == 6
    assert shown.article == "east"


def test_accessible_names_of_events(package: PackageReader) -> None:
    first, second, third = shown_events(package, EAST)
    assert (first.date, first.sure.sure, first.why) == ("1926年", "implied", "日期的来历：原文只说长街。")
    assert (first.region, first.article, first.here) == ("east门区", "east的书画展", "本篇")
    assert first.spoken == "1926年，日期由文中推知，书画上街，日期的来历：原文只说长街，east门区，east的书画展，本篇"
    assert (second.date, second.sure.label, second.here) == ("2022年6月", "日期定不下来，暂放这里", "")
    assert (third.date, third.why) == ("2022年6月23日", "")


def test_in_the_other_script_and_in_english(package: PackageReader) -> None:
    first = shown_events(package, EAST._replace(script="hant"))[0]
    assert (first.text, first.sure.label, first.article) == ("書畫上街。", "日期由文中推知", "east的書畫展")
    third = shown_events(package, EAST._replace(english=True))[2]
    assert (third.date, third.sure.label, third.here) == ("23 June 2022", "date printed in the article", "This article")


def test_an_event_of_a_missing_article_is_shown(package: PackageReader) -> None:
    data = TimelineData(package)
    found = event_shown(data, shown_from(data, EAST), event("2022")._replace(article="gone"))
    assert (found.region, found.article, found.spoken) == ("", "", "2022年，原文印有日期，门")


def test_fields_of_other_views_change_nothing() -> None:
    moved = EAST._replace(place=EAST.place._replace(term="ticket", passage="one"), visited=frozenset({"east"}))
    assert in_timeline(moved) == in_timeline(EAST)
    assert in_timeline(EAST._replace(english=True)) != in_timeline(EAST)


def test_a_span_is_read_out_whole(package: PackageReader) -> None:
    data = TimelineData(package)
    for state, spoken in (
        (EAST, "1937年至1945年，原文印有日期，门"),
        (EAST._replace(script="hant"), "1937年至1945年，原文印有日期，門"),
        (EAST._replace(english=True), "1937 to 1945，date printed in the article，门"),
    ):
        found = event_shown(data, shown_from(data, state), event("1937/1945")._replace(article="gone"))
        assert found.spoken == spoken
