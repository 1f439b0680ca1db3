"""What the panel of sources shows in a state, and the references it makes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exhibit.model.article import Citation
from exhibit.model.state import Location, State
from exhibit.model.text import Text, same
from exhibit.package.reader import PackageReader
from exhibit.ui.sources.cite import gb7714_reference, plain_reference
from exhibit.ui.sources.shown import RemarkedFigure, RemarkedNote, RemarkShown, sources_shown
from exhibit.ui.widgets.choice import LinkShown


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


EAST = State(Location("east", "east", "retold"))


def test_the_citation(package: PackageReader) -> None:
    facts = {fact.label: (fact.text, fact.more) for fact in sources_shown(package, EAST).facts}
    assert facts == {
        "标题": ("east：书画上街", ""),
        "报纸": ("东江日报", ""),
        "署名": ("未印署名", ""),
        "日期": ("2022年6月23日", ""),
        "年份": ("2022年", "网页印有日期。"),
        "原文": ("网页", ""),
    }


def test_references(package: PackageReader) -> None:
    references = sources_shown(package, EAST).references
    assert references
    assert references.gb7714 == "east：书画上街[N/OL]. 东江日报, 2022-06-23."
    assert references.plain == "《east：书画上街》，东江日报，2022年6月23日（书画上街，展览改写版）"
    assert references.missing == "著者从略；网址和引用日期没有收入本展，请自行补上。"


def test_what_the_exhibit_changed(package: PackageReader) -> None:
    changed = [(fact.label, fact.text) for fact in sources_shown(package, EAST).changed]
    assert changed == [
        ("展览改写版", "示例"),
        (
            "简繁",
            "这一版用简体写成，繁体由程序按 OpenCC 的 s2tw 配置逐字转换。引号也对换。"
            "全展有 3 条例外由人设定；另有 5 条存疑的，看过后照转换结果。",
        ),
    ]


def test_remarks_lead_to_figures_and_to_notes_of_the_text(package: PackageReader) -> None:
    shown = sources_shown(package, EAST)
    assert shown.remarks_title == "对原文的说明：3 处"
    assert shown.remarks == (
        RemarkShown(LinkShown("one-sum书", "93.28 万元", RemarkedFigure("east.one-sum")), "原文未说明"),
        RemarkShown(LinkShown("two-sum书", "93.28 万元", RemarkedFigure("east.two-sum")), "原文未说明"),
        RemarkShown(
            LinkShown("在文中查看", "第二节 · 注", RemarkedNote("east", "retold", "two-note")), "注：此处原文只说长街。"
        ),
    )


def test_that_nothing_was_verified_is_said(package: PackageReader) -> None:
    assert sources_shown(package, EAST).unverified == "事实和数字都照报道所说，本展没有另行核实。"


def test_both_scripts_and_english(package: PackageReader) -> None:
    shown = sources_shown(package, EAST._replace(script="hant"))
    assert shown.title == "出處"
    assert shown.references
    assert shown.references.gb7714 == "east：書畫上街[N/OL]. 東江日报, 2022-06-23."
    english = sources_shown(package, EAST._replace(english=True))
    assert [fact.label for fact in english.facts] == ["Title", "Newspaper", "Byline", "Date", "Year", "Read from"]
    assert english.changed[1].text.startswith("Written in Simplified; Traditional was made of it")


def test_without_an_article_it_says_so(package: PackageReader) -> None:
    shown = sources_shown(package, State(Location("east")))
    assert (shown.empty, shown.facts, shown.references) == ("这里还没有文章。", (), None)


PRINTED = Citation(
    same("书画"), same("东江日报"), same("本报记者"), same("2022年06月23日"), "print", 2022, same("印有日期。")
)


@pytest.mark.parametrize(
    ("changes", "reference"),
    [
        ({}, "书画[N]. 东江日报, 2022-06-23."),
        ({"kind": "web"}, "书画[N/OL]. 东江日报, 2022-06-23."),
        ({"kind": "web", "newspaper": None}, "书画[EB/OL]. (2022-06-23)."),
        ({"kind": "web", "newspaper": None, "date": None}, "书画[EB/OL]. [2022]."),
        ({"date": None, "year": 2024}, "书画[N]. 东江日报, [2024]."),
        ({"newspaper": None, "date": None}, "书画[N]. [报名不详], [2022]."),
        ({"date": same("2022年6月")}, "书画[N]. 东江日报, 2022-06."),
        ({"date": same("2022.6.3")}, "书画[N]. 东江日报, 2022-06-03."),
        ({"date": same("12月24日")}, "书画[N]. 东江日报, [2022]."),
    ],
)
def test_gb7714(changes: dict[str, object], reference: str) -> None:
    assert gb7714_reference(PRINTED._replace(**changes), "hans") == reference  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "reference"),
    [
        ({}, "《书画》，东江日报，2022年06月23日，本报记者（展）"),
        ({"newspaper": None, "date": None}, "《书画》，未印报名，未印日期，2022年（推定），本报记者（展）"),
        ({"title": same("读《书》"), "byline": None}, "《读〈书〉》，东江日报，2022年06月23日（展）"),
    ],
)
def test_plain_form(changes: dict[str, object], reference: str) -> None:
    assert plain_reference(PRINTED._replace(**changes), "展", "hans") == reference  # type: ignore[arg-type]


def test_references_are_in_the_script_in_view() -> None:
    citation = PRINTED._replace(title=Text("书画", "書畫"), newspaper=None)
    assert gb7714_reference(citation, "hant") == "書畫[N]. [報名不詳], 2022-06-23."
