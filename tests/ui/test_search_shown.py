"""What the search page and the find bar show of results."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from exhibit.model.search import KINDS, NameCompletion, SearchHit, SearchQuery
from exhibit.model.state import Anchor, Location, State
from exhibit.model.text import Script
from exhibit.package.reader import PackageReader
from exhibit.ui.search.find_shown import find_shown
from exhibit.ui.search.results import (
    MAX_COUNT,
    PAGE,
    PackageCache,
    SearchResults,
    count_on,
    has_more,
    is_counted,
    more_of,
    search_in_stages,
)
from exhibit.ui.search.shown import (
    SearchRow,
    SearchShown,
    completions_shown,
    filter_choices,
    filtered,
    of_kind,
    rows_shown,
    search_shown,
)


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


def results_of(package: PackageReader, query: SearchQuery) -> SearchResults:
    return list(search_in_stages(PackageCache(package), query, KINDS, 12))[-1]


@dataclass(frozen=True, slots=True)
class PageShown:
    """All that is on the page."""

    rows: tuple[SearchRow, ...]
    over: SearchShown
    endless: bool


def page_of(package: PackageReader, state: State, results: SearchResults | None) -> PageShown:
    listed = rows_shown(package, state, results)
    return PageShown(listed.rows, search_shown(package, state, results), listed.endless)


def shown(package: PackageReader, query: SearchQuery, script: Script = "hans", *, english: bool = False) -> PageShown:
    state = State(Location("east", "east", "retold", page="search", query=query), script, english)
    return page_of(package, state, results_of(package, query._replace(script=script)))


def groups(rows: tuple[SearchRow, ...]) -> list[str]:
    return [row.text for row in rows if row.kind == "group"]


def test_hits_are_grouped_by_kind_with_their_matches_marked(package: PackageReader) -> None:
    page = shown(package, SearchQuery("书画"))
    assert groups(page.rows)[-1] == "正文"
    assert {"文章", "小标题", "正文"} <= set(groups(page.rows))
    for row in page.rows:
        if row.kind == "hit":
            assert all(row.text[start:end] == "书画" for start, end in row.marks), row
            assert row.marks


def test_hits_are_in_the_script_in_view_with_their_place(package: PackageReader) -> None:
    page = shown(package, SearchQuery("书画"), "hant")
    texts = [row for row in page.rows if isinstance(row.target, SearchHit) and row.target.kind == "text"]
    assert texts[0].text[slice(*texts[0].marks[0])] == "書畫"
    assert texts[0].where == "east門区 · east的書畫展 · 門前的書畫"


def test_the_place_of_a_hit_does_not_repeat_its_beginning(package: PackageReader) -> None:
    page = shown(package, SearchQuery("7773元"))
    figures = [row for row in page.rows if isinstance(row.target, SearchHit) and row.target.kind == "metric"]
    assert figures
    for row in figures:
        assert row.where.split(" · ")[0] not in row.text


def test_a_longer_group_leads_to_the_list_of_its_kind(package: PackageReader) -> None:
    page = shown(package, SearchQuery("书画"))
    more = [row for row in page.rows if row.kind == "more"]
    assert [row.target.kinds for row in more if isinstance(row.target, SearchQuery)][-1] == ("text",)
    assert [choice.count for choice in page.over.kinds if choice.key == "text"] == ["5+"]
    assert "以上" in page.over.title


def counted(cache: PackageCache, query: SearchQuery) -> SearchResults:
    found = list(search_in_stages(cache, query, KINDS, 12))[-1]
    while not is_counted(found):
        found = count_on(cache, found)
    return found


def test_counting_changes_nothing_but_the_counts(package: PackageReader) -> None:
    query, cache = SearchQuery("书画"), PackageCache(package)
    state = State(Location("east", page="search", query=query))
    first, whole = results_of(package, query), counted(cache, query)
    before, page = page_of(package, state, first), page_of(package, state, whole)
    totals = {kind: str(len(package.hits(query, kind, None, 1000).hits)) for kind in KINDS}
    assert {choice.key: choice.count or "0" for choice in page.over.kinds if choice.key} == totals
    assert page.over.title == f"“书画”　找到 {sum(map(int, totals.values()))} 处"
    assert [row._replace(where="") for row in before.rows] == [row._replace(where="") for row in page.rows]
    assert [choice.room for choice in before.over.kinds] == [choice.room for choice in page.over.kinds]


def test_a_partial_count_is_not_shown(package: PackageReader) -> None:
    cache, first = PackageCache(package), results_of(package, SearchQuery("长街"))
    half = count_on(cache, first)
    assert half == first
    assert not is_counted(half)
    assert is_counted(counted(cache, first.query))


def test_counting_stops_at_500(package: PackageReader) -> None:
    cache, first = PackageCache(package), results_of(package, SearchQuery("长街", kinds=("text",)))
    tally = first.groups[0].counting
    assert tally
    most = count_on(
        cache, first._replace(groups=(replace(first.groups[0], counting=replace(tally, count=MAX_COUNT - 1)),))
    )
    assert is_counted(most)
    assert (most.groups[0].count, most.groups[0].more) == (MAX_COUNT, True)
    state = State(Location("east", page="search", query=most.query))
    assert [row.where for row in rows_shown(package, state, most).rows if row.kind == "group"] == ["500+"]
    assert "以上" in search_shown(package, state, most).title


def test_a_region_found_by_both_names_counts_once(package: PackageReader) -> None:
    whole = counted(PackageCache(package), SearchQuery("门区"))
    regions = next(group for group in whole.groups if group.kind == "region")
    assert regions.count == len({line.hit.id for line in regions.rows}) == len(regions.rows)


def test_pages_keep_the_count(package: PackageReader) -> None:
    cache = PackageCache(package)
    whole = counted(cache, SearchQuery("长街", kinds=("text",)))
    assert (whole.groups[0].count, len(whole.groups[0].rows)) == (52, PAGE)
    paged = more_of(cache, whole)
    assert (paged.groups[0].count, len(paged.groups[0].rows), paged.groups[0].more) == (52, 52, False)


def test_one_kind_comes_page_by_page_and_ends(package: PackageReader) -> None:
    first = results_of(package, SearchQuery("长街", kinds=("text",)))
    assert has_more(first)
    assert len(first.groups[0].rows) == PAGE
    whole = more_of(PackageCache(package), first)
    lines = whole.groups[0].rows
    assert lines[:PAGE] == first.groups[0].rows
    assert len({(line.hit.article, line.hit.block) for line in lines}) == len(lines) == 52
    assert not has_more(whole)
    assert more_of(PackageCache(package), whole) is whole


def test_another_script_keeps_the_pages_of_a_list(package: PackageReader) -> None:
    query = SearchQuery("长街", "hans", kinds=("text",))
    state = State(Location("east", page="search", query=query), "hant")
    assert rows_shown(package, state, results_of(package, query._replace(script="hant"))).endless
    assert not rows_shown(package, state, results_of(package, query)).endless


def test_names_that_only_texts_hold_are_above_the_hits(package: PackageReader) -> None:
    page = shown(package, SearchQuery("东江"))
    assert [row.text for row in page.rows[:2]] == ["名称", "东江日报"]
    assert {row.target.kind for row in page.rows if isinstance(row.target, NameCompletion)} == {"text"}
    assert "east" in {
        row.target.id for row in shown(package, SearchQuery("gm")).rows if isinstance(row.target, SearchHit)
    }


def test_results_come_in_stages_and_visible_rows_stay(package: PackageReader) -> None:
    query = SearchQuery("书画")
    state = State(Location("east", page="search", query=query))
    names, sight, whole = search_in_stages(PackageCache(package), query, KINDS, 6)
    assert [one.stage for one in (names, sight, whole)] == ["names", "visible", "whole"]
    assert not names.groups
    assert 6 <= sum(1 + len(group.rows) for group in sight.groups) < sum(len(group.rows) for group in whole.groups)
    before, after = rows_shown(package, state, sight).rows, rows_shown(package, state, whole).rows
    assert after[: len(before)] == before
    assert "以上" in search_shown(package, state, sight).title


def test_few_hits_come_in_one_stage(package: PackageReader) -> None:
    assert [one.stage for one in search_in_stages(PackageCache(package), SearchQuery("国体之书"), KINDS, 60)] == [
        "whole"
    ]
    first = next(search_in_stages(PackageCache(package), SearchQuery("gm"), KINDS, 6))
    assert (first.stage, bool(first.completions)) == ("names", True)


def test_completions_are_in_the_script_in_view(package: PackageReader) -> None:
    query = SearchQuery("gm", "hant")
    state = State(Location("east", page="search", query=query), "hant")
    assert {"國門"} & {name for name, _ in completions_shown(state, results_of(package, query)).names}


def test_without_hits_the_page_says_what_was_searched_and_suggests_queries(package: PackageReader) -> None:
    page = shown(package, SearchQuery("书画船", region="west"))
    assert page.over.title == "没有找到“书画船”"
    note = next(row for row in page.rows if row.kind == "note")
    assert "正文" in note.text
    assert "west门区" in note.text
    suggestions = [row.target for row in page.rows if row.kind == "suggestion"]
    assert SearchQuery("书画", region="west") in suggestions


def test_an_empty_query_says_what_can_be_typed(package: PackageReader) -> None:
    page = shown(package, SearchQuery("  "))
    assert [row.kind for row in page.rows] == ["note"]
    assert page.over.title == "搜索"
    assert shown(package, SearchQuery(""), english=True).over.title == "Search"


def test_the_title_names_the_query_of_the_results(package: PackageReader) -> None:
    state = State(Location("east", page="search", query=SearchQuery("长街")))
    assert "书画" in search_shown(package, state, results_of(package, SearchQuery("书画"))).title


def test_filters_list_their_choices_and_say_what_is_set(package: PackageReader) -> None:
    query = filtered(filtered(SearchQuery("书"), "region", "west"), "period", "2022")
    assert query == SearchQuery("书", region="west", period=(2022, 2022))
    page = shown(package, query)
    assert [(one.key, one.active) for one in page.over.filters] == [
        ("region", True),
        ("topic", False),
        ("period", True),
    ]
    assert page.over.filters[0].label == "地方：west门区"
    state = State(Location("east", page="search", query=query))
    regions = filter_choices(package, state, "region", None)
    assert [row.target for row in regions if row.kind == "chosen"] == [query]
    assert regions[0].target == filtered(query, "region", "")
    assert len(regions) == 1 + len(package.regions())
    years = filter_choices(package, state, "period", results_of(package, query))
    assert [row.text for row in years if row.kind == "chosen"] == ["2022年"]
    assert filtered(query, "region", "").region is None
    assert of_kind(query, "text").kinds == ("text",)
    assert of_kind(of_kind(query, "text"), "") == query


@pytest.mark.parametrize(("english", "date"), [(False, "2022年6月23日"), (True, "23 June 2022")])
def test_an_event_says_when_it_was(package: PackageReader, english: bool, date: str) -> None:
    (row,) = [row for row in shown(package, SearchQuery("收回", kinds=("event",)), english=english).rows if row.target]
    assert row.where.startswith(f"{date} · east门区")
    assert row.accessible_text.startswith(f"书画收回。，{date}")


def test_years_before_our_era_are_said_as_such(package: PackageReader) -> None:
    query = SearchQuery("书", period=(-209, -209))
    assert [one.label for one in shown(package, query).over.filters][2] == "年份：公元前209年"
    assert [one.label for one in shown(package, query, english=True).over.filters][2] == "Year: 209 BC"


def test_a_long_sentence_is_cut_around_its_first_match(package: PackageReader) -> None:
    page = shown(package, SearchQuery("国体之书", kinds=("text",)))
    row = next(row for row in page.rows if row.kind == "hit")
    assert len(row.text) <= 80
    assert row.text[slice(*row.marks[0])] == "国体之书"


@pytest.mark.parametrize("text", [
    "\"'()*:^{}[]", "NEAR(a b)", "\0", "书\0画", "x" * 10_000, "书" * 10_000, "\ud800", "e\u0301", "\u0301", "%_", "\u202e书", "𫖯",
])  # fmt: skip
def test_hostile_queries_are_answered(package: PackageReader, text: str) -> None:
    page = shown(package, SearchQuery(text))
    assert page.rows


def test_the_find_bar_counts_the_places_and_says_which_is_in_view(package: PackageReader) -> None:
    place = Location("east", "east", "retold", find="书画")
    bar = find_shown(package, State(place))
    assert bar is not None
    assert bar.position == "25"
    at = Anchor("one-1", 4)
    there = find_shown(package, State(place._replace(find_at=at), "hant"), bar)
    assert there is not None
    assert there.places is bar.places
    assert there.position == "2 / 25"
    none = find_shown(package, State(place._replace(find="没有的")))
    assert none is not None
    assert (none.position, none.has_places) == ("没有", False)
    empty = find_shown(package, State(place._replace(find="")))
    assert empty is not None
    assert empty.position == ""
    assert find_shown(package, State(place._replace(find=None))) is None
    assert find_shown(package, State(place._replace(page="search"))) is None
