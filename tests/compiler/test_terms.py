"""Words of the glossary in the text: the first place in each section, the longest first, never inside a name."""

import pytest

from exhibit.compiler.article.terms import TermLexicon, mark_terms
from exhibit.model.article import Block, Body, Mark
from exhibit.model.text import Text, same

FORMS = {
    "党支部": "branch",
    "临时党支部": "temporary",
    "支部": "short",
    "三会一课": "meetings",
    "网格": "grid",
    "网格员": "worker",
}
NAMES = ("红网格社区", "河边党支部")
LEXICON = TermLexicon.of(FORMS, NAMES)


def block(text: str, id: str = "one-1", kind: str = "paragraph", marks: tuple[Mark, ...] = ()) -> Block:
    return Block(id, kind, id.split("-")[0], same(text), marks)  # type: ignore[arg-type]  # rows of texts


def marked(*blocks: Block, lexicon: TermLexicon = LEXICON) -> list[str]:
    """What is marked, as `block:text>term`."""
    body, _ = mark_terms(Body("a", "retold", blocks), lexicon)
    return [
        f"{one.id}:{one.text.hans[mark.start : mark.end]}>{mark.target}" for one in body.blocks for mark in one.terms
    ]


@pytest.mark.parametrize(("text", "found"), [
    ("工地有党支部。", ["党支部>branch"]),
    ("临时党支部和党支部和支部", ["临时党支部>temporary", "党支部>branch", "支部>short"]),
    ("只有临时党支部", ["临时党支部>temporary"]),
    ("网格员进网格", ["网格员>worker", "网格>grid"]),
    ("红网格社区有网格", ["网格>grid"]),
    ("河边党支部", []),
    ("“三会一课”和三会一课", ["三会一课>meetings"]),
    ("“党支部强区”", []),
    ("“党群网格”里有网格", ["网格>grid"]),
    ("他说：“网格不大，人不少。”", ["网格>grid"]),
    ("「党群网格」", []),
    ("没有", []),
])  # fmt: skip
def test_what_is_marked(text: str, found: list[str]) -> None:
    assert [one.split(":")[1] for one in marked(block(text))] == found


def test_once_in_each_section_in_paragraphs_only() -> None:
    blocks = [
        block("网格", "one", "heading"),
        block("注：网格", "one-1", "note"),
        block("网格和网格", "one-2"),
        block("网格", "one-3"),
        block("网格", "two-1"),
    ]
    assert marked(*blocks) == ["one-2:网格>grid", "two-1:网格>grid"]


def test_forms_of_one_term_are_marked_once() -> None:
    lexicon = TermLexicon.of({"党课": "lecture", "专题党课": "lecture"}, ())
    assert marked(block("专题党课和党课"), lexicon=lexicon) == ["one-1:专题党课>lecture"]


def test_a_figure_is_left_alone_and_marks_stay_in_order() -> None:
    figure = Mark(1, 5, "metric", "a.grids")
    body, _ = mark_terms(Body("a", "retold", (block("有6个网格，网格不大，党支部", marks=(figure,)),)), LEXICON)
    assert body.blocks[0].marks == (figure, Mark(6, 8, "term", "grid"), Mark(11, 14, "term", "branch"))
    assert body.blocks[0].figures == (figure,)


def test_forms_are_known_wherever_they_stand_alone() -> None:
    _, forms = mark_terms(Body("a", "retold", (block("网格，网格员"), block("支部", "one-2"))), LEXICON)
    assert forms == {"网格", "网格员", "支部"}


def test_a_traditional_text_is_looked_through_in_simplified() -> None:
    one = Block("one-1", "paragraph", "one", Text("赵孟𫖯的网格", "趙孟頫的網格"))
    body, _ = mark_terms(Body("a", "retold", (one,)), LEXICON)
    assert [one.text.hant[mark.start : mark.end] for mark in body.blocks[0].terms] == ["網格"]


def test_what_is_a_term_and_a_name_is_a_term() -> None:
    assert marked(block("网格"), lexicon=TermLexicon.of({"网格": "grid"}, ("网格",))) == ["one-1:网格>grid"]
