"""A figure's value in words, and the sentence around it."""

import pytest

from exhibit.model.metric import Evidence, Metric, Qualifier, Unit
from exhibit.model.text import Script, Text, same
from exhibit.ui.widgets.quotes import quote
from exhibit.ui.widgets.values import chinese_number, value_text


def figure(value: float, unit: Text, *qualifiers: Qualifier) -> Metric:
    counted = Unit(unit, unit, 1.0)
    return Metric("a.b", "a", "a", "t", same("x"), value, qualifiers, counted, None, None, None, ())


@pytest.mark.parametrize(
    ("value", "unit", "qualifiers", "script", "words"),
    [
        (650, same("万千瓦时"), ("exactly",), "hans", "650 万千瓦时"),
        (110, same("人"), ("over",), "hans", "110 余人"),
        (110, same("人"), ("over",), "hant", "110 餘人"),
        (115, same("人"), ("over",), "hans", "超 115 人"),
        (8.2, Text("万名", "萬名"), ("over",), "hant", "超 8.2 萬名"),
        (1000, same("万元"), ("over",), "hans", "超 1000 万元"),
        (50, same("%"), ("over",), "hans", "超 50%"),
        (5, same("万名"), ("nearly",), "hans", "近 5 万名"),
        (5, same("万名"), ("about",), "hant", "約 5 万名"),
        (15, same("亿元"), ("expected", "over"), "hans", "预计超 15 亿元"),
        (15, same("亿元"), ("over", "expected"), "hant", "預計超 15 亿元"),
        (30, same("户"), ("expected", "over"), "hans", "预计 30 余户"),
        (4000, same("万元"), ("expected", "at-least"), "hans", "预计 4000 万元以上"),
        (19, same("栋"), ("expected",), "hans", "预计 19 栋"),
        (24.7, same("%"), ("exactly",), "hans", "24.7%"),
        (-3.5, same("%"), ("exactly",), "hans", "-3.5%"),
        (7, same(""), ("exactly",), "hans", "7"),
    ],
)
def test_value(value: float, unit: Text, qualifiers: tuple[Qualifier, ...], script: Script, words: str) -> None:
    assert value_text(figure(value, unit, *qualifiers), script).words == words


@pytest.mark.parametrize(
    ("number", "chinese"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "100"), (0, "0")]
)
def test_chinese_number(number: int, chinese: str) -> None:
    assert chinese_number(number) == chinese


@pytest.mark.parametrize(
    ("sentence", "number", "before", "after"),
    [
        ("预计一年能送出约650万千瓦时绿电。", "650万千瓦时", "预计一年能送出约", "绿电。"),
        ("甲" * 40 + "5家" + "乙" * 40, "5家", "……" + "甲" * 26, "乙" * 26 + "……"),
        (
            "甲" * 40 + "，" + "丁" * 20 + "5家" + "乙" * 20 + "，丙丙" + "乙" * 9,
            "5家",
            "……" + "丁" * 20,
            "乙" * 20 + "……",
        ),
        ("5家" + "乙" * 80, "5家", "", "乙" * 26 + "……"),
    ],
)
def test_quote_keeps_what_is_next_to_the_number(sentence: str, number: str, before: str, after: str) -> None:
    start = sentence.index(number)
    offset = 7
    evidence = Evidence(
        "retold", "p", "s", offset, offset + len(sentence), offset + start, offset + start + len(number), same(sentence)
    )
    found = quote(evidence, "hans")
    assert (found.before, found.number, found.after) == (before, number, after)
