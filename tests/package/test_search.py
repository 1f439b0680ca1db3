"""Searching a package: every place and no other, groups, filters, pages, completions, offers, whatever is typed."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exhibit.compiler.descriptions.dates import read_date
from exhibit.model.article import Block, Body
from exhibit.model.package import Package
from exhibit.model.search import KINDS, GroupCursor, HitKind, SearchHit, SearchQuery
from exhibit.model.text import SCRIPTS, Script, Text, same
from exhibit.package.reader import PackageReader
from exhibit.package.search.folding import closed, folding_of, plain_families
from exhibit.package.search.index_writer import IndexOptions
from exhibit.package.verify import verify
from exhibit.package.writer import ArticleContents, write_package
from tests.samples import entry, sample_contents

FAMILIES = closed([*plain_families(), ("后", "後"), ("里", "裡"), ("裡", "裏"), ("章", "章")])
FOLDING = folding_of(FAMILIES)


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    with closing(PackageReader(sample)) as opened:
        yield opened


def hits(package: Package, query: SearchQuery, kind: HitKind, page: int = 7) -> list[SearchHit]:
    """All hits of a kind, a page at a time."""
    found: list[SearchHit] = []
    after: GroupCursor | None = None
    while True:
        group = package.hits(query, kind, after, page)
        assert len(group.hits) <= page
        found += group.hits
        after = group.next
        if after is None:
            return found


def ids(package: Package, text: str, kind: HitKind, script: Script = "hans") -> list[str]:
    return [hit.id for hit in hits(package, SearchQuery(text, script), kind)]


def told(paragraphs: list[Text]) -> ArticleContents:
    """An article of these paragraphs, and nothing else."""
    made = entry("east")
    blocks = tuple(Block(f"one-{number}", "paragraph", "one", text) for number, text in enumerate(paragraphs))
    return ArticleContents(replace(made.article, metrics=0), (Body("east", "retold", blocks),), ())


def scan(paragraphs: list[Text], query: str) -> set[tuple[str, int, int]]:
    """Every place, by looking at each folded text from one character to the next."""
    found = set()
    for number, text in enumerate(paragraphs):
        for folded in (FOLDING.fold(text.in_(script)) for script in SCRIPTS):
            for form in FOLDING.forms(query):
                for start in range(len(folded.text)):
                    if folded.text.startswith(form, start):
                        found.add((f"one-{number}", *folded.span(start, start + len(form))))
    return found


PARAGRAPHS = st.lists(
    st.lists(st.tuples(st.sampled_from("后里章贡区，。「1,２aＢ"), st.sampled_from("後裡裏章贡區，。「1,２bＢ")), max_size=25), min_size=1, max_size=5
)  # fmt: skip


@settings(max_examples=60)
@given(PARAGRAPHS, st.text("后後里裡裏章贡区區，。「“1,2aBz", max_size=9), st.data())
def test_every_place_a_scan_finds_and_no_other(
    drawn: list[list[tuple[str, str]]], typed: str, data: st.DataObject
) -> None:
    paragraphs = [Text("".join(one for one, _ in row), "".join(other for _, other in row)) for row in drawn]
    contents = replace(
        sample_contents(),
        entries=[told(paragraphs)],
        computed=(),
        systems=(),
        comparisons=(),
        events=(),
        spelling=IndexOptions(FAMILIES),
    )
    whole = "".join(one.in_(script) for one in paragraphs for script in SCRIPTS)
    queries = {typed, *(typed[:length] for length in (1, 2, 3))}
    for _ in range(6):
        start = data.draw(st.integers(0, len(whole)))
        queries.add(whole[start : start + data.draw(st.integers(1, 12))])
    with TemporaryDirectory() as folder:
        path = Path(folder, "e.exhibit")
        write_package(contents, path)
        with closing(PackageReader(path)) as package:
            for query in {query.strip() for query in queries} - {""}:
                found = {
                    (hit.block, place.start, place.end)
                    for hit in hits(package, SearchQuery(query), "text")
                    for place in hit.places
                }
                assert found == scan(paragraphs, query), query


def test_groups_stand_in_their_order_with_their_sentences(package: PackageReader) -> None:
    found = list(package.search(SearchQuery("书画")))
    assert [group.kind for group in found] == ["title", "heading", "part", "comparison", "event", "text"]
    for group in found:
        for hit in group.hits:
            assert FOLDING.flat(hit.sentence.hans[hit.marked.start : hit.marked.end]) == "书画"


def test_a_hit_says_where_to_go(package: PackageReader) -> None:
    hit = hits(package, SearchQuery("收门票"), "text")[0]
    assert (hit.id, hit.article, hit.edition, hit.block) == ("one-1", "east", "retold", "one-1")
    text = package.body("east", "retold").blocks[1].text
    assert [text.hans[place.start : place.end] for place in hit.places] == ["收门票"] * 2
    assert hit.span == hit.places[0]
    assert hit.sentence.hans.startswith("赵孟𫖯")
    assert hit.sentence.hans.endswith("。")
    assert hit.sentence.hant[hit.marked.start : hit.marked.end] == "收門票"


@pytest.mark.parametrize("typed", ["收门票", "收門票"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_both_scripts_find_the_same(package: PackageReader, typed: str, script: Script) -> None:
    found = hits(package, SearchQuery(typed, script), "text")
    assert len(found) == 48
    assert {hit.way for hit in found} == {"script" if (typed == "收门票") == (script == "hans") else "other"}


@pytest.mark.parametrize("typed", ["93.28", "93.28万", "９３．２８", "万元"])
def test_figures_by_number_and_unit(package: PackageReader, typed: str) -> None:
    assert ids(package, typed, "metric") == [
        f"{one}.{part}-sum" for one in ("east", "west", "gate", "gate-2") for part in ("one", "two")
    ]


@pytest.mark.parametrize(("kind", "typed", "first"), [
    ("region", "国门", "east"), ("title", "gate的", "gate"), ("heading", "长账", "two"), ("metric", "7773元", "east.each"), ("part", "国体", "east-system/whole"),
    ("term", "门票", "ticket"), ("term", "一国的", "house"), ("event", "卖完", "sold"), ("text", "此处原文", "two-note"), ("part", "门里是", "east-system"),
    ("comparison", "来客", "guests"), ("comparison", "同一条", "more"), ("title", "挂在门上", "east"),
])  # fmt: skip
def test_every_kind(package: PackageReader, kind: HitKind, typed: str, first: str) -> None:
    assert ids(package, typed, kind)[0] == first


@pytest.mark.parametrize(("kind", "typed"), [
    ("title", "shuhua"), ("title", "sh"), ("heading", "dongjiede"), ("heading", "djd"), ("term", "menpiao"), ("term", "guo门"), ("term", "mp"), ("region", "gmq"),
    ("comparison", "shuhua"), ("part", "guoti"), ("part", "GUOTI"), ("part", "guó tǐ"),
])  # fmt: skip
def test_names_answer_to_pinyin(package: PackageReader, kind: HitKind, typed: str) -> None:
    found = hits(package, SearchQuery(typed), kind)
    assert found
    assert found[0].way == "sound"


def test_a_text_does_not_answer_to_pinyin(package: PackageReader) -> None:
    assert ids(package, "menpiao", "text") == []


def test_as_typed_in_the_script_in_view_comes_first(tmp_path: Path) -> None:
    paragraphs = [
        Text("皇后前来", "皇后前來"),
        Text("以后再来", "以後再來"),
        Text("后来", "後來"),
        Text("太后", "太后"),
    ]
    contents = replace(sample_contents(), entries=[told(paragraphs)], spelling=IndexOptions(FAMILIES))
    write_package(contents, tmp_path / "e")
    with closing(PackageReader(tmp_path / "e")) as package:
        assert ids(package, "后", "text", "hans") == ["one-0", "one-1", "one-2", "one-3"]
        assert ids(package, "后", "text", "hant") == ["one-0", "one-3", "one-1", "one-2"]
        assert ids(package, "後", "text", "hant") == ["one-1", "one-2", "one-0", "one-3"]
        assert [hit.way for hit in hits(package, SearchQuery("後", "hant"), "text", 1)] == [
            "script",
            "script",
            "variant",
            "variant",
        ]


def test_pages_hold_every_hit_once(package: PackageReader) -> None:
    query = SearchQuery("门")
    for kind in KINDS:
        whole = hits(package, query, kind, 1000)
        for page in (1, 2, 3, 10):
            assert hits(package, query, kind, page) == whole


@pytest.mark.parametrize(("filters", "articles"), [
    ({"region": "gate"}, {"gate", "gate-2"}), ({"region": "nowhere"}, set()), ({"topic": "people"}, {"east", "west", "gate", "gate-2"}), ({"topic": "none"}, set()),
    ({"period": (2022, 2022)}, {"east", "west", "gate", "gate-2"}), ({"period": (1900, 2021)}, set()), ({"region": "east", "topic": "trade"}, {"east"}),
    ({"region": '" OR "', "topic": "\ud800"}, set()),
])  # fmt: skip
def test_filters(package: PackageReader, filters: dict[str, object], articles: set[str]) -> None:
    query = SearchQuery("门")._replace(**filters)  # type: ignore[arg-type]
    assert {hit.article for hit in hits(package, query, "text")} == articles


def test_a_topic_leaves_out_the_other_sections(package: PackageReader) -> None:
    found = hits(package, SearchQuery("门", topic="people"), "text")
    assert {hit.id.partition("-")[0] for hit in found} == {"two"}


def test_events_have_the_years_of_their_dates(package: PackageReader) -> None:
    assert {hit.id for hit in hits(package, SearchQuery("书画", period=(1900, 1950)), "event")} == {"opened"}


def dated(path: Path, dates: list[str]) -> None:
    """Writes the sample with an event on each of some dates, whose ids are the dates as given."""
    contents = sample_contents()
    events = tuple(contents.events[0]._replace(id=date, date=read_date(date)) for date in dates)
    counts = contents.exhibit.counts._replace(events=len(events))
    write_package(replace(contents, exhibit=contents.exhibit._replace(counts=counts), events=events), path)


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ((1936, 1936), []),
        ((1937, 1937), ["1937/1945"]),
        ((1940, 1941), ["1937/1945"]),
        ((1945, 1980), ["1937/1945", "1980年代"]),
        ((1989, 1989), ["1980年代"]),
        ((-300, 960), ["-209", "-206/220", "960"]),
        ((-209, -209), ["-209"]),
        ((-207, -207), []),
        ((-1, 1), ["-206/220"]),
        ((1850, 1850), ["19世纪"]),
        ((2030, 2040), []),
    ],
)
def test_a_span_is_found_in_every_year_of_it(tmp_path: Path, period: tuple[int, int], found: list[str]) -> None:
    dated(tmp_path / "e.exhibit", ["-209", "-206/220", "960", "19世纪", "1937/1945", "1980年代"])
    verify(tmp_path / "e.exhibit")
    with closing(PackageReader(tmp_path / "e.exhibit")) as package:
        assert [hit.id for hit in hits(package, SearchQuery("书画", period=period), "event")] == found


def test_a_filter_offers_the_ends_of_a_span(tmp_path: Path) -> None:
    dated(tmp_path / "e.exhibit", ["-206/220", "1937/1945", "960"])
    with closing(PackageReader(tmp_path / "e.exhibit")) as package:
        assert [year for year in package.years() if year < 2000] == [-206, 220, 960, 1937, 1945]


def test_only_the_kinds_that_were_asked_for(package: PackageReader) -> None:
    assert {group.kind for group in package.search(SearchQuery("门", kinds=("term", "text")))} == {"term", "text"}


def test_all_places_in_an_edition_headings_among_them(package: PackageReader) -> None:
    found = package.places(SearchQuery("的書", "hant"), "east", "retold")
    blocks = {block.id: block.text for block in package.body("east", "retold").blocks}
    assert list(found)[:3] == ["one", "one-1", "one-2"]
    for id, places in found.items():
        assert [blocks[id].hans[place.start : place.end] for place in places] == ["的书"] * blocks[id].hans.count(
            "的书"
        )
    assert package.places(SearchQuery(""), "east", "retold") == {}


@pytest.mark.parametrize(("typed", "names"), [
    ("书", ["书票"]), ("門", ["门票"]), ("m", ["门票"]), ("menp", ["门票"]), ("东江", ["东江日报"]), ("門p", ["门票"]),
])  # fmt: skip
def test_completions(package: PackageReader, typed: str, names: list[str]) -> None:
    found = [one.text.hans for one in package.complete(SearchQuery(typed))]
    assert len(found) == len(set(found)) <= 8
    assert set(names[:1]) <= set(found)


def test_a_completion_begins_so_before_it_holds_so(package: PackageReader) -> None:
    starts = [one.matched.start == 0 for one in package.complete(SearchQuery("门"), 20)]
    assert starts == sorted(starts, reverse=True)
    assert len(package.complete(SearchQuery("门"), 3)) == 3


def test_nothing_found_offers_what_is_near(package: PackageReader) -> None:
    def near(query: SearchQuery) -> list[tuple[str, str]]:
        return [(offer.why, offer.query.text) for offer in package.nearest(query)]

    assert near(SearchQuery("门票没有了")) == [("shorter", "门票")]
    assert near(SearchQuery("们票")) == [("sound", "门票"), ("shorter", "票")]
    assert near(SearchQuery("卖完", kinds=("title",))) == [("kinds", "卖完")]
    assert near(SearchQuery("收门票", region="nowhere")) == [("filters", "收门票")]
    assert near(SearchQuery("XYZ")) == []
    assert near(SearchQuery("门 票")) == [("shorter", "门票"), ("shorter", "门"), ("shorter", "票")]
    assert near(SearchQuery("guomenn")) == [("shorter", "guomen")]


def test_what_only_seems_near_is_not_offered(tmp_path: Path) -> None:
    paragraphs = [Text("党建。建党。", "黨建。建黨。")]
    write_package(
        replace(sample_contents(), entries=[told(paragraphs)], spelling=IndexOptions(FAMILIES)), tmp_path / "e"
    )
    with closing(PackageReader(tmp_path / "e")) as package:
        assert [offer.query.text for offer in package.nearest(SearchQuery("党建党建"))] == ["党建"]


@pytest.mark.parametrize("typed", ['长街"', "长街”", "说“长街」", '"长街"\\后', "街”＼后来"])
def test_names_with_characters_that_json_writes_otherwise_are_found(tmp_path: Path, typed: str) -> None:
    made = told([same("书画。")])
    citation = made.article.citation._replace(title=same('说"长街"\\后来'))
    titled = made._replace(article=replace(made.article, citation=citation))
    write_package(replace(sample_contents(), entries=[titled], spelling=IndexOptions(FAMILIES)), tmp_path / "e")
    with closing(PackageReader(tmp_path / "e")) as package:
        assert ids(package, typed, "title") == ["east"]


HOSTILE = [
    '"', '""', "' OR 1=1 --", "AND", "NEAR(a b)", "a*", "^a", "(", ")", "{a}", ":", "-", "+", "\0", "a\0b", "\ud800", "\udfff门", "\u0301", "门\u0301", "\u202e", "\ufdd0",
    " ", "", "\n", "门" * 10_000, "z" * 10_000, "a1" * 10_000, "1," * 5_000, "[", "]", "\\", ".*", "(?:a+)+b", "%", "_", "𫖯", "\ue000", "ü" * 500, "none", "z 7ae0", "门 OR 书",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_finds_nothing_or_something(package: PackageReader, typed: str) -> None:
    begun = time.process_time()
    for script in SCRIPTS:
        list(package.search(SearchQuery(typed, script)))
        package.nearest(SearchQuery(typed, script))
        package.complete(SearchQuery(typed, script))
        for kind in KINDS:
            package.hits(SearchQuery(typed, script), kind)
    assert time.process_time() - begun < 2


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_whatever_is_typed(shared: PackageReader, typed: str) -> None:
    list(shared.search(SearchQuery(typed)))
    shared.nearest(SearchQuery(typed))
    shared.complete(SearchQuery(typed, "hant"))


@pytest.fixture(scope="module")
def shared(sample_bytes: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackageReader]:
    path = tmp_path_factory.mktemp("shared") / "e.exhibit"
    path.write_bytes(sample_bytes)
    with closing(PackageReader(path)) as opened:
        yield opened


def test_the_index_of_a_sound_package_is_sound(sample: Path) -> None:
    verify(sample)
