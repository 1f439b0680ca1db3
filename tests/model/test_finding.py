"""Places of what is lit in a text, and the ways between them."""

import pytest

from exhibit.model.article import Block
from exhibit.model.finding import FoundPlaces, met, query_of
from exhibit.model.search import SearchHit, SearchQuery, TextSpan
from exhibit.model.state import Anchor
from exhibit.model.text import same

BLOCKS = tuple(Block(id, "paragraph", "one", same("书画书画")) for id in ("one-1", "one-2"))
PLACES = FoundPlaces(BLOCKS, ((0, TextSpan(0, 1)), (0, TextSpan(2, 3)), (1, TextSpan(0, 1))))
FIRST, SECOND, THIRD = Anchor("one-1", 0), Anchor("one-1", 2), Anchor("one-2", 0)


@pytest.mark.parametrize(("at", "first"), [
    (None, FIRST), (FIRST, FIRST), (Anchor("one-1", 1), SECOND), (Anchor("one-1", 3), THIRD), (Anchor("one-2", 2), FIRST),
])  # fmt: skip
def test_the_first_place_from_where_the_reading_stands(at: Anchor | None, first: Anchor) -> None:
    assert PLACES.first_from(at) == first


@pytest.mark.parametrize(("at", "reading", "step", "other"), [
    (FIRST, None, 1, SECOND), (SECOND, None, 1, THIRD), (THIRD, None, 1, FIRST), (FIRST, None, -1, THIRD),
    (None, SECOND, 1, SECOND), (Anchor("one-1", 1), Anchor("one-2"), 1, THIRD),
])  # fmt: skip
def test_stepping_goes_around_the_ends(at: Anchor | None, reading: Anchor | None, step: int, other: Anchor) -> None:
    assert PLACES.beside(at, reading, step) == other


def test_which_place_it_is() -> None:
    assert [PLACES.number(one) for one in (FIRST, THIRD, Anchor("one-1", 1), None)] == [0, 2, None, 0]


def test_another_text_is_asked_for_within_the_same_filters() -> None:
    before = SearchQuery("书", "hans", ("text",), "east", "trade", (2022, 2022))
    assert query_of("画", "hant", before) == SearchQuery("画", "hant", ("text",), "east", "trade", (2022, 2022))
    assert query_of("画", "hant", None) == SearchQuery("画", "hant")


def test_what_was_met_by_sound_is_lit_as_it_is_written() -> None:
    place = TextSpan(1, 3)
    hit = SearchHit("title", "east", "east", "retold", None, place, (place,), same("的书画展"), place, "sound")
    assert met(hit, SearchQuery("shuhua")) == "书画"
