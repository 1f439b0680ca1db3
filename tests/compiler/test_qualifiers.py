"""The words around a number against its qualifier."""

import pytest

from exhibit.compiler.article.qualifiers import qualifier_problems
from exhibit.model.metric import Qualifier


@pytest.mark.parametrize(
    ("before", "number", "behind", "declared"),
    [
        ("有", "130家", "店", ("exactly",)), ("有", "130余家", "店", ("over",)), ("有", "8.2万余名", "人", ("over",)),
        ("产值超", "5亿元", "", ("over",)), ("突破了", "5亿元", "", ("over",)), ("最近", "5年", "", ("exactly",)),
        ("近", "5万名", "", ("nearly",)), ("节约", "5亿元", "", ("exactly",)), ("大约", "5亿元", "", ("about",)),
        ("有", "5亿元", "左右", ("about",)), ("在", "4000万元", "以上", ("at-least",)), ("不少于", "3个", "", ("at-least",)),
        ("预计年底有", "3个", "", ("expected",)), ("新区计划开工的项目共", "38个", "", ("expected",)),
        ("预计产值超", "15亿元", "", ("expected", "over")), ("相当于年度计划的", "120.22%", "", ("exactly",)),
        ("预计年底完工，已有", "15栋", "", ("exactly",)),
    ],
)  # fmt: skip
def test_agreement(before: str, number: str, behind: str, declared: tuple[Qualifier, ...]) -> None:
    assert list(qualifier_problems(before, number, behind, declared, "x")) == []


@pytest.mark.parametrize(
    ("before", "number", "behind", "declared", "word"),
    [
        ("有", "130余家", "店", ("exactly",), "`余`"), ("近", "5万名", "", ("over",), "`近`"), ("有", "3个", "", ("about",), "约"),
        ("将达", "3个", "", ("exactly",), "`将达`"), ("有", "3个", "以上", ("exactly",), "`以上`"),
        ("预计有", "3个", "", ("exactly",), "`预计`"), ("已有", "3个", "", ("expected",), "预计"),
    ],
)  # fmt: skip
def test_disagreement(before: str, number: str, behind: str, declared: tuple[Qualifier, ...], word: str) -> None:
    assert word in " ".join(qualifier_problems(before, number, behind, declared, "x"))
