"""The rows written by hand: texts with the figures that stand in them, and texts that hold none."""

from fractions import Fraction
from pathlib import Path
from typing import Final, NamedTuple

from exhibit.figures.kinds import HEDGES
from exhibit.figures.reading import FigureReading

_FOLDER: Final = Path(__file__).parent


class ExpectedFigure(NamedTuple):
    """A figure as a row names it."""

    start: int
    end: int
    kind: str
    low: Fraction | None
    high: Fraction | None
    unit: str | None
    hedges: tuple[str, ...]
    direction: str | None


class FigureRow(NamedTuple):
    """A text and the figures in it."""

    text: str
    figures: tuple[ExpectedFigure, ...]


class MarkedRow(NamedTuple):
    """A text, the place marked in it, and what is read there: `stretch` is the text of the whole figure."""

    text: str
    start: int
    end: int
    figures: int
    stretch: str
    figure: ExpectedFigure | None


def figure_rows() -> list[FigureRow]:
    return [_figure_row(line) for line in _lines("readings.txt")]


def empty_texts() -> list[str]:
    return _lines("nothing.txt")


def marked_rows() -> list[MarkedRow]:
    return [_marked_row(line) for line in _lines("marked.txt")]


def as_expected(reading: FigureReading) -> ExpectedFigure:
    """A reading, to be compared with a row's figure."""
    return ExpectedFigure(
        reading.start, reading.end, reading.kind, reading.low, reading.high, reading.unit, reading.hedges, reading.direction
    )  # fmt: skip


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ") and not line.startswith("##")]


def _figure_row(line: str) -> FigureRow:
    marked, _, told = line.partition(" = ")
    text, places = _unmarked(marked)
    figures = [_expected(*place, one) for place, one in zip(places, told.split(" ; "), strict=True)]
    return FigureRow(text, tuple(figures))


def _marked_row(line: str) -> MarkedRow:
    marked, _, told = line.partition(" = ")
    told, _, stretch = told.partition(" | ")
    text, [(start, end)] = _unmarked(marked)
    if told == "nothing" or told.endswith(" figures"):
        return MarkedRow(text, start, end, 0 if told == "nothing" else int(told.split()[0]), "", None)
    return MarkedRow(text, start, end, 1, stretch or text[start:end], _expected(start, end, told))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, places = "", []
    for part in marked.split("["):
        inside, closed, behind = part.partition("]")
        if closed:
            places.append((len(text), len(text) + len(inside)))
        text += inside + behind
    return text, places


def _expected(start: int, end: int, told: str) -> ExpectedFigure:
    kind, value, unit, *words = told.split(" ")
    low, dots, high = value.partition("..")
    ends = (_number(low), _number(high)) if dots else (_number(value),) * 2
    hedges = tuple(hedge for hedge in HEDGES if hedge in words)
    directions = [word for word in words if word in ("up", "down")]
    assert len(hedges) + len(directions) == len(words), told
    return ExpectedFigure(start, end, kind, *ends, None if unit == "-" else unit, hedges, next(iter(directions), None))


def _number(text: str) -> Fraction | None:
    return Fraction(text) if text else None
