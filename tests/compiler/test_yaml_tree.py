"""YAML with lines; what is refused is in tests/sources."""

from typing import Any

import pytest
import yaml

from exhibit.compiler.content.yaml_tree import line_of, plain_value, read_yaml
from exhibit.compiler.problems import ProblemList


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest) -> type[Any]:
    """Both of PyYAML's parsers, as libyaml may be missing."""
    found: type[Any] = getattr(yaml, request.param)
    return found


def test_scalars_stay_text(loader: type[Any]) -> None:
    node = read_yaml(
        'a: NO\nb: 12:30\nc: null\nd: "null"\ne: 1e3\nf: [~, x]\ng:\n', "a.yaml", ProblemList(), loader=loader
    )
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


def test_wrapped_chinese_has_no_blank(loader: type[Any]) -> None:
    node = read_yaml("a: >-\n  一条街\n  把账\nb: one\n  two\nc: 一 二\n", "a.yaml", ProblemList(), loader=loader)
    assert node
    assert plain_value(node) == {"a": "一条街把账", "b": "one two", "c": "一 二"}


def test_lines(loader: type[Any]) -> None:
    node = read_yaml("a:\n  b: 1\n  c:\n    - x\n    - y\n", "a.yaml", ProblemList(), 10, loader=loader)
    assert node
    assert [line_of(node, steps) for steps in (("a",), ("a", "c"), ("a", "c", 1), ("a", "none"))] == [10, 12, 14, 10]


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{b: " * 100_000, "- " * 50_000, "a: &b [*b]", "? [a]\n: b"])
def test_hostile_yaml_is_a_problem(text: str, loader: type[Any]) -> None:
    problems = ProblemList()
    read_yaml(text, "a.yaml", problems, loader=loader)
    assert problems.sorted()


@pytest.mark.parametrize(("text", "warned"), [
    ("title: a #b", True), ("title: a # b", False), ("title: a#b", False), ("title: 'a' #b", False), ("title: 'a #b'", False),
    ("title: a", False), ("list: [a, b] # c", False), ("# title: a #b", False), ("title:  # b", False), ("k: 街上 #账", True),
])  # fmt: skip
def test_a_comment_that_looks_like_text_is_a_warning(text: str, warned: bool, loader: type[Any]) -> None:
    problems = ProblemList()
    read_yaml(f"x: y\n{text}\nz: z\n", "a.yaml", problems, loader=loader)
    assert [(one.line, one.severity) for one in problems.sorted()] == ([(2, "warning")] if warned else [])
