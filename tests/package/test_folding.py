"""Folding: what meets, where it stands, and that what is looked for is what a scan of the folded text finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.model.search import TextSpan
from exhibit.package.search.folding import folding_of, merged_variants, plain_variants
from exhibit.package.search.matching import QueryForms
from exhibit.package.search.number_forms import number_forms

FOLDING = folding_of(merged_variants([*plain_variants(), ("后", "後"), ("里", "裡"), ("裡", "裏"), ("划", "劃")]))
MEETING = [
    ("后来", "後來"[:1] + "来"), ("里", "裏"), ("“书”", "「书」"), ("『书』", "‘书’"), ('"书"', "“书”"), ("１９８５", "1985"), ("1985", "1,985"), ("1,985", "１，９８５"),
    ("Ab", "ａＢ"), ("（一）", "(一)"), ("，", ","), ("12,345,678", "12345678"), ("a b", "a　b"), ("——", "--"),
]  # fmt: skip
APART = [("1,98", "198"), ("1,9855", "19855"), ("2021，2022", "20212022"), ("3,4", "34"), ("，123", "123"), ("。", ".")]


def found(text: str, query: str) -> list[TextSpan]:
    return [TextSpan(*span) for span in QueryForms(query, "hans", FOLDING).spans(text)]


def scan(text: str, query: str) -> set[TextSpan]:
    """Every place, by looking at the folded text from one character to the next."""
    folded = FOLDING.fold(text)
    places = set()
    for form in {*FOLDING.forms(query), *map(FOLDING.flat, number_forms(query))}:
        for start in range(len(folded.text)):
            if folded.text.startswith(form, start):
                places.add(TextSpan(*folded.span(start, start + len(form))))
    return places


@pytest.mark.parametrize(("one", "other"), MEETING)
def test_what_meets(one: str, other: str) -> None:
    assert FOLDING.fold(one).text == FOLDING.fold(other).text


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_stays_apart(one: str, other: str) -> None:
    assert FOLDING.fold(one).text != FOLDING.fold(other).text


def test_places_are_those_of_the_text() -> None:
    folded = FOLDING.fold("有1,985人")
    assert folded.text == "有1985人"
    assert folded.span(1, 5) == (1, 6)
    assert folded.span(2, 3) == (3, 4)


@pytest.mark.parametrize("typed", ["1", "1,", "1,9", "1,98", "1,985", "19", "1985", "985", ",985", "１，９"])
def test_a_number_is_found_while_it_is_typed(typed: str) -> None:
    assert found("有1,985人", typed)


TEXTS = st.text('后後里裡裏划一“「"，,。a Ａ1２3４5\n', max_size=40)


@given(TEXTS, TEXTS)
def test_what_is_looked_for_is_what_a_scan_finds(text: str, query: str) -> None:
    for part in (query[:1], query[:3], query[:20], text[3:5], text[1:9], text[10:]):
        if part:
            assert set(found(text, part)) == scan(text, part), part


@given(st.text("后後一1,２，", min_size=61, max_size=90))
def test_a_long_query_too(text: str) -> None:
    assert set(found(f"一{text}一", text)) == scan(f"一{text}一", text)


def test_large_groups_are_not_spelt_out_with_one_another() -> None:
    one, other = ("".join(map(chr, range(start, start + 2_000))) for start in (0x4E00, 0x6000))
    folding = folding_of([one, other])
    text = one[7] + other[9] + "龍" + other[0]
    assert folding.finder(folding.flat(one[0] + other[0])).spans(text) == [(0, 2)]
    assert folding.finder(folding.flat(one[1] + other[1] + "龍")).spans(text) == [(0, 3)]
    assert folding.finder(folding.flat(other[2] + one[0])).spans(text) == []
    assert sorted(folding.finder(folding.flat(other[2])).spans(text)) == [(1, 2), (3, 4)]
