"""A figure is found in any notation."""

from collections.abc import Iterator

import pytest

from exhibit.compiler.compile import build
from exhibit.model.search import SearchQuery
from exhibit.model.text import Script
from exhibit.package.reader import PackageReader
from exhibit.package.search.number_forms import number_forms, numeral
from tests.compiler.folders import lay


@pytest.mark.parametrize(
    ("number", "words"),
    [(3, "三"), (10, "十"), (15, "十五"), (320, "三百二十"), (105, "一百零五"), (20133, "二万零一百三十三"), (3.5, "三点五"), (0, "零"),
     (0.05, "零点零五"), (1000, "一千"), (10**8, ""), (150_000, "十五万"), (1_200_000, "一百二十万")],
)  # fmt: skip
def test_numerals(number: float, words: str) -> None:
    assert numeral(number) == words


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("三分之二", "2/3"), ("2/3", "三分之二"), ("1/2", "一半"), ("一半", "1/2"), ("-3.5%", "下降3.5%"), ("−3.5%", "负3.5%"), ("下降3.5%", "-3.5%"),
        ("-12℃", "零下12℃"), ("3—5万", "3至5万"), ("3—5万元", "3万元至5万元"), ("三至五万元", "3-5万元"), ("10%～15%", "10%至15%"), ("1:3", "1比3"),
        ("一比三", "1:3"), ("第1", "第一"), ("第三位", "第3位"), ("五万名", "5万名"), ("百分之三点五", "3.5%"), ("85.6%", "百分之八十五点六"),
    ],
)  # fmt: skip
def test_another_notation(query: str, other: str) -> None:
    assert other in number_forms(query)


@pytest.mark.parametrize(
    "query",
    ["", "5", "2022", "110", "2022年", "二十大", "三农", "网格", "约5万名", "3个村5个镇", "1" * 30, "十五五规划"],
)
def test_what_is_no_figure_keeps_its_characters(query: str) -> None:
    assert number_forms(query) == ()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackageReader]:
    folder = tmp_path_factory.mktemp("forms")
    build(lay("figures-of-five-texts-are-fine", folder / "content"), folder / "x.exhibit")
    reader = PackageReader(folder / "x.exhibit")
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("query", "metric", "printed"),
    [
        ("2/3", "village.members", "三分之二"),
        ("三分之二", "village.members", "三分之二"),
        ("-3.5%", "village.water", "下降3.5%"),
        ("零下7.3℃", "bulletin.coldest", "零下7.3℃"),
        ("-7.3℃", "bulletin.coldest", "零下7.3℃"),
        ("4.85—6.13米", "drought.level", "4.85米至6.13米"),
        ("2-8成", "drought.inflow", "二成至八成"),
        ("1/4", "lane.half-price", "四分之一"),
        ("3:1", "lane.score", "3比1"),
        ("12.88万伙", "harbour.flats", "十二点八八万伙"),
        ("第3位", "bulletin.rank", "第三位"),
        ("-1.48‰", "bulletin.natural", "-1.48‰"),
    ],
)
@pytest.mark.parametrize("script", ["hans", "hant"])
def test_figures_and_texts_meet(package: PackageReader, query: str, metric: str, printed: str, script: Script) -> None:
    groups = {group.kind: group.hits for group in package.search(SearchQuery(query, script=script), count=20)}
    assert metric in [hit.id for hit in groups["metric"]]
    article = metric.split(".")[0]
    assert any(hit.article == article and printed in hit.sentence.hans for hit in groups["text"])
