"""Moves of the state: what each changes and what it leaves."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from exhibit.model.search import SearchQuery
from exhibit.model.state import SCALES, Anchor, Location, State

ANCHOR = Anchor("one-3", 7)
HERE = Location(
    "east", "east", "retold", "east.sum", "trade", True, ANCHOR,
    "systems", "drawing", "pairs", "one", "one-2", "branch", ANCHOR,
)  # fmt: skip
AFRESH = Location("west", theme="trade", everywhere=True, tab="systems")
"""What stays of HERE in another region."""
WEST = replace(AFRESH, article="west", edition="retold")
EAST = replace(WEST, region="east", article="east")
STATE = State(HERE, "hant", True, "dark", 125, "size", frozenset({"east"}))

Move = Callable[[State], State]


@pytest.mark.parametrize(("move", "place"), [
    (lambda s: s.at_article("west", "west", "retold"), WEST),
    (lambda s: s.at_article("west", "west", "retold", ANCHOR), replace(WEST, anchor=ANCHOR)),
    (lambda s: s.at_passage("west", "west", "retold", "one"), replace(WEST, anchor=Anchor("one"), passage="one")),
    (lambda s: s.at_metric("east", "east", "retold", "east.n", "compare"),
     replace(EAST, metric="east.n", tab="compare", anchor=ANCHOR)),
    (lambda s: s.at_metric("east", "east", "first", "east.n", "systems"),
     replace(EAST, edition="first", metric="east.n")),
    (lambda s: s.at_metric("west", "west", "retold", "west.n", "metrics"), replace(WEST, metric="west.n", tab="metrics")),
    (lambda s: s.at_part("east", "east", "retold", "pairs", "two"),
     replace(EAST, system="pairs", part="two", page="drawing", anchor=ANCHOR)),
    (lambda s: s.with_page("text").at_part("west", "west", "retold", "levels", None), replace(WEST, system="levels")),
    (lambda s: s.with_part("pairs", "two"), replace(HERE, part="two")),
    (lambda s: s.with_tab("sources"), replace(HERE, tab="sources")),
    (lambda s: s.with_page("timeline"), replace(HERE, page="timeline", term=None, term_at=None)),
    (lambda s: s.explaining("party", Anchor("two")), replace(HERE, term="party", term_at=Anchor("two"))),
    (lambda s: s.explaining(None, ANCHOR), replace(HERE, term=None, term_at=None)),
    (lambda s: s.at_term("party"), replace(HERE, page="glossary", term="party", term_at=None)),
    (lambda s: s.searching(SearchQuery("书")), replace(HERE, page="search", query=SearchQuery("书"), term=None, term_at=None)),
    (lambda s: s.finding("书", ANCHOR), replace(HERE, find="书", find_at=ANCHOR)),
    (lambda s: s.finding("书").at_article("east", "east", "retold"), replace(EAST, find="书")),
    (lambda s: s.finding("书").at_article("west", "west", "retold"), WEST),
    (lambda s: s.searching(SearchQuery("书")).at_article("west", "west", "retold"), replace(WEST, query=SearchQuery("书"))),
    (lambda s: s.without_metric(), replace(HERE, metric=None)),
    (lambda s: s.in_region("west"), AFRESH),
    (lambda s: s.in_edition("first"),
     replace(HERE, edition="first", anchor=None, passage=None, term=None, term_at=None)),
    (lambda s: s.reading(Anchor("two")), replace(HERE, anchor=Anchor("two"))),
    (lambda s: s.reading(None), replace(HERE, anchor=None)),
    (lambda s: s.with_theme("people"), replace(HERE, theme="people")),
    (lambda s: s.with_theme(None), replace(HERE, theme=None)),
    (lambda s: s.with_everywhere(False), replace(HERE, everywhere=False)),
    (lambda s: s.at_place(Location("gate")), Location("gate")),
], ids=[
    "article", "article at an anchor", "passage", "metric here", "metric in another edition", "metric elsewhere",
    "part here", "system elsewhere", "shown as part", "tab", "page", "word", "word closed", "word in the glossary",
    "search", "find", "what is lit stays in its text", "and goes with it", "the query stays", "no metric",
    "region", "edition", "reading", "reading from the beginning", "theme", "all themes", "only here", "place",
])  # fmt: skip
def test_a_move_changes_the_place_and_nothing_else(move: Move, place: Location) -> None:
    after = move(STATE)
    assert after.place == place
    assert replace(after, place=HERE, visited=STATE.visited) == STATE


@pytest.mark.parametrize("move", [
    lambda s: s.at_article("west", "west", "retold"), lambda s: s.at_metric("west", "west", "retold", "west.n", "metrics"),
], ids=["article", "metric"])  # fmt: skip
def test_opening_an_article_marks_it_visited(move: Move) -> None:
    assert move(STATE).visited == {"east", "west"}


@pytest.mark.parametrize(("other", "same"), [
    (replace(HERE, anchor=None), True),
    (replace(HERE, anchor=Anchor("two")), True),
    (replace(HERE, term=None, term_at=None), True),
    (replace(HERE, find="书", find_at=ANCHOR), True),
    (replace(HERE, query=SearchQuery("书")), True),
    (replace(HERE, tab="metrics"), False),
    (replace(HERE, page="text"), False),
    (replace(HERE, metric=None), False),
    (replace(HERE, edition="first"), False),
    (replace(HERE, theme=None), False),
    (replace(HERE, everywhere=False), False),
    (Location(), False),
])  # fmt: skip
def test_neither_reading_position_nor_open_explanation_makes_another_spot(other: Location, same: bool) -> None:
    assert HERE.same_spot(other) is same
    assert other.same_spot(HERE) is same


@pytest.mark.parametrize(("scale", "steps", "after"), [
    (100, 0, 100), (100, 1, 110), (100, -1, 90), (100, 3, 150), (80, -1, 80), (200, 1, 200), (90, -99, 80), (90, 99, 200),
])  # fmt: skip
def test_text_size_moves_by_steps_within_bounds(scale: int, steps: int, after: int) -> None:
    assert replace(STATE, scale=scale).rescaled(steps) == replace(STATE, scale=after)


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
    assert here.same_spot(replace(here, query=SearchQuery("书画", "hant")))
    assert not here.same_spot(replace(here, query=SearchQuery("书", region="west")))
    assert not here.same_spot(replace(here, query=SearchQuery("书", kinds=("text",))))
