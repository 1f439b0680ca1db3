"""YAML with lines; what is refused is in tests/sources."""

import pytest
import yaml

from exhibit.compiler.content import yaml_tree
from exhibit.compiler.content.yaml_tree import line_of, plain_value, read_yaml
from exhibit.compiler.problems import ProblemList


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers, as libyaml may be missing."""
    monkeypatch.setattr(yaml_tree, "_LOADER", getattr(yaml, request.param))


def test_scalars_stay_text() -> None:
    node = read_yaml('a: NO\nb: 12:30\nc: null\nd: "null"\ne: 1e3\nf: [~, x]\ng:\n', "a.yaml", ProblemList())
    assert node
    assert plain_value(node) == {
        "a": "NO",
        "b": "12:30",
        "c": None,
        "d": "null",
        "e": "1e3",
        "f": [None, "x"],
        "g": None,
    }


def test_wrapped_chinese_has_no_blank() -> None:
    node = read_yaml("a: >-\n  一条街\n  把账\nb: one\n  two\nc: 一 二\n", "a.yaml", ProblemList())
    assert node
    assert plain_value(node) == {"a": "一条街把账", "b": "one two", "c": "一 二"}


def test_lines() -> None:
    node = read_yaml("a:\n  b: 1\n  c:\n    - x\n    - y\n", "a.yaml", ProblemList(), 10)
    assert node
    assert [line_of(node, steps) for steps in (("a",), ("a", "c"), ("a", "c", 1), ("a", "none"))] == [10, 12, 14, 10]


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{b: " * 100_000, "- " * 50_000, "a: &b [*b]", "? [a]\n: b"])
def test_hostile_yaml_is_a_problem(text: str) -> None:
    problems = ProblemList()
    read_yaml(text, "a.yaml", problems)
    assert problems.sorted()
