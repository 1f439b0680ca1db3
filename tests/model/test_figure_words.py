"""A figure's value in words: nothing that the text says of it is lost."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.figures.kinds import HEDGES, Direction, FigureKind, Hedge
from exhibit.model.figure_words import figure_text
from exhibit.model.metric import FigureValue
from exhibit.model.text import Script, Text, same
from tests.samples import valued


@pytest.mark.parametrize(
    ("value", "unit", "script", "words"),
    [
        (valued(650), same("万千瓦时"), "hans", "650 万千瓦时"),
        (valued(110, "over"), same("人"), "hans", "110 余人"),
        (valued(110, "over"), same("人"), "hant", "110 餘人"),
        (valued(115, "over"), same("人"), "hans", "超 115 人"),
        (valued(8.2, "over"), Text("万名", "萬名"), "hant", "超 8.2 萬名"),
        (valued(1000, "over"), same("万元"), "hans", "超 1000 万元"),
        (valued(50, "over"), same("%"), "hans", "超 50%"),
        (valued(5, "nearly"), same("万名"), "hans", "近 5 万名"),
        (valued(5, "about"), same("万名"), "hant", "約 5 万名"),
        (valued(15, "over", "expected"), same("亿元"), "hans", "预计超 15 亿元"),
        (valued(15, "over", "expected"), same("亿元"), "hant", "預計超 15 亿元"),
        (valued(30, "over", "expected"), same("户"), "hans", "预计 30 余户"),
        (valued(4000, "at-least", "expected"), same("万元"), "hans", "预计 4000 万元以上"),
        (valued(19, "expected"), same("栋"), "hans", "预计 19 栋"),
        (valued(5, "cumulative"), same("个"), "hant", "累計 5 个"),
        (valued(24.7), same("%"), "hans", "24.7%"),
        (valued(-3.5), same("%"), "hans", "−3.5%"),
        (valued(7), same(""), "hans", "7"),
        (valued(3, "at-most"), same("%"), "hans", "不超过 3%"),
        (valued(10, "under"), same("分钟"), "hans", "不到 10 分钟"),
        (FigureValue("quantity", None, -20, ("over",)), same("度"), "hans", "低于 −20 度"),
        (FigureValue("change", 3.5, 3.5, (), "down"), same("%"), "hans", "下降 3.5%"),
        (FigureValue("change", 8, None, ("over",), "up"), same("%"), "hant", "增長超 8%"),
        (FigureValue("change", 5, 5, (), "down"), same("个"), "hant", "減少 5 个"),
        (FigureValue("change", 0.94, 0.94, (), "up"), same("个百分点"), "hans", "上升 0.94 个百分点"),
        (FigureValue("multiple", 2, 2, (), "up"), same("倍"), "hans", "增长 2 倍"),
        (FigureValue("multiple", 1, 1, (), "up"), same("番"), "hans", "翻 1 番"),
        (FigureValue("multiple", 1.5, 1.5), same("倍"), "hans", "1.5 倍"),
        (FigureValue("range", 3, 5), same("万元"), "hans", "3～5 万元"),
        (FigureValue("range", -8, -3), same("℃"), "hans", "−8～−3 ℃"),
        (FigureValue("range", -3, 3), same("℃"), "hans", "±3 ℃"),
        (FigureValue("range", 2, 8, (), "down"), same("成"), "hans", "下降 2～8 成"),
        (FigureValue("range", 1 / 3, 2 / 3), same(""), "hans", "1/3～2/3"),
        (FigureValue("fraction", 2 / 3, 2 / 3), same(""), "hans", "2/3"),
        (FigureValue("fraction", 0.5, None, ("over",)), same(""), "hans", "超 1/2"),
        (FigureValue("fraction", 0.5, None, ("at-least",)), same(""), "hans", "1/2 以上"),
        (FigureValue("ratio", 1, 3), same(""), "hans", "1:3"),
        (FigureValue("ratio", 3, 1), same(""), "hans", "3:1"),
        (FigureValue("ratio", 4, 3, words=same("4:3:3")), same(""), "hans", "4:3:3"),
        (FigureValue("scale", 1, 50000), same(""), "hans", "1:50000"),
        (FigureValue("rank", 1, 1), same(""), "hans", "第 1"),
        (FigureValue("rank", 3, 3), same("位"), "hans", "第 3 位"),
        (FigureValue("rank", 1, 3), same("名"), "hans", "前 3 名"),
        (FigureValue("rank", 0, 10), same("%"), "hans", "前 10%"),
        (FigureValue("rank", -2, -2), same(""), "hant", "倒數第 2"),
        (FigureValue("index", 105.3, 105.3), same(""), "hans", "105.3"),
        (FigureValue("vague", 200, 999, words=Text("数百", "數百")), same("户"), "hant", "數百 户"),
        (FigureValue("vague", 100, None, ("at-least",)), same("人"), "hans", "100 人以上"),
        (FigureValue("compound", 30, 50, words=same("30米×50")), same("米"), "hans", "30米×50 米"),
        (valued(100), same("$"), "hans", "$100"),
        (valued(3.5, "over"), Text("HK$亿", "HK$億"), "hant", "超HK$3.5 億"),
        (valued(500), Text("港币元", "港幣元"), "hant", "港幣 500 元"),
        (valued(500), same("欧元"), "hans", "500 欧元"),
    ],
)
def test_value(value: FigureValue, unit: Text, script: Script, words: str) -> None:
    assert figure_text(value, unit, script).words == words


@pytest.mark.parametrize(
    ("value", "unit", "script", "spoken"),
    [
        (valued(-3.5), "%", "hans", "负3.5%"),
        (valued(-12), "℃", "hant", "負12 ℃"),
        (FigureValue("range", 3, 5), "万元", "hans", "3至5 万元"),
        (FigureValue("range", -3, 3), "℃", "hans", "正负3 ℃"),
        (FigureValue("fraction", 2 / 3, 2 / 3), "", "hans", "3分之2"),
        (FigureValue("ratio", 1, 3), "", "hans", "1比3"),
        (FigureValue("ratio", 4, 3, words=same("4:3:3")), "", "hans", "4比3比3"),
        (FigureValue("change", 3.5, 3.5, (), "down"), "%", "hans", "下降 3.5%"),
        (valued(3, "at-most"), "%", "hant", "不超過 3%"),
        (FigureValue("rank", 1, 3), "名", "hans", "前 3 名"),
    ],
)
def test_what_is_read_aloud_has_words_for_signs(value: FigureValue, unit: str, script: Script, spoken: str) -> None:
    assert figure_text(value, same(unit), script).spoken == spoken


_BOUND_WORDS: dict[Hedge, tuple[str, ...]] = {
    "over": ("超", "余", "餘"), "at-least": ("以上",), "at-most": ("不超过", "不超過"), "under": ("不到",), "nearly": ("近",),
    "about": ("约", "約"), "expected": ("预计", "預計"), "cumulative": ("累计", "累計"),
}  # fmt: skip
_UNITS = ["", "个", "万元", "%", "℃", "$", "HK$亿", "港币元", "个百分点", "倍", "成"]


@pytest.mark.parametrize(
    ("hedge", "unit", "script", "number"), list(product(HEDGES, _UNITS, ("hans", "hant"), (3.5, 20.0)))
)
def test_no_bound_is_dropped(hedge: Hedge, unit: str, script: Script, number: float) -> None:
    found = figure_text(valued(number, hedge), same(unit), script)
    for told in (found.words, found.spoken):
        assert any(word in told for word in _BOUND_WORDS[hedge])


@given(
    st.lists(st.decimals(-9999, 9999, places=2), min_size=2, max_size=2, unique=True).map(sorted),
    st.sampled_from(["range", "approximate", "quantity", "change"]),
    st.sets(st.sampled_from(HEDGES)),
    st.sampled_from([None, "up", "down"]),
    st.sampled_from(_UNITS),
    st.sampled_from(["hans", "hant"]),
)
def test_no_sign_and_no_end_is_dropped(
    ends: list[float], kind: FigureKind, hedges: set[Hedge], direction: Direction | None, unit: str, script: Script
) -> None:
    low, high = map(float, ends)
    told = figure_text(FigureValue(kind, low, high, tuple(hedges), direction), same(unit), script)
    for end in (low, high):
        assert f"{abs(end):.10g}" in told.words
        assert f"{abs(end):.10g}" in told.spoken
    assert told.words.count("−") + (2 * told.words.count("±")) >= sum(end < 0 for end in (low, high))
    assert told.spoken.count("负") + told.spoken.count("負") >= sum(end < 0 for end in (low, high)) - (
        "±" in told.words
    )
    assert (direction is not None) == any(word in told.words for word in ("增", "上升", "下降", "减少", "減少"))
