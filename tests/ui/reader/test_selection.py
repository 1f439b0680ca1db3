"""Selected text, and how it is quoted."""

from dataclasses import replace

import pytest

from exhibit.model.package import Package
from exhibit.model.state import Location, State
from exhibit.model.text import same
from exhibit.ui.reader.edition_text import EditionText
from exhibit.ui.reader.selection import (
    TextSelection,
    citation_line,
    moved_position,
    quotation,
    selected_text,
    whole_article,
)
from exhibit.ui.reader.shown import ReaderShown, reader_shown

EAST = State(Location("east", "east", "retold"))


def edition_text_of(shown: ReaderShown) -> EditionText:
    assert shown.edition_text
    return shown.edition_text


def test_a_quotation_carries_its_source(package: Package) -> None:
    edition = edition_text_of(reader_shown(package, EAST))
    assert quotation("长街", edition, "hans") == (
        "长街\n——《east：书画上街》，东江日报，2022年6月23日（书画上街，展览改写版）"
    )
    assert "《east：書畫上街》" in quotation("長街", edition, "hant")


def test_titles_inside_a_title_take_single_brackets(package: Package) -> None:
    edition = edition_text_of(reader_shown(package, EAST))
    citation = edition.article.citation._replace(title=same("读《书》"))
    changed = edition._replace(article=replace(edition.article, citation=citation))
    assert citation_line(changed, "hans").startswith("——《读〈书〉》，")


def test_selected_text_reaches_across_passages_in_either_script(package: Package) -> None:
    shown = reader_shown(package, EAST)
    first = len(shown.header)
    selection = TextSelection((first + 1, 3), (first, 3))
    assert selected_text(shown, selection) == "书画\n赵孟𫖯"
    hant = reader_shown(package, EAST._replace(script="hant"), shown)
    assert selected_text(hant, selection) == "書畫\n赵孟頫"
    assert not TextSelection((1, 1), (1, 1))
    assert selected_text(shown, whole_article(shown)).count("\n") == len(shown.blocks) - 1


@pytest.mark.parametrize(
    ("position", "step", "to"),
    [((4, 0), 1, (4, 1)), ((4, 5), 1, (5, 0)), ((5, 0), -1, (4, 5)), ((0, 0), -1, (0, 0)), ((4, 0), -1, (3, 23))],
)
def test_the_free_end_moves_across_passages(
    package: Package, position: tuple[int, int], step: int, to: tuple[int, int]
) -> None:
    assert moved_position(reader_shown(package, EAST), position, step) == to
