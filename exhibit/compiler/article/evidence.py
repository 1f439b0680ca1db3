"""Finds the sentence of every figure, and checks that its mark and its declaration agree with the text."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from exhibit.compiler.article.agreement import SAID, advice, contradicts, corrections, figure_value, say_the_same
from exhibit.compiler.article.markup import WrittenBlock, WrittenMark
from exhibit.compiler.article.sentences import sentence_around
from exhibit.compiler.content.schema import MetricEntry
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.figures.reader import read_marked
from exhibit.figures.reading import FigureReading
from exhibit.model.metric import Evidence, FigureValue
from exhibit.model.text import Text

_NEEDED: Final = ("sign", "number", "unit", "order")
"""What of a figure its mark must hold; words of a bound or a rise may stand outside."""


class DeclaredFigure(NamedTuple):
    """A declared figure of an article."""

    id: str
    entry: LocatedValue[MetricEntry]


class EditionBlocks(NamedTuple):
    """The blocks of an edition, each with its text in both scripts."""

    edition: str
    file: str
    blocks: tuple[tuple[WrittenBlock, Text], ...]


class FoundFigure(NamedTuple):
    """A figure where an edition marks it; `reading` is None where the mark is wrong, or the figure is misdeclared."""

    evidence: Evidence
    where: ProblemPlace
    reading: FigureReading | None
    text: Text
    """The block it stands in."""
    agrees: bool = True
    """Whether metrics/*.yaml says what is read."""

    def value(self, entry: MetricEntry) -> FigureValue | None:
        """What it says."""
        if self.reading is None:
            return None
        return figure_value(entry, self.reading, self.text, self.before)

    @property
    def before(self) -> str:
        """The sentence before the mark."""
        return self.text.hans[self.evidence.start : self.evidence.mark_start]


def find_evidence(
    article: str, telling: EditionBlocks, figures: Mapping[str, DeclaredFigure | None], problems: ProblemList
) -> dict[str, FoundFigure]:
    """Each figure of an edition, in reading order. A figure that is None is not checked."""
    found: dict[str, FoundFigure] = {}
    for block, text in telling.blocks:
        for mark in block.marks:
            where = ProblemPlace(telling.file, mark.line)
            key = short_id(article, mark.target)
            if key not in figures:
                problems.error(
                    where, f"there is no figure `{mark.target}` in metrics/{article}.yaml; add it or correct the mark"
                )
            elif key in found:
                first = found[key].where.line
                problems.error(where, f"the figure `{key}` is marked twice (first on line {first}); mark it once")
            else:
                reading = _read(key, block, mark, where, problems) if figures[key] else None
                one = FoundFigure(_evidence(telling.edition, block, text, mark), where, reading, text)
                if (figure := figures[key]) and reading:
                    one = one._replace(agrees=_compare(figure, one, block.text, reading, problems))
                found[key] = one
    _report_unmarked(telling, (figure for figure in figures.values() if figure and figure.id not in found), problems)
    return found


def compare_editions(tellings: Iterable[Mapping[str, FoundFigure]], problems: ProblemList) -> None:
    """Every edition must state the same figure as the first that states it."""
    firsts: dict[str, FoundFigure] = {}
    for found in tellings:
        for key, other in found.items():
            first = firsts.setdefault(key, other)
            if first.reading and other.reading and not say_the_same(first.reading, other.reading):
                there = f"{first.where.file}:{first.where.line} says `{first.reading.text}`"
                problems.error(
                    other.where, f"`{key}` is `{other.reading.text}` here, but {there}; make them say the same"
                )


def short_id(article: str, target: str) -> str:
    """The id of a figure within its article, written as `ID` or `ARTICLE.ID`."""
    return target.removeprefix(f"{article}.")


def _evidence(edition: str, block: WrittenBlock, text: Text, mark: WrittenMark) -> Evidence:
    start, end = sentence_around(text.hans, mark.start, mark.end)
    return Evidence(edition, block.id, block.section, start, end, mark.start, mark.end, text.cut(start, end))


def _report_unmarked(telling: EditionBlocks, figures: Iterable[DeclaredFigure], problems: ProblemList) -> None:
    for figure in figures:
        where = figure.entry.where()
        problems.error(
            where,
            f"the figure `{figure.id}` is marked nowhere in {telling.file}; mark its number as [...](#{figure.id})",
        )


def _read(
    key: str, block: WrittenBlock, mark: WrittenMark, where: ProblemPlace, problems: ProblemList
) -> FigureReading | None:
    """The one figure in a mark; None after naming what is wrong with the mark."""
    written = block.text[mark.start : mark.end]
    readings = read_marked(block.text, mark.start, mark.end)
    if len(readings) != 1:
        problems.error(where, f"the mark `{written}` of `{key}` {_how_many(readings, key)}")
        return None
    (reading,) = readings
    needed = [role for role in reading.roles if role.role in _NEEDED]
    start, end = min(mark.start, needed[0].start), max(mark.end, needed[-1].end)
    if (start, end) == (mark.start, mark.end):
        return reading
    problems.error(where, f"the mark `{written}` is not the whole figure; write `[{block.text[start:end]}](#{key})`")
    return None


def _how_many(readings: tuple[FigureReading, ...], key: str) -> str:
    if readings:
        return f"holds {len(readings)} figures ({', '.join(one.text for one in readings)}); mark exactly one"
    return f"holds no figure: a date, a name and a set phrase are none; mark a figure, or delete the mark and `{key}`"


def _compare(
    figure: DeclaredFigure, found: FoundFigure, written: str, reading: FigureReading, problems: ProblemList
) -> bool:
    """Whether the figure says what the text says; all in which it does not is named in one problem."""
    entry, where = figure.entry, found.where
    wrong = list(corrections(entry.value, reading, found.before))
    if not wrong:
        return True
    told = [role for role in reading.roles if role.role != "joint"]
    says = written[min(reading.start, told[0].start) : max(reading.end, told[-1].end)]
    keys = [key for key in SAID if key in entry.value.model_fields_set and contradicts(key, wrong)]
    stated = ", ".join(f"`{key}: {entry.written(key)}`" for key in keys)
    problems.error(
        entry.where(keys[0]),
        f"{where.file}:{where.line} says `{says}`, `{figure.id}` says {stated}; {advice(wrong)}, or correct the text",
    )
    return False
