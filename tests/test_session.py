"""The session's verbs: where each leads, what the way back remembers, and that nothing is told twice."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exhibit.model.article import Block
from exhibit.model.metric import Evidence
from exhibit.model.package import NamedId
from exhibit.model.search import SearchQuery
from exhibit.model.state import Anchor, Location, MiddlePage, PanelTab, State
from exhibit.model.text import Script, same
from exhibit.package.reader import PackageReader
from exhibit.package.writer import ArticleContents, PackageContents, write_package
from exhibit.session import Session
from tests.samples import both, region, sample_contents

EAST, WEST = Location("east", "east", "retold"), Location("west", "west", "retold")
ANCHOR = Anchor("one-3", 4)
Verb = Callable[[Session], None]


def contents() -> PackageContents:
    """The sample; `west` has an edition `original` that alone states `west.tax`, `empty` has no article."""
    found = sample_contents(paragraphs=2)
    east, west, *others = found.entries
    editions = (*found.exhibit.editions, NamedId("original", both("原文"), same("")))
    exhibit = found.exhibit._replace(editions=editions)
    regions = (*found.regions, region("empty", 0, 0))
    return replace(found, exhibit=exhibit, regions=regions, entries=(east, _told_twice(west), *others))


def _told_twice(told: ArticleContents) -> ArticleContents:
    original = told.article.editions[0]._replace(id="original")
    body = replace(told.bodies[0], edition="original", blocks=(Block("only", "paragraph", "", both("税3元。")),))
    evidence = Evidence("original", "only", "", 0, 4, 1, 3, both("税3元。"))
    tax = told.metrics[0]._replace(id="west.tax", evidence=(evidence,))
    article = replace(told.article, editions=(*told.article.editions, original), metrics=5)
    return ArticleContents(article, (*told.bodies, body), (*told.metrics, tax))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackageReader]:
    path = tmp_path_factory.mktemp("session") / "e.exhibit"
    write_package(contents(), path)
    reader = PackageReader(path)
    yield reader
    reader.close()


@pytest.fixture
def session(package: PackageReader, qapp: QApplication) -> Session:
    """At the article `east`, with nowhere to go back to."""
    return Session(package, State().at_article("east", "east", "retold"))


@pytest.fixture
def told(session: Session) -> list[State]:
    """The states that `changed` told of."""
    states: list[State] = []
    session.changed.connect(lambda: states.append(session.state))
    return states


WAYS: dict[str, tuple[Verb, Location]] = {
    "a region opens its first article": (lambda s: s.choose_region("gate"), Location("gate", "gate", "retold")),
    "a region without articles is chosen alone": (lambda s: s.choose_region("empty"), Location("empty")),
    "an article opens at its beginning": (lambda s: s.open_article("gate-2"), Location("gate", "gate-2", "retold")),
    "an article opens at an anchor": (lambda s: s.open_article("west", anchor=ANCHOR), WEST._replace(anchor=ANCHOR)),
    "an article opens in an edition": (lambda s: s.open_article("west", "original"), WEST._replace(edition="original")),
    "an edition an article lacks is its first": (lambda s: s.open_article("west", "none"), WEST),
    "a figure opens its article": (lambda s: s.choose_metric("west.one-sum"), WEST._replace(metric="west.one-sum")),
    "a figure of this article is chosen": (
        lambda s: s.choose_metric("east.two-sum"), EAST._replace(metric="east.two-sum"),
    ),
    "a figure shows its part": (
        lambda s: s.choose_metric("east.one-guests"),
        EAST._replace(metric="east.one-guests", system="east-system", part="door"),
    ),
    "a computed figure is chosen": (lambda s: s.choose_metric("west.each"), WEST._replace(metric="west.each")),
    "a part opens its article": (
        lambda s: s.choose_part("west-system", "town"),
        WEST._replace(system="west-system", part="town", tab="systems"),
    ),
    "a system opens with no part": (
        lambda s: s.choose_part("west-system", None), WEST._replace(system="west-system", tab="systems"),
    ),
    "a passage is marked and shows its part": (
        lambda s: s.choose_passage("west", "retold", "one-1"),
        WEST._replace(passage="one-1", anchor=Anchor("one-1"), system="west-system", part="town"),
    ),
    "a section shows the first part that names it": (
        lambda s: s.choose_passage("west", "retold", "two"),
        WEST._replace(passage="two", anchor=Anchor("two"), system="west-system", part="street"),
    ),
    "a passage of no part": (
        lambda s: s.choose_passage("west", "original", "only"),
        WEST._replace(edition="original", passage="only", anchor=Anchor("only")),
    ),
    "a tab": (lambda s: s.show_tab("sources"), EAST._replace(tab="sources")),
    "a page": (lambda s: s.show_page("timeline"), EAST._replace(page="timeline")),
    "a word in the glossary": (lambda s: s.open_term("house"), EAST._replace(page="glossary", term="house")),
    "a figure opens the edition that states it": (
        lambda s: s.choose_metric("west.tax"), Location("west", "west", "original", "west.tax"),
    ),
    "a topic is chosen": (lambda s: s.filter_topic("people"), EAST._replace(topic="people")),
    "all figures are shown": (lambda s: s.show_everywhere(True), EAST._replace(everywhere=True)),
}  # fmt: skip


@pytest.mark.parametrize(("verb", "place"), WAYS.values(), ids=WAYS.keys())
def test_a_verb_leads_there_once_and_back(session: Session, told: list[State], verb: Verb, place: Location) -> None:
    verb(session)
    assert session.state.place == place
    verb(session)
    assert told == [session.state]
    session.back()
    assert session.state.place == EAST
    session.forward()
    assert session.state.place == place
    assert not session.can_go_forward


def test_the_panel_stays_where_it_shows_a_figure(session: Session) -> None:
    ways: list[tuple[PanelTab, str, PanelTab]] = [
        ("systems", "east.one-guests", "systems"), ("systems", "east.one-sum", "metrics"),
        ("compare", "west.one-guests", "compare"), ("compare", "west.one-sum", "metrics"),
        ("sources", "east.one-guests", "metrics"),
    ]  # fmt: skip
    for tab, metric, then in ways:
        session.show_tab(tab)
        session.choose_metric(metric)
        assert session.state.place.tab == then


def test_the_chosen_part_stays_with_a_figure_or_a_passage_of_its_own(session: Session) -> None:
    session.choose_part("east-system", "whole")
    session.choose_passage("east", "retold", "one-1")
    assert session.state.place.part == "whole"
    session.choose_passage("east", "retold", "two-2")
    assert session.state.place.part == "whole"
    session.choose_metric("east.one-guests")
    assert session.state.place.part == "door"


def test_a_drawing_in_the_whole_window_stays_while_parts_are_chosen(session: Session) -> None:
    session.show_page("drawing")
    pages = []
    for verb in (lambda: session.choose_part("east-system", "door"), lambda: session.choose_metric("east.one-guests")):
        verb()
        pages.append(session.state.place.page)
    assert pages == ["drawing", "text"]


def test_an_open_explanation_is_no_place_of_its_own(session: Session) -> None:
    session.explain("ticket", ANCHOR)
    assert (session.state.place.term, session.state.place.term_at) == ("ticket", ANCHOR)
    session.explain(None)
    assert session.state.place == EAST
    assert not session.can_go_back


def test_the_article_in_view_takes_the_place_of_another_page(session: Session) -> None:
    session.show_page("glossary")
    session.open_article("east")
    assert session.state.place == EAST


LOOKS: dict[str, tuple[Verb, State]] = {
    "script": (lambda s: s.set_script("hant"), State(script="hant")),
    "English": (lambda s: s.set_english(True), State(english=True)),
    "appearance": (lambda s: s.set_appearance("dark"), State(appearance="dark")),
    "size": (lambda s: s.rescale(99), State(scale=200)),
    "order": (lambda s: s.set_order("size"), State(order="size")),
    "reading": (lambda s: s.read_to(ANCHOR), State().reading(ANCHOR)),
}


@pytest.mark.parametrize(("verb", "looks"), LOOKS.values(), ids=LOOKS.keys())
def test_how_to_see_it_is_told_once_and_does_not_lengthen_the_way_back(
    session: Session, told: list[State], verb: Verb, looks: State
) -> None:
    place = EAST._replace(anchor=looks.place.anchor)
    verb(session)
    verb(session)
    assert session.state == looks._replace(place=place, visited=frozenset({"east"}))
    assert told == [session.state]
    assert not session.can_go_back


NOTHING: dict[str, Verb] = {
    "unknown region": lambda s: s.choose_region("nowhere"),
    "unknown article": lambda s: s.open_article("nowhere"),
    "unknown article at an anchor": lambda s: s.open_article("nowhere", "retold", ANCHOR),
    "unknown figure": lambda s: s.choose_metric("east.nothing"),
    "no figure, none chosen": lambda s: s.choose_metric(None),
    "unknown system": lambda s: s.choose_part("nothing", None),
    "unknown part": lambda s: s.choose_part("east-system", "nothing"),
    "unknown passage": lambda s: s.choose_passage("east", "retold", "nothing"),
    "passage of an unknown article": lambda s: s.choose_passage("nowhere", "retold", "one"),
    "passage of an edition it lacks": lambda s: s.choose_passage("east", "original", "one"),
    "unknown word": lambda s: s.explain("nothing"),
    "unknown word in the glossary": lambda s: s.open_term("nothing"),
    "no explanation, none open": lambda s: s.explain(None),
    "page in view": lambda s: s.show_page("text"),
    "unknown edition": lambda s: s.choose_edition("nothing"),
    "edition of another article": lambda s: s.choose_edition("original"),
    "edition in view": lambda s: s.choose_edition("retold"),
    "unknown topic": lambda s: s.filter_topic("nothing"),
    "all topics": lambda s: s.filter_topic(None),
    "id with a lone surrogate": lambda s: s.open_article("\ud800"),
    "article in view": lambda s: s.open_article("east"),
    "region in view": lambda s: s.choose_region("east"),
    "back": lambda s: s.back(),
    "forward": lambda s: s.forward(),
    "script in view": lambda s: s.set_script("hans"),
    "usual size": lambda s: s.reset_scale(),
    "smaller by nothing": lambda s: s.rescale(0),
    "the beginning": lambda s: s.read_to(None),
}


@pytest.mark.parametrize("verb", NOTHING.values(), ids=NOTHING.keys())
def test_what_changes_nothing_tells_nothing(session: Session, told: list[State], verb: Verb) -> None:
    before = session.state
    verb(session)
    assert (session.state, told, session.can_go_back) == (before, [], False)


def test_the_article_in_view_stays_where_the_reading_is(session: Session, told: list[State]) -> None:
    session.choose_metric("east.two-sum")
    session.read_to(ANCHOR)
    here, told[:] = session.state, []
    session.choose_region("east")
    session.open_article("east")
    assert (session.state, told) == (here, [])


def test_home_keeps_where_the_reading_is_and_nothing_else(session: Session) -> None:
    session.filter_topic("people")
    session.choose_metric("east.two-sum")
    session.read_to(ANCHOR)
    session.home()
    assert session.state.place == EAST._replace(anchor=ANCHOR, page="home")


def test_home_at_home_tells_nothing(session: Session, told: list[State]) -> None:
    session.home()
    told.clear()
    session.home()
    assert told == []


def test_home_leads_on_to_where_the_reading_was(session: Session) -> None:
    session.read_to(ANCHOR)
    session.home()
    session.show_page("text")
    assert session.state.place == EAST._replace(anchor=ANCHOR)


def test_a_tab_chosen_at_home_stands_beside_the_text(session: Session) -> None:
    session.home()
    session.show_tab("sources")
    assert session.state.place == EAST._replace(tab="sources")


@pytest.mark.parametrize("page", ["text", "drawing"])
def test_who_read_nothing_yet_begins_with_the_first_article(package: PackageReader, page: MiddlePage) -> None:
    session = Session(package, State().at_home())
    session.show_page(page)
    assert session.state.place == EAST._replace(page=page)


def test_the_first_article_is_of_the_first_region_that_has_one(tmp_path: Path) -> None:
    found = contents()
    regions = (found.regions[-1], *found.regions[:-1])
    assert regions[0].articles == 0
    assert first_place(replace(found, regions=regions), tmp_path) == EAST


def test_the_first_region_is_chosen_where_there_is_no_article(tmp_path: Path) -> None:
    regions = (region("empty", 0, 0),)
    assert first_place(replace(sample_contents(1), regions=regions, entries=()), tmp_path) == Location("empty")


def test_a_package_without_regions_has_no_first_article(tmp_path: Path) -> None:
    assert first_place(replace(sample_contents(1), regions=(), entries=()), tmp_path) == Location()


def first_place(found: PackageContents, folder: Path) -> Location:
    """Where a reader begins to read."""
    write_package(found, folder / "e")
    package = PackageReader(folder / "e")
    session = Session(package, State().at_home())
    session.show_page("text")
    package.close()
    return session.state.place


def test_the_way_back_does_not_lead_to_before_home(package: PackageReader) -> None:
    session = Session(package, State())
    session.home()
    assert not session.can_go_back


def test_the_way_back_leads_home(package: PackageReader) -> None:
    session = Session(package, State().at_home())
    session.open_article("west")
    session.back()
    assert session.state.place == Location(page="home")


def test_back_returns_to_where_the_reading_was(session: Session) -> None:
    session.read_to(ANCHOR)
    session.choose_region("west")
    session.read_to(Anchor("two", 1))
    session.back()
    assert session.state.place == EAST._replace(anchor=ANCHOR)
    session.forward()
    assert session.state.place == WEST._replace(anchor=Anchor("two", 1))


def test_a_new_way_ends_the_way_forward(session: Session) -> None:
    session.choose_region("west")
    session.back()
    session.choose_region("gate")
    assert not session.can_go_forward
    session.back()
    assert session.state.place == EAST


def test_back_changes_where_and_not_how(session: Session) -> None:
    session.choose_region("west")
    session.set_script("hant")
    session.back()
    assert session.state == State()._replace(place=EAST, script="hant", visited=frozenset({"east", "west"}))


def test_an_edition_is_kept_where_an_article_has_it_and_its_beginning_is_shown(session: Session) -> None:
    session.open_article("west", anchor=ANCHOR)
    session.choose_edition("original")
    assert session.state.place == WEST._replace(edition="original")
    session.choose_region("east")
    assert session.state.place == EAST


def test_a_chosen_figure_stays_in_another_edition(session: Session) -> None:
    session.choose_metric("west.one-sum")
    session.choose_edition("original")
    assert session.state.place.metric == "west.one-sum"


def test_a_figure_of_the_edition_in_view_does_not_change_it(session: Session) -> None:
    session.open_article("west", "original")
    session.choose_metric("west.tax")
    assert session.state.place.edition == "original"


def test_script_switches_back_and_forth(session: Session) -> None:
    seen: list[Script] = []
    for _ in range(3):
        session.toggle_script()
        seen.append(session.state.script)
    assert seen == ["hant", "hans", "hant"]


def test_text_size_ends_at_both_ends(session: Session) -> None:
    session.rescale(-99)
    assert (session.state.scale, session.can_shrink, session.can_grow) == (80, False, True)
    session.rescale(99)
    assert (session.state.scale, session.can_shrink, session.can_grow) == (200, True, False)


def test_the_state_is_already_new_when_it_is_told(session: Session) -> None:
    seen: list[str | None] = []
    session.changed.connect(lambda: seen.append(session.state.place.article))
    session.choose_region("west")
    session.back()
    assert seen == ["west", "east"]


def test_a_figure_without_any_sentence_stays_in_the_edition_in_view(
    package: PackageReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = package.metrics(article="west")[-1]
    monkeypatch.setattr(package, "metric", lambda _: found._replace(evidence=()))
    session = Session(package, State())
    session.choose_metric("west.tax")
    assert session.state.place.edition == "retold"


def test_the_way_back_keeps_the_last_text_typed_and_each_filter(session: Session) -> None:
    for query in (
        SearchQuery("来"),
        SearchQuery("来客"),
        SearchQuery("来客", kinds=("text",)),
        SearchQuery("来", kinds=("text",)),
    ):
        session.search(query)
    session.back()
    assert session.state.place.query == SearchQuery("来客")


def test_settled_comes_once_for_all_changes_of_a_turn(session: Session, qtbot: QtBot) -> None:
    told: list[str] = []
    session.changed.connect(lambda: told.append("changed"))
    session.settled.connect(lambda: told.append("settled"))
    session.choose_region("west")
    session.set_script("hant")
    assert told == ["changed", "changed"]
    qtbot.waitUntil(lambda: told[-1] == "settled")
    assert told == ["changed", "changed", "settled"]


def test_a_session_shows_what_the_one_it_follows_shows(session: Session, package: PackageReader) -> None:
    audience = Session(package, State())
    audience.follow(session)
    assert audience.state == session.state
    session.choose_region("west")
    assert audience.state == session.state
    audience.follow(None)
    session.set_script("hant")
    assert (audience.state.script, audience.state.place.article) == ("hans", "west")


def test_a_comparison_that_was_found_opens_at_its_first_figure(session: Session) -> None:
    session.search(SearchQuery("来客"))
    session.choose_hit(session.package.hits(SearchQuery("来客"), "comparison").hits[0])
    place = session.state.place
    assert (place.tab, place.metric, place.article, place.page) == ("compare", "east.one-guests", "east", "text")


@pytest.mark.parametrize(("typed", "kind", "page", "find"), [
    ("djdcz", "heading", "text", "东街的长账"), ("guoti", "part", "text", "国体"), ("gmq", "region", "text", None),
    ("dshz", "title", "text", None), ("guomen", "term", "glossary", None),
])  # fmt: skip
def test_a_completion_that_is_chosen_is_lit_where_the_text_holds_it(
    session: Session, package: PackageReader, typed: str, kind: str, page: str, find: str | None
) -> None:
    session.find("书画")
    session.search(SearchQuery(typed))
    session.choose_completion(next(one for one in package.complete(SearchQuery(typed)) if one.kind == kind))
    place = session.state.place
    assert (place.page, place.find) == (page, find if page == "text" else "书画")
    if kind == "heading":
        assert place.find_at == Anchor(place.passage or "", 0)
    session.back()
    assert session.state.place.query == SearchQuery(typed)
    assert session.state.place.page == "search"


def test_a_completion_is_lit_in_the_script_in_view(session: Session, package: PackageReader) -> None:
    session.set_script("hant")
    session.search(SearchQuery("djdcz", "hant"))
    session.choose_completion(
        next(one for one in package.complete(SearchQuery("djdcz", "hant")) if one.kind == "heading")
    )
    assert session.state.place.find == "東街的長账"
    assert session.found(session.state.place.find)
