"""Sentences, and quotation marks that belong together."""

import pytest

from exhibit.compiler.article.sentences import pairs, sentence_around, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一。二！三？四", ["一。", "二！", "三？", "四"]),
        ("一；二，三。四", ["一；二，三。", "四"]),
        ("真的？！是。", ["真的？！", "是。"]),
        ("他说：“好。我来。”然后走了。再来！", ["他说：“好。我来。”", "然后走了。", "再来！"]),
        ("“好。”，他说。", ["“好。”，他说。"]),
        ("说“甲。乙”丙。丁", ["说“甲。乙”丙。", "丁"]),
        ("他說：「好。『來。』」走了。", ["他說：「好。『來。』」", "走了。"]),
        ("（见图。）后文。完", ["（见图。）后文。", "完"]),
        ("没有引“号。后文。", ["没有引“号。", "后文。"]),
        ("　一。 二。", ["一。", "二。"]),
        ("超过3.5亿元。", ["超过3.5亿元。"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_the_sentence_around_a_mark() -> None:
    text = "一。有130余家。三。"
    assert text[slice(*sentence_around(text, 3, 7))] == "有130余家。"
    assert text[slice(*sentence_around(text, 0, 5))] == "一。有130余家。"


@pytest.mark.parametrize(
    ("text", "found"),
    [("“a‘b’c”", [(0, 6), (2, 4)]), ("it’s “x", []), ("“a」b”", [(0, 4)]), ("“a”“b”", [(0, 2), (3, 5)])],
)
def test_pairs(text: str, found: list[tuple[int, int]]) -> None:
    assert pairs(text) == found
