"""Which conversions come up for review, and which do not come back."""

from collections.abc import Mapping

import pytest

from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.ambiguity import AmbiguityFinder
from exhibit.compiler.scripts.converter import ConversionRules, ScriptConverter
from exhibit.compiler.scripts.review import review
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.model.text import Script
from tests.compiler.folders import CONTENT


@pytest.fixture(scope="module")
def converter() -> ScriptConverter:
    return ScriptConverter()


def _doubts(
    converter: ScriptConverter, text: str, script: Script = "hans", name: bool = False, reviewed: Mapping[str, str] = {}
) -> list[tuple[str, str, str]]:
    texts = TextConverter(converter, ProblemList())
    texts.convert(text, script, ProblemPlace("a.md", 1), name)
    return [
        (one.kind, one.text.cut(one.start, one.end).hans, one.others)
        for one in AmbiguityFinder(converter, reviewed).doubts(texts.strings)
    ]


def test_words_cut_in_two_ways(converter: ScriptConverter) -> None:
    assert ("cross", "发", "發") in _doubts(converter, "党员带头发动群众")
    assert ("cross", "征", "征") in _doubts(converter, "奋进新征程")


def test_traditional_is_compared_with_its_way_back(converter: ScriptConverter) -> None:
    assert ("back", "溪", "谿") in _doubts(converter, "資溪", "hant")


def test_names_and_single_characters(converter: ScriptConverter) -> None:
    assert _doubts(converter, "余", name=True) == [("name", "余", "餘余")]
    assert _doubts(converter, "向里") == [("alone", "向", "向嚮曏"), ("alone", "里", "裡里哩")]


def test_reviewed_does_not_come_back(converter: ScriptConverter) -> None:
    assert _doubts(converter, "向里", reviewed={"向": "向", "里": "裡"}) == []
    assert _doubts(converter, "向里", reviewed={"向里": "向裡"}) == []
    assert len(_doubts(converter, "向里", reviewed={"里": "里"})) == 2, "reviewed otherwise than it became"
    assert _doubts(converter, "带头发动", reviewed={"发": "髮"}), "one character settles no words"


def test_an_exception_does_not_come_back() -> None:
    assert _doubts(ScriptConverter(ConversionRules(exceptions={"带头发动": "帶頭發動"})), "带头发动") == []


def test_the_real_content_is_reviewed() -> None:
    assert review(CONTENT).sections == {}
