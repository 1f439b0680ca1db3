"""Numbers as articles print them."""

from decimal import Decimal

import pytest

from exhibit.compiler.article.numerals import chinese_number, numbers_in, readings


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十一", 11), ("二十", 20), ("一百零五", 105), ("两千三百", 2300), ("千", 1000), ("千万", 10_000_000),
        ("五万", 50_000), ("二十三万四千五百", 234_500), ("一亿二千万", 120_000_000), ("三千五百万", 35_000_000),
        ("二〇二二", 2022), ("半", Decimal("0.5")), ("兩萬", 20_000), ("一二百", None),
    ],
)  # fmt: skip
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert chinese_number(text) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("130余家", ["130"]), ("1,206家", ["1,206"]), ("１２０．２２％", ["１２０．２２"]), ("8.2万余名", ["8.2"]),
        ("20多万元", ["20"]), ("近五万名", ["五万"]), ("第一批30个", ["一", "30"]), ("百分之三十", ["三十"]), ("许多", []),
        ("1,20", ["1", "20"]),
    ],
)  # fmt: skip
def test_where_numbers_stand(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in numbers_in(text)] == found


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("8.2万余名", [("8.2", "万余名"), ("82000", "余名")]),
        ("五万名", [("50000", "名"), ("5", "万名")]),
        ("千万元", [("10000000", "元"), ("1000", "万元")]),
        ("１，２０６家", [("1206", "家")]),
    ],
)
def test_ways_to_read(text: str, ways: list[tuple[str, str]]) -> None:
    (span,) = numbers_in(text)
    assert [(way.value, text[way.end :]) for way in readings(text, *span)] == [
        (Decimal(value), rest) for value, rest in ways
    ]
