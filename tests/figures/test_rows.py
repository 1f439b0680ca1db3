"""The reader against the rows written by hand."""

from itertools import pairwise

import pytest
from opencc.opencc import OpenCC

from exhibit.figures.folding import fold
from exhibit.figures.reader import read_figures, read_marked
from exhibit.figures.reading import FigureReading
from tests.figures.rows import ExpectedFigure, FigureRow, MarkedRow, as_expected, empty_texts, figure_rows, marked_rows


@pytest.mark.parametrize("row", figure_rows(), ids=lambda row: row.text)
def test_figures_of_a_text(row: FigureRow) -> None:
    readings = read_figures(row.text)
    assert tuple(map(as_expected, readings)) == row.figures
    assert [reading.text for reading in readings] == [row.text[figure.start : figure.end] for figure in row.figures]


@pytest.mark.parametrize("text", empty_texts())
def test_texts_without_figures(text: str) -> None:
    assert read_figures(text) == ()


@pytest.mark.parametrize("text", empty_texts())
def test_what_is_no_figure_is_none_in_a_sentence(text: str) -> None:
    if text[0] in "第1一三" and text[1] in "，.、":  # the number of a paragraph, which only begins one
        return
    (reading,) = read_figures(f"共有35个村，{text}")
    assert reading.text == "35个"


@pytest.mark.parametrize("row", marked_rows(), ids=lambda row: f"{row.text} {row.start}")
def test_figures_of_a_mark(row: MarkedRow) -> None:
    readings = read_marked(row.text, row.start, row.end)
    assert len(readings) == row.figures
    if row.figure:
        (reading,) = readings
        assert reading.text == row.stretch == row.text[reading.start : reading.end]
        assert as_expected(reading)[2:] == row.figure[2:]


@pytest.mark.parametrize("row", marked_rows(), ids=lambda row: f"{row.text} {row.start}")
def test_a_mark_is_read_the_same_far_into_a_text(row: MarkedRow) -> None:
    before = "天" * 300 + "。"
    readings = read_marked(before + row.text + "。" + "地" * 300, len(before) + row.start, len(before) + row.end)
    assert [(one.start - len(before), one.text) for one in readings] == [
        (one.start, one.text) for one in read_marked(row.text, row.start, row.end)
    ]


@pytest.mark.parametrize("configuration", ["s2t", "s2tw", "s2hk"])
def test_every_row_is_read_the_same_in_traditional(configuration: str) -> None:
    converter = OpenCC(configuration)
    for row in figure_rows():
        text = converter.convert(row.text)
        assert len(text) == len(row.text)
        figures = tuple(map(as_expected, read_figures(text)))
        assert [_folded(one) for one in figures] == [_folded(one) for one in row.figures], text
    for text in map(converter.convert, empty_texts()):
        assert read_figures(text) == (), text


def _folded(figure: ExpectedFigure) -> ExpectedFigure:
    return figure._replace(unit=fold(figure.unit) if figure.unit else None)


def test_rows_are_enough() -> None:
    assert len(figure_rows()) >= 600
    assert len(empty_texts()) >= 200
    assert len({row.text for row in figure_rows()}) == len(figure_rows())
    assert {figure.kind for row in figure_rows() for figure in row.figures} == {
        "quantity", "range", "fraction", "share", "ratio", "score", "scale", "rank", "index", "approximate", "vague",
        "compound", "multiple", "change",
    }  # fmt: skip


@pytest.mark.parametrize("row", figure_rows(), ids=lambda row: row.text)
def test_every_character_contributes(row: FigureRow) -> None:
    for reading in read_figures(row.text):
        assert _covered(reading) == set(range(reading.start, reading.end))
        spans = [(role.start, role.end) for role in reading.roles]
        assert spans == sorted(spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans)), "no two overlap"


def _covered(reading: FigureReading) -> set[int]:
    return {
        place for role in reading.roles for place in range(role.start, role.end) if reading.start <= place < reading.end
    }
