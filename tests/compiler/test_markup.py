"""Markdown to blocks; what is refused is in tests/sources."""

import time

import pytest

from exhibit.compiler.article.markup import ParsedText, read_markup
from exhibit.compiler.problems import ProblemList


def _read(text: str) -> tuple[ParsedText, list[str]]:
    problems = ProblemList()
    markup = read_markup(text, "a.md", problems)
    return markup, [str(problem) for problem in problems.sorted()]


def test_blocks_and_their_ids() -> None:
    markup, problems = _read(
        "头\n\n## 一 {#one theme=x}\n\n甲\n\n> 注：乙\n>\n> 丙\n\n丁\n\n## 二 {#two theme=y}\n\n戊\n"
    )
    assert problems == []
    assert [(one.id, one.kind, one.section, one.text, one.line) for one in markup.blocks] == [
        ("0-1", "paragraph", "", "头", 1), ("one", "heading", "one", "一", 3), ("one-1", "paragraph", "one", "甲", 5),
        ("one-2", "note", "one", "注：乙", 7), ("one-3", "note", "one", "丙", 9), ("one-4", "paragraph", "one", "丁", 11),
        ("two", "heading", "two", "二", 13), ("two-1", "paragraph", "two", "戊", 15),
    ]  # fmt: skip
    assert [(one.id, one.title, one.theme) for one in markup.sections] == [("one", "一", "x"), ("two", "二", "y")]


def test_marks_count_code_points() -> None:
    markup, problems = _read("赵孟𫖯有[3幅](#a)，又有\n[5幅](#w.b)。")
    (block,) = markup.blocks
    assert problems == []
    assert block.text == "赵孟𫖯有3幅，又有5幅。"
    assert [(block.text[one.start : one.end], one.target, one.line) for one in block.marks] == [
        ("3幅", "a", 1),
        ("5幅", "w.b", 2),
    ]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("一\n二", "一二"),
        ("a\nb", "a b"),
        ("一\nb", "一b"),
        ("一  \n二", "一二"),
        ("一，\n[3](#a)", "一，3"),
        (r"\*3\[4", "*3[4"),
    ],
)
def test_lines_are_joined(text: str, joined: str) -> None:
    assert _read(text)[0].blocks[0].text == joined


@pytest.mark.parametrize(
    "text", ["[" * 5_000, "> " * 5_000 + "a", "*" * 5_000 + "a", "[a](" * 1_000, "`" * 5_000 + "a`"]
)
def test_hostile_text_takes_no_time(text: str) -> None:
    begun = time.process_time()
    _read(text)
    assert time.process_time() - begun < 2
