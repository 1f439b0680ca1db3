"""Model values to JSON and back, and JSON that is none of them."""

import json
import types
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exhibit.model.article import Article, Block, Edition, SectionLocation
from exhibit.model.comparison import Comparison
from exhibit.model.event import Event, EventDate
from exhibit.model.metric import Metric
from exhibit.model.package import Exhibit
from exhibit.model.region import ExhibitMap, MapLocation, Region
from exhibit.model.system import System
from exhibit.model.term import Term, TermOccurrence
from exhibit.model.text import Text, is_safe, same
from exhibit.package.codec import DecodeError, field_names, from_json, to_json
from tests.dates import DATES

KINDS: tuple[Any, ...] = (
    Exhibit, ExhibitMap, Region, Article, SectionLocation, Metric, tuple[Block, ...], System, Comparison, Term, TermOccurrence, Event,
)  # fmt: skip
SAFE = st.text(st.characters(exclude_categories=["Cs"]).filter(is_safe), max_size=6)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: SAFE,
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=9),
    Text: SAFE.map(lambda text: Text(text, text[::-1])),
    EventDate: DATES,
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=12,
)


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type of the model."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, type) and (names := field_names(kind)):
        hints = get_type_hints(kind)
        parts = st.tuples(*(values(hints[name]) for name in names))
        return parts.map(lambda arguments: kind(*arguments))
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is types.UnionType:
        return st.one_of([st.none() if one is types.NoneType else values(one) for one in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if arguments[-1] is Ellipsis:
        least = 1 if arguments[0] is Edition else 0  # an article has one
        return st.lists(values(arguments[0]), min_size=least, max_size=3).map(tuple)
    return st.tuples(*map(values, arguments))


@settings(max_examples=60)
@given(st.data())
def test_whatever_the_model_holds_comes_back_equal(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(KINDS))
    value = data.draw(values(kind))
    back = from_json(kind, to_json(value))
    assert (back, repr(back)) == (value, repr(value)), "the same values of the same types"


@given(st.sampled_from(KINDS), JSON)
def test_any_other_json_is_refused_with_a_decode_error(kind: Any, data: object) -> None:
    text = json.dumps(data)
    if text != "[]" or kind != tuple[Block, ...]:
        with pytest.raises(DecodeError):
            from_json(kind, text)


@settings(max_examples=60)
@given(st.data())
def test_spoilt_json_is_refused_or_still_of_its_type(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(KINDS))
    text = to_json(data.draw(values(kind)))
    at = data.draw(st.integers(0, len(text)))
    spoilt = text[:at] + data.draw(st.text(max_size=3)) + text[at + data.draw(st.integers(0, 3)) :]
    try:
        value = from_json(kind, spoilt)
    except DecodeError:
        return
    back = from_json(kind, to_json(value))
    assert (back, repr(back)) == (value, repr(value)), "the same values of the same types"


SPOT = MapLocation("east", (1.0, 2.0), (b"ring",), approximate=True)


def test_a_value_is_the_list_of_its_fields() -> None:
    assert to_json(SPOT) == '["east",[1.0,2.0],["cmluZw=="],true]'


@pytest.mark.parametrize("text", [
    "", "{", "nothing", '"east"', "{}", "[]", '["east"]', '["east",[1,2],[],true,1]', '[1,[1,2],[],true]',
    '["east",[1],[],true]', '["east",[1,2,3],[],true]', '["east",["1",2],[],true]', '["east",[true,2],[],true]',
    '["east",[NaN,2],[],true]', '["east",[Infinity,2],[],true]', '["east",[1e999,2],[],true]',
    f'["east",[1{"0" * 400},2],[],true]', f'["east",[1{"0" * 5000},2],[],true]',
    '["east",[1,2],["cmlu*w=="],true]', '["east",[1,2],["abc"],true]', '["east",[1,2],["书"],true]',
    '["east",[1,2],[],1]', '["east",[1,2],[],null]', '["east",null,[],true]', '["\\ud800",[1,2],[],true]',
    '["\\u202e",[1,2],[],true]', '["\\u0000",[1,2],[],true]', '["east",[1,2],' + "[" * 100_000,
], ids=lambda text: text[:40])  # fmt: skip
def test_these_are_no_spot(text: str) -> None:
    with pytest.raises(DecodeError):
        from_json(MapLocation, text)


@pytest.mark.parametrize("count", ["1.0", "true", "null", '"1"', str(2**53 + 1), str(-(2**53) - 1), "1" * 4000])
def test_these_are_no_count(count: str) -> None:
    with pytest.raises(DecodeError):
        from_json(Region, f'["east",["",""],["",""],{count},0]')


def test_scripts_of_different_length_are_refused() -> None:
    with pytest.raises(DecodeError, match="differ in length"):
        from_json(Text, '["书","書畫"]')


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_know_is_not_written(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(MapLocation("east", (number, 0.0)))


def test_text_is_written_as_it_is() -> None:
    assert to_json(same("赵孟𫖯")) == '["赵孟𫖯","赵孟𫖯"]'
