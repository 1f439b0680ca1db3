"""What a numeral alone is worth."""

from fractions import Fraction

import pytest

from exhibit.figures.numerals import amount_of


@pytest.mark.parametrize(
    ("numeral", "low", "high", "large"),
    [
        ("十一", 11, 11, ""), ("一百零五", 105, 105, ""), ("两千三百", 2300, 2300, ""), ("千", 1000, 1000, ""), ("百", 100, 100, ""),
        ("千万", 1000, 1000, "万"), ("五万", 5, 5, "万"), ("万亿", 1, 1, "万亿"), ("二十三万四千五百", 234_500, 234_500, ""),
        ("一亿二千万", "1.2", "1.2", "亿"), ("三点二亿", "3.2", "3.2", "亿"), ("1亿零500万", "1.05", "1.05", "亿"), ("1万4146", 14_146, 14_146, ""),
        ("两万五", 25_000, 25_000, ""), ("三千二", 3200, 3200, ""), ("三千零二", 3002, 3002, ""), ("一百五", 150, 150, ""),
        ("二〇二三", 2023, 2023, ""), ("三六〇", 360, 360, ""), ("壹佰贰拾叁", 123, 123, ""), ("廿四", 24, 24, ""), ("卅", 30, 30, ""),
        ("三四十", 30, 40, ""), ("十七八", 17, 18, ""), ("三五百", 300, 500, ""), ("二三十万", 20, 30, "万"), ("几十", 20, 99, ""),
        ("十几", 11, 19, ""), ("二十几", 21, 29, ""), ("数百万", 200, 999, "万"), ("一百几十", 120, 199, ""), ("零", 0, 0, ""),
    ],
)  # fmt: skip
def test_what_it_is_worth(numeral: str, low: object, high: object, large: str) -> None:
    amount = amount_of(numeral)
    assert amount
    assert (amount.low, amount.high, amount.large) == (Fraction(str(low)), Fraction(str(high)), large)


@pytest.mark.parametrize("numeral", ["五四", "八一", "万千", "十二千", "百千", "一万二亿万", "1" * 31, "三点", "点三"])
def test_what_is_no_numeral(numeral: str) -> None:
    assert amount_of(numeral) is None
