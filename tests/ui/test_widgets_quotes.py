"""The sentence around a figure, and where it stands."""

import pytest

from exhibit.model.metric import Evidence
from exhibit.model.text import same
from exhibit.ui.widgets.quotes import chinese_number, quote


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
