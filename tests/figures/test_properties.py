"""A figure written at random in any notation is read back; no sign, bound or end is ever lost."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.figures.reader import read_figures
from exhibit.figures.reading import FigureReading
from tests.figures.written import financial, grouped, in_numerals, mixed, plain, wide

UNITS = [
    "家",
    "户",
    "戶",
    "亩",
    "畝",
    "元",
    "万元",
    "萬元",
    "公里",
    "千瓦时",
    "千克",
    "立方米",
    "微克/立方米",
    "℃",
    "%",
    "个百分点",
    "個百分點",
]
WHOLE = st.integers(2, 9_999_999).filter(lambda value: value % 10**4).map(Decimal)
BROKEN = st.decimals(Decimal("0.01"), 9999, places=2).filter(lambda value: value != value.to_integral_value())
SEPARATED = [grouped(","), grouped("，"), grouped(" "), grouped("'")]
NOTATIONS = [plain, wide, in_numerals, *SEPARATED]
BOUNDS = {
    "超{}": "over", "超过{}": "over", "突破{}": "over", "逾{}": "over", "高于{}": "over", "不止{}": "over",
    "不低于{}": "at-least", "不少于{}": "at-least", "至少{}": "at-least", "{}以上": "at-least", "不得低于{}": "at-least", "不小於{}": "at-least",
    "不超过{}": "at-most", "不得超过{}": "at-most", "没有超过{}": "at-most", "不高于{}": "at-most", "最多{}": "at-most", "至多{}": "at-most",
    "{}以下": "at-most", "{}以内": "at-most", "{}以內": "at-most", "未超過{}": "at-most", "不能多于{}": "at-most",
    "不到{}": "under", "不足{}": "under", "低于{}": "under", "少于{}": "under", "小於{}": "under", "未达{}": "under",
    "近{}": "nearly", "将近{}": "nearly", "接近{}": "nearly", "約{}": "about", "大约{}": "about", "{}左右": "about",
}  # fmt: skip
SIGNS = ["-", "－", "−", "–", "负", "負", "零下"]
RANGES = ["-", "—", "——", "–", "~", "～", "至", "到"]
NUMBERS = ["3", "12", "1,206", "３５", "4.85", "十二", "三百二十", "两千"]


def only(text: str) -> FigureReading:
    """The one figure in a sentence about it."""
    (reading,) = read_figures(f"全县的数字：{text}，由统计局公布。")
    assert reading.text == text
    return reading


def as_number(value: Decimal) -> Fraction:
    return Fraction(value)


@given(WHOLE | BROKEN, st.sampled_from(NOTATIONS), st.sampled_from([unit for unit in UNITS if unit[0] not in "万萬千"]))
def test_a_number_in_any_notation_is_read_back(value: Decimal, write: object, unit: str) -> None:
    assert callable(write)
    reading = only(write(value) + unit)
    assert reading.low == reading.high == as_number(value)
    assert reading.unit == unit


@given(WHOLE.filter(lambda value: value >= 11), st.sampled_from(["元", "圆"]))
def test_a_financial_numeral_is_read_back(value: Decimal, unit: str) -> None:
    assert only(financial(value) + unit).low == value


@given(WHOLE.filter(lambda value: value > 10**4), st.sampled_from(["人", "户"]))
def test_digits_and_numerals_mixed_are_read_back(value: Decimal, unit: str) -> None:
    assert only(mixed(value) + unit).low == value


@given(
    BROKEN,
    st.sampled_from(["万", "亿", "萬", "億", "万亿"]),
    st.sampled_from(["元", "人", "吨"]),
    st.sampled_from([plain, wide, in_numerals]),
)
def test_a_large_number_word_belongs_to_the_unit(value: Decimal, large: str, unit: str, write: object) -> None:
    assert callable(write)
    reading = only(write(value) + large + unit)
    assert (reading.low, reading.unit) == (as_number(value), large + unit)


@given(BROKEN, BROKEN, st.sampled_from(RANGES), st.sampled_from(UNITS), st.booleans(), st.sampled_from([plain, wide]))
def test_a_range_is_read_back(
    first: Decimal, second: Decimal, between: str, unit: str, twice: bool, write: object
) -> None:
    assert callable(write)
    low, high = sorted({first, second + 10_000})
    reading = only(write(low) + (unit if twice else "") + between + write(high) + unit)
    assert (reading.kind, reading.low, reading.high, reading.unit) == ("range", as_number(low), as_number(high), unit)


@given(
    BROKEN,
    st.sampled_from(SIGNS),
    st.sampled_from(["℃", "%", "万元", "度"]),
    st.sampled_from([plain, wide, in_numerals]),
)
def test_a_sign_is_read_back(value: Decimal, sign: str, unit: str, write: object) -> None:
    assert callable(write)
    reading = only(sign + write(value) + unit)
    assert reading.low == reading.high == -as_number(value)


@given(WHOLE | BROKEN, st.sampled_from(sorted(BOUNDS)), st.sampled_from(UNITS))
def test_a_bound_is_read_back(value: Decimal, bound: str, unit: str) -> None:
    reading = only(bound.format(plain(value) + unit))
    assert reading.hedges == (BOUNDS[bound],)
    assert _ends(reading, as_number(value))


@given(
    st.text(
        "0123456789一二三十百千万亿两几半多余超近约不到以上下内至—-~.,:%元个年第前零负点分之成倍增长降了 的。",
        max_size=60,
    )
)
def test_any_text_is_read_without_an_error_and_every_reading_is_whole(text: str) -> None:
    last = 0
    for reading in read_figures(text):
        assert last <= reading.start < reading.end <= len(text)
        assert reading.text == text[reading.start : reading.end]
        assert reading.low is not None or reading.high is not None
        if reading.low is not None and reading.high is not None and reading.kind not in ("ratio", "score", "scale"):
            assert reading.low <= reading.high
        last = reading.end


@pytest.mark.parametrize(
    ("bound", "number", "unit"), list(product(BOUNDS, NUMBERS, ["家", "万元", "%", "℃", "个百分点"]))
)
def test_no_bound_is_lost(bound: str, number: str, unit: str) -> None:
    reading = only(bound.format(number + unit))
    assert reading.hedges == (BOUNDS[bound],)
    assert (reading.low is None) == (BOUNDS[bound] in ("at-most", "under"))
    assert (reading.high is None) == (BOUNDS[bound] in ("at-least", "over"))


@pytest.mark.parametrize(("sign", "number", "unit"), list(product(SIGNS, NUMBERS, ["℃", "万元", "%", "‰"])))
def test_no_sign_is_lost(sign: str, number: str, unit: str) -> None:
    reading = only(sign + number + unit)
    assert reading.high is not None
    assert reading.high < 0


@pytest.mark.parametrize(
    ("between", "pair", "unit"),
    list(
        product(
            RANGES,
            [("2", "3"), ("三", "五"), ("1,200", "3,500"), ("4.85", "6.13"), ("十", "十五")],
            ["个", "万元", "%"],
        )
    ),
)
def test_no_end_is_lost(between: str, pair: tuple[str, str], unit: str) -> None:
    for text in (between.join(pair) + unit, between.join(one + unit for one in pair)):
        reading = only(text)
        assert reading.kind == "range"
        assert reading.low is not None
        assert reading.high is not None
        assert reading.low < reading.high


def _ends(reading: FigureReading, value: Fraction) -> bool:
    bound = reading.hedges[0]
    low = None if bound in ("at-most", "under") else value
    high = None if bound in ("at-least", "over") else value
    return (reading.low, reading.high) == (low, high)
