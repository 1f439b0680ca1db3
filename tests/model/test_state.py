"""Moves of the state: what each changes and what it leaves."""

from collections.abc import Callable

import pytest

from exhibit.model.search import SearchQuery
from exhibit.model.state import SCALES, Anchor, Location, State

ANCHOR = Anchor("one-3", 7)
HERE = Location(
    "east", "east", "retold", "east.sum", "trade", True, ANCHOR,
    "systems", "drawing", "pairs", "one", "one-2", "branch", ANCHOR,
)  # fmt: skip
AFRESH = Location("west", topic="trade", everywhere=True, tab="systems")
"""What stays of HERE in another region."""
WEST = AFRESH._replace(article="west", edition="retold")
EAST = WEST._replace(region="east", article="east")
STATE = State(HERE, "hant", True, "dark", 125, "size", frozenset({"east"}))

Move = Callable[[State], State]


@pytest.mark.parametrize(("move", "place"), [
    (lambda s: s.at_article("west", "west", "retold"), WEST),
    (lambda s: s.at_article("west", "west", "retold", ANCHOR), WEST._replace(anchor=ANCHOR)),
    (lambda s: s.at_passage("west", "west", "retold", "one"), WEST._replace(anchor=Anchor("one"), passage="one")),
    (lambda s: s.at_metric("east", "east", "retold", "east.n", "compare"),
     EAST._replace(metric="east.n", tab="compare", anchor=ANCHOR)),
    (lambda s: s.at_metric("east", "east", "first", "east.n", "systems"),
     EAST._replace(edition="first", metric="east.n")),
    (lambda s: s.at_metric("west", "west", "retold", "west.n", "metrics"), WEST._replace(metric="west.n", tab="metrics")),
    (lambda s: s.at_part("east", "east", "retold", "pairs", "two"),
     EAST._replace(system="pairs", part="two", page="drawing", anchor=ANCHOR)),
    (lambda s: s.with_page("text").at_part("west", "west", "retold", "levels", None), WEST._replace(system="levels")),
    (lambda s: s.with_part("pairs", "two"), HERE._replace(part="two")),
    (lambda s: s.with_tab("sources"), HERE._replace(tab="sources")),
    (lambda s: s.with_page("timeline"), HERE._replace(page="timeline", term=None, term_at=None)),
    (lambda s: s.explaining("party", Anchor("two")), HERE._replace(term="party", term_at=Anchor("two"))),
    (lambda s: s.explaining(None, ANCHOR), HERE._replace(term=None, term_at=None)),
    (lambda s: s.at_term("party"), HERE._replace(page="glossary", term="party", term_at=None)),
    (lambda s: s.searching(SearchQuery("书")), HERE._replace(page="search", query=SearchQuery("书"), term=None, term_at=None)),
    (lambda s: s.finding("书", ANCHOR), HERE._replace(find="书", find_at=ANCHOR)),
    (lambda s: s.finding("书").at_article("east", "east", "retold"), EAST._replace(find="书")),
    (lambda s: s.finding("书").at_article("west", "west", "retold"), WEST),
    (lambda s: s.searching(SearchQuery("书")).at_article("west", "west", "retold"), WEST._replace(query=SearchQuery("书"))),
    (lambda s: s.without_metric(), HERE._replace(metric=None)),
    (lambda s: s.in_region("west"), AFRESH),
    (lambda s: s.in_edition("first"),
     HERE._replace(edition="first", anchor=None, passage=None, term=None, term_at=None)),
    (lambda s: s.reading(Anchor("two")), HERE._replace(anchor=Anchor("two"))),
    (lambda s: s.reading(None), HERE._replace(anchor=None)),
    (lambda s: s.with_topic("people"), HERE._replace(topic="people")),
    (lambda s: s.with_topic(None), HERE._replace(topic=None)),
    (lambda s: s.with_everywhere(False), HERE._replace(everywhere=False)),
    (lambda s: s.at_place(Location("gate")), Location("gate")),
], ids=[
    "article", "article at an anchor", "passage", "metric here", "metric in another edition", "metric elsewhere",
    "part here", "system elsewhere", "shown as part", "tab", "page", "word", "word closed", "word in the glossary",
    "search", "find", "what is lit stays in its text", "and goes with it", "the query stays", "no metric",
    "region", "edition", "reading", "reading from the beginning", "topic", "all topics", "only here", "place",
])  # fmt: skip
def test_a_move_changes_the_place_and_nothing_else(move: Move, place: Location) -> None:
    after = move(STATE)
    assert after.place == place
    assert after._replace(place=HERE, visited=STATE.visited) == STATE


@pytest.mark.parametrize("move", [
    lambda s: s.at_article("west", "west", "retold"), lambda s: s.at_metric("west", "west", "retold", "west.n", "metrics"),
], ids=["article", "metric"])  # fmt: skip
def test_opening_an_article_marks_it_visited(move: Move) -> None:
    assert move(STATE).visited == {"east", "west"}


@pytest.mark.parametrize(("other", "same"), [
    (HERE._replace(anchor=None), True),
    (HERE._replace(anchor=Anchor("two")), True),
    (HERE._replace(term=None, term_at=None), True),
    (HERE._replace(find="书", find_at=ANCHOR), True),
    (HERE._replace(query=SearchQuery("书")), True),
    (HERE._replace(tab="metrics"), False),
    (HERE._replace(page="text"), False),
    (HERE._replace(metric=None), False),
    (HERE._replace(edition="first"), False),
    (HERE._replace(topic=None), False),
    (HERE._replace(everywhere=False), False),
    (Location(), False),
])  # fmt: skip
def test_neither_reading_position_nor_open_explanation_makes_another_spot(other: Location, same: bool) -> None:
    assert HERE.same_spot(other) is same
    assert other.same_spot(HERE) is same


@pytest.mark.parametrize(("scale", "steps", "after"), [
    (100, 0, 100), (100, 1, 110), (100, -1, 90), (100, 3, 150), (80, -1, 80), (200, 1, 200), (90, -99, 80), (90, 99, 200),
])  # fmt: skip
def test_text_size_moves_by_steps_within_bounds(scale: int, steps: int, after: int) -> None:
    assert STATE._replace(scale=scale).rescaled(steps) == STATE._replace(scale=after)


def test_every_text_size_is_reached_from_the_smallest() -> None:
    state = State(scale=SCALES[0])
    assert [state.rescaled(step).scale for step in range(len(SCALES))] == list(SCALES)


@pytest.mark.parametrize(("state", "language"), [
    (State(), "hans"), (State(script="hant"), "hant"), (State(english=True), "en"), (State(script="hant", english=True), "en"),
])  # fmt: skip
def test_the_interface_follows_the_script_unless_english(state: State, language: str) -> None:
    assert state.language == language


def test_typing_on_makes_no_other_spot_but_a_filter_does() -> None:
    here = Location("east", page="search", query=SearchQuery("书"))
    assert here.same_spot(here._replace(query=SearchQuery("书画", "hant")))
    assert not here.same_spot(here._replace(query=SearchQuery("书", region="west")))
    assert not here.same_spot(here._replace(query=SearchQuery("书", kinds=("text",))))
