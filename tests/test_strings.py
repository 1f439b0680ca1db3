"""Labels: each in three languages with the same places, each used, each use with a label."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from exhibit.model.state import ORDERS, InterfaceLanguage
from exhibit.package.format import PackageFault
from exhibit.strings import _LABELS, say
from exhibit.ui.window.commands import COMMANDS
from tests.processes import ROOT

LANGUAGES: tuple[InterfaceLanguage, ...] = get_args(InterfaceLanguage)


def places(label: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in Formatter().parse(label) if name is not None}


def sayers() -> dict[Path, ast.Module]:
    """The modules that say labels, parsed."""
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / "exhibit").rglob("*.py")}
    return {path: ast.parse(text) for path, text in sources.items() if "exhibit.strings import say" in text}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every `say(...)` and where it is."""
    for path, module in sayers().items():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def keys_of(key: ast.expr) -> set[str]:
    """The labels a first argument may mean: one, those of a pattern, or none where it is computed."""
    if isinstance(key, ast.Constant):
        return {str(key.value)}
    if isinstance(key, ast.IfExp):
        return keys_of(key.body) | keys_of(key.orelse)
    if isinstance(key, ast.JoinedStr):
        parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in key.values]
        return {label for label in _LABELS if re.fullmatch("".join(parts), label)} or {ast.unparse(key)}
    return set()


def test_the_calls_are_found() -> None:
    assert len(list(calls())) > 30


@pytest.mark.parametrize("key", _LABELS)
def test_a_label_has_a_text_with_the_same_places_in_every_language(key: str) -> None:
    texts = [say(key, language) for language in LANGUAGES]
    assert len(texts) == 3
    assert all(text.strip() == text != "" for text in texts)
    assert places(texts[0]) == places(texts[1]) == places(texts[2])


def test_every_label_that_is_said_exists() -> None:
    missing = [f"{where}: {key}" for where, call in calls() for key in keys_of(call.args[0]) if key not in _LABELS]
    assert missing == []


def test_every_label_is_said() -> None:
    said = {key for _, call in calls() for key in keys_of(call.args[0])}
    for module in sayers().values():
        said |= {str(node.value) for node in ast.walk(module) if isinstance(node, ast.Constant)}
    assert sorted(_LABELS.keys() - said) == []


def test_every_place_of_a_label_is_filled() -> None:
    for where, call in calls():
        given = {keyword.arg for keyword in call.keywords}
        if None not in given:
            assert all(places(_LABELS[key][0]) == given for key in keys_of(call.args[0])), where


@pytest.mark.parametrize("key", [
    *(f"trouble-{trouble}" for trouble in (*get_args(PackageFault), "fonts")),
    *(f"metrics-by-{order}" for order in ORDERS),
    *(command.id for command in COMMANDS),
])  # fmt: skip
def test_whatever_can_be_named_has_a_label(key: str) -> None:
    assert key in _LABELS


def test_places_are_filled_in() -> None:
    assert say("reading-time", "en", minutes=3) == "about 3 min"


def test_braces_in_what_is_filled_in_stay() -> None:
    assert say("metrics-unit", "hans", unit="{x}") == "单位：{x}"


def test_an_unknown_key_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        say("nothing", "hans")
